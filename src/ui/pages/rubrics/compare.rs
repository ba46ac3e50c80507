//! Two rubrics beside each other: what changed, as a list.

use leptos::prelude::*;

use super::list::{Listed, title_of};
use crate::domain::{Rubric, RubricChange, RubricPlace};
use crate::i18n::{RubricText, Text};

#[component]
pub fn CompareCard(t: &'static Text, words: &'static RubricText, all: Vec<Listed>) -> impl IntoView {
    let w = &words.compare;
    // The version before the newest one that was made here, if there is one.
    let later = all.len().saturating_sub(1);
    let newest = all.iter().position(|one| all.iter().any(|other| is_before(other, one))).unwrap_or(later);
    let before = all.iter().position(|one| all.get(newest).is_some_and(|newest| is_before(one, newest)));
    let picked = [RwSignal::new(before.unwrap_or(0)), RwSignal::new(newest)];
    let all = StoredValue::new_local(all);
    let [earlier, later] = picked;
    let changes = move || {
        let (earlier, later) = (earlier.get(), later.get());
        all.with_value(|all| {
            let (earlier, later) = all.get(earlier).zip(all.get(later))?;
            Some(view! { <Changes words earlier=&earlier.rubric later=&later.rubric /> })
        })
    };
    view! {
        <section class="card no-print" aria-labelledby="compare-title">
            <h2 id="compare-title">{w.title}</h2>
            <p class="hint">{w.lead}</p>
            <div class="field-row">
                {[("compare-earlier", w.earlier, earlier), ("compare-later", w.later, later)].map(|(id, label, picked)| {
                    let options = all.with_value(|all| {
                        let named = all.iter().enumerate().map(|(at, one)| {
                            let name = (w.version)(&title_of(words, &one.rubric, t), one.name.version);
                            view! { <option value=at selected=picked.get_untracked() == at>{name}</option> }
                        });
                        named.collect_view()
                    });
                    view! {
                        <div class="field">
                            <label for=id>{label}</label>
                            <select id=id on:change=move |ev| picked.set(event_target_value(&ev).parse().unwrap_or_default())>
                                {options}
                            </select>
                        </div>
                    }
                })}
            </div>
            <div class="rubric-changes" aria-live="polite">{changes}</div>
        </section>
    }
}

fn is_before(one: &Listed, other: &Listed) -> bool {
    one.name.id == other.name.id && one.name.version < other.name.version
}

#[component]
fn Changes<'a>(words: &'static RubricText, earlier: &'a Rubric, later: &'a Rubric) -> impl IntoView + use<> {
    let changes = later.changes_since(earlier);
    if changes.is_empty() {
        return view! { <p>{words.compare.none}</p> }.into_any();
    }
    let items = changes.into_iter().map(|change| {
        let rubric = if matches!(change, RubricChange::Removed(..)) { earlier } else { later };
        view! { <li>{one_change(words, rubric, change)}</li> }
    });
    view! { <ul class="rubric-change-list">{items.collect_view()}</ul> }.into_any()
}

fn one_change(words: &'static RubricText, rubric: &Rubric, change: RubricChange) -> AnyView {
    let w = &words.compare;
    let place = |place: &RubricPlace| words.place(place, &owner_of(rubric, place));
    let line = |what: &'static str, place: String, text: String| {
        view! { <p><b>{what}</b> ": " {place} " “" {text} "”" </p> }.into_any()
    };
    match change {
        RubricChange::Added(at, text) => line(w.added, place(&at), text.nl),
        RubricChange::Removed(at, text) => line(w.removed, place(&at), text.nl),
        RubricChange::Retired(id, text) => line(w.retired, id.to_string(), text.nl),
        RubricChange::BroughtBack(id, text) => line(w.brought_back, id.to_string(), text.nl),
        RubricChange::Reworded(at, lang, before, after) => {
            let name = format!("{} ({})", place(&at), lang.tag());
            view! {
                <p><b>{name}</b></p>
                <p class="rubric-was">{w.from} ": " <del>{before}</del></p>
                <p class="rubric-is">{w.to} ": " <ins>{after}</ins></p>
            }
            .into_any()
        }
        RubricChange::Order => view! { <p>{w.order}</p> }.into_any(),
        RubricChange::Sources => view! { <p>{w.sources}</p> }.into_any(),
    }
}

/// The indicator that a look-for stands with, by id.
pub fn owner_of(rubric: &Rubric, place: &RubricPlace) -> String {
    let RubricPlace::LookFor(id) = place else { return String::new() };
    let mut all = rubric.indicators().chain(&rubric.retired);
    let owner = all.find(|one| one.look_fors.iter().any(|look_for| look_for.id == *id));
    owner.map(|one| one.id.to_string()).unwrap_or_default()
}

//! What a file holds and what would happen with it, line by line, and the button that makes it happen.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::merging::{self, Choices, Merging};
use super::reading::Found;
use crate::exchange::Verdict;
use crate::i18n::{Imported, Text, date, merge_text};
use crate::ui::state::AppState;

/// So many lines are open at first.
const OPEN_UP_TO: usize = 20;

#[component]
pub(super) fn Preview(
    app: AppState,
    t: &'static Text,
    file: String,
    found: Found,
    accept: Callback<(Found, Choices)>,
) -> impl IntoView {
    let choices = RwSignal::new(merging::proposed(app, &found.items));
    let all = all_in(&found);
    let caption = (t.import().preview)(&file, all);
    let visits = visits(app, t, &found, choices);
    let others = others(t, &found);
    let changes = changes(&found, choices);
    let left_out = found.left_out.clone();
    let is_all = left_out.is_none();
    let items = found.items.clone();
    let found = StoredValue::new_local(found);
    view! {
        // A long list would push what is to be tapped out of sight.
        <details open=all.sum() <= OPEN_UP_TO>
            <summary>{caption.clone()}</summary>
            <div class="table-scroll">
                <table class="plain">
                    <caption class="visually-hidden">{caption}</caption>
                    <thead><tr>
                        <th scope="col">{t.prepare().date}</th>
                        <th scope="col">{t.import().visit}</th>
                        <th scope="col">{t.import().what_happens}</th>
                    </tr></thead>
                    <tbody>{visits}{others}</tbody>
                </table>
            </div>
        </details>
        {left_out.map(|left_out| view! { <p class="notice" data-kind="warn">{left_out}</p> })}
        <Merging app t items choices />
        {move || if changes.get().sum() > 0 {
            view! {
                <div class="actions">
                    <button type="button" class="btn btn-primary" on:click=move |_| accept.run((found.get_value(), choices.get_untracked()))>
                        {(t.import().accept)(changes.get())}
                    </button>
                </div>
            }.into_any()
        } else if is_all {
            view! { <p class="notice" data-kind="info">{t.import().nothing_to_do}</p> }.into_any()
        } else {
            ().into_any()
        }}
    }
}

fn all_in(found: &Found) -> Imported {
    Imported {
        visits: found.items.len(),
        people: found.people.len(),
        plans: found.plans.len(),
        rubrics: found.rubrics.iter().filter(|item| !item.is_builtin).count() + found.drafts.len(),
        aside: found.aside.len(),
    }
}

/// How much would be kept, as the person chooses now.
fn changes(found: &Found, choices: RwSignal<Choices>) -> Memo<Imported> {
    let is_change = |verdict: Verdict| !matches!(verdict, Verdict::Same | Verdict::Older);
    let visits: Vec<_> = found.items.iter().map(|item| (item.incoming.id, is_change(item.verdict))).collect();
    let rubrics = found.rubrics.iter().filter(|item| is_change(item.verdict)).count();
    let drafts = found.drafts.iter().filter(|item| is_change(item.verdict)).count();
    let others = Imported {
        visits: 0,
        rubrics: rubrics + drafts,
        people: found.people.iter().filter(|item| is_change(item.verdict)).count(),
        plans: found.plans.iter().filter(|item| is_change(item.verdict)).count(),
        aside: found.aside.len(),
    };
    Memo::new(move |_| {
        let visits = choices.with(|choices| {
            visits.iter().filter(|(id, is_change)| *is_change || choices.contains_key(id)).count()
        });
        Imported { visits, ..others }
    })
}

/// A line each: the day, whose lesson, and what would happen.
fn visits(
    app: AppState,
    t: &'static Text,
    found: &Found,
    choices: RwSignal<Choices>,
) -> impl IntoView + use<> {
    let names: BTreeMap<_, _> =
        found.people.iter().map(|item| (item.incoming.id, &item.incoming.profile.name)).collect();
    let name_of = |id| names.get(&id).map(|name| (*name).clone()).or_else(|| app.shelf().name_of(id));
    let lines = found.items.iter().map(|item| {
        let visit = &item.incoming.visit.clone().with_names(name_of);
        let (id, verdict) = (item.incoming.id, item.verdict);
        let is_merged = move || choices.with(|choices| choices.contains_key(&id));
        view! {
            <tr>
                <td>{date(visit.date)}</td>
                <td>{t.visit_title(visit)}</td>
                <td>{move || if is_merged() { merge_text(t.lang).verdict } else { t.verdict(verdict) }}</td>
            </tr>
        }
    });
    lines.collect_view()
}

/// A line for each colleague, plan and rubric: what it is, its name, and what would happen.
fn others(t: &'static Text, found: &Found) -> impl IntoView + use<> {
    let people = found.people.iter();
    let people = people.map(|item| (t.import().colleague, item.incoming.profile.name.clone(), item.verdict));
    let plans = found.plans.iter();
    let plans = plans.map(|item| (t.import().plan, item.incoming.year.to_string(), item.verdict));
    // The built-in one goes along with every export: nothing to tell.
    let published = found.rubrics.iter().filter(|item| !item.is_builtin);
    let published = published.map(|item| (&item.incoming, item.verdict));
    let drafts = found.drafts.iter().map(|item| (&item.incoming.rubric, item.verdict));
    let rubrics = published.chain(drafts);
    let rubrics =
        rubrics.map(|(rubric, verdict)| (t.import().rubric, rubric.title.get(t.lang).to_owned(), verdict));
    let lines = people.chain(plans).chain(rubrics).map(|(what, name, verdict)| {
        view! { <tr><td>{what}</td><td>{name}</td><td>{t.verdict(verdict)}</td></tr> }
    });
    lines.collect_view()
}

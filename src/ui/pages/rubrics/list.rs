//! All rubrics, and a way to make one.

use std::sync::Arc;

use leptos::prelude::*;

use super::compare::CompareCard;
use super::row::RubricRow;
use crate::browser;
use crate::domain::{DraftId, Lang, Rubric, RubricDraft, RubricRef};
use crate::i18n::{RubricText, Text, date, rubric_text};
use crate::ui::deletion::delete_draft;
use crate::ui::pages::import::ImportCard;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// A rubric that can be read, and what names it.
#[derive(Clone, PartialEq)]
pub struct Listed {
    /// What names it.
    pub name: RubricRef,
    /// All of it.
    pub rubric: Arc<Rubric>,
}

/// The rubrics of one id, newest version first.
type Family = Vec<Listed>;

#[component]
pub fn RubricsPage(app: AppState, t: &'static Text) -> impl IntoView {
    let words = rubric_text(t.lang);
    let families = Memo::new(move |_| {
        app.visits_changed.track();
        families(app)
    });
    let chosen = Memo::new(move |_| {
        app.visits_changed.track();
        app.rubric_ref()
    });
    let shown = RwSignal::new(None::<RubricRef>);
    let message = app.take_message();
    if message.is_some() {
        app.say_kept(Ok(()), browser::now());
    }
    let said = RwSignal::new(message.unwrap_or_default());
    on_cleanup(move || app.say_kept_no_more());
    let make_default = Callback::new(move |name: RubricRef| {
        let name = Some(name).filter(|name| *name != app.builtin_ref());
        app.change_settings(|settings| settings.rubric = name);
        app.tell_visits_changed();
        said.set(words.list.made_default.to_owned());
        app.say_kept(Ok(()), browser::now());
    });
    let rows = move || {
        families.get().into_iter().map(|family| {
            let mut versions = family.into_iter();
            let newest = versions.next()?;
            let row = move |one: Listed, is_newest| view! { <RubricRow app t words one is_newest chosen shown make_default /> };
            let earlier: Vec<_> = versions.collect();
            let earlier = (!earlier.is_empty()).then(|| view! {
                <details class="rubric-earlier no-print">
                    <summary>{words.list.earlier_versions} " " <span class="count">{earlier.len()}</span></summary>
                    <ul class="rubric-list">{earlier.into_iter().map(|one| row(one, false)).collect_view()}</ul>
                </details>
            });
            Some(view! { <li class="rubric-family">{row(newest, true)} {earlier}</li> })
        }).collect_view()
    };
    view! {
        <h1 id="page-title" class="no-print" tabindex="-1">{words.list.title}</h1>
        <p class="lead no-print">{words.list.lead}</p>
        <p class="rubric-said no-print" role="status">{move || said.get()}</p>
        <ul class="rubric-list">{rows}</ul>
        <Drafts app t words />
        {move || (families.with(|all| all.iter().map(Vec::len).sum::<usize>()) > 1).then(|| {
            let all: Vec<_> = families.get().into_iter().flatten().collect();
            view! { <CompareCard t words all /> }
        })}
        <div class="no-print">
            <ImportCard app t on_done=Callback::new(move |()| app.tell_visits_changed()) />
        </div>
    }
}

/// The built-in rubric first, then the others by id.
fn families(app: AppState) -> Vec<Family> {
    let shelf = app.shelf();
    let builtin = app.builtin_ref();
    let mut all = vec![vec![Listed { rubric: Arc::new((*app.rubric_of(&builtin)).clone()), name: builtin }]];
    // Those of one id come together, the highest version last.
    for name in shelf.rubric_refs().unwrap_or_default().into_iter().rev() {
        let Ok(Some(rubric)) = shelf.rubric(&name) else { continue };
        let listed = Listed { name, rubric: Arc::new(rubric) };
        match all.iter_mut().find(|family| family.iter().any(|one| one.name.id == listed.name.id)) {
            Some(family) => family.push(listed),
            None => all.push(vec![listed]),
        }
    }
    for family in &mut all {
        family.sort_by_key(|one| std::cmp::Reverse(one.name.version));
    }
    all
}

/// Those in the making.
#[component]
fn Drafts(app: AppState, t: &'static Text, words: &'static RubricText) -> impl IntoView {
    let read = Memo::new(move |_| {
        app.visits_changed.track();
        app.shelf().drafts().unwrap_or_default()
    });
    move || {
        let (drafts, unreadable) = read.get();
        (!drafts.is_empty() || unreadable > 0).then(|| view! {
            <section class="card no-print" aria-labelledby="drafts-title">
                <h2 id="drafts-title" tabindex="-1">{words.list.drafts}</h2>
                <ul class="rubric-list">
                    {drafts.into_iter().map(|draft| view! { <DraftRow app t words draft /> }).collect_view()}
                </ul>
                {(unreadable > 0).then(|| view! {
                    <p class="error">{words.list.damaged_draft} " " <a href=Route::Data.href()>{t.data().title}</a></p>
                })}
            </section>
        })
    }
}

#[component]
fn DraftRow(
    app: AppState,
    t: &'static Text,
    words: &'static RubricText,
    draft: RubricDraft,
) -> impl IntoView {
    let id = draft.id;
    let title = title_of(words, &draft.rubric, t);
    let about = [
        (words.list.draft_of)(next_version(app, &draft)),
        (words.list.last_change)(&date(draft.updated_at.date_naive()), &t.clock(draft.updated_at.time())),
    ];
    let delete = move |_| {
        delete_draft(app, id);
        browser::focus("page-title");
    };
    view! {
        <li class="rubric-row">
            <div class="rubric-head">
                <a class="rubric-name" href=Route::Draft(id).href()>{title.clone()}</a>
                <span class="count">{about.join(" · ")}</span>
            </div>
            <div class="actions writes">
                <a class="btn" href=Route::Draft(id).href() aria-label=format!("{}: {title}", words.list.go_on)>{words.list.go_on}</a>
                <button type="button" class="btn btn-quiet" aria-label=format!("{}: {title}", words.list.delete) on:click=delete>
                    {words.list.delete}
                </button>
            </div>
        </li>
    }
}

/// The title of a rubric, or that it has none.
pub fn title_of(words: &'static RubricText, rubric: &Rubric, t: &'static Text) -> String {
    let title = rubric.title.get(t.lang).trim();
    if title.is_empty() { words.list.untitled.to_owned() } else { title.to_owned() }
}

/// Which version a rubric in the making becomes.
pub fn next_version(app: AppState, draft: &RubricDraft) -> u32 {
    newest_version(app, &draft.rubric).map_or(1, |newest| newest.saturating_add(1))
}

/// The highest version of a rubric that is here.
pub fn newest_version(app: AppState, rubric: &Rubric) -> Option<u32> {
    let refs = app.shelf().rubric_refs().unwrap_or_default();
    refs.into_iter().filter(|one| one.id == rubric.id).map(|one| one.version).max()
}

/// The draft of the next version of a rubric, if there is one.
fn next_version_begun(app: AppState, from: &Listed) -> Option<DraftId> {
    let (drafts, _) = app.shelf().drafts().ok()?;
    let is_of = |draft: &&RubricDraft| draft.is_next_version() && draft.rubric.id == from.name.id;
    drafts.iter().find(is_of).map(|draft| draft.id)
}

/// Begins a rubric from another, and goes to it. A next version that was begun goes on: of two the second published would lack
/// what the first one brought.
pub fn begin_draft(app: AppState, from: &Listed, as_copy: bool) {
    if !as_copy && let Some(begun) = next_version_begun(app, from) {
        return browser::set_hash(&Route::Draft(begun).to_string());
    }
    let (id, now) = (DraftId(browser::new_uuid()), browser::now());
    let mut rubric = (*from.rubric).clone();
    let draft = if as_copy {
        for (lang, title) in [(Lang::Nl, &mut rubric.title.nl), (Lang::En, &mut rubric.title.en)] {
            if !title.is_empty() {
                *title = (rubric_text(lang).list.own_copy)(title);
            }
        }
        RubricDraft::copy(id, from.name.clone(), rubric, now)
    } else {
        RubricDraft::next_version(id, from.name.clone(), rubric, now)
    };
    app.say_kept(app.shelf().save_draft(&draft), draft.updated_at);
    browser::set_hash(&Route::Draft(id).to_string());
}

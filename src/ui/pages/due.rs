//! How long visits are kept, and those that are past it. They are deleted here by hand: nothing goes by itself.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{ObservationId, SCHOOL_YEARS_KEPT};
use crate::i18n::{DueText, Text, date, rights_text};
use crate::store::Summary;
use crate::ui::deletion::delete_all;
use crate::ui::parts::{InputKind, TextField};
use crate::ui::state::AppState;

/// So many visits are read between two breaths of the page.
const AT_ONCE: usize = 100;
/// So many are listed; all of them are counted, and can be deleted.
const SHOWN: usize = 50;

/// What was found.
#[derive(Clone, Default)]
struct Found {
    due: Vec<Summary>,
    unreadable: usize,
}

#[component]
pub fn DueCard(app: AppState, t: &'static Text) -> impl IntoView {
    let w = &rights_text(t.lang).due;
    let years = RwSignal::new(app.settings().school_years_kept());
    let found = RwSignal::new(None::<Found>);
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        app.visits_changed.track();
        let years = years.get();
        let this = asked.get_value() + 1;
        asked.set_value(this);
        spawn_local(async move {
            let all = look(app, years).await;
            // The screen may be gone, or something else asked by now.
            if asked.try_get_value() == Some(this) {
                found.set(Some(all));
            }
        });
    });
    let on_years = Callback::new(move |typed: String| {
        let typed = typed.parse::<u16>().unwrap_or(SCHOOL_YEARS_KEPT);
        app.change_settings(|settings| settings.keep_school_years = Some(typed));
        years.set(typed);
    });
    let visits = Memo::new_with_compare(
        move |_| found.with(|found| found.as_ref().map(|found| found.due.clone()).unwrap_or_default()),
        |_, _| true,
    );
    let is_asked = RwSignal::new(false);
    let status = move || {
        found.with(|found| match found {
            None => w.looking.to_owned(),
            Some(found) if found.due.is_empty() => w.nothing.to_owned(),
            Some(found) => (w.due)(found.due.len()),
        })
    };
    let unreadable = move || {
        let count = found.with(|found| found.as_ref().map_or(0, |found| found.unreadable));
        (count > 0).then(|| view! { <p class="hint">{(w.unreadable)(count)}</p> })
    };
    view! {
        <section class="card" aria-labelledby="due-title">
            <h2 id="due-title" tabindex="-1">{w.title}</h2>
            <p>{w.lead}</p>
            <div class="writes">
                <TextField id="keep-years" label=w.years hint=w.years_hint kind=InputKind::Number late=true
                    initial=years.get_untracked().to_string() on_type=on_years />
            </div>
            <p role="status">{status}</p>
            {unreadable}
            {move || visits.with(|visits| (!visits.is_empty()).then(|| view! {
                <ul class="lines">
                    {visits.iter().take(SHOWN).map(|visit| view! { <DueRow app t w visit=visit.clone() years /> }).collect_view()}
                </ul>
                <div class="actions writes">
                    <button type="button" class="btn" id="delete-due" on:click=move |_| {
                        is_asked.set(true);
                        request_animation_frame(|| browser::focus("delete-due-question"));
                    }>{(w.delete_all)(visits.len())}</button>
                </div>
            }))}
            {move || is_asked.get().then(|| view! { <Question app t w visits is_asked /> })}
        </section>
    }
}

#[component]
fn DueRow(
    app: AppState,
    t: &'static Text,
    w: &'static DueText,
    visit: Summary,
    years: RwSignal<u16>,
) -> impl IntoView {
    let id = visit.id;
    let name = t.visit_name(&visit.visit);
    let until = (w.until)(&date(visit.visit.kept_until(years.get_untracked())));
    let label = format!("{}: {name}", t.delete);
    let delete = move |_| {
        delete_all(app, vec![id]);
        browser::focus("due-title");
    };
    view! {
        <li>
            <p class="person-name">{name} " " <span class="count">{until}</span></p>
            <button type="button" class="btn btn-quiet writes" aria-label=label on:click=delete>{t.delete}</button>
        </li>
    }
}

/// All of them at once is asked first.
#[component]
fn Question(
    app: AppState,
    t: &'static Text,
    w: &'static DueText,
    visits: Memo<Vec<Summary>>,
    is_asked: RwSignal<bool>,
) -> impl IntoView {
    let keep = move |_| {
        is_asked.set(false);
        request_animation_frame(|| browser::focus("delete-due"));
    };
    let delete = move |_| {
        is_asked.set(false);
        let ids: Vec<ObservationId> =
            visits.with_untracked(|visits| visits.iter().map(|one| one.id).collect());
        delete_all(app, ids);
        browser::focus("due-title");
    };
    view! {
        <div class="notice" data-kind="warn" role="group" aria-labelledby="delete-due-question">
            <p id="delete-due-question" tabindex="-1"><b>{move || (w.really_all)(visits.with(Vec::len))}</b> " " {w.way_back}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=keep>{w.keep}</button>
                <button type="button" class="btn btn-danger" on:click=delete>{t.delete}</button>
            </div>
        </div>
    }
}

/// The visits that are past their term today, the oldest first. The page breathes in between.
async fn look(app: AppState, years: u16) -> Found {
    let today = browser::now().date_naive();
    let mut found = Found::default();
    let ids = app.shelf().visit_ids().unwrap_or_default();
    for some in ids.rchunks(AT_ONCE) {
        browser::pause().await;
        for id in some.iter().rev() {
            match app.summary(*id) {
                Ok(visit) => found.due.extend(visit.filter(|one| one.visit.is_due(years, today))),
                Err(_) => found.unreadable += 1,
            }
        }
    }
    found.due.sort_by_key(|one| (one.visit.date, one.id));
    found
}

//! The visits by school year and date.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::visit_search::VisitSearch;
use crate::browser;
use crate::domain::{Moment, ObservationId, SchoolYear, Step};
use crate::exchange::EXAMPLE_VISIT;
use crate::i18n::Text;
use crate::store::{Count, StoreError, Summary};
use crate::ui::chunks::{self, Chunk, DataScreens};
use crate::ui::parts::BottomBar;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// So many visits are read at once: a screen and a bit. The cost of this screen must not grow with what is stored.
const AT_ONCE: usize = 20;

/// That a visit left the device.
#[derive(Clone, Copy)]
struct Left {
    at: Moment,
    changed_since: bool,
}

/// What the list shows of a visit.
#[derive(Clone)]
enum Row {
    Visit(Box<Summary>, Option<Left>),
    /// A record that cannot be read, and why.
    Unreadable(ObservationId, StoreError),
}

impl Row {
    fn read(app: AppState, id: ObservationId) -> Option<Self> {
        let shelf = app.shelf();
        match app.summary(id) {
            Ok(visit) => visit.map(|visit| {
                let mark = shelf.export_mark(id).ok().flatten();
                let left = mark.map(|mark| {
                    let changed = shelf.changed_since(&mark, id, visit.revision);
                    Left { at: mark.at, changed_since: changed.unwrap_or(true) }
                });
                Self::Visit(Box::new(visit), left)
            }),
            Err(error) => Some(Self::Unreadable(id, error)),
        }
    }
}

#[component]
pub fn HomePage(app: AppState, t: &'static Text) -> impl IntoView {
    let ids = Memo::new(move |_| {
        app.visits_changed.track();
        app.shelf().visit_ids().unwrap_or_default()
    });
    let found = RwSignal::new(None::<Vec<ObservationId>>);
    let listed = Memo::new(move |_| match found.get() {
        Some(found) => ids.with(|ids| found.into_iter().filter(|id| ids.contains(id)).collect()),
        None => ids.get(),
    });
    let shown = RwSignal::new(AT_ONCE);
    let selected = RwSignal::new(None::<BTreeSet<ObservationId>>);

    // What is not in the list cannot be seen to be chosen.
    Effect::new(move |_| {
        listed.with(|listed| {
            if selected.with_untracked(|picked| picked.iter().flatten().any(|id| !listed.contains(id))) {
                selected.update(|picked| {
                    picked.iter_mut().for_each(|picked| picked.retain(|id| listed.contains(id)));
                });
            }
        });
        // Without visits there is no button that would end the choosing.
        if ids.with(Vec::is_empty) && selected.with_untracked(Option::is_some) {
            selected.set(None);
        }
    });

    let rows = Memo::new_with_compare(
        move |_| {
            app.visits_changed.track();
            let wanted = listed.with(|ids| ids.iter().take(shown.get()).copied().collect::<Vec<_>>());
            by_school_year(wanted.into_iter().filter_map(|id| Row::read(app, id)))
        },
        |_, _| true,
    );
    let delete = Callback::new(move |id| with_data_screens(app, move |data| (data.delete)(app, id)));
    let load_example = move |_| with_data_screens(app, move |data| (data.example)(app));
    let toggle_select = move |_| {
        with_data_screens(app, move |_| {
            selected.update(|picked| *picked = if picked.is_some() { None } else { Some(BTreeSet::new()) });
        });
    };
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let more = Memo::new(move |_| listed.with(Vec::len).saturating_sub(shown.get()));
    let is_long = Memo::new(move |_| ids.with(Vec::len) > AT_ONCE || found.with(Option::is_some));

    view! {
        <div class="page-head">
            <h1 id="page-title" tabindex="-1">{t.home.title}</h1>
            <nav class="page-links" aria-label=t.home.school>
                <a class="btn btn-quiet" href=Route::Insight.href()>{t.home.insight}</a>
                <a class="btn btn-quiet" href=Route::Rubrics.href()>{t.home.rubrics}</a>
                <a class="btn btn-quiet" href=Route::Plan.href()>{t.home.plan}</a>
                <a class="btn btn-quiet" href=Route::Team.href()>{t.home.team}</a>
            </nav>
        </div>
        <UpdateNotice t />
        {move || (!is_empty.get()).then(|| view! {
            <p class="hint">{move || t.last_backup(app.last_backup())}</p>
        })}
        {move || app.space.get().filter(|space| space.is_scarce()).map(|space| view! {
            <section class="notice" data-kind="warn" role="status">
                <h2>{t.home.scarce}</h2>
                <p>{(t.home.scarce_lead)(space.visits_left())}</p>
                <div class="actions"><a class="btn" href=Route::Data.href()>{t.not_kept.export}</a></div>
            </section>
        })}
        {move || is_empty.get().then(|| view! {
            <div class="empty">
                <p class="lead">{t.home.empty}</p>
                <p>{t.home.empty_privacy}</p>
                <div class="actions">
                    <button type="button" class="btn writes" on:click=load_example>{t.home.example}</button>
                </div>
            </div>
        })}
        {move || is_long.get().then(|| view! { <VisitSearch app t found count=Memo::new(move |_| listed.with(Vec::len)) /> })}
        {move || rows.get().into_iter().map(|(year, rows)| view! {
            <section class="year">
                <h2>{(t.home.school_year)(&year.to_string())}</h2>
                <ul class="visit-list">
                    {rows.into_iter().map(|row| match row {
                        Row::Visit(visit, left) => view! {
                            <VisitRow app t visit left selected delete />
                        }.into_any(),
                        Row::Unreadable(id, error) => view! { <UnreadableRow t id error /> }.into_any(),
                    }).collect_view()}
                </ul>
            </section>
        }).collect_view()}
        {move || (more.get() > 0).then(|| view! {
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| shown.update(|shown| *shown += 2 * AT_ONCE)>
                    {(t.home.more)(more.get())}
                </button>
            </div>
        })}
        {move || selected.with(Option::is_some).then(|| view! {
            <section class="card" aria-label=t.export().title>
                <h2>{t.export().title}</h2>
                {app.chunks().data.map(|data| (data.export)(app, t, Callback::new(move |()| {
                    selected.with_untracked(|picked| picked.iter().flatten().copied().collect())
                })))}
            </section>
        })}
        <BottomBar>
            {move || (!is_empty.get()).then(|| view! {
                <button type="button" class="btn" aria-pressed=move || selected.with(Option::is_some).to_string()
                    on:click=toggle_select>
                    {t.home.select}
                </button>
            })}
            <button type="button" class="btn btn-primary writes" on:click=|_| browser::set_hash(&Route::NewVisit.to_string())>
                {t.home.begin}
            </button>
        </BottomBar>
    }
}

/// Does what needs this part of the program, as soon as it is there.
fn with_data_screens(app: AppState, act: impl FnOnce(DataScreens) + 'static) {
    spawn_local(async move {
        chunks::load(app, &[Chunk::Data]).await;
        match app.chunks().data {
            Some(data) => act(data),
            // The screen that cannot be shown says why.
            None => browser::set_hash(&Route::Data.to_string()),
        }
    });
}

/// Newest school year first, in it the newest day first.
fn by_school_year(rows: impl Iterator<Item = Row>) -> Vec<(SchoolYear, Vec<Row>)> {
    let mut years: BTreeMap<SchoolYear, Vec<Row>> = BTreeMap::new();
    let this_year = SchoolYear::of(browser::now().date_naive());
    for row in rows {
        let year = match &row {
            Row::Visit(visit, ..) => SchoolYear::of(visit.visit.date),
            // Its day cannot be read; it must not be overlooked.
            Row::Unreadable(..) => this_year,
        };
        years.entry(year).or_default().push(row);
    }
    for rows in years.values_mut() {
        rows.sort_by_key(|row| match row {
            Row::Visit(visit, ..) => std::cmp::Reverse(Some(visit.visit.date)),
            Row::Unreadable(..) => std::cmp::Reverse(None),
        });
    }
    years.into_iter().rev().collect()
}

#[component]
fn VisitRow(
    app: AppState,
    t: &'static Text,
    visit: Box<Summary>,
    left: Option<Left>,
    selected: RwSignal<Option<BTreeSet<ObservationId>>>,
    delete: Callback<ObservationId>,
) -> impl IntoView {
    let id = visit.id;
    let title = t.visit_title(&visit.visit);
    let name = t.visit_name(&visit.visit);
    let (status, badge, step) = if visit.is_completed {
        ("completed", t.home.completed, Step::Check)
    } else if visit.is_planned(browser::now().date_naive()) {
        ("planned", t.home.planned, Step::Prepare)
    } else {
        ("draft", t.home.draft, visit.visit.goes_on_at())
    };
    // What a teacher was asked for herself opens as she left it: her answers are shown in the talk.
    let to = if visit.visit.own_view_of.is_some() { Route::OwnView(id) } else { Route::Visit(id, step) };
    let exported = t.export_age(left.map(|left| (left.at, left.changed_since)), browser::now());
    let Count { scored, of, is_choice } = visit.count(|rubric| app.indicators(rubric));
    let select_name = format!("{}: {name}", t.home.select_one);
    view! {
        <li class="visit-row">
            {move || selected.with(Option::is_some).then(|| view! {
                <label class="check visit-select">
                    <input type="checkbox" aria-label=select_name.clone()
                        prop:checked=move || selected.with(|picked| picked.iter().flatten().any(|one| *one == id))
                        on:change=move |ev| {
                            let on = event_target_checked(&ev);
                            selected.update(|picked| if let Some(picked) = picked {
                                if on { picked.insert(id); } else { picked.remove(&id); }
                            });
                        } />
                    <span></span>
                </label>
            })}
            <a class="visit-link" href=to.href()>
                <span class="visit-title">{title}</span>
                <span class="visit-meta">{t.visit_meta(&visit.visit)}</span>
            </a>
            <div class="visit-side">
                {(id == EXAMPLE_VISIT).then(|| view! { <span class="badge" data-status="example">{t.home.is_example}</span> })}
                <span class="badge" data-status=status>{badge}</span>
                <span class="count">{t.scored(scored, of, is_choice)}</span>
                <span class="count">{exported}</span>
            </div>
            <button type="button" class="btn btn-quiet writes" aria-label=format!("{}: {name}", t.delete)
                on:click=move |_| delete.run(id)>{t.delete}</button>
        </li>
    }
}

#[component]
fn UnreadableRow(t: &'static Text, id: ObservationId, error: StoreError) -> impl IntoView {
    view! {
        <li class="visit-row">
            <a class="visit-link" href=Route::Data.href()>
                <span class="visit-title">{t.home.unreadable}</span>
                <span class="visit-meta">{format!("{} ({id})", t.store_error(&error))}</span>
            </a>
        </li>
    }
}

/// Offers a new version of the app, here and not on a visit: nothing may take over during a lesson.
#[component]
fn UpdateNotice(t: &'static Text) -> impl IntoView {
    let waits = RwSignal::new(browser::update_waits());
    let listener = window_event_listener_untyped("lesbezoek-update-ready", move |_| waits.set(true));
    on_cleanup(move || listener.remove());
    move || {
        waits.get().then(|| view! {
            <section class="notice" data-kind="info" role="status">
                <h2>{t.update.title}</h2>
                <p>{t.update.lead}</p>
                <div class="actions">
                    <button type="button" class="btn" on:click=|_| browser::apply_update()>{t.update.apply}</button>
                </div>
            </section>
        })
    }
}

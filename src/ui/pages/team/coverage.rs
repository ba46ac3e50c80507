//! Dekking: who visited whom in a school year, who was left out, and which visits would be fair next.

mod matrix;

use std::collections::{BTreeSet, HashMap};

use leptos::prelude::*;

use crate::browser;
use crate::domain::{PersonId, PersonRef, SchoolYear, Step, Visit, VisitKind, next_school_day};
use crate::exchange::calendar_file;
use crate::i18n::{TeamText, Text, date, team_text};
use crate::insight::{Coverage, Meeting, Pair, Roster};
use crate::store::{SaveStatus, Summary};
use crate::ui::route::Route;
use crate::ui::state::AppState;
use matrix::Matrix;

/// So many visits are proposed.
const PROPOSED: usize = 6;

/// All that the screen tells of.
#[derive(Clone)]
struct Found {
    coverage: Coverage,
    planned: Vec<Summary>,
    names: Names,
}

/// What everybody is called.
#[derive(Clone)]
struct Names(HashMap<PersonId, String>);

impl Names {
    fn of(&self, id: PersonId) -> String {
        self.0.get(&id).cloned().unwrap_or_default()
    }

    fn of_all(&self, ids: &[PersonId]) -> String {
        ids.iter().map(|id| self.of(*id)).collect::<Vec<_>>().join(", ")
    }
}

#[component]
pub fn CoveragePage(app: AppState, t: &'static Text) -> impl IntoView {
    let words = team_text(t.lang);
    let w = &words.coverage;
    let this_year = SchoolYear::of(browser::now().date_naive());
    let year = RwSignal::new(this_year);
    let follow = app.who_comes_and_goes();
    let visits = Memo::new_with_compare(
        move |_| {
            follow();
            summaries(app)
        },
        |_, _| true,
    );
    let options = move || {
        let shown = year.get_untracked();
        let of_visits =
            visits.with(|visits| visits.iter().map(|one| SchoolYear::of(one.visit.date)).collect());
        let years: BTreeSet<SchoolYear> = [this_year, shown].into_iter().chain::<Vec<_>>(of_visits).collect();
        let option = |one: SchoolYear| {
            view! { <option value=one.0.to_string() selected=one == shown>{one.to_string()}</option> }
        };
        years.into_iter().rev().map(option).collect_view()
    };
    let pick = move |ev| {
        if let Ok(picked) = event_target_value(&ev).parse() {
            year.set(SchoolYear(picked));
        }
    };
    view! {
        <h1 id="page-title" tabindex="-1">{t.home.coverage}</h1>
        <p class="lead">{w.counts}</p>
        <div class="field coverage-year">
            <label for="coverage-year">{w.year}</label>
            <select id="coverage-year" on:change=pick>{options}</select>
        </div>
        {move || {
            let found = visits.with(|visits| find(app, visits, year.get()));
            view! { <Answers app t words found is_this_year=year.get() == this_year /> }
        }}
        <div class="actions"><a class="btn" href=Route::Team.href()>{w.back}</a></div>
    }
}

/// Those that cannot be read count nowhere; the list of visits names them.
fn summaries(app: AppState) -> Vec<Summary> {
    let ids = app.shelf().visit_ids().unwrap_or_default();
    ids.into_iter().filter_map(|id| app.summary(id).ok().flatten()).collect()
}

fn find(app: AppState, visits: &[Summary], year: SchoolYear) -> Found {
    let (people, _) = app.shelf().people().unwrap_or_default();
    let roster = Roster::of(&people);
    let today = browser::now().date_naive();
    let meeting = |one: &Summary| Meeting {
        visitor: roster.find(&one.visit.observer),
        visited: roster.find(&one.visit.teacher),
        date: one.visit.date,
        kind: one.visit.kind,
        is_planned: one.is_planned(today),
    };
    let meetings: Vec<_> = visits.iter().map(meeting).collect();
    let mut planned: Vec<_> = visits.iter().filter(|one| one.is_planned(today)).cloned().collect();
    planned.sort_by_key(|one| (one.visit.date, one.id));
    Found {
        coverage: Coverage::of(&people, &meetings, year),
        planned,
        names: Names(people.into_iter().map(|person| (person.id, person.profile.name)).collect()),
    }
}

#[component]
fn Answers(
    app: AppState,
    t: &'static Text,
    words: &'static TeamText,
    found: Found,
    is_this_year: bool,
) -> impl IntoView {
    let w = &words.coverage;
    let Found { coverage, planned, names } = found;
    if coverage.shares.is_empty() {
        return view! { <p class="hint">{w.empty}</p> }.into_any();
    }
    let others = (coverage.others > 0).then(|| (w.others)(coverage.others));
    let never = [(w.not_visited, coverage.never_visited()), (w.not_visiting, coverage.never_visiting())];
    let never = never.map(|(title, ids)| {
        let is_empty = ids.is_empty();
        let items = ids.into_iter().map(|id| view! { <li>{names.of(id)}</li> }).collect_view();
        view! {
            <section class="card">
                <h2>{title}</h2>
                {if is_empty { view! { <p>{w.none_missing}</p> }.into_any() } else { view! { <ul class="names">{items}</ul> }.into_any() }}
            </section>
        }
    });
    view! {
        {is_this_year.then(|| view! {
            <Planned t words planned />
            <Proposals app words pairs=coverage.fair_pairs(PROPOSED) names=names.clone() />
        })}
        {never}
        <Bands words coverage=coverage.clone() names=names.clone() />
        <Matrix words coverage names />
        {others.map(|others| view! { <p class="hint">{others}</p> })}
    }
    .into_any()
}

/// Visits that are still to come.
#[component]
fn Planned(t: &'static Text, words: &'static TeamText, planned: Vec<Summary>) -> impl IntoView {
    let w = &words.coverage;
    (!planned.is_empty()).then(|| {
        let rows = planned.into_iter().map(|Summary { id, visit, .. }| {
            let visitor = Some(visit.observer.name.clone()).filter(|name| !name.trim().is_empty());
            let visitor = visitor.unwrap_or_else(|| t.home.no_title.to_owned());
            let pair = (w.pair)(&visitor, &t.visit_title(&visit));
            let text = (w.planned_visit)(&pair, &date(visit.date));
            let name = format!("{}: {text}", w.calendar);
            let download = move |_| {
                let file = calendar_file(id, &visit, &(w.event)(&pair), browser::now());
                // A browser that refuses says so itself.
                let _ = browser::download(&format!("lesbezoek-{}.ics", visit.date), &file);
            };
            view! {
                <li>
                    <a href=Route::Visit(id, Step::Prepare).href()>{text}</a>
                    <button type="button" class="btn btn-quiet" aria-label=name on:click=download>{w.calendar}</button>
                </li>
            }
        });
        let rows = rows.collect_view();
        view! { <section class="card"><h2>{w.planned}</h2><ul class="lines planned">{rows}</ul></section> }
    })
}

/// What would be fair, with the rule, and a way to plan it.
#[component]
fn Proposals(app: AppState, words: &'static TeamText, pairs: Vec<Pair>, names: Names) -> impl IntoView {
    let w = &words.coverage;
    (!pairs.is_empty()).then(|| {
        let rows = pairs.into_iter().map(|pair| {
            let text = (w.pair)(&names.of(pair.visitor), &names.of(pair.visited));
            let name = format!("{}: {text}", w.plan);
            view! {
                <li>
                    <span>{text}</span>
                    <button type="button" class="btn writes" aria-label=name on:click=move |_| plan(app, pair)>{w.plan}</button>
                </li>
            }
        });
        let rows = rows.collect_view();
        view! {
            <section class="card">
                <h2>{w.next}</h2>
                <ol class="lines">{rows}</ol>
                <p class="hint">{w.next_rule}</p>
            </section>
        }
    })
}

/// Makes the visit and goes to it, so that its day can be set. One of today would count as one that was.
fn plan(app: AppState, Pair { visitor, visited }: Pair) {
    let [visitor_known, visited_known] = [visitor, visited].map(|id| app.shelf().known(id));
    let group = visited_known.map(|known| known.groups).filter(|groups| groups.len() == 1);
    let begun = app.begin_visit_as(|visit| Visit {
        teacher: PersonRef::of(visited),
        observer: PersonRef::of(visitor),
        date: next_school_day(browser::now().date_naive()),
        kind: VisitKind::by(visitor_known.and_then(|known| known.role)),
        group: group.into_iter().flatten().collect(),
        ..visit
    });
    match begun {
        Ok(id) => browser::set_hash(&Route::Visit(id, Step::Prepare).to_string()),
        Err(error) => app.save.set(SaveStatus::Failed(error)),
    }
}

/// Who of those who teach for as long got the fewest visits.
#[component]
fn Bands(words: &'static TeamText, coverage: Coverage, names: Names) -> impl IntoView {
    let w = &words.coverage;
    let rows = coverage.bands().into_iter().map(|band| {
        let years = band.years.map_or_else(|| w.years_unknown.to_owned(), |years| words.years(years));
        view! {
            <tr>
                <th scope="row">{years}</th>
                <td>{band.people}</td>
                <td>{band.visits}</td>
                <td>{(w.fewest)(&names.of_all(&band.least), band.fewest)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card">
            <div class="table-scroll" tabindex="0" role="group" aria-label=w.bands>
                <table class="plain bands">
                    <caption>{w.bands}</caption>
                    <thead><tr>
                        <th scope="col">{w.band}</th><th scope="col">{w.people}</th><th scope="col">{w.visits}</th><th scope="col">{w.least}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

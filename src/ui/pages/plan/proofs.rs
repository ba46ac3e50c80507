//! What proves a goal: indicators, each with where the school stands.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;
use leptos::html::Select;
use leptos::prelude::*;

use crate::browser;
use crate::domain::{Baseline, GoalEdit, GoalId, IndicatorId, Observation, Proof, Rubric, SchoolYear};
use crate::i18n::{PlanText, Text, WordsOfPlan};
use crate::insight::{Period, Question, Roster, Sample, TeamFigures, TooFewTeachers};
use crate::ui::pages::insight::fewest_teachers;
use crate::ui::plan_session::PlanSession;
use crate::ui::state::AppState;

#[component]
pub fn Proofs(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    session: PlanSession,
    goal: GoalId,
) -> impl IntoView {
    let w = &words.proof;
    let rubric = StoredValue::new_local(app.rubric_of_school());
    let proofs = Memo::new(move |_| {
        session.read(|plan| plan.goal(goal).map(|goal| goal.proofs.clone()).unwrap_or_default())
    });
    let said = RwSignal::new(String::new());
    let title_id = format!("proofs-{goal}");
    let (heading, focused) = (title_id.clone(), title_id.clone());
    let measure = Callback::new(move |indicator: IndicatorId| {
        let in_year = |year| ask(app, t, &rubric.get_value(), &indicator, Period::Year(year));
        let year = SchoolYear::of(browser::now().date_naive());
        // In autumn a year has few visits yet: then that before it says where the school stands.
        let asked = in_year(year).or_else(|why| match why {
            NotSaid::TooFew { .. } => in_year(year.before()).map_err(|_| why),
            NotSaid::Hidden => Err(why),
        });
        match asked {
            Ok(baseline) => {
                said.set((w.measured)(indicator.as_str()));
                session.tap_goal(goal, GoalEdit::Baseline(indicator, Some(baseline)));
            }
            Err(NotSaid::TooFew { teachers, fewest }) => said.set((w.too_few)(teachers, fewest)),
            Err(NotSaid::Hidden) => said.set(w.hidden.to_owned()),
        }
    });
    let look = Callback::new(move |(indicator, last): (IndicatorId, NaiveDate)| {
        match ask(app, t, &rubric.get_value(), &indicator, Period::After(last)) {
            Ok(now) => (w.since)(&words.baseline(&now)),
            Err(NotSaid::TooFew { teachers, fewest }) => (w.too_few_since)(teachers, fewest),
            Err(NotSaid::Hidden) => w.hidden.to_owned(),
        }
    });
    let remove = Callback::new(move |indicator: IndicatorId| {
        said.set(String::new());
        session.tap_goal(goal, GoalEdit::RemoveProof(indicator));
        browser::focus(&focused);
    });
    let add = Callback::new(move |indicator: IndicatorId| {
        session.tap_goal(goal, GoalEdit::InsertProof(usize::MAX, Proof { indicator, baseline: None }));
    });
    view! {
        <section class="goal-part" aria-labelledby=title_id>
            <h4 id=heading tabindex="-1">{w.title}</h4>
            <p class="hint">{w.lead}</p>
            <ul class="proofs">
                {move || proofs.get().into_iter().map(|proof| {
                    let name = rubric.with_value(|rubric| WordsOfPlan { text: words, rubric, lang: t.lang }.indicator(&proof));
                    view! { <ProofItem words proof name measure look remove /> }
                }).collect_view()}
            </ul>
            <p role="status">{move || said.get()}</p>
            {move || view! { <AddProof t words rubric=rubric.get_value() taken=proofs.get() goal add /> }}
        </section>
    }
}

#[component]
fn ProofItem(
    words: &'static PlanText,
    proof: Proof,
    name: String,
    measure: Callback<IndicatorId>,
    /// What the visits after that day say.
    look: Callback<(IndicatorId, NaiveDate), String>,
    remove: Callback<IndicatorId>,
) -> impl IntoView {
    let w = &words.proof;
    let since = RwSignal::new(String::new());
    let last = proof.baseline.as_ref().map(|baseline| baseline.until);
    let looked_at = proof.indicator.clone();
    let stands = proof.baseline.as_ref().map_or_else(|| w.none_yet.to_owned(), |one| words.baseline(one));
    let [measured, removed] = [(); 2].map(|()| proof.indicator.clone());
    let [measure_name, remove_name] =
        [w.measure, w.remove].map(|what| format!("{what}: {}", proof.indicator));
    let button = measure_id(&measured);
    view! {
        <li>
            <p class="proof-name">{name}</p>
            <p class="proof-stands">{stands}</p>
            <div class="actions">
                <button type="button" class="btn" id=button.clone() aria-label=measure_name on:click=move |_| {
                    measure.run(measured.clone());
                    let button = button.clone();
                    // The list is drawn anew.
                    request_animation_frame(move || browser::focus(&button));
                }>{w.measure}</button>
                {last.map(|last| view! {
                    <button type="button" class="btn" aria-label=format!("{}: {looked_at}", w.look)
                        on:click=move |_| since.set(look.run((looked_at.clone(), last)))>{w.look}</button>
                })}
                <button type="button" class="btn btn-quiet" aria-label=remove_name on:click=move |_| remove.run(removed.clone())>
                    {w.remove}
                </button>
            </div>
            <p class="proof-stands" role="status">{move || since.get()}</p>
        </li>
    }
}

fn measure_id(indicator: &IndicatorId) -> String {
    format!("measure-{indicator}")
}

#[component]
fn AddProof(
    t: &'static Text,
    words: &'static PlanText,
    rubric: Rc<Rubric>,
    taken: Vec<Proof>,
    goal: GoalId,
    add: Callback<IndicatorId>,
) -> impl IntoView {
    let w = &words.proof;
    let place = NodeRef::<Select>::new();
    let id = format!("goal-{goal}-indicator");
    let free = rubric.indicators().filter(|one| taken.iter().all(|proof| proof.indicator != one.id));
    let options = free.map(|one| {
        let name = format!("{} {}", one.id, one.text.get(t.lang));
        view! { <option value=one.id.to_string()>{name}</option> }
    });
    let options = options.collect_view();
    let add = move |_| {
        let Some(field) = place.get_untracked() else { return };
        let value = field.value();
        // The list stays, without the one that was taken.
        field.set_value("");
        if let Ok(indicator) = value.parse::<IndicatorId>() {
            let button = measure_id(&indicator);
            add.run(indicator);
            request_animation_frame(move || browser::focus(&button));
        }
    };
    view! {
        <div class="field-row add-proof">
            <div class="field">
                <label for=id.clone()>{w.indicator}</label>
                <select id=id node_ref=place><option value="">{w.choose}</option>{options}</select>
            </div>
            <button type="button" class="btn" on:click=add>{w.add}</button>
        </div>
    }
}

/// Why a figure is not said.
enum NotSaid {
    /// So many teachers, where so many are needed.
    TooFew { teachers: usize, fewest: usize },
    /// Beside the other figures of the year it would tell of fewer.
    Hidden,
}

/// Counts the visits of a period. Those that cannot be read count nowhere; the list of visits names them.
fn ask(
    app: AppState,
    t: &'static Text,
    rubric: &Rubric,
    indicator: &IndicatorId,
    period: Period,
) -> Result<Baseline, NotSaid> {
    let today = browser::now().date_naive();
    let shelf = app.shelf();
    // Of each school year that it touches all visits: beside the figures of the year it must tell nothing either.
    let touches = |day| match period {
        Period::Year(year) => SchoolYear::of(day) == year,
        Period::After(last) => SchoolYear::of(day) >= SchoolYear::of(last),
    };
    let counts = |id: &_| {
        let summary = shelf.summary(*id).ok().flatten();
        summary.is_some_and(|one| one.is_completed && touches(one.visit.date))
    };
    let ids = shelf.visit_ids().unwrap_or_default();
    let visits: Vec<Observation> =
        ids.into_iter().filter(counts).filter_map(|id| shelf.load(id).ok().flatten()).collect();
    let (people, _) = shelf.people().unwrap_or_default();
    let text = rubric.indicator(indicator).map_or("", |one| one.text.get(t.lang));
    let (points, fewest) = (rubric.scale.len(), fewest_teachers(app));
    let question = Question { indicator, rubric: &rubric.id, points, period, text, today, fewest };
    let roster = Roster::of(&people);
    let asked = question.ask(visits.iter().filter(|visit| period.has(visit.visit.date)), &roster);
    let baseline = asked.map_err(|TooFewTeachers { teachers }| NotSaid::TooFew { teachers, fewest })?;
    let is_hidden =
        |year| !TeamFigures::of(&Sample::of(rubric, &people, &visits, year), fewest).shows(indicator);
    let is_asked = |year| {
        let in_year = Question { period: Period::Year(year), ..question.clone() };
        in_year.ask(&visits, &roster) != Err(TooFewTeachers { teachers: 0 })
    };
    let years: BTreeSet<_> = visits.iter().map(|visit| SchoolYear::of(visit.visit.date)).collect();
    if years.into_iter().any(|year| is_asked(year) && is_hidden(year)) {
        return Err(NotSaid::Hidden);
    }
    Ok(baseline)
}

//! The growth of one teacher, over the visits that she agreed to show: who opens this screen sees nothing else of her.

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;

use super::line::LineChart;
use super::table::Twin;
use super::{Look, Material, fewest_teachers};
use crate::domain::{Answer, IndicatorId, PersonId, Rubric};
use crate::i18n::{InsightText, Text, date, insight_text};
use crate::insight::{ENOUGH, Growth, NextStep, Roster, Scale, TeamFigures, Who};
use crate::ui::route::Route;
use crate::ui::state::AppState;

#[component]
pub fn GrowthPage(app: AppState, t: &'static Text) -> impl IntoView {
    let words = insight_text(t.lang);
    let follow = app.who_comes_and_goes();
    let chosen = RwSignal::new(None::<PersonId>);
    view! {
        <h1 id="page-title" tabindex="-1">{t.home.growth}</h1>
        <p class="lead">{words.growth.lead}</p>
        {move || {
            follow();
            view! { <OfThoseShown app t words chosen /> }
        }}
        <div class="actions"><a class="btn" href=Route::Insight.href()>{t.home.insight}</a></div>
    }
}

#[component]
fn OfThoseShown(
    app: AppState,
    t: &'static Text,
    words: &'static InsightText,
    chosen: RwSignal<Option<PersonId>>,
) -> impl IntoView {
    let w = &words.growth;
    let material = Material::read(app);
    let roster = Roster::of(&material.people);
    // Those who agreed to show at least one visit.
    let shown = material.visits.iter().filter(|visit| visit.shows_growth());
    let shown: Vec<Option<PersonId>> = shown.map(|visit| roster.find(&visit.visit.teacher)).collect();
    let people = material.people.iter().filter(|person| shown.contains(&Some(person.id)));
    let options = people.map(|person| {
        let is_chosen = chosen.get_untracked() == Some(person.id);
        view! { <option value=person.id.to_string() selected=is_chosen>{person.profile.name.clone()}</option> }
    });
    let options = options.collect_view();
    let is_nobody = !shown.iter().any(Option::is_some);
    let look = Look { app, t, words, material: StoredValue::new_local(material) };
    let pick = move |ev| chosen.set(event_target_value(&ev).parse().ok());
    view! {
        {if is_nobody {
            view! { <p>{w.nobody}</p> }.into_any()
        } else {
            view! {
                <div class="field insight-year no-print">
                    <label for="growth-teacher">{w.teacher}</label>
                    <select id="growth-teacher" on:change=pick><option value="">{w.choose}</option>{options}</select>
                </div>
            }
            .into_any()
        }}
        {move || chosen.get().map(|teacher| view! { <OfTeacher look teacher /> })}
    }
}

#[component]
fn OfTeacher(look: Look, teacher: PersonId) -> impl IntoView {
    let w = &look.words.growth;
    let rubric = look.rubric();
    let growth = look.material.with_value(|material| {
        let roster = Roster::of(&material.people);
        Growth::of(&rubric, &roster, &Who::Known(teacher), &material.visits)
    });
    let reliability = growth.reliability;
    let meter = (w.reliability)(reliability.visits, reliability.observers, ENOUGH);
    let said = next_step(look, &rubric, &growth).unwrap_or_else(|| vec![(w.withheld)(ENOUGH)]);
    let said = said.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    view! {
        <section class="card" aria-labelledby="reliability-title">
            <h2 id="reliability-title">{w.how_sure}</h2>
            <p class="next-step" data-enough=reliability.is_enough().to_string()>{meter}</p>
            {said}
            <p class="hint">{w.reliability_hint}</p>
        </section>
        <Domains look growth=&growth />
        <Indicators look growth=&growth />
    }
}

/// What comes next by the ladder of the latest year, with what speaks against going by it.
fn next_step(look: Look, rubric: &Rubric, growth: &Growth) -> Option<Vec<String>> {
    let w = &look.words.growth;
    let fewest = fewest_teachers(look.app);
    let ladder = look.material.with_value(|material| {
        let year = material.years().into_iter().next()?;
        Some(TeamFigures::of(&material.sample(year), fewest).ladder)
    });
    let ladder = ladder.unwrap_or_default();
    let step: NextStep = growth.next_step(&Scale::of(rubric), &ladder)?;
    if ladder.0.is_empty() {
        return Some(vec![w.no_ladder.to_owned()]);
    }
    let name = |id: &IndicatorId| {
        format!("{id} {}", rubric.indicator(id).map_or("", |one| one.text.get(look.t.lang)))
    };
    let next = step.indicator.as_ref().map_or_else(|| w.all_reached.to_owned(), |id| (w.next)(&name(id)));
    let warnings = [
        step.does_not_fit().then(|| (w.does_not_fit)(step.against, step.most)),
        step.is_thin().then(|| (w.thin)(step.scored)),
    ];
    Some([Some(next)].into_iter().chain(warnings).flatten().collect())
}

/// A line for each domain, over its visits.
#[component]
fn Domains<'a>(look: Look, growth: &'a Growth) -> impl IntoView + use<> {
    let w = &look.words.growth;
    let rubric = look.rubric();
    let ends = Scale::of(&rubric).ends();
    let charts = rubric.domains.iter().enumerate().map(|(place, domain)| {
        let title = domain.title.get(look.t.lang).to_owned();
        let points: Vec<_> = growth
            .visits
            .iter()
            .map(|visit| (date(visit.date), visit.domains.get(place).copied().flatten()))
            .collect();
        let said = |point: &Option<(f64, usize)>| match point {
            Some((mean, n)) => vec![look.t.hundredths(*mean), n.to_string()],
            None => vec![w.nothing.to_owned(), "0".to_owned()],
        };
        let rows: Vec<_> = points.iter().map(|(day, point)| (day.clone(), said(point))).collect();
        let scores = points.iter().filter_map(|(_, point)| point.map(|(_, n)| n)).sum();
        let scored_in = points.iter().filter(|(_, point)| point.is_some()).count();
        let counted = (w.counted)(scores, scored_in, observers(growth, place));
        let columns = [w.day, look.words.chart.mean, look.words.chart.scores].map(str::to_owned);
        view! {
            <section class="figure-part">
                <h3>{title.clone()}</h3>
                <LineChart look title=title.clone() points ends />
                <p class="count">{counted}</p>
                <Twin look caption=title columns=columns.into() rows />
            </section>
        }
    });
    let charts = charts.collect_view();
    view! {
        <section class="card" aria-labelledby="growth-domains">
            <h2 id="growth-domains">{w.domains}</h2>
            {charts}
        </section>
    }
}

/// How many people watched the visits with a score in this domain.
fn observers(growth: &Growth, domain: usize) -> usize {
    let scored = growth.visits.iter().filter(|visit| visit.domains.get(domain).is_some_and(Option::is_some));
    scored.filter_map(|visit| visit.observer.as_ref()).collect::<BTreeSet<_>>().len()
}

/// Every indicator, visit by visit.
#[component]
fn Indicators<'a>(look: Look, growth: &'a Growth) -> impl IntoView + use<> {
    let w = &look.words.growth;
    let rubric: Rc<Rubric> = look.rubric();
    let rows = rubric.indicators().enumerate().map(|(place, indicator)| {
        let cell = |answer: Option<Answer>| match answer {
            Some(Answer::Score(score)) => score.get().to_string(),
            Some(Answer::NotObserved) => look.t.not_observed.to_lowercase(),
            None => "–".to_owned(),
        };
        let answers =
            growth.visits.iter().map(|visit| visit.answers.get(place).and_then(|(_, answer)| *answer));
        let name = format!("{} {}", indicator.id, indicator.text.get(look.t.lang));
        (name, answers.map(cell).collect())
    });
    let rows: Vec<_> = rows.collect();
    let days = growth.visits.iter().map(|visit| date(visit.date));
    let columns: Vec<String> = [look.words.indicators.indicator.to_owned()].into_iter().chain(days).collect();
    view! {
        <section class="card" aria-labelledby="growth-indicators">
            <h2 id="growth-indicators">{w.indicators}</h2>
            <Twin look caption=w.indicators.to_owned() columns rows is_open=true />
        </section>
    }
}

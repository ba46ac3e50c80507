//! Inzicht: what the lessons of a school year show of the team. Figures are counted when the screen opens, when a visit comes or goes and
//! when a choice on it changes, those below the first card after that is painted.

mod bar;
mod choices;
mod course;
mod divisions;
mod goal;
mod growth;
mod indicators;
mod ladder;
mod line;
mod summary;
mod table;
mod years;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::domain::{
    DomainId, Half, LangText, Observation, Person, Rubric, RubricId, RubricRef, SchoolYear, VisitKind,
};
use crate::i18n::{InsightText, Text, insight_text};
use crate::insight::{LeftOut, Sample, TeamFigures, YearFigures, domain_figures};
use crate::ui::parts::RubricPick;
use crate::ui::route::Route;
use crate::ui::state::AppState;
pub(super) use choices::fewest_teachers;
use choices::{Fewest, Halves, Years};
use course::CourseCard;
use divisions::DivisionsCard;
pub use growth::GrowthPage;
use indicators::IndicatorsCard;
use ladder::LadderCard;
use summary::SummaryCard;
use years::YearsCard;

/// All that the figures are made of, read once until a visit comes or goes; but the rubric can be chosen.
pub struct Material {
    rubric: Rc<Rubric>,
    people: Vec<Person>,
    visits: Vec<Observation>,
}

impl Material {
    /// Those that cannot be read count nowhere; the list of visits names them.
    fn read(app: AppState) -> Self {
        let shelf = app.shelf();
        let ids = shelf.visit_ids().unwrap_or_default();
        let visits = ids.into_iter().filter_map(|id| shelf.load(id).ok().flatten());
        Self {
            rubric: app.rubric_of_school(),
            people: shelf.people().unwrap_or_default().0,
            visits: visits.filter(Observation::is_completed).collect(),
        }
    }

    /// The rubrics that visits were scored with, and the one that is shown.
    fn rubrics(&self, app: AppState) -> Vec<(RubricRef, LangText)> {
        let is_used = |id: &RubricId| self.visits.iter().any(|visit| visit.rubric.id == *id);
        let all = app.rubrics().into_iter();
        all.filter(|(one, _)| one.id == self.rubric.id || is_used(&one.id)).collect()
    }

    /// The latest first.
    fn years(&self) -> Vec<SchoolYear> {
        let counted = self.visits.iter().filter(|visit| visit.visit.kind != VisitKind::SelfAssessment);
        let years: BTreeSet<_> = counted.map(|visit| SchoolYear::of(visit.visit.date)).collect();
        years.into_iter().rev().collect()
    }

    fn sample(&self, year: SchoolYear) -> Sample<'_> {
        Sample::of(&self.rubric, &self.people, &self.visits, year)
    }
}

/// The domains of each school year, the latest first, as this screen shows them with the rubric of the school.
pub(super) fn years_shown(app: AppState) -> Vec<YearFigures> {
    let (material, fewest) = (Material::read(app), fewest_teachers(app));
    let of = |year| YearFigures { year, domains: domain_figures(&material.sample(year), fewest) };
    material.years().into_iter().map(of).collect()
}

/// What every part of the screen needs.
#[derive(Clone, Copy)]
struct Look {
    app: AppState,
    t: &'static Text,
    words: &'static InsightText,
    material: StoredValue<Material, LocalStorage>,
}

impl Look {
    fn rubric(self) -> Rc<Rubric> {
        self.material.with_value(|material| Rc::clone(&material.rubric))
    }

    /// A plan asks what becomes of its goals in visits with the rubric of the school.
    fn is_of_plan(self) -> bool {
        self.rubric().id == self.app.rubric_ref().id
    }
}

#[component]
pub fn InsightPage(app: AppState, t: &'static Text) -> impl IntoView {
    let words = insight_text(t.lang);
    let follow = app.who_comes_and_goes();
    let chosen = Chosen { year: RwSignal::new(None), half: RwSignal::new(None), rubric: RwSignal::new(None) };
    view! {
        <h1 id="page-title" tabindex="-1">{t.home.insight}</h1>
        <p class="lead">{words.page.lead}</p>
        {move || {
            follow();
            view! { <OfThoseThere app t words chosen /> }
        }}
        <div class="actions"><a class="btn" href=Route::Growth.href()>{t.home.growth}</a></div>
    }
}

/// What was chosen on the screen stays when a visit comes or goes.
#[derive(Clone, Copy)]
struct Chosen {
    year: RwSignal<Option<SchoolYear>>,
    half: RwSignal<Option<Half>>,
    rubric: RwSignal<Option<RubricRef>>,
}

#[component]
fn OfThoseThere(
    app: AppState,
    t: &'static Text,
    words: &'static InsightText,
    chosen: Chosen,
) -> impl IntoView {
    let Chosen { year, half, rubric } = chosen;
    let mut material = Material::read(app);
    if let Some(chosen) = rubric.get_untracked() {
        material.rubric = app.rubric_of(&chosen);
    }
    let years = material.years();
    let rubrics = material.rubrics(app);
    let shown = rubrics.iter().find(|(one, _)| one.id == material.rubric.id).map(|(one, _)| one.clone());
    let look = Look { app, t, words, material: StoredValue::new_local(material) };
    let fewest = RwSignal::new(fewest_teachers(app));
    // In autumn the year before says more than one that just began.
    let says_something = |year: &&SchoolYear| {
        let base = look.material.with_value(|material| material.sample(**year).base());
        base.teachers >= fewest.get_untracked()
    };
    if year.get_untracked().is_none_or(|year| !years.contains(&year)) {
        year.set(years.iter().find(says_something).or(years.first()).copied());
    }
    let choose = Callback::new(move |chosen: RubricRef| {
        look.material.update_value(|material| material.rubric = app.rubric_of(&chosen));
        rubric.set(Some(chosen));
    });
    let content = move || {
        rubric.track();
        let Some(year) = year.get() else { return view! { <p>{words.page.none}</p> }.into_any() };
        view! { <OfPeriod look year half=half.get() fewest=fewest.get() /> }.into_any()
    };
    view! {
        {(!years.is_empty()).then(|| view! {
            <div class="insight-choices no-print">
                <Years words years=years.clone() year />
                <Halves words half />
                {shown.clone().filter(|_| rubrics.len() > 1).map(|chosen| view! {
                    <RubricPick t all=rubrics.clone() chosen on_pick=choose />
                })}
                <Fewest app words fewest />
            </div>
        })}
        {content}
    }
}

#[component]
fn OfPeriod(look: Look, year: SchoolYear, half: Option<Half>, fewest: usize) -> impl IntoView {
    let Look { words, material, .. } = look;
    let w = &words.page;
    let figures = material.with_value(|material| {
        let sample = material.sample(year);
        half.map_or_else(
            || TeamFigures::of(&sample, fewest),
            |half| TeamFigures::of_half(&sample, half, fewest),
        )
    });
    let base = figures.base;
    let says_nothing = if base.teachers < fewest {
        let too_few = half.map_or(w.too_few, |_| w.too_few_in_half);
        Some(too_few(base.teachers, fewest))
    } else {
        (half.is_some() && figures.domains.is_empty()).then(|| w.none_of_half.to_owned())
    };
    if let Some(why) = says_nothing {
        let left_out = left_out(words, figures.left_out);
        return view! { <p class="notice" data-kind="info">{why} " " {left_out}</p> }.into_any();
    }
    view! { <Cards look year half fewest figures=Rc::new(figures) /> }.into_any()
}

/// What is below the first card comes when that is painted.
#[component]
fn Cards(
    look: Look,
    year: SchoolYear,
    half: Option<Half>,
    fewest: usize,
    figures: Rc<TeamFigures>,
) -> impl IntoView {
    let w = &look.words.page;
    let base = figures.base;
    let left_out = left_out(look.words, figures.left_out);
    let below = StoredValue::new_local(figures.clone());
    let is_painted = RwSignal::new(false);
    let paint_rest = move || {
        is_painted.try_set(true);
    };
    request_animation_frame(move || set_timeout(paint_rest, Duration::ZERO));
    let of_year = half.is_none();
    let rubric = look.rubric();
    let is_hidden = |id: &DomainId| figures.domains.iter().all(|shown| shown.id != *id);
    let hidden = rubric.domains.iter().filter(|domain| is_hidden(&domain.id));
    let hidden: Vec<&str> = hidden.map(|domain| domain.title.get(look.t.lang)).collect();
    let hidden = (!hidden.is_empty()).then(|| (w.not_shown)(&hidden.join(", ")));
    let period = format!("{} {year}, {}", w.year, half.map_or(w.whole_year, |half| look.words.half(half)));
    view! {
        <div class="insight-base">
            <p class="paper-only">{period}</p>
            <p><b>{(w.base)(base.visits, base.teachers, base.observers)}</b>" "{left_out}</p>
            <p class="hint">{(w.privacy)(fewest)} " " {hidden} " " {w.caution}</p>
            <div class="actions"><button type="button" class="btn" on:click=|_| browser::print()>{w.print}</button></div>
        </div>
        <SummaryCard look goals=of_year.then_some(year) figures />
        {move || is_painted.get().then(|| view! {
            <IndicatorsCard look figures=below.get_value() />
            <LadderCard look figures=below.get_value() />
            {of_year.then(|| view! {
                <DivisionsCard look year fewest />
                <YearsCard look fewest />
                <CourseCard look year fewest />
            })}
            {(!of_year).then(|| view! { <p class="hint">{w.rest_of_year}</p> })}
        })}
    }
}

/// What does not count, and why.
fn left_out(words: &'static InsightText, LeftOut { own, other_rubric, no_teacher }: LeftOut) -> String {
    let w = &words.page;
    let parts = [(own, w.own), (other_rubric, w.other_rubric), (no_teacher, w.no_teacher)];
    let parts = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, text)| text(n));
    parts.collect::<Vec<_>>().join(" ")
}

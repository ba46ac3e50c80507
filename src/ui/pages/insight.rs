//! Inzicht: what the lessons of a school year show of the team. All figures are counted once, when the screen opens and when a choice
//! on it changes.

mod bar;
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

use leptos::prelude::*;

use crate::browser;
use crate::domain::{LangText, Observation, Person, Rubric, RubricId, RubricRef, SchoolYear, VisitKind};
use crate::i18n::{InsightText, Text, insight_text};
use crate::insight::{FEWEST_TEACHERS, LeftOut, Sample, TeamFigures, YearFigures, domain_figures};
use crate::ui::parts::RubricPick;
use crate::ui::route::Route;
use crate::ui::state::AppState;
use course::CourseCard;
use divisions::DivisionsCard;
pub use growth::GrowthPage;
use indicators::IndicatorsCard;
use ladder::LadderCard;
use summary::SummaryCard;
use years::YearsCard;

/// How many teachers a school may want behind each figure.
const CHOICES: [usize; 4] = [FEWEST_TEACHERS, 6, 8, 10];

/// All that the figures are made of, read once; but the rubric can be chosen.
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
    let material = Material::read(app);
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
    let year = RwSignal::new(years.iter().find(says_something).or(years.first()).copied());
    let rubric = Trigger::new();
    let choose = Callback::new(move |chosen: RubricRef| {
        look.material.update_value(|material| material.rubric = app.rubric_of(&chosen));
        rubric.notify();
    });
    let content = move || {
        rubric.track();
        let Some(year) = year.get() else { return view! { <p>{words.page.none}</p> }.into_any() };
        view! { <OfYear look year fewest=fewest.get() /> }.into_any()
    };
    view! {
        <h1 id="page-title" tabindex="-1">{t.home.insight}</h1>
        <p class="lead">{words.page.lead}</p>
        {(!years.is_empty()).then(|| view! {
            <div class="insight-choices no-print">
                <Years words years=years.clone() year />
                {shown.clone().filter(|_| rubrics.len() > 1).map(|chosen| view! {
                    <RubricPick t all=rubrics.clone() chosen on_pick=choose />
                })}
                <Fewest app words fewest />
            </div>
        })}
        {content}
        <div class="actions"><a class="btn" href=Route::Growth.href()>{t.home.growth}</a></div>
    }
}

#[component]
fn Years(
    words: &'static InsightText,
    years: Vec<SchoolYear>,
    year: RwSignal<Option<SchoolYear>>,
) -> impl IntoView {
    let shown = year.get_untracked();
    let options = years.into_iter().map(|one| {
        view! { <option value=one.0.to_string() selected=Some(one) == shown>{one.to_string()}</option> }
    });
    let options = options.collect_view();
    let pick = move |ev| {
        if let Ok(picked) = event_target_value(&ev).parse() {
            year.set(Some(SchoolYear(picked)));
        }
    };
    view! {
        <div class="field insight-year">
            <label for="insight-year">{words.page.year}</label>
            <select id="insight-year" on:change=pick>{options}</select>
        </div>
    }
}

/// Never fewer than the app allows, whatever stands in the settings.
pub(super) fn fewest_teachers(app: AppState) -> usize {
    app.settings().fewest_teachers.map_or(0, usize::from).max(FEWEST_TEACHERS)
}

/// How many teachers must stand behind a figure.
#[component]
fn Fewest(app: AppState, words: &'static InsightText, fewest: RwSignal<usize>) -> impl IntoView {
    let shown = fewest.get_untracked();
    let options = CHOICES.map(|n| view! { <option value=n.to_string() selected=n == shown>{n}</option> });
    let pick = move |ev| {
        if let Ok(picked) = event_target_value(&ev).parse::<u16>() {
            app.change_settings(|settings| settings.fewest_teachers = Some(picked));
            fewest.set(fewest_teachers(app));
        }
    };
    view! {
        <div class="field insight-year">
            <label for="fewest-teachers">{words.page.fewest}</label>
            <select id="fewest-teachers" on:change=pick>{options}</select>
        </div>
    }
}

#[component]
fn OfYear(look: Look, year: SchoolYear, fewest: usize) -> impl IntoView {
    let Look { words, material, .. } = look;
    let w = &words.page;
    let figures = material.with_value(|material| TeamFigures::of(&material.sample(year), fewest));
    let base = figures.base;
    if base.teachers < fewest {
        let left_out = left_out(words, figures.left_out);
        return view! { <p class="notice" data-kind="info">{(w.too_few)(base.teachers, fewest)} " " {left_out}</p> }
            .into_any();
    }
    let figures = Rc::new(figures);
    view! {
        <div class="insight-base">
            <p><b>{(w.base)(base.visits, base.teachers, base.observers)}</b>" "{left_out(words, figures.left_out)}</p>
            <p class="hint">{(w.privacy)(fewest)} " " {w.caution}</p>
            <div class="actions"><button type="button" class="btn" on:click=|_| browser::print()>{w.print}</button></div>
        </div>
        <SummaryCard look year figures=figures.clone() />
        <IndicatorsCard look figures=figures.clone() />
        <LadderCard look figures=figures.clone() />
        <DivisionsCard look figures=figures.clone() />
        <YearsCard look fewest />
        <CourseCard look figures />
    }
    .into_any()
}

/// What does not count, and why.
fn left_out(words: &'static InsightText, LeftOut { own, other_rubric, no_teacher }: LeftOut) -> String {
    let w = &words.page;
    let parts = [(own, w.own), (other_rubric, w.other_rubric), (no_teacher, w.no_teacher)];
    let parts = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, text)| text(n));
    parts.collect::<Vec<_>>().join(" ")
}

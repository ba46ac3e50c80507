//! What the lessons of a school year show of the team: numbers without names.

use serde::{Deserialize, Serialize};

use super::disclosure::{Cell, Counted, can_be_shown};
use super::distribution::{Distribution, Given};
use super::ladder::{Ladder, Rung};
use super::sample::{Base, LeftOut, Lesson, Sample};
use crate::domain::{Answer, DomainId, IndicatorId, RubricDomain, SchoolYear};

/// An indicator that is reached in at least so many of a hundred lessons is a strength.
pub const STRENGTH_FROM: usize = 75;
/// One that is reached in fewer is a growth point.
pub const GROWTH_BELOW: usize = 50;
/// No more of each than a team can keep in mind.
const MOST: usize = 3;

/// What the lessons of a year show, or of a half of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamFigures {
    /// What stands behind all of it.
    pub base: Base,
    /// What does not count.
    pub left_out: LeftOut,
    /// Domain by domain; none where there are too few teachers.
    pub domains: Vec<DomainFigures>,
    /// From often to seldom reached; only indicators that can be shown.
    pub ladder: Ladder,
}

/// One domain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DomainFigures {
    /// Which one.
    pub id: DomainId,
    /// All its answers together.
    pub all: Distribution,
    /// Each indicator; `None`: of too few teachers, or it would tell of such.
    pub indicators: Vec<(IndicatorId, Option<Distribution>)>,
}

/// The domains of one school year, as they leave the screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearFigures {
    /// Which year.
    pub year: SchoolYear,
    /// As in [`TeamFigures::domains`].
    pub domains: Vec<DomainFigures>,
}

impl TeamFigures {
    /// Of a year, with at least `fewest` teachers behind each figure.
    #[must_use]
    pub fn of(sample: &Sample<'_>, fewest: usize) -> Self {
        let domains = domain_figures(sample, fewest);
        Self { base: sample.base(), left_out: sample.left_out(None), ladder: ladder(&domains), domains }
    }

    /// Whether the figure of this indicator can be shown beside all others.
    #[must_use]
    pub fn shows(&self, indicator: &IndicatorId) -> bool {
        let all = self.domains.iter().flat_map(|domain| &domain.indicators);
        all.into_iter().any(|(id, figure)| id == indicator && figure.is_some())
    }

    /// What is reached most, best first: at most three that are reached in at least [`STRENGTH_FROM`] of a hundred.
    pub fn strengths(&self) -> impl Iterator<Item = &Rung> {
        let is_strength = |rung: &&Rung| rung.reached * 100 >= rung.scored * STRENGTH_FROM;
        self.ladder.0.iter().filter(is_strength).take(MOST)
    }

    /// What is reached least, the least first: at most three that are reached in fewer than [`GROWTH_BELOW`] of a hundred.
    pub fn growth_points(&self) -> impl Iterator<Item = &Rung> {
        let is_growth_point = |rung: &&Rung| rung.reached * 100 < rung.scored * GROWTH_BELOW;
        self.ladder.0.iter().rev().filter(is_growth_point).take(MOST)
    }
}

/// Of the indicators that are shown.
pub(super) fn ladder(domains: &[DomainFigures]) -> Ladder {
    let shown = domains.iter().flat_map(|domain| &domain.indicators);
    Ladder::of(shown.filter_map(|(id, answers)| Some(Rung::of(id.clone(), answers.as_ref()?))).collect())
}

/// The domains of a year and nothing else: [`TeamFigures::domains`].
#[must_use]
pub fn domain_figures(sample: &Sample<'_>, fewest: usize) -> Vec<DomainFigures> {
    let domains = sample.rubric.domains.iter();
    domains.filter_map(|domain| of_domain(sample, domain, fewest)).collect()
}

/// Each domain of a year in the order of the rubric, where enough teachers stand behind it: as in [`TeamFigures::domains`].
#[must_use]
pub fn domain_totals(sample: &Sample<'_>, fewest: usize) -> Vec<Option<Distribution>> {
    let of = |domain: &RubricDomain| {
        let lessons = sample.lessons.iter().enumerate();
        let all = lessons.flat_map(|(place, lesson)| {
            answers(domain, lesson).map(move |(_, answer)| given(place, lesson, answer))
        });
        Some(Distribution::of(&sample.scale, all)).filter(|all| all.base.teachers >= fewest)
    };
    sample.rubric.domains.iter().map(of).collect()
}

pub(super) fn given(place: usize, lesson: &Lesson<'_>, answer: Answer) -> Given {
    Given { lesson: place, teacher: lesson.teacher, observer: lesson.observer, answer }
}

/// The answers of a lesson to the indicators of a domain, each with the place of its indicator.
pub(super) fn answers<'l>(
    domain: &'l RubricDomain,
    lesson: &'l Lesson<'_>,
) -> impl Iterator<Item = (usize, Answer)> + 'l {
    let indicators = domain.indicators.iter().enumerate();
    indicators.filter_map(|(place, indicator)| Some((place, lesson.answer(indicator)?)))
}

/// The answers to an indicator, and how they count in a figure.
pub(super) type Answered = (Vec<Given>, Vec<Counted>);

/// The answers to each indicator of a domain in the lessons that `takes`. The ids are the same whatever is taken.
pub(super) fn by_indicator(
    sample: &Sample<'_>,
    domain: &RubricDomain,
    takes: impl Fn(&Lesson<'_>) -> bool,
) -> Vec<Answered> {
    let mut all: Vec<Answered> = vec![Default::default(); domain.indicators.len()];
    for (place, lesson) in sample.lessons.iter().enumerate().filter(|(_, lesson)| takes(lesson)) {
        for (indicator, answer) in answers(domain, lesson) {
            let id = place * domain.indicators.len() + indicator;
            let is_scored = matches!(answer, Answer::Score(_));
            if let Some((all, counted)) = all.get_mut(indicator) {
                all.push(given(place, lesson, answer));
                counted.push(Counted { id, teacher: lesson.teacher, is_scored });
            }
        }
    }
    all
}

/// All that is counted in them.
pub(super) fn counted_in(answered: &[Answered]) -> Vec<Counted> {
    answered.iter().flat_map(|(_, counted)| counted).copied().collect()
}

/// Each as a part of the domain.
pub(super) fn cells_of(answered: &[Answered]) -> Vec<Cell> {
    answered.iter().map(|(_, counted)| Cell { division: 0, counted: counted.clone() }).collect()
}

/// The figures of a domain and of those of its indicators that are `shown`.
pub(super) fn figures_of(
    sample: &Sample<'_>,
    domain: &RubricDomain,
    answered: Vec<Answered>,
    shown: impl IntoIterator<Item = bool>,
) -> DomainFigures {
    let all = answered.iter().flat_map(|(given, _)| given).copied();
    let all = Distribution::of(&sample.scale, all);
    let indicators = domain.indicators.iter().zip(answered).zip(shown);
    let indicators = indicators.map(|((indicator, (given, _)), shown)| {
        (indicator.id.clone(), shown.then(|| Distribution::of(&sample.scale, given)))
    });
    DomainFigures { id: domain.id.clone(), indicators: indicators.collect(), all }
}

fn of_domain(sample: &Sample<'_>, domain: &RubricDomain, fewest: usize) -> Option<DomainFigures> {
    let answered = by_indicator(sample, domain, |_| true);
    let shown = can_be_shown(&counted_in(&answered), &cells_of(&answered), fewest);
    Some(figures_of(sample, domain, answered, shown)).filter(|found| found.all.base.teachers >= fewest)
}

//! What the lessons of a school year show of the team: numbers without names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::course::CourseFigures;
use super::disclosure::{Cell, Counted, can_be_shown};
use super::distribution::{Distribution, Given};
use super::division::{Division, Part};
use super::ladder::{Ladder, Rung};
use super::sample::{Base, LeftOut, Lesson, Sample};
use crate::domain::{Answer, DomainId, IndicatorId, RubricDomain, SchoolYear};

/// An indicator that is reached in at least so many of a hundred lessons is a strength.
pub const STRENGTH_FROM: usize = 75;
/// One that is reached in fewer is a growth point.
pub const GROWTH_BELOW: usize = 50;
/// No more of each than a team can keep in mind.
const MOST: usize = 3;

/// All figures of the team in one year.
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
    /// Each way to divide, with its parts.
    pub divisions: Vec<(Division, Vec<PartFigures>)>,
    /// How the lessons went.
    pub course: CourseFigures,
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

/// A part of the visits, domain by domain in the order of the rubric; `None` as with an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct PartFigures {
    /// Which part.
    pub part: Part,
    /// What its lessons show.
    pub domains: Vec<Option<Distribution>>,
}

impl TeamFigures {
    /// Of a year, with at least `fewest` teachers behind each figure.
    #[must_use]
    pub fn of(sample: &Sample<'_>, fewest: usize) -> Self {
        let domains = domain_figures(sample, fewest);
        let shown = domains.iter().flat_map(|domain: &DomainFigures| &domain.indicators);
        let rungs = shown.filter_map(|(id, answers)| Some(Rung::of(id.clone(), answers.as_ref()?)));
        Self {
            base: sample.base(),
            left_out: sample.left_out,
            ladder: Ladder::of(rungs.collect()),
            domains,
            divisions: divide(sample, fewest),
            course: CourseFigures::of(sample, fewest),
        }
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

fn given(place: usize, lesson: &Lesson<'_>, answer: Answer) -> Given {
    Given { lesson: place, teacher: lesson.teacher, observer: lesson.observer, answer }
}

/// The answers of a lesson to the indicators of a domain, each with the place of its indicator.
fn answers<'l>(
    domain: &'l RubricDomain,
    lesson: &'l Lesson<'_>,
) -> impl Iterator<Item = (usize, Answer)> + 'l {
    let indicators = domain.indicators.iter().enumerate();
    indicators.filter_map(|(place, indicator)| Some((place, lesson.answer(indicator)?)))
}

fn of_domain(sample: &Sample<'_>, domain: &RubricDomain, fewest: usize) -> Option<DomainFigures> {
    let mut by_indicator: Vec<(Vec<Given>, Cell)> = Vec::new();
    by_indicator
        .resize_with(domain.indicators.len(), || (Vec::new(), Cell { division: 0, counted: Vec::new() }));
    let mut id = 0;
    for (place, lesson) in sample.lessons.iter().enumerate() {
        for (indicator, answer) in answers(domain, lesson) {
            let is_scored = matches!(answer, Answer::Score(_));
            if let Some((all, cell)) = by_indicator.get_mut(indicator) {
                all.push(given(place, lesson, answer));
                cell.counted.push(Counted { id, teacher: lesson.teacher, is_scored });
            }
            id += 1;
        }
    }
    let (by_indicator, cells): (Vec<_>, Vec<_>) = by_indicator.into_iter().unzip();
    let whole: Vec<Counted> = cells.iter().flat_map(|cell| cell.counted.iter().copied()).collect();
    let shown = can_be_shown(&whole, &cells, fewest);
    let all = Distribution::of(&sample.scale, by_indicator.iter().flatten().copied());
    let indicators = domain.indicators.iter().zip(by_indicator).zip(shown);
    let indicators = indicators.map(|((indicator, given), shown)| {
        (indicator.id.clone(), shown.then(|| Distribution::of(&sample.scale, given)))
    });
    (all.base.teachers >= fewest).then(|| DomainFigures {
        id: domain.id.clone(),
        indicators: indicators.collect(),
        all,
    })
}

/// The lessons of each part of each division, by place.
type Parts = Vec<(Division, Vec<(Part, Vec<usize>)>)>;

fn divide(sample: &Sample<'_>, fewest: usize) -> Vec<(Division, Vec<PartFigures>)> {
    let parts: Parts = Division::ALL.map(|division| (division, parts_of(sample, division))).into();
    let domains = sample.rubric.domains.iter().map(|domain| of_parts(sample, domain, &parts, fewest));
    let mut domains: Vec<_> = domains.map(Vec::into_iter).collect();
    let figures = parts.into_iter().map(|(division, parts)| {
        let parts = parts.into_iter().map(|(part, _)| {
            let domains = domains.iter_mut().map(|figures| figures.next().flatten()).collect();
            PartFigures { part, domains }
        });
        (division, parts.collect())
    });
    figures.collect()
}

fn parts_of(sample: &Sample<'_>, division: Division) -> Vec<(Part, Vec<usize>)> {
    let mut parts: BTreeMap<String, (Part, Vec<usize>)> = BTreeMap::new();
    for (place, lesson) in sample.lessons.iter().enumerate() {
        let (key, part) = division.part(lesson);
        let (name, places) = parts.entry(key).or_insert_with(|| (part.clone(), Vec::new()));
        // Of two spellings the first in the alphabet, whatever the order of the visits.
        if let (Part::Called(old), Part::Called(new)) = (&*name, &part)
            && new < old
        {
            *name = part;
        }
        places.push(place);
    }
    parts.into_values().collect()
}

/// For each part of each division, in their order, what its lessons show of a domain, if it can be shown.
fn of_parts(
    sample: &Sample<'_>,
    domain: &RubricDomain,
    parts: &Parts,
    fewest: usize,
) -> Vec<Option<Distribution>> {
    let seen: Vec<Vec<Answer>> = sample
        .lessons
        .iter()
        .map(|lesson| answers(domain, lesson).map(|(_, answer)| answer).collect())
        .collect();
    let counted = |id: usize| {
        let (lesson, answers) = (sample.lessons.get(id)?, seen.get(id)?);
        let is_scored = answers.iter().any(|answer| matches!(answer, Answer::Score(_)));
        (!answers.is_empty()).then_some(Counted { id, teacher: lesson.teacher, is_scored })
    };
    let places = || parts.iter().flat_map(|(_, parts)| parts).map(|(_, places)| places);
    let divisions = parts.iter().enumerate().flat_map(|(place, (_, parts))| parts.iter().map(move |_| place));
    let cells = divisions.zip(places()).map(|(division, places)| Cell {
        division,
        counted: places.iter().filter_map(|id| counted(*id)).collect(),
    });
    let cells: Vec<Cell> = cells.collect();
    let whole: Vec<Counted> = (0..sample.lessons.len()).filter_map(counted).collect();
    let shown = can_be_shown(&whole, &cells, fewest);
    let figures = places().zip(shown).map(|(places, shown)| {
        let lessons = places.iter().filter_map(|id| Some((*id, sample.lessons.get(*id)?, seen.get(*id)?)));
        let all = lessons
            .flat_map(|(id, lesson, answers)| answers.iter().map(move |answer| given(id, lesson, *answer)));
        shown.then(|| Distribution::of(&sample.scale, all))
    });
    figures.collect()
}

//! What the lessons of a year show of its parts, side by side: groups, subjects, stages, bands of experience, kinds of visit.

use std::collections::BTreeMap;

use super::disclosure::{Cell, Counted, can_be_shown};
use super::distribution::Distribution;
use super::division::{Division, Part};
use super::sample::Sample;
use super::team::{answers, given};
use crate::domain::{Answer, RubricDomain};

/// A part of the visits, domain by domain in the order of the rubric; `None` as with an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct PartFigures {
    /// Which part.
    pub part: Part,
    /// What its lessons show.
    pub domains: Vec<Option<Distribution>>,
}

/// The lessons of each part of each division, by place.
pub(super) type Parts = Vec<(Division, Vec<(Part, Vec<usize>)>)>;

/// Each way to divide the lessons of a year, with its parts. Of all of them at once, since what is shown of one of them may tell of another.
#[must_use]
pub fn differences(sample: &Sample<'_>, fewest: usize) -> Vec<(Division, Vec<PartFigures>)> {
    let parts = all_parts(sample);
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

pub(super) fn all_parts(sample: &Sample<'_>) -> Parts {
    Division::ALL.map(|division| (division, parts_of(sample, division))).into()
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
    let said = Said::of(sample, domain);
    let shown = can_be_shown(&said.whole(), &said.cells(parts), fewest);
    let places = parts.iter().flat_map(|(_, parts)| parts).map(|(_, places)| places);
    places.zip(shown).map(|(places, shown)| shown.then(|| said.distribution(places))).collect()
}

/// What each lesson says of a domain; a visit is the unit of its figures.
pub(super) struct Said<'s> {
    sample: &'s Sample<'s>,
    answers: Vec<Vec<Answer>>,
}

impl<'s> Said<'s> {
    pub(super) fn of(sample: &'s Sample<'s>, domain: &RubricDomain) -> Self {
        let of = |lesson| answers(domain, lesson).map(|(_, answer)| answer).collect();
        Self { sample, answers: sample.lessons.iter().map(of).collect() }
    }

    fn counted(&self, id: usize) -> Option<Counted> {
        let (lesson, answers) = (self.sample.lessons.get(id)?, self.answers.get(id)?);
        let is_scored = answers.iter().any(|answer| matches!(answer, Answer::Score(_)));
        (!answers.is_empty()).then_some(Counted { id, teacher: lesson.teacher, is_scored })
    }

    pub(super) fn whole(&self) -> Vec<Counted> {
        (0..self.answers.len()).filter_map(|id| self.counted(id)).collect()
    }

    /// These lessons.
    pub(super) fn cell(&self, division: usize, places: &[usize]) -> Cell {
        Cell { division, counted: places.iter().filter_map(|id| self.counted(*id)).collect() }
    }

    /// Each part of each division, in their order.
    pub(super) fn cells(&self, parts: &Parts) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (division, (_, parts)) in parts.iter().enumerate() {
            cells.extend(parts.iter().map(|(_, places)| self.cell(division, places)));
        }
        cells
    }

    /// Of these lessons.
    pub(super) fn distribution(&self, places: &[usize]) -> Distribution {
        let lessons =
            places.iter().filter_map(|id| Some((*id, self.sample.lessons.get(*id)?, self.answers.get(*id)?)));
        let all = lessons
            .flat_map(|(id, lesson, answers)| answers.iter().map(move |answer| given(id, lesson, *answer)));
        Distribution::of(&self.sample.scale, all)
    }
}

//! A half of a school year. Its figures stand beside those of the year, so whatever could be had by taking the one from the other
//! is judged with them: a half gives way.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::differences::{Said, all_parts};
use super::disclosure::{Cell, Counted, shown_in_turn};
use super::distribution::{Distribution, Given};
use super::sample::{Base, Sample};
use super::team::{DomainFigures, TeamFigures, answers, given, ladder};
use crate::domain::{Answer, RubricDomain};

/// One half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// August to January.
    First,
    /// February to July.
    Second,
}

impl Half {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The one in which a day lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        if (2..=7).contains(&day.month()) { Self::Second } else { Self::First }
    }

    /// Its name in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl TeamFigures {
    /// Of a half of the year of `sample`, with at least `fewest` teachers behind each figure.
    #[must_use]
    pub fn of_half(sample: &Sample<'_>, half: Half, fewest: usize) -> Self {
        let places = Half::ALL.map(|one| {
            let lessons = sample.lessons.iter().enumerate();
            let inside = lessons.filter(|(_, lesson)| Half::of(lesson.visit.visit.date) == one);
            inside.map(|(place, _)| place).collect::<Vec<_>>()
        });
        let parts = all_parts(sample);
        let domains = sample.rubric.domains.iter().filter_map(|domain| {
            let said = Said::of(sample, domain);
            let mut cells = said.cells(&parts);
            let later = cells.len();
            cells.extend(places.iter().map(|places| said.cell(parts.len(), places)));
            let shown = shown_in_turn(&said.whole(), &cells, later, fewest);
            // What the ways to divide leave of it.
            let is_shown = shown.get(later + half as usize).copied().unwrap_or_default();
            if is_shown { of_domain(sample, domain, half, fewest) } else { None }
        });
        let domains: Vec<DomainFigures> = domains.collect();
        let inside = sample.lessons.iter().filter(|lesson| Half::of(lesson.visit.visit.date) == half);
        Self { base: Base::of(inside), left_out: sample.left_out_of(half), ladder: ladder(&domains), domains }
    }
}

/// What is counted of an indicator in a half. Only who counts is asked of it, so answers of one teacher are one.
type Atom = BTreeSet<Counted>;

/// For each indicator, both halves. The id is the number of the atom.
fn atoms_of(sample: &Sample<'_>, domain: &RubricDomain) -> Vec<[Atom; 2]> {
    let mut atoms: Vec<[Atom; 2]> = vec![Default::default(); domain.indicators.len()];
    for lesson in &sample.lessons {
        let half = Half::of(lesson.visit.visit.date) as usize;
        for (indicator, answer) in answers(domain, lesson) {
            let is_scored = matches!(answer, Answer::Score(_));
            let counted = Counted { id: indicator * 2 + half, teacher: lesson.teacher, is_scored };
            if let Some(atom) = atoms.get_mut(indicator).and_then(|halves| halves.get_mut(half)) {
                atom.insert(counted);
            }
        }
    }
    atoms
}

/// The answers to each indicator in a half.
fn answers_in(sample: &Sample<'_>, domain: &RubricDomain, half: Half) -> Vec<Vec<Given>> {
    let mut by_indicator = vec![Vec::new(); domain.indicators.len()];
    let lessons = sample.lessons.iter().enumerate();
    for (place, lesson) in lessons.filter(|(_, lesson)| Half::of(lesson.visit.visit.date) == half) {
        for (indicator, answer) in answers(domain, lesson) {
            if let Some(all) = by_indicator.get_mut(indicator) {
                all.push(given(place, lesson, answer));
            }
        }
    }
    by_indicator
}

/// A domain in a half, beside the whole of the year, its indicators in the year, and all of them in the other half.
fn of_domain(sample: &Sample<'_>, domain: &RubricDomain, half: Half, fewest: usize) -> Option<DomainFigures> {
    let atoms = atoms_of(sample, domain);
    let counted =
        |atoms: &mut dyn Iterator<Item = &Atom>| -> Vec<Counted> { atoms.flatten().copied().collect() };
    let mut cells: Vec<Cell> =
        atoms.iter().map(|halves| Cell { division: 0, counted: counted(&mut halves.iter()) }).collect();
    let later = cells.len();
    cells.extend(Half::ALL.map(|one| {
        let mut of_half = atoms.iter().filter_map(|halves| halves.get(one as usize));
        Cell { division: 1, counted: counted(&mut of_half) }
    }));
    cells.extend(
        atoms.iter().flatten().map(|atom| Cell { division: 2, counted: counted(&mut [atom].into_iter()) }),
    );
    let whole = counted(&mut atoms.iter().flatten());
    let shown = shown_in_turn(&whole, &cells, later, fewest);
    let is_shown = |place: usize| shown.get(later + place).copied().unwrap_or_default();

    let by_indicator = answers_in(sample, domain, half);
    let all = Distribution::of(&sample.scale, by_indicator.iter().flatten().copied());
    let indicators = domain.indicators.iter().zip(by_indicator).enumerate();
    let indicators = indicators.map(|(place, (indicator, given))| {
        let is_shown = is_shown(Half::ALL.len() + place * 2 + half as usize);
        (indicator.id.clone(), is_shown.then(|| Distribution::of(&sample.scale, given)))
    });
    is_shown(half as usize).then(|| DomainFigures {
        id: domain.id.clone(),
        all,
        indicators: indicators.collect(),
    })
}

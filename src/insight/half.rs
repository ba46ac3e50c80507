//! A half of a school year. Its figures stand beside those of the year, and what the year has beyond a half is the other one: so a half is
//! shown only where both can be, and its indicators only where each of them can be in both. Then nothing finer follows from them.

use super::differences::{Parts, Said, all_parts};
use super::disclosure::{Cell, Counted, shown_in_turn, teachers};
use super::sample::{Base, Lesson, Sample};
use super::team::{
    Answered, DomainFigures, TeamFigures, by_indicator, cells_of, counted_in, figures_of, ladder,
};
use crate::domain::{Half, RubricDomain};

fn half_of(lesson: &Lesson<'_>) -> Half {
    Half::of(lesson.visit.visit.date)
}

impl TeamFigures {
    /// Of a half of the year of `sample`, with at least `fewest` teachers behind each figure.
    #[must_use]
    pub fn of_half(sample: &Sample<'_>, half: Half, fewest: usize) -> Self {
        let parts = all_parts(sample);
        let domains = sample.rubric.domains.iter();
        let domains = domains.filter(|domain| is_safe_beside_parts(sample, domain, &parts, fewest));
        let domains: Vec<_> = domains.filter_map(|domain| of_domain(sample, domain, half, fewest)).collect();
        Self {
            base: Base::of(sample.lessons.iter().filter(|lesson| half_of(lesson) == half)),
            left_out: sample.left_out(Some(half)),
            ladder: ladder(&domains),
            domains,
        }
    }
}

/// Whether both halves can be shown beside `cells`, which the year shows or not as if there were no halves; and which of those it shows.
fn beside(
    whole: &[Counted],
    mut cells: Vec<Cell>,
    halves: [Vec<Counted>; 2],
    fewest: usize,
) -> (bool, Vec<bool>) {
    let later = cells.len();
    let division = cells.iter().map(|cell| cell.division + 1).max().unwrap_or_default();
    let halves = halves.into_iter().filter(|counted| !counted.is_empty());
    cells.extend(halves.map(|counted| Cell { division, counted }));
    let mut shown = shown_in_turn(whole, &cells, later, fewest);
    let both = shown.drain(later..).all(|shown| shown);
    (both, shown)
}

/// Whether no group, subject, stage, band or kind of visit of the year gives a half of the domain away, or the other way round.
fn is_safe_beside_parts(sample: &Sample<'_>, domain: &RubricDomain, parts: &Parts, fewest: usize) -> bool {
    let said = Said::of(sample, domain);
    let halves = Half::ALL.map(|half| {
        let lessons = sample.lessons.iter().enumerate().filter(|(_, lesson)| half_of(lesson) == half);
        said.cell(0, &lessons.map(|(place, _)| place).collect::<Vec<_>>()).counted
    });
    beside(&said.whole(), said.cells(parts), halves, fewest).0
}

/// A domain in a half, as far as it can be shown beside its indicators in the year.
fn of_domain(sample: &Sample<'_>, domain: &RubricDomain, half: Half, fewest: usize) -> Option<DomainFigures> {
    let year = by_indicator(sample, domain, |_| true);
    let halves = Half::ALL.map(|one| by_indicator(sample, domain, |lesson| half_of(lesson) == one));
    let counted = halves.each_ref().map(|half| counted_in(half));
    let (both, of_year) = beside(&counted_in(&year), cells_of(&year), counted, fewest);
    let can_stand = |(_, counted): &Answered| counted.is_empty() || teachers(counted, true) >= fewest;
    let with_indicators = halves.iter().flatten().all(can_stand)
        && year.iter().zip(of_year).all(|((_, counted), shown)| shown || counted.is_empty());
    let [first, second] = halves;
    let own = match half {
        Half::First => first,
        Half::Second => second,
    };
    let shown: Vec<bool> = own.iter().map(|(_, counted)| with_indicators && !counted.is_empty()).collect();
    let found = figures_of(sample, domain, own, shown);
    (both && found.all.base.teachers >= fewest).then_some(found)
}

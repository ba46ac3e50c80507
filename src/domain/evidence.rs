//! Which lines of the log stand with which indicator, and which with none.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{DomainId, IndicatorId, LineId};
use super::log::LogLine;
use super::observation::Observation;
use super::rating::Answer;
use super::rubric::Rubric;
use super::visit::VisitKind;

impl Observation {
    /// The lines that stand with an indicator, in the order of the log: those that are its evidence, and those that were
    /// tagged with it.
    pub fn lines_with(&self, id: &IndicatorId) -> impl Iterator<Item = &LogLine> {
        let evidence = self.rating(id).map(|rating| &rating.evidence);
        self.log.iter().filter(move |line| {
            line.indicator.as_ref() == Some(id)
                || evidence.is_some_and(|evidence| evidence.contains(&line.id))
        })
    }

    /// How many lines stand with each indicator, of those with any: one walk through the log.
    #[must_use]
    pub fn lines_by_indicator(&self) -> BTreeMap<&IndicatorId, usize> {
        let mut lines: BTreeMap<&IndicatorId, BTreeSet<LineId>> = BTreeMap::new();
        let mut known = BTreeSet::new();
        for line in &self.log {
            known.insert(line.id);
            if let Some(id) = &line.indicator {
                lines.entry(id).or_default().insert(line.id);
            }
        }
        for (id, rating) in self.ratings.iter().filter(|(_, rating)| !rating.evidence.is_empty()) {
            // What was imported may name a line that the log lacks.
            lines.entry(id).or_default().extend(rating.evidence.intersection(&known));
        }
        let lines = lines.into_iter().map(|(id, lines)| (id, lines.len()));
        lines.filter(|(_, count)| *count > 0).collect()
    }

    /// Whether anything is kept with an indicator: a rating, or a line.
    #[must_use]
    pub fn keeps_something(&self, id: &IndicatorId) -> bool {
        self.rating(id).is_some_and(|rating| !rating.is_empty()) || self.lines_with(id).next().is_some()
    }

    /// Whether the teacher rates her own lesson and nothing was noted in it: then nobody asks which lines a score rests on.
    #[must_use]
    pub fn is_from_memory(&self) -> bool {
        self.visit.kind == VisitKind::SelfAssessment && self.log.is_empty()
    }

    /// Whether a score at an end of the scale stands alone: without a look-for, a note or a line. The teacher will ask what
    /// it rests on; of what she gave herself [from memory](Self::is_from_memory) she knows.
    #[must_use]
    pub fn lacks_proof(&self, rubric: &Rubric, id: &IndicatorId) -> bool {
        !self.is_from_memory()
            && self.rating(id).is_some_and(|rating| {
                let is_outer = matches!(rating.answer, Some(Answer::Score(score)) if rubric.is_outer(score));
                is_outer && rating.look_fors.is_empty() && rating.note.is_empty()
            })
            && self.lines_with(id).next().is_none()
    }

    /// The lines that stand with no indicator of `rubric`, by the domain that they were tagged with, in the order of the
    /// rubric; at the end, under `None`, those without a domain, or with one that the rubric lacks. Lines without a word or
    /// a meaning say nothing and are left out, and so is a domain without lines.
    #[must_use]
    pub fn loose_lines<'a>(&'a self, rubric: &'a Rubric) -> Vec<(Option<&'a DomainId>, Vec<&'a LogLine>)> {
        let linked: BTreeSet<LineId> =
            rubric.indicators().flat_map(|one| self.lines_with(&one.id)).map(|line| line.id).collect();
        let says = |line: &LogLine| !line.text.trim().is_empty() || !line.meaning.trim().is_empty();
        let is_loose = |line: &&LogLine| !linked.contains(&line.id) && says(line);
        let loose: Vec<_> = self.log.iter().filter(is_loose).collect();
        let domain_of = |line: &LogLine| {
            line.domain.as_ref().and_then(|id| rubric.domains.iter().position(|domain| domain.id == *id))
        };
        let domains = rubric.domains.iter().enumerate();
        let groups = domains.map(|(place, domain)| (Some(place), Some(&domain.id))).chain([(None, None)]);
        let groups = groups.map(|(place, id)| {
            (id, loose.iter().copied().filter(|line| domain_of(line) == place).collect::<Vec<_>>())
        });
        groups.filter(|(_, lines)| !lines.is_empty()).collect()
    }
}

//! What the lessons of the school show, as a part of its plan on paper: the words and figures of Inzicht.

use super::super::{insight_text, text};
use super::WordsOfPlan;
use super::words::times_given;
use crate::domain::Plan;
use crate::exchange::{PlanLine, PlanPart, PlanRow, ScoreCounts};
use crate::insight::{Distribution, DomainFigures, YearFigures};

impl WordsOfPlan<'_> {
    /// The domains of the year of the plan or, where that has nothing yet, of the year before; as with the baselines of its goals.
    #[must_use]
    pub fn lessons(&self, plan: &Plan, years: &[YearFigures]) -> Option<PlanPart> {
        let of = |year| years.iter().find(|one| one.year == year && !one.domains.is_empty());
        let shown = of(plan.year).or_else(|| of(plan.year.before()))?;
        let title = format!("{} {}", insight_text(self.lang).summary.title, shown.year);
        Some(PlanPart { title, rows: shown.domains.iter().map(|domain| self.row_of(domain)).collect() })
    }

    fn row_of(&self, DomainFigures { id, all, .. }: &DomainFigures) -> PlanRow {
        let words = insight_text(self.lang);
        let reached = (words.chart.percent)(all.percent_reached());
        let mean = words.mean(text(self.lang), all).map(|mean| format!("\n{mean}")).unwrap_or_default();
        let scores = counts(all);
        let times = times_given(&scores.times);
        let said = format!("{}: {reached}{mean}\n{times}\n{}", words.chart.reached, words.facts(all));
        let line = PlanLine { text: said, scores: Some(scores) };
        PlanRow { label: self.rubric.domain_title(id, self.lang), lines: vec![line], is_list: false }
    }
}

fn counts(all: &Distribution) -> ScoreCounts {
    let count = |n: &usize| u32::try_from(*n).unwrap_or(u32::MAX);
    ScoreCounts { times: all.scores.iter().map(count).collect(), reached: count(&all.reached) }
}

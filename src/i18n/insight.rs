//! The texts of Inzicht. Apart from the others: they come with the part of the program that shows them.

mod en;
mod nl;

use super::text::{Text, texts};
use crate::domain::{Half, Lang, VisitKind};
use crate::insight::{Base, Distribution, Division, Part, Stage};

/// The texts of Inzicht in one language.
#[must_use]
pub fn insight_text(lang: Lang) -> &'static InsightText {
    match lang {
        Lang::Nl => &nl::INSIGHT,
        Lang::En => &en::INSIGHT,
    }
}

/// The texts of Inzicht.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct InsightText {
    pub page: PageText,
    pub chart: ChartText,
    pub summary: SummaryText,
    pub indicators: IndicatorsText,
    pub ladder: LadderText,
    pub divisions: DivisionsText,
    pub years: YearsText,
    pub course: CourseText,
    pub growth: GrowthText,
}

texts!(
    /// The screen.
    PageText { lead, year, fewest, none, caution, print, period, whole_year, first_half, second_half, rest_of_year, none_of_half } fns {
        base: fn(usize, usize, usize), too_few: fn(usize, usize), too_few_in_half: fn(usize, usize), not_shown: fn(&str), privacy: fn(usize), own: fn(usize), other_rubric: fn(usize), no_teacher: fn(usize),
    }
);
texts!(
    /// What charts have in common.
    ChartText { as_table, as_chart, legend_hint, scores, visits, teachers, observers, not_observed, reached, mean, interval } fns {
        reached_is: fn(&str), percent: fn(usize), facts: fn(&Base, usize), not_seen: fn(usize), mean_is: fn(&str, &str, &str), count_of: fn(&str, usize), or: fn(&str, &str),
    }
);
texts!(
    /// The first card.
    SummaryText { title, domain, strengths, growth, no_strengths, no_growth, make_goal } fns {
        strength_rule: fn(usize), growth_rule: fn(usize), of_scores: fn(usize, usize),
    }
);
texts!(
    /// Every indicator.
    IndicatorsText { title, indicator, hidden }
);
texts!(
    /// From often to seldom reached.
    LadderText { title, lead, no_next, caution, few } fns { next: fn(&str), chart: fn(usize) }
);
texts!(
    /// Differences.
    DivisionsText { title, choose, group, subject, stage, years, kind, hint, lower, middle, upper, unknown, too_few, none, caution, stage_hint } fns {
        cell: fn(usize, usize),
    }
);
texts!(
    /// School years side by side.
    YearsText { title, hint, only_one }
);
texts!(
    /// How lessons go.
    CourseText { title, phases, phase, minutes, feedback_hint, counter, times, on_task, off_task, none, noted_in } fns {
        minutes_of: fn(&str), on_task_is: fn(usize, usize), taps: fn(usize, usize),
    }
);

texts!(
    /// One teacher.
    GrowthText { lead, teacher, choose, nobody, how_sure, reliability_hint, all_reached, no_ladder, domains, day, nothing, indicators } fns {
        reliability: fn(usize, usize, usize), counted: fn(usize, usize, usize), withheld: fn(usize), next: fn(&str), does_not_fit: fn(usize, usize), thin: fn(usize),
    }
);

impl InsightText {
    /// A way to divide.
    #[must_use]
    pub fn division(&self, division: Division) -> &'static str {
        match division {
            Division::Group => self.divisions.group,
            Division::Subject => self.divisions.subject,
            Division::Stage => self.divisions.stage,
            Division::Years => self.divisions.years,
            Division::Kind => self.divisions.kind,
        }
    }

    /// A half of a year.
    #[must_use]
    pub fn half(&self, half: Half) -> &'static str {
        match half {
            Half::First => self.page.first_half,
            Half::Second => self.page.second_half,
        }
    }

    /// A part of it.
    #[must_use]
    pub fn part(&self, t: &Text, part: &Part) -> String {
        let kind = |kind: VisitKind| t.kind(kind).to_owned();
        match part {
            Part::Called(name) => name.clone(),
            Part::Stage(Stage::Lower) => self.divisions.lower.to_owned(),
            Part::Stage(Stage::Middle) => self.divisions.middle.to_owned(),
            Part::Stage(Stage::Upper) => self.divisions.upper.to_owned(),
            Part::Years(years) => super::team_text(t.lang).years(*years),
            Part::Kind(one) => kind(*one),
            Part::Unknown => self.divisions.unknown.to_owned(),
        }
    }

    /// "Gemiddeld 2,79; met 95 % zekerheid tussen 2,60 en 2,97".
    #[must_use]
    pub fn mean(&self, t: &Text, answers: &Distribution) -> Option<String> {
        let mean = answers.mean?;
        let [mean, low, high] = [mean.mean, mean.low, mean.high].map(|number| t.hundredths(number));
        Some((self.chart.mean_is)(&mean, &low, &high))
    }

    /// "1353 scores · 188 bezoeken · 25 leraren · 28 observatoren · 173 keer niet gezien".
    #[must_use]
    pub fn facts(&self, answers: &Distribution) -> String {
        let facts = (self.chart.facts)(&answers.base, answers.scored());
        let not_seen = (answers.not_observed > 0).then(|| (self.chart.not_seen)(answers.not_observed));
        [Some(facts), not_seen].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

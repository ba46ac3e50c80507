//! The table of the team: what Inzicht shows of each school year, and nothing that it hides.

use super::WordsOfTables;
use crate::domain::Score;
use crate::exchange::{Cell, Column, Sheet, Table};
use crate::i18n::insight_text;
use crate::insight::{Distribution, DomainFigures, YearFigures};

impl WordsOfTables<'_> {
    /// Of each year a line for each domain and for each of its indicators; `None` if there is nothing to show. An indicator that
    /// cannot be shown has its name and why.
    #[must_use]
    pub fn team_table(&self, years: &[YearFigures]) -> Option<Table> {
        let rows = years.iter().flat_map(|one| {
            let year = one.year.to_string();
            one.domains.iter().flat_map(move |domain| self.rows_of(&year, domain))
        });
        let rows: Vec<_> = rows.collect();
        let points = self.points().map(Column::TimesGiven);
        let names = [Column::Year, Column::Domain, Column::Indicator, Column::Sentence].into_iter();
        let rest = [
            Column::NotObserved,
            Column::Mean,
            Column::Visits,
            Column::Teachers,
            Column::Observers,
            Column::Remark,
        ];
        let columns = names.chain(points).chain(rest).collect();
        (!rows.is_empty()).then_some(Table { sheet: Sheet::Team, columns, rows })
    }

    fn points(&self) -> impl Iterator<Item = Score> {
        self.plan.rubric.scale.iter().map(|point| point.value)
    }

    fn rows_of(&self, year: &str, domain: &DomainFigures) -> Vec<Vec<Cell>> {
        let (rubric, lang) = (self.plan.rubric, self.text.lang);
        let row = |indicator: &str, text: &str, answers: Option<&Distribution>| {
            let title = rubric.domain_title(&domain.id, lang);
            let names = [Cell::text(year), Cell::text(title), Cell::text(indicator), Cell::text(text)];
            names.into_iter().chain(self.numbers(answers)).collect()
        };
        let together = row("", self.tables.together, Some(&domain.all));
        let indicators = domain.indicators.iter().map(|(id, answers)| {
            let text = rubric.indicator(id).map_or("", |one| one.text.get(lang));
            row(id.as_str(), text, answers.as_ref())
        });
        [together].into_iter().chain(indicators).collect()
    }

    fn numbers(&self, answers: Option<&Distribution>) -> Vec<Cell> {
        let Some(answers) = answers else {
            let empty = self.points().map(|_| Cell::Empty).chain([const { Cell::Empty }; 5]);
            let why = insight_text(self.text.lang).indicators.hidden;
            return empty.chain([Cell::text(why)]).collect();
        };
        let scores = (0..)
            .zip(self.points())
            .map(|(place, _)| Cell::some(answers.scores.get(place), |n| Cell::count(*n)));
        let base = answers.base;
        let rest = [
            Cell::count(answers.not_observed),
            Cell::some(answers.mean, |mean| Cell::Number(mean.mean)),
            Cell::count(base.visits),
            Cell::count(base.teachers),
            Cell::count(base.observers),
            Cell::Empty,
        ];
        scores.chain(rest).collect()
    }
}

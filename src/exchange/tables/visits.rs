//! The tables of visits.

use super::{Cell, Column, Sheet, Table, TableWords, answer_cells};
use crate::domain::{Indicator, Observation, Rubric};

/// Visits with their rubrics. The number of a visit is its place here, counted from 1.
type Visits<'a> = [(&'a Observation, &'a Rubric)];

fn numbered<'a>(visits: &'a Visits<'a>) -> impl Iterator<Item = (Cell, &'a Observation, &'a Rubric)> {
    visits.iter().enumerate().map(|(place, (visit, rubric))| (Cell::count(place + 1), *visit, *rubric))
}

/// The first columns of every table of visits.
const HEAD: [Column; 4] = [Column::Visit, Column::Date, Column::Teacher, Column::Observer];

fn head(number: Cell, visit: &Observation) -> [Cell; 4] {
    let visit = &visit.visit;
    [number, Cell::Day(visit.date), Cell::text(&visit.teacher.name), Cell::text(&visit.observer.name)]
}

fn columns<const N: usize>(rest: [Column; N]) -> Vec<Column> {
    HEAD.into_iter().chain(rest).collect()
}

pub(super) fn visits(words: &dyn TableWords, visits: &Visits) -> Table {
    let row = |(number, one, rubric): (Cell, &Observation, &Rubric)| {
        let (visit, progress) = (&one.visit, one.progress(rubric));
        let completed = if one.is_completed() { Cell::text(words.yes()) } else { Cell::Empty };
        let rest = [
            Cell::text(words.visit_kind(visit.kind)),
            Cell::text(&visit.group),
            Cell::text(&visit.subject),
            Cell::some(visit.pupils, |pupils| Cell::Count(pupils.into())),
            Cell::some(visit.started_at, Cell::Time),
            Cell::some(visit.ended_at, Cell::Time),
            completed,
            Cell::count(progress.scored),
            Cell::count(progress.not_observed),
            Cell::count(progress.of),
            Cell::text(format!("{} ({})", rubric.title.get(words.lang()), rubric.version)),
            Cell::text(one.objection.as_ref().map(|said| &*said.text).unwrap_or_default()),
            Cell::text(one.id.to_string()),
        ];
        head(number, one).into_iter().chain(rest).collect()
    };
    let rest = [
        Column::Kind,
        Column::Group,
        Column::Subject,
        Column::Pupils,
        Column::Begin,
        Column::End,
        Column::Completed,
        Column::Scored,
        Column::NotObserved,
        Column::Of,
        Column::Rubric,
        Column::Objection,
        Column::Id,
    ];
    Table { sheet: Sheet::Visits, columns: columns(rest), rows: numbered(visits).map(row).collect() }
}

/// Indicators with nothing kept have no row; what stands with an indicator that the rubric lacks has none either.
pub(super) fn ratings(words: &dyn TableWords, visits: &Visits) -> Table {
    let mut rows = Vec::new();
    for (number, visit, rubric) in numbered(visits) {
        for (domain, indicator) in
            rubric.domains.iter().flat_map(|domain| domain.indicators.iter().map(move |one| (domain, one)))
        {
            let Some(rating) = visit.rating(&indicator.id) else { continue };
            let rest = [
                Cell::text(domain.title.get(words.lang())),
                Cell::text(indicator.id.to_string()),
                Cell::text(indicator.text.get(words.lang())),
            ];
            let seen = [Cell::text(look_fors(words, visit, indicator)), Cell::text(&rating.note)];
            let cells = head(number.clone(), visit).into_iter().chain(rest);
            rows.push(cells.chain(answer_cells(words, rating.answer)).chain(seen).collect());
        }
    }
    let rest = [
        Column::Domain,
        Column::Indicator,
        Column::Sentence,
        Column::Score,
        Column::NotObserved,
        Column::LookFors,
        Column::Note,
    ];
    Table { sheet: Sheet::Ratings, columns: columns(rest), rows }
}

fn look_fors(words: &dyn TableWords, visit: &Observation, indicator: &Indicator) -> String {
    let seen = visit.rating(&indicator.id).map(|rating| &rating.look_fors);
    let seen = indicator.look_fors.iter().filter(|one| seen.is_some_and(|seen| seen.contains(&one.id)));
    seen.map(|one| one.text.get(words.lang())).collect::<Vec<_>>().join("\n")
}

pub(super) fn log(words: &dyn TableWords, visits: &Visits) -> Table {
    let mut rows = Vec::new();
    for (number, visit, rubric) in numbered(visits) {
        for line in &visit.log {
            let domain = line.domain.as_ref().map(|id| rubric.domain_title(id, words.lang()));
            let rest = [
                Cell::Time(line.at),
                Cell::text(&line.text),
                Cell::text(&line.meaning),
                Cell::text(domain.unwrap_or_default()),
                Cell::some(line.indicator.as_ref(), |id| Cell::text(id.to_string())),
                Cell::some(line.sign, |sign| Cell::text(words.line_sign(sign))),
            ];
            rows.push(head(number.clone(), visit).into_iter().chain(rest).collect());
        }
    }
    let rest = [Column::Time, Column::Seen, Column::Meaning, Column::Domain, Column::Indicator, Column::Sign];
    Table { sheet: Sheet::Log, columns: columns(rest), rows }
}

pub(super) fn agreements(visits: &Visits) -> Table {
    let mut rows = Vec::new();
    for (number, visit, _) in numbered(visits) {
        for one in visit.talk.agreements.iter().filter(|one| !one.what.trim().is_empty()) {
            let rest = [Cell::text(&one.what), Cell::text(&one.who), Cell::some(one.when, Cell::Day)];
            rows.push(head(number.clone(), visit).into_iter().chain(rest).collect());
        }
    }
    let rest = [Column::What, Column::Who, Column::When];
    Table { sheet: Sheet::Agreements, columns: columns(rest), rows }
}

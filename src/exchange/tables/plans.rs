//! The tables of plans.

use super::super::plan_text::AFTER;
use super::{Cell, Column, Sheet, Table, TableWords};
use crate::domain::{CheckPoint, Goal, GoalField, Plan};

/// In the order in which the plan is read.
fn fields() -> impl Iterator<Item = GoalField> {
    GoalField::BEFORE_PROOF.into_iter().chain(AFTER)
}

/// The goals with their plan and their number in it.
fn numbered(plans: &[Plan]) -> impl Iterator<Item = ([Cell; 2], &Goal)> {
    plans.iter().flat_map(|plan| {
        let year = Cell::text(plan.year.to_string());
        let goals = plan.goals.iter().enumerate();
        goals.map(move |(place, goal)| ([year.clone(), Cell::count(place + 1)], goal))
    })
}

const HEAD: [Column; 2] = [Column::Year, Column::Goal];

pub(super) fn goals(words: &dyn TableWords, plans: &[Plan]) -> Table {
    let row = |(head, goal): ([Cell; 2], &Goal)| {
        let proofs: Vec<_> = goal.proofs.iter().map(|proof| words.plan().proof(proof).text).collect();
        let chosen = [
            Cell::some(goal.level, |level| Cell::text(words.plan().level(level))),
            Cell::text(proofs.join("\n")),
            Cell::text(words.plan().status(goal.status)),
        ];
        let texts = fields().map(|field| Cell::text(goal.text(field)));
        head.into_iter().chain(texts).chain(chosen).collect()
    };
    let fields = fields().map(Column::Field);
    let columns = HEAD.into_iter().chain(fields).chain([Column::Level, Column::Proofs, Column::Status]);
    Table { sheet: Sheet::Goals, columns: columns.collect(), rows: numbered(plans).map(row).collect() }
}

pub(super) fn activities(words: &dyn TableWords, plans: &[Plan]) -> Table {
    let mut rows = Vec::new();
    for (head, goal) in numbered(plans) {
        for one in &goal.activities {
            let rest = [
                Cell::some(one.kind, |kind| Cell::text(words.plan().kind(kind))),
                Cell::text(&one.text),
                Cell::text(&one.who),
                Cell::some(one.term, |term| Cell::text(words.plan().term(term))),
                Cell::some(one.from, Cell::Day),
                Cell::some(one.until, Cell::Day),
            ];
            rows.push(head.iter().cloned().chain(rest).collect());
        }
    }
    let rest = [Column::Kind, Column::What, Column::Who, Column::Term, Column::From, Column::Until];
    Table { sheet: Sheet::Activities, columns: HEAD.into_iter().chain(rest).collect(), rows }
}

pub(super) fn checks(words: &dyn TableWords, plans: &[Plan]) -> Table {
    let mut rows = Vec::new();
    for plan in plans {
        for point in CheckPoint::conditions().iter().chain(CheckPoint::marks()) {
            let Some(check) = plan.checks.get(point) else { continue };
            rows.push(vec![
                Cell::text(plan.year.to_string()),
                Cell::text(words.plan().point(*point)),
                Cell::some(check.answer, |answer| Cell::text(words.plan().answer(answer))),
                Cell::text(&check.note),
            ]);
        }
    }
    let columns = vec![Column::Year, Column::Point, Column::Answer, Column::Note];
    Table { sheet: Sheet::Checks, columns, rows }
}

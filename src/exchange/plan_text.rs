//! A plan in words: as plain text to be copied into another program, and in the same order on paper.

use chrono::NaiveDate;

use super::layout::Layout;
use crate::domain::{
    Activity, ActivityKind, CheckAnswer, CheckPoint, Goal, GoalField, GoalStatus, Level, Plan, Proof,
    SchoolYear, Term,
};

/// A label of the plan other than those of the texts of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names what it is the label of")]
pub enum PlanWord {
    Vision,
    Level,
    Proofs,
    Activities,
    Status,
    Conditions,
    Marks,
    /// How a bar of scores is read.
    Bar,
}

/// The words of one language.
pub trait PlanWords {
    /// The heading of all.
    fn title(&self, year: SchoolYear) -> String;
    /// The heading of the goal at this place, counted from 1.
    fn goal(&self, number: usize, goal: &Goal) -> String;
    /// A label.
    fn word(&self, word: PlanWord) -> &str;
    /// The label of a text of a goal.
    fn field(&self, field: GoalField) -> &str;
    /// A level.
    fn level(&self, level: Level) -> &str;
    /// How far a goal is.
    fn status(&self, status: GoalStatus) -> &str;
    /// A kind of activity.
    fn kind(&self, kind: ActivityKind) -> &str;
    /// How soon.
    fn term(&self, term: Term) -> &str;
    /// What proves a goal, with where the school stands.
    fn proof(&self, proof: &Proof) -> PlanLine;
    /// A point of the two lists.
    fn point(&self, point: CheckPoint) -> &str;
    /// How far it is so.
    fn answer(&self, answer: CheckAnswer) -> &str;
    /// A day.
    fn day(&self, day: NaiveDate) -> String;
}

/// A part of the plan: a goal, or what stands before or after the goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanPart {
    /// Its heading.
    pub title: String,
    /// What is filled in.
    pub rows: Vec<PlanRow>,
}

/// A label with what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    /// What it is.
    pub label: String,
    /// One text, or the items of a list.
    pub lines: Vec<PlanLine>,
    /// Whether it is a list.
    pub is_list: bool,
}

/// A text of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// What it says.
    pub text: String,
    /// The scores that it tells of, where a picture can stand beside it.
    pub scores: Option<ScoreCounts>,
}

/// How often each score was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreCounts {
    /// For each point of the scale, the lowest first.
    pub times: Vec<u32>,
    /// How many of them lie in the upper half of the scale.
    pub reached: u32,
}

impl From<String> for PlanLine {
    fn from(text: String) -> Self {
        Self { text, scores: None }
    }
}

/// The texts of a goal that stand after its activities.
pub(super) const AFTER: [GoalField; 8] = [
    GoalField::Organisation,
    GoalField::Training,
    GoalField::Involved,
    GoalField::Period,
    GoalField::Owner,
    GoalField::EvaluationHow,
    GoalField::EvaluationWhen,
    GoalField::Costs,
];

/// All that is filled in, in the order in which it is read.
#[must_use]
pub fn plan_outline(words: &dyn PlanWords, plan: &Plan) -> Vec<PlanPart> {
    let vision = text_row(words.word(PlanWord::Vision), &plan.vision);
    let first = PlanPart { title: words.title(plan.year), rows: vision.into_iter().collect() };
    let goals = plan
        .goals
        .iter()
        .enumerate()
        .map(|(place, goal)| PlanPart { title: words.goal(place + 1, goal), rows: goal_rows(words, goal) });
    let lists = [(PlanWord::Conditions, CheckPoint::conditions()), (PlanWord::Marks, CheckPoint::marks())];
    let lists = lists.map(|(title, points)| PlanPart {
        title: words.word(title).to_owned(),
        rows: points.iter().filter_map(|point| check_row(words, plan, *point)).collect(),
    });
    let lists = lists.into_iter().filter(|part| !part.rows.is_empty());
    std::iter::once(first).chain(goals).chain(lists).collect()
}

/// The whole plan as plain text.
#[must_use]
pub fn plan_as_text(words: &dyn PlanWords, plan: &Plan) -> String {
    let mut layout = Layout::default();
    for PlanPart { title, rows } in plan_outline(words, plan) {
        layout.heading(&title);
        for PlanRow { label, lines, is_list } in rows {
            if is_list {
                layout.list(0, &label, lines.into_iter().map(|line| line.text));
            } else {
                lines.iter().for_each(|line| layout.labelled(0, &label, &line.text));
            }
        }
    }
    layout.into_text()
}

fn goal_rows(words: &dyn PlanWords, goal: &Goal) -> Vec<PlanRow> {
    let texts = |fields: &'static [GoalField]| {
        fields.iter().map(|field| text_row(words.field(*field), goal.text(*field)))
    };
    let level = goal.level.map_or("", |level| words.level(level));
    let proofs = goal.proofs.iter().map(|proof| words.proof(proof));
    let activities = goal.activities.iter().map(|activity| activity_line(words, activity).into());
    let own = [
        text_row(words.word(PlanWord::Level), level),
        list_row(words.word(PlanWord::Proofs), proofs),
        list_row(words.word(PlanWord::Activities), activities),
    ];
    let status = text_row(words.word(PlanWord::Status), words.status(goal.status));
    texts(&GoalField::BEFORE_PROOF).chain(own).chain(texts(&AFTER)).chain([status]).flatten().collect()
}

/// "Workshop: modelen in rekenen [kort, 01-09-2026 – 01-12-2026, Noor]".
fn activity_line(words: &dyn PlanWords, activity: &Activity) -> String {
    let days = [activity.from, activity.until].into_iter().flatten().map(|day| words.day(day));
    let days = days.collect::<Vec<_>>().join(" – ");
    let term = activity.term.map_or("", |term| words.term(term));
    let about = joined(", ", [term, &days, activity.who.trim()]);
    let kind = activity.kind.map_or("", |kind| words.kind(kind));
    let what = joined(": ", [kind, activity.text.trim()]);
    if about.is_empty() { what } else { format!("{what} [{about}]").trim().to_owned() }
}

fn check_row(words: &dyn PlanWords, plan: &Plan, point: CheckPoint) -> Option<PlanRow> {
    let check = plan.checks.get(&point)?;
    let answer = check.answer.map_or("", |answer| words.answer(answer));
    text_row(words.point(point).trim_end_matches('.'), &joined(". ", [answer, check.note.trim()]))
}

fn joined<const N: usize>(between: &str, parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

fn text_row(label: &str, text: &str) -> Option<PlanRow> {
    let text = text.trim().to_owned();
    (!text.is_empty()).then(|| PlanRow { label: label.to_owned(), lines: vec![text.into()], is_list: false })
}

fn list_row(label: &str, items: impl Iterator<Item = PlanLine>) -> Option<PlanRow> {
    let lines: Vec<_> = items.filter(|item| !item.text.is_empty()).collect();
    (!lines.is_empty()).then(|| PlanRow { label: label.to_owned(), lines, is_list: true })
}

//! Visits and plans as tables, for a spreadsheet: typed cells, one kind of thing a table, and the number of the visit to lay
//! one beside the other.

mod csv;
mod plans;
mod visits;
mod xlsx;

use chrono::NaiveDate;
use thiserror::Error;

use super::import::Document;
use super::plan_text::PlanWords;
use super::rubrics::rubric_of;
use super::v1::Purpose;
use crate::domain::{Answer, GoalField, Lang, Moment, Observation, Rubric, Score, Sign, VisitKind};
pub use csv::csv_text;
pub use xlsx::xlsx_file;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; never a formula, whatever it begins with.
    Text(String),
    /// A whole number.
    Count(u32),
    /// A number, shown in hundredths.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// A time of the day, as the clock in the classroom had it.
    Time(Moment),
}

impl Cell {
    /// A text; nothing if it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A whole number; nothing if no spreadsheet counts so far.
    #[must_use]
    pub fn count(count: usize) -> Self {
        u32::try_from(count).map_or(Self::Empty, Self::Count)
    }

    /// Of a value, if there is one.
    #[must_use]
    pub fn some<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

/// A column, by what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names what stands in it")]
pub enum Column {
    Visit,
    Date,
    Begin,
    End,
    Kind,
    Teacher,
    Observer,
    Group,
    Subject,
    Pupils,
    Completed,
    Rubric,
    Scored,
    NotObserved,
    Of,
    Objection,
    Id,
    Domain,
    Indicator,
    Sentence,
    Score,
    LookFors,
    Note,
    Time,
    Seen,
    Meaning,
    Sign,
    What,
    Who,
    When,
    Year,
    Goal,
    Level,
    Proofs,
    Status,
    Term,
    From,
    Until,
    Point,
    Answer,
    Field(GoalField),
    TimesGiven(Score),
    Mean,
    Visits,
    Teachers,
    Observers,
    Remark,
}

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// One visit a row.
    Visits,
    /// One answer a row.
    Ratings,
    /// One line of the log a row.
    Log,
    /// One agreement a row.
    Agreements,
    /// One goal a row.
    Goals,
    /// One activity of a goal a row.
    Activities,
    /// One point of the two lists a row.
    Checks,
    /// One indicator of the team in one school year a row.
    Team,
}

/// A table with a row of titles.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Which one.
    pub sheet: Sheet,
    /// What stands in each column.
    pub columns: Vec<Column>,
    /// As many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// The words of one language.
pub trait TableWords {
    /// Those of a plan.
    fn plan(&self) -> &dyn PlanWords;
    /// The language.
    fn lang(&self) -> Lang;
    /// The name of a table; a spreadsheet allows 31 characters.
    fn sheet(&self, sheet: Sheet) -> &str;
    /// The title of a column.
    fn column(&self, column: Column) -> &str;
    /// A kind of visit.
    fn visit_kind(&self, kind: VisitKind) -> &str;
    /// Well or not so well.
    fn line_sign(&self, sign: Sign) -> &str;
    /// So it is.
    fn yes(&self) -> &str;
    /// What a file is for.
    fn purpose(&self, purpose: Purpose) -> &str;
}

/// Why no spreadsheet can be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the spreadsheet cannot be made: {0}")]
pub struct SheetFileError(pub String);

/// All tables of a document that have anything in them. `builtin` serves visits whose rubric is not in it.
#[must_use]
pub fn tables(words: &dyn TableWords, document: &Document, builtin: &Rubric) -> Vec<Table> {
    let of_visit = |visit: &Observation| rubric_of(&document.rubrics, visit).unwrap_or(builtin);
    let visits: Vec<_> = document.observations.iter().map(|visit| (visit, of_visit(visit))).collect();
    let all = [
        visits::visits(words, &visits),
        visits::ratings(words, &visits),
        visits::log(words, &visits),
        visits::agreements(&visits),
        plans::goals(words, &document.plans),
        plans::activities(words, &document.plans),
        plans::checks(words, &document.plans),
    ];
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// A score, or that there was no occasion for it: in two columns, so that nobody counts the one as the other.
fn answer_cells(words: &dyn TableWords, answer: Option<Answer>) -> [Cell; 2] {
    match answer {
        Some(Answer::Score(score)) => [Cell::Count(score.get().into()), Cell::Empty],
        Some(Answer::NotObserved) => [Cell::Empty, Cell::text(words.yes())],
        None => [Cell::Empty, Cell::Empty],
    }
}

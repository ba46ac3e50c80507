//! A list of staff from a spreadsheet: whatever Excel, ParnasSys or a hand makes of it, and for each line that cannot be
//! used the reason. Nothing is kept here.

mod decode;
mod headers;
mod values;

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};
use thiserror::Error;

use crate::domain::{LONGEST_NAME, Person, Profile, groups_in, tidy};
use decode::decoded;
use headers::{Column, Columns};

/// No list of staff is larger; beyond it somebody picked another file.
pub const MAX_SHEET_BYTES: usize = 2 * 1024 * 1024;

/// Why nothing can be read of a list.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SheetError {
    /// Larger than [`MAX_SHEET_BYTES`].
    #[error("the list is larger than any list of staff")]
    TooLarge,
    /// There is no line with anything in it.
    #[error("the list is empty")]
    Empty,
    /// Several columns, and no line that says which of them has the names.
    #[error("no column is called name")]
    NoNameColumn,
}

/// Why a line cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// Something is known of somebody without a name.
    #[error("no name")]
    NoName,
    /// The name is too long, or a cell runs on over lines: a quotation mark was left open.
    #[error("a cell does not end")]
    NoEnd,
    /// The same name stands in this earlier line.
    #[error("the name stands in line {0} already")]
    Twice(u64),
    /// No role that we know.
    #[error("{0} is no role")]
    Role(String),
    /// No number of years.
    #[error("{0} is no number of years")]
    Years(String),
    /// No stage that we know.
    #[error("{0} is no stage")]
    Competence(String),
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// Counted from 1, as a spreadsheet does.
    pub line: u64,
    /// Who it is about, or why it cannot be used.
    pub profile: Result<Profile, LineError>,
}

/// Reads a list: UTF-8 with or without a mark, UTF-16 with one, or Latin-1; with `;`, `,` or tabs; with headers in Dutch or
/// English, or without any if there is but one column. Empty lines are passed over.
///
/// # Errors
/// Why nothing can be read of it.
pub fn read_sheet(bytes: &[u8]) -> Result<Vec<SheetLine>, SheetError> {
    if bytes.len() > MAX_SHEET_BYTES {
        return Err(SheetError::TooLarge);
    }
    Sheet::of(&decoded(bytes)).map(|sheet| sheet.lines())
}

/// The lines of a list that cannot be used, as they stand there, below its headers: a list again, to be mended. Empty if every
/// line can be used, or nothing can be read of the list.
#[must_use]
pub fn lines_to_mend(bytes: &[u8]) -> String {
    let text = decoded(bytes);
    let Ok(sheet) = Sheet::of(&text) else { return String::new() };
    let wrong = sheet.lines().into_iter().zip(&sheet.rows).filter(|(line, _)| line.profile.is_err());
    let wrong: Vec<_> = wrong.map(|(_, row)| row.text).collect();
    if wrong.is_empty() { String::new() } else { [&*sheet.head, &*wrong].concat().join("\n") }
}

/// A list, taken apart.
struct Sheet<'a> {
    /// The lines that say how it is to be read.
    head: Vec<&'a str>,
    columns: Columns,
    rows: Vec<Row<'a>>,
}

/// A row that is not empty.
struct Row<'a> {
    line: u64,
    /// As it stands in the list, over more than one line if a cell runs on.
    text: &'a str,
    cells: StringRecord,
}

impl<'a> Sheet<'a> {
    fn of(whole: &'a str) -> Result<Self, SheetError> {
        let (separator, text, skipped) = separated(whole);
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let records: Vec<_> = reader.records().filter_map(Result::ok).collect();
        let ends: Vec<_> = records.iter().skip(1).map(start_of).chain([text.len()]).collect();
        let rows =
            records.into_iter().zip(ends).filter(|(cells, _)| !is_blank(cells)).map(|(cells, end)| Row {
                line: cells.position().map_or(0, |start| line_at(text, start)) + skipped,
                text: text.get(start_of(&cells)..end).unwrap_or_default().trim_matches('\n'),
                cells,
            });
        let mut rows = rows.peekable();
        let first = rows.peek().ok_or(SheetError::Empty)?;
        let said = whole.strip_suffix(text).unwrap_or_default().trim_end();
        let mut head: Vec<_> = Some(said).filter(|said| !said.is_empty()).into_iter().collect();
        let columns = match Columns::named_by(&first.cells) {
            Some(columns) => {
                head.extend(rows.next().map(|row| row.text));
                columns
            }
            None if is_one_column(&first.cells) => Columns::only_names(),
            None => return Err(SheetError::NoNameColumn),
        };
        Ok(Self { head, columns, rows: rows.collect() })
    }

    fn lines(&self) -> Vec<SheetLine> {
        let mut seen = HashMap::new();
        let lines = self.rows.iter().map(|Row { line, cells, .. }| SheetLine {
            line: *line,
            profile: profile_in(cells, &self.columns).and_then(|profile| once(profile, *line, &mut seen)),
        });
        lines.collect()
    }
}

/// Where a record starts, with the empty lines before it.
fn start_of(record: &StringRecord) -> usize {
    record.position().and_then(|start| usize::try_from(start.byte()).ok()).unwrap_or_default()
}

/// The line of a record. The reader counts the empty lines before it as part of it.
fn line_at(text: &str, start: &csv::Position) -> u64 {
    let rest = usize::try_from(start.byte()).ok().and_then(|byte| text.as_bytes().get(byte..));
    start.line() + rest.map_or(0, |rest| rest.iter().take_while(|byte| **byte == b'\n').count() as u64)
}

fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

fn is_one_column(record: &StringRecord) -> bool {
    record.iter().skip(1).all(|cell| cell.trim().is_empty())
}

/// What parts the cells, the text that has them, and how many lines went before it. Excel may say it in a line `sep=;`; else
/// it is what stands most often in the first line.
fn separated(text: &str) -> (u8, &str, u64) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator @ (b';' | b',' | b'\t')) = rest.bytes().next()
    {
        let text = rest.split_once('\n').map_or("", |(_, text)| text);
        return (separator, text, 1);
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut is_quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in first.bytes() {
        is_quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| !is_quoted && *separator == byte) {
            *count += 1;
        }
    }
    // Of two that stand there as often the first counts.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b';', |(separator, _)| *separator), text, 0)
}

fn profile_in(record: &StringRecord, columns: &Columns) -> Result<Profile, LineError> {
    if record.iter().any(|cell| cell.chars().count() > 4 * LONGEST_NAME) {
        return Err(LineError::NoEnd);
    }
    let cell = |column| columns.cell(record, column);
    let name = name_in(record, columns);
    if name.contains('\n') || name.chars().count() > LONGEST_NAME {
        return Err(LineError::NoEnd);
    }
    let name = tidy(&name);
    if name.is_empty() {
        return Err(LineError::NoName);
    }
    Ok(Profile {
        name,
        role: read(cell(Column::Role), values::role, LineError::Role)?,
        groups: groups_in(cell(Column::Groups)),
        years: read(cell(Column::Years), values::years, LineError::Years)?,
        competence: read(cell(Column::Competence), values::competence, LineError::Competence)?,
    })
}

/// What somebody is called. A name that holds the parts beside it is whole; else it is the part that has no column of its own.
fn name_in(record: &StringRecord, columns: &Columns) -> String {
    let cell = |column| columns.cell(record, column);
    let [name, first, infix, last] =
        [Column::Name, Column::FirstName, Column::Infix, Column::LastName].map(cell);
    let has_word = |word: &str| name.split_whitespace().any(|own| own == word);
    let holds = |part: &str| part.split_whitespace().all(has_word);
    // Else it may be a number, or the name of the school.
    let is_of_parts = [first, last].into_iter().flat_map(str::split_whitespace).any(has_word);
    let parts = match (columns.has(Column::FirstName), columns.has(Column::LastName)) {
        _ if [first, infix, last].into_iter().all(holds) => [name, "", ""],
        (true, true) if is_of_parts => [name, "", ""],
        (true, true) => [first, infix, last],
        (false, true) => [name, infix, last],
        (_, false) => [first, infix, name],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What an optional cell says.
fn read<T>(
    cell: &str,
    meaning: impl FnOnce(&str) -> Option<T>,
    wrong: fn(String) -> LineError,
) -> Result<Option<T>, LineError> {
    if matches!(cell, "" | "-" | "?" | "n.v.t." | "onbekend" | "unknown") {
        return Ok(None);
    }
    meaning(&cell.to_lowercase()).map(Some).ok_or_else(|| wrong(tidy(cell)))
}

fn once(profile: Profile, line: u64, seen: &mut HashMap<String, u64>) -> Result<Profile, LineError> {
    match seen.insert(profile.name.to_lowercase(), line) {
        None => Ok(profile),
        Some(first) => {
            seen.insert(profile.name.to_lowercase(), first);
            Err(LineError::Twice(first))
        }
    }
}

/// What an import does with one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetChange {
    /// Somebody new.
    Add(Profile),
    /// Somebody of the list, by name, with what the line adds to it: what the line leaves open stays.
    Change(Person, Profile),
    /// All of it is known.
    Same(Profile),
    /// The line cannot be used.
    Wrong(LineError),
}

/// What an import would do with each line, beside those who are in the list.
#[must_use]
pub fn plan_sheet(lines: Vec<SheetLine>, people: &[Person]) -> Vec<(u64, SheetChange)> {
    let by_name: HashMap<String, &Person> =
        people.iter().rev().map(|person| (tidy(&person.profile.name).to_lowercase(), person)).collect();
    let plan = lines.into_iter().map(|SheetLine { line, profile }| {
        let change = match profile {
            Err(why) => SheetChange::Wrong(why),
            Ok(profile) => match by_name.get(&profile.name.to_lowercase()) {
                None => SheetChange::Add(profile),
                Some(person) => {
                    let name = person.profile.name.clone();
                    let known = person.profile.with(&Profile { name, ..profile });
                    if known == person.profile {
                        SheetChange::Same(known)
                    } else {
                        SheetChange::Change((*person).clone(), known)
                    }
                }
            },
        };
        (line, change)
    });
    plan.collect()
}

//! A table as CSV, as a Dutch Excel opens it by a double click: UTF-8 with a mark, `;`, days as 26-11-2026.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Cell, SheetFileError, Table, TableWords};

/// What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table with its titles.
///
/// # Errors
/// [`SheetFileError`] if a row cannot be written; the tables here leave no such row.
pub fn csv_text(words: &dyn TableWords, table: &Table) -> Result<String, SheetFileError> {
    let failed = |error: &dyn std::fmt::Display| SheetFileError(error.to_string());
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    let titles = table.columns.iter().map(|column| words.column(*column));
    writer.write_record(titles).map_err(|error| failed(&error))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(written)).map_err(|error| failed(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| failed(&error))
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        // The mark that spreadsheets hide: what follows is text.
        Cell::Text(text) if text.starts_with(FORMULA) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => format!("{number:.2}").replace('.', ","),
        Cell::Day(day) => day.format("%d-%m-%Y").to_string(),
        Cell::Time(at) => at.format("%H:%M:%S").to_string(),
    }
}

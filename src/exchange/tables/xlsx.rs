//! Tables as an Excel file: a sheet each, typed days and numbers, the titles fixed at the top.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Cell, Column, SheetFileError, Table, TableWords};
use crate::exchange::ExportHeader;

/// So many UTF-16 units fit in a cell.
const LONGEST_TEXT: usize = 32_767;

impl From<XlsxError> for SheetFileError {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

struct Formats {
    title: Format,
    text: Format,
    number: Format,
    day: Format,
    time: Format,
}

/// The file with these tables. When it was made and what it is for stand in its properties; `progress` hears of each row how many of
/// how many are done.
///
/// # Errors
/// [`SheetFileError`] if the tables are larger than a spreadsheet can be.
pub fn xlsx_file(
    words: &dyn TableWords,
    tables: &[Table],
    header: &ExportHeader,
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<u8>, SheetFileError> {
    let formats = Formats {
        title: Format::new().set_bold().set_align(FormatAlign::Top).set_text_wrap(),
        text: Format::new().set_align(FormatAlign::Top).set_text_wrap(),
        number: Format::new().set_align(FormatAlign::Top).set_num_format("0.00"),
        day: Format::new().set_align(FormatAlign::Top).set_num_format("dd-mm-yyyy"),
        time: Format::new().set_align(FormatAlign::Top).set_num_format("hh:mm"),
    };
    let of = tables.iter().map(|table| table.rows.len()).sum();
    let mut done = 0;
    let mut book = Workbook::new();
    let properties = DocProperties::new().set_creation_datetime(&header.exported_at.naive_utc());
    book.set_properties(&properties.set_comment(words.purpose(header.purpose)));
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(words.sheet(table.sheet))?;
        write_titles(words, sheet, table, &formats)?;
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                write_cell(sheet, row, column, cell, &formats)?;
            }
            done += 1;
            progress(done, of);
        }
    }
    Ok(book.save_to_buffer()?)
}

fn write_titles(
    words: &dyn TableWords,
    sheet: &mut Worksheet,
    table: &Table,
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (place, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, place, words.column(*column), &formats.title)?;
        sheet.set_column_width(place, width(*column))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => Ok(()),
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, fitting(text), &formats.text).map(|_| ())
        }
        Cell::Count(count) => sheet.write_number_with_format(row, column, *count, &formats.text).map(|_| ()),
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.number).map(|_| ())
        }
        Cell::Day(day) => sheet.write_datetime_with_format(row, column, day, &formats.day).map(|_| ()),
        Cell::Time(at) => sheet.write_datetime_with_format(row, column, at.time(), &formats.time).map(|_| ()),
    }
}

/// The text, or as much of it as fits in a cell, with a sign that there was more.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return Cow::Borrowed(text);
    }
    let mut units = 1;
    let first = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= LONGEST_TEXT
    });
    Cow::Owned(first.chain(['…']).collect())
}

/// In characters.
fn width(column: Column) -> f64 {
    match column {
        Column::Visit | Column::Goal | Column::Of | Column::Score | Column::Sign | Column::TimesGiven(_) => {
            8.0
        }
        Column::Teacher | Column::Observer | Column::Who | Column::Subject | Column::Domain => 20.0,
        Column::Sentence | Column::LookFors | Column::Rubric | Column::Id | Column::Remark => 38.0,
        Column::Note | Column::Seen | Column::Meaning | Column::What | Column::Proofs | Column::Point => 50.0,
        Column::Field(_) => 32.0,
        _ => 13.0,
    }
}

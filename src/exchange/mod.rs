//! Documents in and out, and what is written for people. Knows no browser: text goes in, text comes out.

mod access;
mod age_file;
mod calendar;
mod diverged;
mod document_kind;
mod error;
mod example;
mod export;
mod import;
mod layout;
mod merge;
mod people_csv;
mod place;
mod plan_docx;
mod plan_text;
mod report;
mod rubrics;
mod score_bar;
mod tables;
pub mod v1;

pub use access::{Access, AsideContent, Kept, Mention, SetAside, Source, Watched};
pub use age_file::{AgeError, MOST_WORK, SECRET_BYTES, check_age, is_age_file, open_age, seal_age};
pub use calendar::calendar_file;
pub use diverged::{Choice, Part, Side, differences, merged};
pub use document_kind::DocumentKind;
pub use error::{ExportError, ImportError};
pub use example::EXAMPLE_VISIT;
pub use export::{ExportHeader, export_json, export_with_drafts};
pub use import::{Document, MAX_IMPORT_BYTES, parse_document};
pub use merge::{
    DraftItem, MergeItem, OneState, PersonItem, PlanItem, RecordItem, Verdict, plan_merge, plan_records,
};
pub use people_csv::{
    LineError, MAX_SHEET_BYTES, SheetChange, SheetError, SheetLine, lines_to_mend, plan_sheet, read_sheet,
};
pub use plan_docx::{DocxError, plan_as_docx};
pub use plan_text::{
    PlanLine, PlanPart, PlanRow, PlanWord, PlanWords, ScoreCounts, plan_as_text, plan_outline,
};
pub use report::{CourseRow, ReportWord, ReportWords, report_text};
pub use rubrics::{
    BUILTIN_RUBRIC_HASH, BUILTIN_RUBRIC_JSON, builtin_indicators, builtin_ref, parse_rubric,
    parse_rubric_file, rubric_file, rubric_hash, rubric_ref,
};
pub use score_bar::shade;
pub use tables::{Cell, Column, Sheet, SheetFileError, Table, TableWords, csv_text, tables, xlsx_file};
pub use v1::{Device, Purpose};

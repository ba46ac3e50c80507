//! Everything that needs no browser, one file a subject. One program, so that it is linked once.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod access;
mod age_file;
mod any_order;
mod bad_import;
mod baseline;
mod calendar;
mod choice;
mod common;
mod coverage;
mod diverged;
mod documents;
mod evidence;
mod fixtures;
mod growth;
mod halves;
mod hostile_imports;
mod layering;
mod lesson_times;
mod lock;
mod locked_rescue;
mod merge;
mod mirror;
mod newer;
mod open_points;
mod packing;
mod packing_and_failures;
mod people;
mod people_csv;
mod plan_text;
mod plans;
mod report;
mod rescue;
mod retention;
mod round_trip;
mod rubric;
mod rubric_drafts;
#[cfg(feature = "schema")]
mod schema;
mod school;
mod store;
mod talk;
mod team_figures;
mod team_sheet;
mod undone;
mod upgrade;

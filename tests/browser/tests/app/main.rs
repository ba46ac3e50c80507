//! The whole app in three browsers, one file a subject. One program, so that it is linked once and no browser waits for the last of a file.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod accessible;
mod awake;
mod beside_the_log;
mod check_page;
mod closed_visit;
mod documents;
mod every_size;
mod export_age;
mod focus_visit;
mod getting_around;
mod import_refused;
mod in_sight;
mod insight;
mod keeping;
mod keyboard;
mod late_screens;
mod left_behind;
mod lesson;
mod lock;
mod locked_rescue;
mod log_lines;
mod main_job;
mod merging;
mod new_version;
mod newer_data;
mod offline_ready;
mod on_paper;
mod own_bucket;
mod own_counters;
mod own_view;
mod packing;
mod paste;
mod pictures;
mod plan;
mod private;
mod quick_phrases;
mod report;
mod rights;
mod rubric_editor;
mod scans;
mod scripted_lesson;
mod sealed_backup;
mod second_copy;
mod side_by_side;
mod storage_trouble;
mod talk;
mod team;
mod two_tabs;
mod undo;
mod watch_layout;
mod way_back;
mod whole_lessons;
mod whole_way;

//! Watch.

use crate::i18n::text::*;

/// Watch.
pub const WATCH: WatchText = WatchText {
    privacy: "Do not note pupils' names. The teacher may ask for everything that you note.",
    log: "Log",
    log_empty: "No lines yet. Type below what you see or hear.",
    line_at: "Line of",
    remove_line: "Remove: line of",
    plus: "works",
    minus: "missing",
    tags: "Tags",
    timer: "Lesson time",
    start: "Start the lesson",
    end: "End of lesson",
    go_on: "Resume",
    note: "New line",
    note_hint: "What do you see or hear?",
    to_note: "To the note",
    add: "Note",
    next: "Go to score",
    counters_left: "Counters on the left",
    counters_right: "Counters on the right",
    meaning: "What does it mean?",
    meaning_short: "Meaning",
    change_time: "Change the time:",
    phrases: "Quick phrases",
    change_phrases: "Change the quick phrases",
    phrases_hint: "One phrase on each line: what you see or hear, without a judgement and without names. With #D3 in it the \
                   line gets that tag.",
    first_phrases: "Names the goal of the lesson\nThinks aloud\nGives a small group extra instruction\nGives a small group another task\n\
                    Asks: how did you do this?\nSays what the next step is",
    rubric_hint: "A tap gives the newest line that tag.",
    the_teacher: "The teacher ",
    count: "Count",
    tags_of: "Tags of the line of",
    started_at: "started at",
    change_start: "Change the start of the lesson:",
    change_end: "Change the end of the lesson:",
};

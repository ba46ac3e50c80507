//! Counting and time during the lesson.

use crate::i18n::text::*;

/// The texts.
pub const LESSON: LessonText = LessonText {
    feedback_kind: "Feedback: kind",
    feedback_level: "Feedback: level",
    questions: "Questions and turns",
    instruction: "Instruction for",
    feed_up: "Feed up",
    feed_back: "Feed back",
    feed_forward: "Feed forward",
    task: "Task",
    process: "Process",
    self_regulation: "Self-regulation",
    person: "Person",
    open_question: "Open question",
    closed_question: "Closed question",
    turn: "Turn",
    basic: "Basic",
    extended: "Extended",
    enriched: "Enriched",
    one_less: |name| format!("{name}: one less"),
};

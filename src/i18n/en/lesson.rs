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
    scan: "Task scan",
    scan_due: "scan now",
    on_task: "On task",
    present: "Present",
    one_on_task_less: "One fewer on task",
    one_on_task_more: "One more on task",
    scan_done: "Done",
    scan_skip: "Skip",
    scan_pause: "Pause",
    remind: "Remind",
    remind_never: "never",
    one_less: |name| format!("{name}: one less"),
    on_task_of: |on_task, of| format!("{on_task} of {of}"),
    remind_every: |minutes| format!("every {minutes} min"),
};

//! Tellen en tijd tijdens de les.

use crate::i18n::text::*;

/// De teksten.
pub const LESSON: LessonText = LessonText {
    feedback_kind: "Feedback: soort",
    feedback_level: "Feedback: niveau",
    questions: "Vragen en beurten",
    instruction: "Instructie aan",
    feed_up: "Feed up",
    feed_back: "Feed back",
    feed_forward: "Feed forward",
    task: "Taak",
    process: "Proces",
    self_regulation: "Zelfregulatie",
    person: "Persoon",
    open_question: "Open vraag",
    closed_question: "Gesloten vraag",
    turn: "Beurt",
    basic: "Basis",
    extended: "Verlengd",
    enriched: "Verdiept",
    scan: "Taakscan",
    scan_due: "nu scannen",
    on_task: "Aan het werk",
    present: "Aanwezig",
    one_on_task_less: "Eén minder aan het werk",
    one_on_task_more: "Eén meer aan het werk",
    scan_done: "Klaar",
    scan_skip: "Overslaan",
    scan_pause: "Pauze",
    remind: "Herinner",
    remind_never: "niet",
    one_less: |name| format!("{name}: één minder"),
    on_task_of: |on_task, of| format!("{on_task} van {of}"),
    remind_every: |minutes| format!("elke {minutes} min"),
};

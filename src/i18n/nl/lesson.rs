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
    one_less: |name| format!("{name}: één minder"),
};

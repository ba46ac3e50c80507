//! Prepare and score.

use crate::i18n::text::*;

/// Prepare.
pub const PREPARE: PrepareText = PrepareText {
    lead: "Fill in what you know. All of it can wait.",
    teacher: "Teacher",
    name_hint: "A pseudonym will do.",
    observer: "Observer",
    group: "Group",
    group_hint: "For example 5 or 3/4.",
    subject: "Subject",
    date: "Date",
    pupils: "Number of pupils",
    kind: "Kind of visit",
    notes_seen: "The teacher may see every note later. Name no pupils.",
    focus: "The teacher's focus question",
    focus_hint: "What does the teacher want to know about this lesson?",
    next: "Go to watch",
    rubric: "Rubric",
    rubric_hint: "Choose before you score: from then on it is fixed for this visit.",
    rubric_stays: "It is fixed: something stands with an indicator or a domain, or indicators were chosen.",
};

/// The choice of indicators.
pub const CHOICE: ChoiceText = ChoiceText {
    title: "Chosen indicators",
    hint: "Choose what this visit looks at. If you choose nothing, it looks at everything.",
    whole_domain: "Whole domain",
    clear: "Clear the choice",
    outside: "Outside the choice",
    not_chosen: "not chosen",
    show_all: "Show all indicators",
    show_chosen: "Show only the choice",
    all: |of| format!("all {of}"),
    some: |n, of| format!("{n} of {of} chosen"),
    looks_at: |n, of| format!("This visit looks at {n} of the {of} indicators."),
    kept_outside: |n| {
        let others = if n == 1 { "1 other indicator".to_owned() } else { format!("{n} other indicators") };
        format!("Something was scored or noted at {others} too; it does not count.")
    },
    scored_of: |scored, of| format!("{scored} of {of} chosen indicators scored"),
    answered_of: |answered, of| format!("{answered} of {of} chosen indicators answered"),
};

/// Score.
pub const SCORE: ScoreText = ScoreText {
    lead: "Tap a score; tap it again to clear it. You may skip any.",
    keys: "By keyboard: a number is the score, 0 clears, n is not seen, e is evidence, ↑ and ↓ go to another indicator.",
    more: "Look-fors, note and evidence",
    more_from_memory: "Look-fors and note",
    has_note: "note",
    no_proof: "no evidence yet",
    look_fors: "Look-fors",
    note: "Note",
    evidence: "Lines of the log",
    no_evidence: "No lines with this tag yet.",
    other_lines: "Other lines",
    next: "Go to talk",
    look_fors_seen: |n| if n == 1 { "1 look-for".to_owned() } else { format!("{n} look-fors") },
    answered_of: |answered, of| format!("{answered} of {of} answered"),
    lines: |n| if n == 1 { "1 line".to_owned() } else { format!("{n} lines") },
};

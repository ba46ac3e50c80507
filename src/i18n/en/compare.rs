//! What more than one visit says.

use crate::i18n::text::*;

/// Two visits to one lesson.
pub const COMPARE: CompareText = CompareText {
    title: "Side by side",
    lead: "Did two people watch this lesson, or did the teacher fill in the rubric too? Put the answers side by side.",
    open: "Put side by side",
    back: "Back to check",
    none: "There is no other visit to this lesson on this device: same teacher, same day.",
    hidden: "The teacher has scored too. Those answers stand here once you have both chosen, under Talk: Look at the scores together.",
    none_hint: "Did someone else watch, or did the teacher fill it in too? Have that visit exported, and import the file at Data. It must be scored with the same rubric.",
    choose: "Which other visit?",
    teacher: "The teacher",
    other_rubric: "The visits were scored with another rubric or another version. Only what stands in both is compared.",
    no_differences: "No differences: all that you both answered is alike.",
    agreement: "How far you agree",
    exact: "Exactly alike",
    within_one: "Alike or 1 point apart",
    kappa: "Cohen's kappa (linear weights)",
    kappa_hint: "Kappa is agreement beyond chance: 1 is full agreement, 0 is no more than chance. One lesson is little; use the figures to learn to look more sharply together, not to judge an observer.",
    no_kappa: "cannot be computed: all scores are the same",
    skewed: "Mind: one of you gave nearly the same score throughout. Kappa turns out low then, also when you agree.",
    visit: |n| format!("Visit {n}"),
    differences: |n| {
        if n == 1 {
            "1 difference to talk about".to_owned()
        } else {
            format!("{n} differences to talk about, the largest first")
        }
    },
    alike: |n| if n == 1 { "1 answer alike".to_owned() } else { format!("{n} answers alike") },
    one_sided: |which| format!("Answered by one of you only: {which}."),
    both_scored: |n| {
        if n == 1 {
            "1 indicator got a score from both.".to_owned()
        } else {
            format!("{n} indicators got a score from both.")
        }
    },
    share: |part, of, percent| format!("{part} of {of} ({percent}%)"),
};

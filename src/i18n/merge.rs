//! The texts of merging two states of one visit. Apart from the others: they come with the screen Gegevens.

mod en;
mod nl;

use super::text::texts;
use crate::domain::Lang;

/// The texts of merging in one language.
#[must_use]
pub fn merge_text(lang: Lang) -> &'static MergeText {
    match lang {
        Lang::Nl => &nl::MERGE,
        Lang::En => &en::MERGE,
    }
}

texts!(
    /// Two states of one visit become one.
    MergeText {
        title, lead, merge, verdict, both_lines, aside, here, file, nothing, no_choice, others_lead,
        times, status, rubric, chosen, all_indicators, answer, note, line, tallies, scans, phases, preparing, evaluating, own_answer, keep_until, objection,
        follow_ups, done, partly, not_yet,
    } fns { others: fn(usize), taps: fn(usize), version: fn(&str, u32) }
);

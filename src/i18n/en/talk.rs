//! Talk, check and report.

use crate::i18n::text::*;

/// Talk.
pub const TALK: TalkText = TalkText {
    lead: "First the teacher, then the observer, then on together.",
    teacher_view: "How does the teacher look back?",
    teacher_view_hint: "In her or his own words. What stands here stays as it was said.",
    observer_view: "What did the observer see?",
    observer_view_hint: "What you saw, and only then what it means.",
    strengths: "Strengths",
    strength: "Strength",
    add_strength: "Add a strength",
    growth_points: "Growth points",
    growth_point: "Growth point",
    add_growth_point: "Add a growth point",
    agreements: "Agreements",
    agreement: "Agreement",
    add_agreement: "Add an agreement",
    what: "What",
    who: "Who",
    when: "When",
    next: "Go to check",
};

/// Check.
pub const CHECK: CheckText = CheckText {
    closed: "This visit is completed. Reopen it to change anything.",
    reopen: "Reopen",
    complete: "Complete the visit",
    print: "Print",
    is_completed: "This visit is completed.",
    is_draft: "This visit is still a draft.",
    change: "Change",
    nothing: "–",
    times: "Lesson time",
    rubric: "Rubric (version)",
    loose_lines: "Lines without an indicator",
    other: "Other",
    not_scored_yet: "Not scored",
    not_observed: |n| format!("{n} not observed"),
    not_scored: |n| format!("{n} not scored yet"),
};

/// What is still open.
pub const OPEN: OpenText = OpenText {
    title: "Still open",
    lead: "To look through. You can complete the visit as it is.",
    nothing: "Nothing is open any more.",
    no_teacher: "The teacher's name is not filled in yet.",
    no_observer: "The observer's name is not filled in yet.",
    day_to_come: "The date is still to come.",
    other_day: "The lesson time is of another day than the date.",
    end_before_start: "The lesson ends before it starts.",
    not_ended: "The lesson was started and has not ended yet.",
    no_proof: "The lowest or the highest score, no evidence yet:",
    empty_strength: |n| format!("Strength {n} has no text yet."),
    empty_growth_point: |n| format!("Growth point {n} has no text yet."),
    no_agreement: "There is no agreement yet.",
    agreement_without_what: |n| format!("Agreement {n} does not say what yet."),
    agreement_without_who: |n| format!("Agreement {n} does not say who yet."),
    not_scored: |domain| format!("{domain}, not scored yet:"),
};

/// The report.
pub const REPORT: ReportText = ReportText {
    heading: "Report for the teacher",
    lead: "All that was scored and said as plain text, to send or to keep.",
    title: "Report of a lesson visit",
    rubric: "Rubric",
    seen: "Seen",
    file: |day| format!("lesbezoek-report-{day}.txt"),
    send: SendText {
        sample_file: "report.txt",
        download: "Download the report",
        share: "Share the report",
        copy: "Copy the report",
        show: "Show the report",
        label: "Report as text",
        downloaded: "The report was downloaded.",
        shared: "The report was shared.",
        copied: "The report was copied.",
        refused: "That did not work here. Choose another way, for example Show the report.",
        nothing_chosen: "Choose a visit first.",
    },
};

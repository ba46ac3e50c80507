//! Merging, in English.

use super::*;

pub(super) const MERGE: MergeText = MergeText {
    title: "Merge",
    lead: "This visit was changed on two devices. Choose for each difference what you keep.",
    merge: "Merge into one visit",
    verdict: "Differs from your version: will be merged, see below",
    both_lines: "Lines, look-fors and evidence that only one of the two has all stay.",
    aside: "Both versions stay under Data, set aside.",
    here: "From this device",
    file: "From the file",
    nothing: "(empty)",
    no_choice: "There is nothing to choose: the two add to each other.",
    others_lead: "Here Lesbezoek takes the version that was changed most often. If both were changed, merge them.",
    times: "Start and end of the lesson",
    status: "Status",
    rubric: "Rubric",
    chosen: "Chosen indicators",
    all_indicators: "All indicators",
    answer: "answer",
    note: "note",
    line: "Line in the log",
    tallies: "Counters",
    scans: "Scans",
    phases: "Phases of the lesson",
    preparing: "Preparing",
    evaluating: "Evaluating",
    own_answer: "Answer to the own question",
    keep_until: "Keep until",
    objection: "Objection or correction by the teacher",
    follow_ups: "What came of earlier agreements",
    done: "done",
    partly: "partly done",
    not_yet: "not yet",
    others: |n| {
        if n == 1 {
            "One visit is here in another version".to_owned()
        } else {
            format!("{n} visits are here in another version")
        }
    },
    taps: |n| if n == 1 { "1 tap".to_owned() } else { format!("{n} taps") },
    version: |id, version| format!("{id}, version {version}"),
};

//! What comes in and goes out, and what is kept.

use crate::i18n::text::*;

/// Export.
pub const EXPORT: ExportText = ExportText {
    title: "Export the selection",
    title_one: "Export this visit",
    backup: "Purpose: backup. The file holds the names that you filled in.",
    coaching: "Purpose: coaching, for the teacher and the observer. The file holds the names that you filled in.",
    appraisal: "Purpose: appraisal. Only with visits of the school leader and walkthroughs, never with those of the kind Colleague or Internal coach.",
    school_plan: "Purpose: school plan. The file holds no visits and no notes of them, and only the names that the team put in the plan.",
    send: SendText {
        sample_file: "visit.json",
        download: "Download",
        share: "Share",
        copy: "Copy",
        show: "Show as text",
        label: "Export as text (JSON)",
        downloaded: "The file was downloaded.",
        shared: "The file was shared.",
        copied: "The export was copied.",
        refused: "The export did not work here. Choose another way, for example Show as text.",
        nothing_chosen: "Choose a visit first.",
    },
    left_out: |n| match n {
        1 => "1 unreadable visit was left out; export it raw under Data.".to_owned(),
        n => format!("{n} unreadable visits were left out; export them raw under Data."),
    },
};

/// Data.
pub const DATA: DataText = DataText {
    title: "Data",
    lead: "Everything is on this device only. Keep a copy in a safe place now and then.",
    export_all: "Export everything",
    no_backup: "There is no backup of everything yet.",
    storage: "On this device",
    privacy: "Lesbezoek sends nothing away: no account, no server, no cookies.",
    device_name: "Name of this device",
    device_name_hint: "Goes into each export, so that you know where it came from.",
    rescue: "Download the raw data",
    aside: "Set aside",
    aside_hint: "Damaged or replaced data. It can still be downloaded whole.",
    second_copy: "Each change is on this device twice: it stays, even if the browser stops unexpectedly.",
    no_second_copy: "This browser cannot keep a second copy. Should it stop unexpectedly, the last minute may be lost: export \
                     after each visit.",
    promised: "The browser has promised not to clear these data by itself.",
    not_promised: "The browser may clear these data when the device runs out of room. Ask it not to.",
    no_promise: "This browser does not say whether it clears data when the device runs out of room. So export regularly.",
    ask_promise: "Ask to keep them",
    pack: "Pack",
    pack_title: "Make room",
    pack_stopped: "Packing has stopped. Nothing is lost: what is not packed is as it was.",
    pack_lead: |n| {
        if n == 1 {
            "1 completed visit of an earlier school year will take only a fifth to a tenth of the room. You can still open it."
                .to_owned()
        } else {
            format!(
                "{n} completed visits of earlier school years will take only a fifth to a tenth of the room. You can still \
                 open them."
            )
        }
    },
    packing: |done, all| format!("{done} of {all} packed…"),
    packed: |n| {
        if n == 1 {
            "1 visit packed. It is still in the list.".to_owned()
        } else {
            format!("{n} visits packed. They are still in the list.")
        }
    },
    room: |percent, visits| {
        format!("{percent}% of the room is in use. About {visits} more visits with a full log fit.")
    },
    last_backup: |day| format!("Everything was last exported on {day}."),
    visits_kept: |n| if n == 1 { "1 visit kept.".to_owned() } else { format!("{n} visits kept.") },
};

/// The form on paper.
pub const FORM: FormText = FormText {
    title: "Observation form",
    lead: "An empty form on two sides of A4. Enter the visit here later: New visit, then Score.",
    indicator: "Indicator",
    seen: "Seen",
    card: "On paper",
    card_lead: "If you would rather watch with a pen, print an empty form.",
    open: "Empty form",
};

/// Import.
pub const IMPORT: ImportText = ImportText {
    title: "Import",
    lead: "Read a file that was exported with Lesbezoek. You first see what would happen.",
    file: "Choose a file (.json or .age)",
    paste: "Or paste the text of an export",
    paste_label: "Text of an export (JSON)",
    paste_read: "Read this text",
    pasted: "The pasted text",
    reading: "Reading the file…",
    untouched: "Nothing that you had was changed.",
    visit: "Visit",
    colleague: "Colleague",
    plan: "Plan",
    rubric: "Rubric",
    what_happens: "What happens",
    nothing_to_do: "You have everything in this file already, or a newer version of it.",
    new: "New: will be added",
    same: "You have it already",
    newer: "Newer: replaces your version, which is set aside",
    older: "Older: your version stays",
    conflict: "Differs from your version: will be added as a copy",
    not_read: "The device does not hand over this file. Put it on the device itself and choose it again.",
    not_text: "This file cannot be read as text. Choose a .json file from Lesbezoek.",
    no_format: "This is not an export of Lesbezoek. Choose another file.",
    too_deep: "This file is nested deeper than any export. Choose another file.",
    cut_off: "The file stops half-way. Export it again, or fetch it again.",
    refused: |file| format!("{file} cannot be imported"),
    done: |all| format!("{} imported.", counted(all)),
    preview: |file, all| format!("{file}: {}", counted(all)),
    unreadable: |n| {
        format!(
            "{n} damaged visits, colleagues, plans or rubrics in this file cannot be read. Keep the file."
        )
    },
    accept: |all| format!("Import {}", counted(all)),
    too_large: |mib| format!("The file is larger than {mib} MB. Export fewer visits at a time."),
    not_json: |line, column| {
        format!(
            "This is not JSON: it goes wrong at line {line}, character {column}. Choose a .json file from Lesbezoek."
        )
    },
    other_format: |found| {
        format!("This is not an export of Lesbezoek (found: {found}). Choose another file.")
    },
    newer_version: |found| {
        format!(
            "This file is from a newer version of Lesbezoek (version {found}). Update the app and try again."
        )
    },
    invalid: |place, reason| format!("Something is wrong at {place}: {reason}"),
};

/// "2 visits, 1 colleague and 1 plan".
fn counted(Imported { visits, people, plans, rubrics, aside }: Imported) -> String {
    crate::i18n::format::counted(
        [
            (visits, ["visit", "visits"]),
            (people, ["colleague", "colleagues"]),
            (plans, ["plan", "plans"]),
            (rubrics, ["rubric", "rubrics"]),
            (aside, ["version set aside", "versions set aside"]),
        ],
        "and",
    )
}

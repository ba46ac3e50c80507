//! English.

mod compare;
mod data;
mod guide;
mod lesson;
mod talk;
mod visit;
mod watch;

pub use compare::COMPARE;
pub use data::{DATA, EXPORT, FORM, IMPORT};
pub use guide::GUIDE;
pub use lesson::LESSON;
pub use talk::{CHECK, OPEN, REPORT, TALK};
pub use visit::{CHOICE, PREPARE, SCORE};
pub use watch::WATCH;

use super::text::*;
use crate::domain::Lang;

/// All texts in English.
pub const EN: Text = Text {
    lang: Lang::En,
    app_name: "Lesbezoek",
    skip_to_content: "Skip to content",
    other_language: "Nederlands",
    other_language_tag: "nl",
    undo: "Undo",
    close: "Close",
    delete: "Delete",
    remove: "Remove",
    not_observed: "Not observed",
    optional: "optional",
    steps: "Steps of the visit",
    scored_of: |scored, of| format!("{scored} of {of} scored"),
    step: StepText { prepare: "Prepare", watch: "Watch", score: "Score", talk: "Talk", check: "Check" },
    kind: KindText {
        peer: "Colleague",
        leader: "School leader",
        coach: "Internal coach",
        walkthrough: "Walkthrough",
        self_assessment: "Own lesson",
    },
    theme: ThemeText {
        label: "Light or dark",
        system: "Automatic",
        light: "Light",
        dark: "Dark",
        dim: "Extra dark",
    },
    save: SaveText {
        pending: "Saving…",
        failed: "Not saved",
        one_copy: "Saved, without a second copy",
        not_safe: "Not safely saved yet",
        saved_on: "Saved on",
        saved_at: |time| format!("Saved at {time}"),
    },
    undone: UndoneText { title: "Undone", score: "score", evidence: "evidence", of: "of" },
    not_kept: NotKeptText { title: "Not saved", export: "Go to export" },
    mended: MendedText {
        title: "Brought back after an unexpected end",
        opened_again: "The app has opened itself again",
        opened_again_lead: "Something went wrong. Everything that was saved is still there; check what you did last.",
        repaired: "One copy was damaged; the other has taken its place.",
        deleted_again: "A deleted visit had come back; it has been deleted again.",
        deleted: "A visit was deleted. Anything not saved here yet is under Data, set aside.",
        gave_way: "This visit was also changed in another tab. That version counts; the one from here is under Data, set aside.",
        found_newer: "The second copy was further, and counts now. What was changed here since is under Data, set aside.",
        overtook: "This visit was also changed in another tab. The version from here counts; that one is under Data, set aside.",
        aside_title: "Set aside",
        put_aside: "What you changed here was also changed or deleted elsewhere. That counts; your version is under Data, set aside.",
        close: "Understood",
        people: "A copy of the team was put back. Have a look under Team.",
        rubrics: "A copy of a rubric was put back. Have a look under Rubrics.",
        plans: "A copy of the action plan was put back. Have a look under Plan.",
        brought_back: |n| {
            if n == 1 { "1 change brought back.".to_owned() } else { format!("{n} changes brought back.") }
        },
        last_change: |day, time| format!("(last change {day} at {time}):"),
    },
    other_tab: OtherTabText {
        title: "Lesbezoek is also open in another tab",
        lead: "That tab writes; here you can only read. If you go on here, the other tab saves everything first.",
        go_on: "Go on here",
        newer: "Something here is from a newer version of Lesbezoek",
        newer_lead: "This older version can only read, so that nothing is lost. Update the app and you can go on.",
        update: "Update the app",
        newer_visit: "This visit is from a newer version. You see what this version knows of it; there may be more in it.",
        newer_raw: "Save the visit as it is",
    },
    store: StoreText {
        blocked: "This browser does not let the app keep anything on this device. You can fill in the visit all the same: \
                  export it before you close this tab. Then leave private mode or allow storage.",
        other_tab: "Lesbezoek is also open in another tab; here you can only read. Choose Go on here to make changes.",
        full: "The storage of this device is full. Your last change is still on this screen. Export this visit now. Then \
               pack visits of earlier school years under Data, or delete visits that were exported.",
        damaged: "This visit is damaged and cannot be read. It was not thrown away: export the raw data under Data, or \
                  import an earlier export.",
        newer: "This visit was made with a newer version of Lesbezoek. Update the app to open it; nothing was changed.",
        packed: "This visit is packed, and the part of the app that opens it is not loaded yet. Open the app again with a connection; nothing \
                 is lost.",
        no_journal: "The second copy on this device has failed. Should the browser stop unexpectedly, the last changes may be \
                     lost. Export this visit; the next change tries again.",
        failed: |reason| format!("Saving failed ({reason}). Export this visit and open the app again."),
    },
    home: HomeText {
        title: "Lesson visits",
        school: "The school",
        team: "Team",
        coverage: "Coverage",
        plan: "Action plan",
        insight: "Insight",
        growth: "Growth of a teacher",
        rubrics: "Rubrics",
        begin: "New visit",
        empty: "No visits on this device yet.",
        empty_privacy: "All that you note stays on this device until you export it yourself. No account, no internet needed.",
        example: "See an example",
        is_example: "Example",
        select: "Select and export",
        select_one: "Select",
        completed: "Completed",
        draft: "Draft",
        own_view: "Own lesson, beside a visit",
        planned: "Planned",
        deleted: "Visit deleted.",
        deleted_only_copy: "Visit deleted. It was never exported: there is no other copy.",
        deleted_several: "Several visits deleted.",
        deleted_several_only_copies: "Several visits deleted. Not every one has another copy.",
        unreadable: "Visit cannot be read",
        no_title: "No name yet",
        group: "group",
        never_exported: "not exported yet",
        exported_today: "exported today",
        changed_since: "changed after export",
        scarce: "Storage is getting full",
        scarce_lead: |n| {
            format!(
                "About {n} more visits fit. Export everything, then pack visits of earlier school years under Data, or delete them."
            )
        },
        school_year: |year| format!("School year {year}"),
        more: |n| format!("Show more ({n} left)"),
        find: "Search by name, group, subject or date",
        find_now: "Search",
        found: |n| match n {
            0 => "No visit found.".to_owned(),
            1 => "1 visit found.".to_owned(),
            n => format!("{n} visits found."),
        },
        by: |name| format!("by {name}"),
        exported_days: |days| {
            if days == 1 { "exported yesterday".to_owned() } else { format!("exported {days} days ago") }
        },
    },
    update: UpdateText {
        title: "There is a new version",
        lead: "Your visits stay as they are. The app opens again.",
        apply: "Update now",
    },
    not_found: NotFoundText {
        title: "Not found",
        lead: "This visit is not on this device, or the address is wrong.",
        home: "To all visits",
    },
    not_loaded: NotLoadedText {
        title: "This screen cannot open",
        lead: "This part of the app has not come in yet. Your visits are safe on this device. Connect to the internet and open the app again.",
        again: "Open again",
    },
};

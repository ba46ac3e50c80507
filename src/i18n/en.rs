//! English.

mod guide;
mod insight;
mod lesson;

pub use guide::GUIDE;

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
        gave_way: "This visit was also changed in another tab. That version counts; the one from here is under Data, set aside.",
        found_newer: "The second copy was further, and counts now. What was changed here since is under Data, set aside.",
        overtook: "This visit was also changed in another tab. The version from here counts; that one is under Data, set aside.",
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
    prepare: PrepareText {
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
    },
    choice: ChoiceText {
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
            let others =
                if n == 1 { "1 other indicator".to_owned() } else { format!("{n} other indicators") };
            format!("Something was scored or noted at {others} too; it does not count.")
        },
        scored_of: |scored, of| format!("{scored} of {of} chosen indicators scored"),
        answered_of: |answered, of| format!("{answered} of {of} chosen indicators answered"),
    },
    watch: WatchText {
        privacy: "Do not note pupils' names. The teacher may ask for everything that you note.",
        log: "Log",
        log_empty: "No lines yet. Type below what you see or hear.",
        line_at: "Line of",
        remove_line: "Remove: line of",
        plus: "works",
        minus: "missing",
        tags: "Tags",
        timer: "Lesson time",
        start: "Start the lesson",
        end: "End of lesson",
        go_on: "Resume",
        note: "New line",
        note_hint: "What do you see or hear?",
        to_note: "To the note",
        add: "Note",
        next: "Go to score",
        counters_left: "Counters on the left",
        counters_right: "Counters on the right",
        meaning: "What does it mean?",
        meaning_short: "Meaning",
        change_time: "Change the time:",
        phrases: "Quick phrases",
        change_phrases: "Change the quick phrases",
        phrases_hint: "One phrase on each line: what you see or hear, without a judgement and without names. With #D3 in it the \
                       line gets that tag.",
        first_phrases: "Names the goal of the lesson\nThinks aloud\nGives a small group extra instruction\nGives a small group another task\n\
                        Asks: how did you do this?\nSays what the next step is",
        rubric_hint: "A tap gives the newest line that tag.",
        the_teacher: "The teacher ",
        count: "Count",
        tags_of: "Tags of the line of",
        started_at: "started at",
        change_start: "Change the start of the lesson:",
        change_end: "Change the end of the lesson:",
    },
    lesson: lesson::LESSON,
    score: ScoreText {
        lead: "Tap a score; tap it again to clear it. You may skip any.",
        keys: "By keyboard: a number is the score, 0 clears, n is not seen, e is evidence, ↑ and ↓ go to another indicator.",
        more: "Look-fors, note and evidence",
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
    },
    talk: TalkText {
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
    },
    check: CheckText {
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
    },
    compare: insight::COMPARE,
    open: OpenText {
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
    },
    report: ReportText {
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
    },
    export: ExportText {
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
    },
    data: DataText {
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
    },
    form: FormText {
        title: "Observation form",
        lead: "An empty form on two sides of A4. Enter the visit here later: New visit, then Score.",
        indicator: "Indicator",
        seen: "Seen",
        card: "On paper",
        card_lead: "If you would rather watch with a pen, print an empty form.",
        open: "Empty form",
    },
    import: ImportText {
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
        not_text: "This file cannot be read as text. Choose a .json file from Lesbezoek.",
        no_format: "This is not an export of Lesbezoek. Choose another file.",
        too_deep: "This file is nested deeper than any export. Choose another file.",
        sealed: "This file was saved while the lock was on: what is in it is sealed and cannot be opened here. Keep the file, and export again on that device once the lock is open.",
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

/// "2 visits, 1 colleague and 1 plan".
fn counted(Imported { visits, people, plans, rubrics, aside }: Imported) -> String {
    super::format::counted(
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

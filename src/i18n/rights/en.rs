//! The rights of the teacher, in English.

use super::*;

pub(super) const RECORD: RecordText = RecordText {
    title: "Retention and objection",
    keep_until: "Keep until",
    keep_until_hint: "Leave empty for the rule of your school.",
    objection: "Objection or correction by the teacher",
    objection_hint: "In the teacher's own words. A completed visit takes it too, and it goes along in every report and export.",
    said_on: "Said on",
    kept: |day| {
        format!(
            "This visit is kept until {day}. After that, Data lists it as due for deletion. Nothing goes by itself."
        )
    },
    purpose: "What is the file for?",
    coaching: "Coaching",
    appraisal: "Appraisal",
    notes_seen: "The teacher may see every note. Names of pupils do not belong there.",
    names: |names| {
        format!(
            "Your notes hold a name of the team: {names}. Is it a colleague, or a pupil of that name? Please see whether the name is needed."
        )
    },
};

pub(super) const RIGHTS: RightsText = RightsText {
    walls: WallsText {
        title: "Export visits apart",
        lead: "Visits of colleagues to each other stay among colleagues. So export them apart from the visits of the leader. In the plan all of them \
               show as figures of the team alone.",
        which: "Which visits",
        peers: "Of colleagues",
        leaders: "Of the school leader",
        coaches: "Of the coach",
    },
    due: DueText {
        title: "Retention",
        lead: "A visit is kept until the end of its school year, and for some school years after that. On Check a visit can get a date of its own. \
               Nothing goes by itself: this is what is past its term.",
        years: "School years after that",
        years_hint: "2 unless you change it: in the one the plan builds on it, in the next you see whether it helped.",
        looking: "Looking at the visits…",
        nothing: "No visit is past its term.",
        really: "Delete this visit?",
        keep: "Keep",
        way_back: "You can undo this until you close the message at the foot of the screen, or the app. After that the visit is gone from both copies on \
                   this device, with all that was set aside of it. Files that you exported before are yours to delete.",
        due: |visits| match visits {
            1 => "1 visit is past its term.".to_owned(),
            visits => format!("{visits} visits are past their term."),
        },
        until: |day| format!("kept until {day}"),
        delete_all: |visits| match visits {
            1 => "Delete this visit".to_owned(),
            visits => format!("Delete all {visits}"),
        },
        really_all: |visits| match visits {
            1 => "Delete this visit?".to_owned(),
            visits => format!("Delete these {visits} visits?"),
        },
        unreadable: |visits| match visits {
            1 => "1 visit cannot be read. It is not listed below.".to_owned(),
            visits => format!("{visits} visits cannot be read. They are not listed below."),
        },
    },
    access: AccessText {
        title: "Access",
        card_lead: "Teachers may see all that was written about them, every note. Here it is together, to read with them, to print or to hand over.",
        open: "Give access",
        lead: "Choose a name. You get all that is on this device about that person.",
        who: "About whom",
        nobody: "Nobody is in a visit or in the team yet.",
        choose: "Choose a name",
        looking: "Gathering everything…",
        print: "Print",
        json: "Download as a file (JSON)",
        others: "Other people may be named in it. Read it before you hand it over.",
        file: "access",
        person: "In the list of the team",
        visits: "Visits and own lessons",
        no_visits: "There are no visits to this person.",
        watched: "Visits to others",
        watched_lead: "Here this person watched. What is written about the lesson of the other belongs to the other, and is not here.",
        mentions: "Named elsewhere",
        mentions_lead: "Sentences in other visits and plans with this name, or a part of it. A namesake may be among them.",
        aside: "Set aside",
        aside_lead: "Earlier or damaged versions that Lesbezoek kept apart, as they are. You delete them on Data.",
        in_visit: "Visit",
        in_plan: "Plan",
        in_draft: "Rubric in the making",
        in_settings: "Settings of this device",
        in_aside: "Set aside",
        completed: "Completed",
        draft: "Not completed yet",
        about: |name| format!("What is kept about {name}"),
        made: |at| {
            format!(
                "Made on {at}, of what is on this device. Files that were exported and other devices are not in it."
            )
        },
        unreadable: |records| match records {
            1 => "1 visit or plan cannot be read and is not in here. It can be exported on Data.".to_owned(),
            records => format!(
                "{records} visits or plans cannot be read and are not in here. They can be exported on Data."
            ),
        },
        changed: |at| format!("last changed on {at}"),
        exported: |at| format!("last exported on {at}"),
        kept: |day| format!("kept until {day}"),
        growth: |at| format!("shows in own growth since {at}"),
    },
};

//! The action plan, in English.

use super::*;

pub(super) const PLAN: PlanText = PlanText {
    page: PageText {
        lead: "What do we want to see in class, how do we know, and what do we do for it? One plan a school year.",
        none: "There is no plan yet.",
        which: "School year",
        vision: "This is how we want to teach",
        vision_hint: "In sentences that a visitor can see or hear.",
        deleted: "Plan deleted.",
        deleted_several: "More than one thing deleted.",
        delete: "Delete this plan",
        damaged: "This plan cannot be read",
        title: |year| format!("Action plan {year}"),
        begin: |year| format!("Make a plan for {year}"),
        unreadable: |n| format!("{n} damaged; to be downloaded under Data, with the raw records."),
        again: |year, n| format!("{year} ({n})"),
    },
    goal: GoalText {
        goals: "Goals",
        none: "No goals yet. Begin with one thing that can be better in every lesson.",
        add: "Add goal",
        untitled: "Goal without a title",
        remove: "Remove this goal",
        facts: "The goal",
        who_and_when: "Who, when and what it takes",
        not_chosen: "Not chosen",
        numbered: |n, title| format!("Goal {n}: {title}"),
        proofs: |n| if n == 1 { "1 indicator".to_owned() } else { format!("{n} indicators") },
        activities: |n| if n == 1 { "1 activity".to_owned() } else { format!("{n} activities") },
    },
    field: FieldText {
        title: "Point of improvement",
        area: "Result area",
        desired: "Desired situation",
        norm: "Norm (what a visitor will see)",
        target: "Target",
        owner: "Owner",
        involved: "People involved",
        period: "Period",
        organisation: "Consequences for the organisation",
        training: "Consequences for training",
        evaluation_how: "Evaluation (how)",
        evaluation_when: "Evaluation (when)",
        costs: "Costs",
        level: "Level",
        status: "Progress",
    },
    hint: FieldHint {
        title: "What must become better? In one sentence.",
        area: "Which part of the school plan does it belong to?",
        desired: "What is it like when it works?",
        norm: "So that everybody sees it in the same way.",
        target: "For instance: in 8 of 10 visits a 3 or 4.",
        owner: "Who makes sure that it happens?",
        period: "For instance weeks 36 to 44.",
        organisation: "What changes in timetable, groups or tasks?",
        training: "What do we have to learn?",
        evaluation_how: "For instance: visit again, and lay it beside the baseline.",
        costs: "Money and hours.",
    },
    level: LevelText {
        class: "Class",
        specialists: "Coaches and specialists",
        leadership: "School leadership",
    },
    status: StatusText { planned: "Planned", ongoing: "Ongoing", reached: "Reached", stopped: "Stopped" },
    proof: ProofText {
        title: "Proof",
        lead: "Which indicators show it? The baseline counts the completed visits of this school year. It holds no names.",
        indicator: "Indicator",
        add: "Add indicator",
        measure: "Baseline from visits",
        look: "Where do we stand now?",
        remove: "Remove indicator",
        none_yet: "No baseline yet.",
        choose: "Choose an indicator",
        measured: |id| format!("{id}: the baseline is in the plan."),
        too_few: |teachers, fewest| {
            let teachers =
                if teachers == 1 { "1 teacher".to_owned() } else { format!("{teachers} teachers") };
            format!(
                "Not enough yet: this school year it was looked at with {teachers}. From {fewest} teachers on nobody can be recognised. Nothing was kept."
            )
        },
        since: |now| format!("Since the baseline: {now}"),
        too_few_since: |teachers, fewest| {
            let teachers =
                if teachers == 1 { "1 teacher".to_owned() } else { format!("{teachers} teachers") };
            format!(
                "Since the baseline it was looked at with {teachers}. From {fewest} teachers on nobody can be recognised, and you see here where you stand."
            )
        },
        counts: |visits, teachers, observers| {
            let visits = if visits == 1 { "1 visit".to_owned() } else { format!("{visits} visits") };
            let teachers =
                if teachers == 1 { "1 teacher".to_owned() } else { format!("{teachers} teachers") };
            let observers =
                if observers == 1 { "1 observer".to_owned() } else { format!("{observers} observers") };
            format!("{visits} to {teachers}, by {observers}.")
        },
        scores: |each, not_observed| format!("Score {each}; not observed: {not_observed}×."),
        period: |from, until, taken_on| format!("Visits from {from} to {until}, counted on {taken_on}."),
    },
    activity: ActivityText {
        title: "Activities",
        add: "Add activity",
        kind: "Kind",
        text: "What",
        who: "Who",
        term: "Term",
        from: "From",
        until: "Until",
        backward: "The last day is before the first.",
        remove: "Remove activity",
        numbered: |n| format!("Activity {n}"),
    },
    kind: ActivityKindText {
        study_day: "Study day",
        workshop: "Workshop",
        video_coaching: "Video interaction coaching",
        training: "Training",
        self_study: "Self-study",
        school_guidance: "School guidance",
        working_group: "Working group",
        class_consultation: "Class consultation",
        peer_intervision: "Intervision and consultation with colleagues",
        information_booklet: "Information on diagnoses",
    },
    term: TermText { short: "Short (this school year)", long: "Long (the years after)" },
    check: CheckText {
        lead: "Fill in these lists together. Make a goal of what is still missing.",
        conditions: "Seven conditions",
        marks: "Seven marks of success",
        yes: "Yes",
        partly: "Partly",
        no: "No",
        note: "Explanation",
        make_goal: "Make it a goal",
        answered: |n, of| format!("{n} of {of} filled in"),
    },
    point: PointText {
        varied_offer: "What there is to learn is flexible and varied.",
        policy: "There is a steady policy, and the team has a say in it.",
        leadership: "The leadership is positive, stimulates and cares for a professional culture.",
        time: "There is time to take part.",
        room_to_apply: "There is room to apply what we learn.",
        learning_communities: "We learn together in professional learning communities.",
        support: "Teachers get enough support at school.",
        coherent_goals: "The goals stand in one coherent plan, for the short and the long term.",
        whole_team: "The whole team takes part and makes the plan together.",
        clear_vision: "The leader has a clear vision and ties it to professionalisation.",
        exchange: "We exchange (intervision, consultation), evaluate and reflect.",
        practical_information: "There is practical information on diagnoses.",
        offer_for_needs: "There is a varied offer for pupils with specific needs.",
        learning_culture: "There is a professional culture in which we learn actively.",
    },
    out: OutText {
        title: "Share and print",
        lead: "As text, one field after the other: copied in a few minutes.",
        print: "Print",
        file_lead: "Or as a file, for another device with Lesbezoek.",
        text_name: |year| format!("action-plan-{year}.txt"),
        file_name: |year| format!("action-plan-{year}.json"),
    },
    text: SendText {
        sample_file: "plan.txt",
        download: "Download plan as text",
        share: "Share plan",
        copy: "Copy as text",
        show: "Show plan as text",
        label: "Plan as text",
        downloaded: "The plan was downloaded.",
        shared: "The plan was shared.",
        copied: "The plan was copied.",
        refused: "That did not work here. Choose another way, for instance Show plan as text.",
        nothing_chosen: "There is no plan yet.",
    },
    file: SendText {
        sample_file: "plan.json",
        download: "Download file",
        share: "Share file",
        copy: "Copy file",
        show: "Show file",
        label: "Plan as a file (JSON)",
        downloaded: "The file was downloaded.",
        shared: "The file was shared.",
        copied: "The file was copied.",
        refused: "That did not work here. Choose another way, for instance Show file.",
        nothing_chosen: "There is no plan yet.",
    },
};

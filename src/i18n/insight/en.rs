//! Insight, in English.

use super::*;

fn count(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}

pub(super) const INSIGHT: InsightText = InsightText {
    page: PageText {
        lead: "What the lessons of your school show together: numbers without names.",
        year: "School year",
        fewest: "At least so many teachers",
        none: "There are no completed visits yet. Once enough teachers were visited, you see here what their lessons show together.",
        caution: "Numbers are where a talk in the team begins. They say nothing of a single teacher.",
        print: "Print",
        period: "Period",
        whole_year: "Whole school year",
        first_half: "August to January",
        second_half: "February to July",
        rest_of_year: "The differences, the school years side by side and how lessons go are shown for the whole school year. There you also make a goal.",
        none_of_half: "Of this half nothing is shown: each domain is of too few teachers, or with the numbers of the whole school year beside it one could work out something of too few.",
        base: |visits, teachers, observers| {
            format!(
                "{} to {}, by {}.",
                count(visits, "visit", "visits"),
                count(teachers, "teacher", "teachers"),
                count(observers, "observer", "observers")
            )
        },
        too_few: |teachers, fewest| {
            format!(
                "This year {teachers} of at least {fewest} teachers were visited. While they are fewer, nothing is shown: a number would be about one colleague."
            )
        },
        too_few_in_half: |teachers, fewest| {
            format!(
                "In this half of the school year {teachers} of at least {fewest} teachers were visited. While they are fewer, nothing is shown: a number would be about one colleague."
            )
        },
        not_shown: |domains| format!("Not to be shown: {domains}."),
        privacy: |fewest| {
            format!(
                "Behind each number stand at least {fewest} teachers. What could be worked out from two numbers about fewer is not shown either."
            )
        },
        own: |n| {
            count(
                n,
                "lesson that a teacher rated herself does not count.",
                "lessons that teachers rated themselves do not count.",
            )
        },
        other_rubric: |n| {
            count(n, "visit with another rubric does not count.", "visits with another rubric do not count.")
        },
        no_teacher: |n| {
            count(
                n,
                "visit without the name of the teacher does not count.",
                "visits without the name of the teacher do not count.",
            )
        },
    },
    chart: ChartText {
        as_table: "As a table",
        as_chart: "As bars",
        legend_hint: "A bar shows how often each score was given, low on the left and high on the right. Right of the line: reached. 'Not seen' counts in no bar, no percentage and no mean. The mean is that of the teachers: who was visited often weighs no more.",
        scores: "Scores",
        visits: "Visits",
        teachers: "Teachers",
        observers: "Observers",
        not_observed: "Not seen",
        reached: "Reached",
        mean: "Mean",
        interval: "95% sure between",
        reached_is: |points| format!("Reached: a score of {points}."),
        percent: |percent| format!("{percent}%"),
        facts: |base, scored| {
            format!(
                "{} · {} · {} · {}",
                count(scored, "score", "scores"),
                count(base.visits, "visit", "visits"),
                count(base.teachers, "teacher", "teachers"),
                count(base.observers, "observer", "observers")
            )
        },
        not_seen: |n| format!("not seen {n} times"),
        mean_is: |mean, low, high| format!("Mean {mean}; with 95% certainty between {low} and {high}"),
        count_of: |label, n| format!("{label}: {n}"),
        or: |some, last| format!("{some} or {last}"),
    },
    summary: SummaryText {
        title: "What do our lessons show?",
        domain: "Domain",
        strengths: "Strong",
        growth: "Growth points",
        no_strengths: "Nothing yet that is reached so often.",
        no_growth: "Nothing that is reached so seldom.",
        make_goal: "Make this a goal",
        strength_rule: |from| {
            format!(
                "The rule: reached in at least {from} of 100 scores. Three at most, the most often reached first."
            )
        },
        growth_rule: |below| {
            format!(
                "The rule: reached in fewer than {below} of 100 scores. Three at most, the least often reached first."
            )
        },
        of_scores: |percent, n| format!("{percent}% of {}", count(n, "score", "scores")),
    },
    indicators: IndicatorsText {
        title: "Every indicator",
        indicator: "Indicator",
        hidden: "Scored of too few teachers to show.",
    },
    ladder: LadderText {
        title: "From often to seldom reached",
        lead: "What often works in your school stands at the top, what seldom works at the bottom. What seldom works is mostly harder too.",
        no_next: "Everything is reached in at least half of the scores.",
        caution: "It is the order of your school in this period. What stands close together may change places. Who skips steps does nothing wrong: look at the lesson then, not at the list.",
        few: "few scores",
        next: |indicator| {
            format!(
                "The next step for the team: {indicator} It is the first of the list that was reached in fewer than half of the scores: nearest to what already works. A growth point, above, is what works least, and often takes longer."
            )
        },
        chart: |n| format!("How often {n} indicators were reached, from often to seldom"),
    },
    divisions: DivisionsText {
        title: "Differences",
        choose: "Compare by",
        group: "Group",
        subject: "Subject",
        stage: "Stage",
        years: "Years of teaching",
        kind: "Kind of visit",
        hint: "How many percent of the scores were reached, and of how many teachers.",
        lower: "Lower years",
        middle: "Middle years",
        upper: "Upper years",
        unknown: "Not filled in",
        too_few: "cannot be shown",
        none: "Nowhere are there enough teachers to compare.",
        caution: "A difference is no cause yet. Other lessons, other children and other observers may be behind it.",
        stage_hint: "Lower years are groups 1 and 2, middle years 3 to 5, upper years 6 to 8. A combined group counts with its lowest.",
        cell: |percent, teachers| format!("{percent}% ({})", count(teachers, "teacher", "teachers")),
    },
    years: YearsText {
        title: "School years side by side",
        hint: "Other years often mean other lessons, teachers and observers too. Look whether the ranges of 95% certainty overlap.",
        only_one: "There is only one school year with enough visits yet.",
    },
    course: CourseText {
        title: "How the lessons go",
        phases: "Time in each phase, mean of a lesson",
        phase: "Phase",
        minutes: "Minutes",
        feedback_hint: "How often counted, in the lessons in which something of this group was counted.",
        counter: "Kind",
        times: "Times",
        on_task: "On task",
        off_task: "Not on task",
        none: "Noted with too few teachers to show.",
        noted_in: "Noted in",
        minutes_of: |minutes| format!("{minutes} min"),
        on_task_is: |percent, scans| {
            format!("{percent}% of the pupils were on task, in {}.", count(scans, "scan", "scans"))
        },
        taps: |n, percent| format!("{n} ({percent}%)"),
    },
    growth: GrowthText {
        lead: "Only visits that the teacher agreed to show, with a tick in the talk. Visits of colleagues to each other are never here: they count for the team alone.",
        teacher: "Teacher",
        choose: "Choose a teacher",
        nobody: "Nobody has chosen yet to show a visit here. It can be done in the talk, with a visit of the school leader or the coach and with a walkthrough.",
        how_sure: "How sure is this?",
        reliability_hint: "One lesson says little of a teacher. Only with 3 visits by 3 different people is feedback fairly reliable (.70; Van der Lans and others, 2016). An appraisal takes more than 10.",
        all_reached: "All that was scored was reached in at least half of the visits.",
        no_ladder: "There are too few visits in the school for an order from often to seldom reached.",
        domains: "Each domain, visit by visit",
        day: "Date",
        nothing: "not scored",
        indicators: "Each indicator, visit by visit",
        reliability: |visits, observers, of| {
            format!("Visit {} of {of}, observer {} of {of}.", visits.min(of), observers.min(of))
        },
        counted: |scores, visits, observers| {
            format!(
                "{} · {} · {}",
                count(scores, "score", "scores"),
                count(visits, "visit", "visits"),
                count(observers, "observer", "observers")
            )
        },
        withheld: |of| {
            format!("A summary and a next step come only with {of} visits by {of} different observers.")
        },
        next: |indicator| {
            format!(
                "A next step may be: {indicator} It is the first in the order of the school that was not yet reached in half of the visits."
            )
        },
        does_not_fit: |against, most| {
            format!(
                "Mind: these lessons do not fit the order of the school well ({against} of {most} pairs are the other way round). Choose the step together, from the lessons themselves."
            )
        },
        thin: |n| format!("Mind: only {n} indicators were scored. Take this as a question, not as advice."),
    },
};

//! The team, in English.

use super::*;

pub(super) const TEAM: TeamText = TeamText {
    list: ListText {
        lead: "The names of your colleagues, to choose from for a visit. A pseudonym will do. A name that you change here changes in all visits, at teacher and observer. What you typed yourself, as in an agreement, stays.",
        title: "Colleagues",
        empty: "Nobody yet. Add colleagues to the list, or read a list from Excel.",
        edit: "Change",
        removed: "Colleague deleted. The name is gone from the visits too.",
        removed_several: "More than one thing deleted. Names of deleted colleagues are gone from the visits too.",
        coverage: "Coverage: who visited whom?",
        unreadable: |n| format!("{n} damaged; to be downloaded under Data, with the raw data."),
        years: |years| format!("{years} years"),
        really: |name| {
            format!(
                "Take {name} out of the list? The name then goes out of all visits too. Adding it again later does not bring it back there."
            )
        },
    },
    form: FormText {
        add_title: "Add a colleague",
        name: "Name",
        name_hint: "A pseudonym will do.",
        role: "Role",
        groups: "Groups",
        groups_hint: "Such as 5, or 3/4, 6.",
        years: "Years of teaching",
        competence: "Stage",
        unknown: "Not filled in",
        add: "Add to the list",
        save: "Done",
        cancel: "Leave as it was",
        no_name: "Fill in a name.",
        taken: "This name is in the list already. Make a difference, such as one more letter.",
        added: |name| format!("{name} is in the list."),
    },
    role: RoleText {
        teacher: "Teacher",
        coach: "Internal coach",
        leader: "School leader",
        assistant: "Teaching assistant",
        student: "Student",
    },
    competence: CompetenceText { starting: "Starting", basic: "Basic", proficient: "Proficient" },
    sheet: SheetText {
        title: "Read a list",
        lead: "A list from Excel, saved as CSV. The first row names the columns: Name and, if you like, Role, Group, Years and Stage. \
               You see first what happens.",
        file: "Choose a file (.csv)",
        paste: "Or paste a list",
        paste_label: "A list of names, one on each line, or cells from Excel",
        read: "Read this list",
        pasted: "The pasted list",
        reading: "Reading the list…",
        untouched: "Nothing was changed.",
        unreadable_file: "The file cannot be read. Choose it again.",
        empty: "There is nothing in it.",
        no_name_column: "No column is called Name. Put on the first line what the columns hold, such as Name;Role;Group.",
        wrong_title: "These lines cannot come along",
        change_title: "What happens",
        name: "Name",
        known: "What stands with it",
        what_happens: "What happens",
        add: "New",
        change: "Added to",
        nothing_to_do: "You have everybody in this list already.",
        no_name: "there is no name.",
        no_end: "a cell does not end. There is a quotation mark too many, or the name is too long.",
        refused: |file| format!("{file} cannot be read"),
        preview: |file| format!("{file}: what happens"),
        counts: |add, change, same, wrong| {
            format!("{add} new, {change} added to, {same} here already, {wrong} with an error.")
        },
        too_large: |mib| format!("The list is larger than {mib} MB. That is no list of one school."),
        line: |line, why| format!("Line {line}: {why}"),
        more: |n| format!("And {n} more."),
        accept: |n| if n == 1 { "Read 1 colleague".to_owned() } else { format!("Read {n} colleagues") },
        done: |added, changed| format!("{added} new, {changed} added to."),
        left: |n| {
            let left = if n == 1 { "1 line was" } else { &*format!("{n} lines were") };
            format!(
                "{left} not read and can be put right, in the field above. Then read the list again; that also shows what is wrong."
            )
        },
        twice: |first| format!("this name stands on line {first} already."),
        wrong_role: |found| {
            format!("{found} is no role. Choose teacher, coach, leader, assistant or student.")
        },
        wrong_years: |found| {
            format!("{found} is no number of years. Fill in a number, or 0-3, 4-10, 11-30 or 31+.")
        },
        wrong_competence: |found| format!("{found} is no stage. Choose starting, basic or proficient."),
    },
    coverage: CoverageText {
        back: "To the team",
        year: "School year",
        counts: "Every visit counts, drafts too, but what is planned does not yet. Looking at one's own lesson does not.",
        empty: "Add colleagues to the list first.",
        none_missing: "Nobody.",
        next: "Fair to plan now",
        next_rule: "How it was chosen: who got the fewest visits gets a colleague who was there least this year, and of those the one \
                    who visited the fewest. What is planned counts too. A leader, coach or assistant without a group does not take part.",
        plan: "Plan this visit",
        planned: "Planned",
        not_visited: "Not visited yet",
        not_visiting: "Visited nobody yet",
        bands: "Fewest visits by experience",
        band: "Years of teaching",
        people: "Colleagues",
        visits: "Visits",
        least: "Visited least",
        years_unknown: "Not filled in",
        matrix: "Who visited whom",
        matrix_hint: "A row for who visited, a column for who was visited. Those who did neither yet are in the lists above.",
        wider: "If not all of it fits, move the table sideways.",
        visitor: "Visiting",
        visited: "Visited",
        total: "Together",
        no_visits: "No visits between colleagues of the list yet.",
        as_list: "As a list",
        calendar: "For the calendar (.ics)",
        lead: |year| format!("School year {year}"),
        pair: |visitor, visited| format!("{visitor} visits {visited}"),
        others: |n| {
            if n == 1 {
                "1 visit has no teacher or observer from the list; it does not count here.".to_owned()
            } else {
                format!("{n} visits have no teacher or observer from the list; they do not count here.")
            }
        },
        fewest: |names, n| format!("{names} ({n})"),
        planned_visit: |pair, day| format!("{pair}, {day}"),
        event: |pair| format!("Lesson visit: {pair}"),
    },
};

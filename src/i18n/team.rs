//! The texts of the screens about the team. Apart from the others: they come with the part of the program that shows them.

mod en;
mod nl;

use super::text::{Text, texts};
use crate::domain::{Competence, Lang, Profile, Role, TeachingYears};
use crate::exchange::{LineError, MAX_SHEET_BYTES, SheetError};

/// The texts of the screens about the team in one language.
#[must_use]
pub fn team_text(lang: Lang) -> &'static TeamText {
    match lang {
        Lang::Nl => &nl::TEAM,
        Lang::En => &en::TEAM,
    }
}

/// The texts of the screens about the team.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct TeamText {
    pub list: ListText,
    pub form: FormText,
    pub role: RoleText,
    pub competence: CompetenceText,
    pub sheet: SheetText,
    pub coverage: CoverageText,
}

texts!(
    /// The list of people.
    ListText { lead, title, empty, edit, removed, removed_several, coverage } fns { unreadable: fn(usize), years: fn(&str), really: fn(&str) }
);
texts!(
    /// The form for somebody.
    FormText { add_title, name, name_hint, role, groups, groups_hint, years, competence, unknown, add, save, cancel, no_name, taken } fns { added: fn(&str) }
);
texts!(
    /// What somebody does in the school.
    RoleText { teacher, coach, leader, assistant, student }
);
texts!(
    /// How far somebody is.
    CompetenceText { starting, basic, proficient }
);
texts!(
    /// A list of staff from a spreadsheet.
    SheetText {
        title, lead, file, paste, paste_label, read, pasted, reading, untouched, unreadable_file, empty, no_name_column, wrong_title, change_title,
        name, known, what_happens, add, change, nothing_to_do, no_name, no_end,
    } fns {
        refused: fn(&str), preview: fn(&str), counts: fn(usize, usize, usize, usize), too_large: fn(usize), line: fn(u64, &str), more: fn(usize),
        accept: fn(usize), done: fn(usize, usize), left: fn(usize), twice: fn(u64), wrong_role: fn(&str), wrong_years: fn(&str), wrong_competence: fn(&str),
    }
);
texts!(
    /// Who visited whom.
    CoverageText {
        back, year, counts, empty, none_missing, next, next_rule, plan, planned, not_visited, not_visiting, bands, band, people, visits, least, years_unknown,
        matrix, matrix_hint, wider, visitor, visited, total, no_visits, as_list, calendar,
    } fns {
        lead: fn(&str), pair: fn(&str, &str), others: fn(usize), fewest: fn(&str, usize),
        planned_visit: fn(&str, &str), event: fn(&str),
    }
);

impl TeamText {
    /// What somebody does.
    #[must_use]
    pub fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Teacher => self.role.teacher,
            Role::Coach => self.role.coach,
            Role::Leader => self.role.leader,
            Role::Assistant => self.role.assistant,
            Role::Student => self.role.student,
        }
    }

    /// How far somebody is.
    #[must_use]
    pub fn competence(&self, competence: Competence) -> &'static str {
        match competence {
            Competence::Starting => self.competence.starting,
            Competence::Basic => self.competence.basic,
            Competence::Proficient => self.competence.proficient,
        }
    }

    /// "4–10 jaar".
    #[must_use]
    pub fn years(&self, years: TeachingYears) -> String {
        (self.list.years)(&years.name().replace('-', "–"))
    }

    /// "Leerkracht · groep 3/4 · 4–10 jaar · basisbekwaam": what is known beside the name.
    #[must_use]
    pub fn known(&self, t: &Text, profile: &Profile) -> String {
        let groups =
            (!profile.groups.is_empty()).then(|| format!("{} {}", t.home.group, profile.groups.join(", ")));
        let parts = [
            profile.role.map(|role| self.role(role).to_owned()),
            groups,
            profile.years.map(|years| self.years(years)),
            profile.competence.map(|competence| self.competence(competence).to_lowercase()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ")
    }

    /// Why nothing can be read of a list.
    #[must_use]
    pub fn sheet_error(&self, error: &SheetError) -> String {
        match error {
            SheetError::TooLarge => (self.sheet.too_large)(MAX_SHEET_BYTES / (1024 * 1024)),
            SheetError::Empty => self.sheet.empty.to_owned(),
            SheetError::NoNameColumn => self.sheet.no_name_column.to_owned(),
        }
    }

    /// Why a line of a list cannot be used.
    #[must_use]
    pub fn line_error(&self, line: u64, error: &LineError) -> String {
        let why = match error {
            LineError::NoName => self.sheet.no_name.to_owned(),
            LineError::NoEnd => self.sheet.no_end.to_owned(),
            LineError::Twice(first) => (self.sheet.twice)(*first),
            LineError::Role(found) => (self.sheet.wrong_role)(found),
            LineError::Years(found) => (self.sheet.wrong_years)(found),
            LineError::Competence(found) => (self.sheet.wrong_competence)(found),
        };
        (self.sheet.line)(line, &why)
    }
}

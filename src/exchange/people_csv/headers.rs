//! Which column is which, by what stands above it.

use csv::StringRecord;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    FirstName,
    Infix,
    LastName,
    Role,
    Groups,
    Years,
    Competence,
}

/// In small letters; a header that begins with one of these and goes on, such as `groep(en)`, is found too.
const HEADERS: [(Column, &[&str]); 8] = [
    (Column::FirstName, &["voornaam", "roepnaam", "first name", "firstname", "given name"]),
    (Column::Infix, &["tussenvoegsel", "voorvoegsel", "infix"]),
    (Column::LastName, &["achternaam", "last name", "lastname", "surname", "family name"]),
    (
        Column::Name,
        &["naam", "name", "volledige naam", "full name", "medewerker", "leraar", "teacher", "collega"],
    ),
    (Column::Role, &["rol", "role", "functie", "function", "taak", "job"]),
    (Column::Groups, &["groep", "group", "klas", "class"]),
    (
        Column::Years,
        &[
            "jaren",
            "jaar",
            "years",
            "ervaring",
            "onderwijservaring",
            "experience",
            "aantal jaren",
            "werkervaring",
        ],
    ),
    (Column::Competence, &["bekwaam", "competence", "fase", "stage", "niveau", "level", "start/basis"]),
];

/// The place of each column that is there.
#[derive(Debug)]
pub(super) struct Columns(Vec<(Column, usize)>);

impl Columns {
    /// One column, with names.
    pub(super) fn only_names() -> Self {
        Self(vec![(Column::Name, 0)])
    }

    /// As the first line names them; `None` if none of them has names.
    pub(super) fn named_by(headers: &StringRecord) -> Option<Self> {
        let mut found: Vec<(Column, usize)> = Vec::new();
        for (place, header) in headers.iter().enumerate() {
            if let Some(column) = named(header)
                && !found.iter().any(|(other, _)| *other == column)
            {
                found.push((column, place));
            }
        }
        let has_names = found
            .iter()
            .any(|(column, _)| matches!(column, Column::Name | Column::FirstName | Column::LastName));
        has_names.then_some(Self(found))
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.0.iter().any(|(other, _)| *other == column)
    }

    /// The text of a cell without space around it; empty if there is no such column.
    pub(super) fn cell<'a>(&self, record: &'a StringRecord, column: Column) -> &'a str {
        let place = self.0.iter().find(|(other, _)| *other == column).map(|(_, place)| *place);
        place.and_then(|place| record.get(place)).unwrap_or_default().trim()
    }
}

fn named(header: &str) -> Option<Column> {
    let header = header.trim().to_lowercase();
    let is = |name: &&str| {
        // `naam` is not `naamdag`.
        header.strip_prefix(*name).is_some_and(|rest| match rest.chars().next() {
            None => true,
            Some(next) => !next.is_alphabetic() || matches!(rest, "en" | "s" | "es" | "heid"),
        })
    };
    HEADERS.iter().find(|(_, names)| names.iter().any(is)).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_both_languages_and_as_people_write_them() {
        for (header, column) in [
            ("Naam", Some(Column::Name)),
            (" NAME ", Some(Column::Name)),
            ("Naam leerkracht", Some(Column::Name)),
            ("Voornaam", Some(Column::FirstName)),
            ("Groep(en)", Some(Column::Groups)),
            ("Groepen", Some(Column::Groups)),
            ("Classes", Some(Column::Groups)),
            ("Jaren ervaring", Some(Column::Years)),
            ("Years of teaching", Some(Column::Years)),
            ("Bekwaamheid", Some(Column::Competence)),
            ("Start/basis/vakbekwaam", Some(Column::Competence)),
            ("Naamdag", None),
            ("E-mail", None),
            ("", None),
        ] {
            assert_eq!(named(header), column, "{header}");
        }
    }
}

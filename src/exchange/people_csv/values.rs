//! What the cells of a list say, in Dutch or English, in small letters.

use crate::domain::{Competence, Role, TeachingYears};

/// What people call each role; how far it is written as one word differs from school to school.
const ROLES: [(Role, &[&str]); 5] = [
    (
        Role::Teacher,
        &[
            "leerkracht",
            "groepsleerkracht",
            "vakleerkracht",
            "lkr",
            "leraar",
            "lerares",
            "docent",
            "docente",
            "vakdocent",
            "onderwijzer",
            "onderwijzeres",
            "juf",
            "juffrouw",
            "meester",
            "teacher",
            "class teacher",
        ],
    ),
    (
        Role::Coach,
        &[
            "ib'er",
            "ib’er",
            "ib-er",
            "iber",
            "ib",
            "intern begeleider",
            "interne begeleider",
            "intern begeleidster",
            "kwaliteitscoördinator",
            "kwaliteitscoordinator",
            "zorgcoördinator",
            "zorgcoordinator",
            "coach",
        ],
    ),
    (
        Role::Leader,
        &[
            "schoolleider",
            "directeur",
            "directrice",
            "directie",
            "adjunct",
            "adjunct-directeur",
            "adjunct directeur",
            "locatieleider",
            "locatiedirecteur",
            "teamleider",
            "leader",
            "school leader",
            "principal",
            "head",
            "headteacher",
            "head teacher",
            "deputy head",
        ],
    ),
    (
        Role::Assistant,
        &[
            "onderwijsassistent",
            "onderwijsassistente",
            "klassenassistent",
            "klassenassistente",
            "assistent",
            "assistente",
            "leraarondersteuner",
            "lerarenondersteuner",
            "onderwijsondersteuner",
            "oa",
            "assistant",
            "teaching assistant",
            "classroom assistant",
            "ta",
        ],
    ),
    (
        Role::Student,
        &[
            "student",
            "studente",
            "stagiair",
            "stagiaire",
            "lio",
            "lio'er",
            "lio’er",
            "leraar in opleiding",
            "pabo",
            "pabo-student",
            "pabostudent",
            "trainee",
            "trainee teacher",
            "student teacher",
        ],
    ),
];

pub(super) fn role(cell: &str) -> Option<Role> {
    Role::from_name(cell).or_else(|| among(&ROLES, cell))
}

const STAGES: [(Competence, &[&str]); 3] = [
    (Competence::Starting, &["start", "startbekwaam", "starter", "startend", "starting"]),
    (Competence::Basic, &["basis", "basisbekwaam", "basic"]),
    (Competence::Proficient, &["vak", "vakbekwaam", "proficient", "expert"]),
];

pub(super) fn competence(cell: &str) -> Option<Competence> {
    among(&STAGES, cell)
}

fn among<T: Copy>(known: &[(T, &[&str])], cell: &str) -> Option<T> {
    known.iter().find(|(_, names)| names.contains(&cell)).map(|(one, _)| *one)
}

/// `12`, `12,5`, `12 jaar`, `4-10`, `4 t/m 10`, `31+`, `> 30`, `meer dan 30`.
pub(super) fn years(cell: &str) -> Option<TeachingYears> {
    let number = |text: &str| {
        let text = text.trim();
        let whole = text.split_once([',', '.']).map_or(text, |(whole, rest)| {
            if !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()) { whole } else { text }
        });
        whole.parse::<u16>().ok().filter(|years| *years < 100)
    };
    let cell = cell.trim_end_matches(|letter: char| letter.is_alphabetic() || letter.is_whitespace());
    if let Some(years) = number(cell) {
        return Some(TeachingYears::of(years));
    }
    if let Some(more) = cell.strip_prefix('>').or_else(|| cell.strip_prefix("meer dan")) {
        return number(more).map(|years| TeachingYears::of(years + 1));
    }
    if let Some(least) = cell.strip_suffix('+') {
        return number(least).map(TeachingYears::of);
    }
    let (from, to) = ["t/m", "tot", "-", "–"].iter().find_map(|between| cell.split_once(between))?;
    let (from, to) = (TeachingYears::of(number(from)?), TeachingYears::of(number(to)?));
    // A band of another cut fits none of ours.
    (from == to).then_some(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_people_write_them() {
        use TeachingYears as T;
        for (cell, band) in [
            ("0", T::UpTo3),
            ("3", T::UpTo3),
            ("3,5", T::UpTo3),
            ("12 jaar", T::UpTo30),
            ("12.5 years", T::UpTo30),
            ("4-10", T::UpTo10),
            ("4 – 10 jaar", T::UpTo10),
            ("4 t/m 10", T::UpTo10),
            ("31+", T::Beyond30),
            ("> 30", T::Beyond30),
            ("meer dan 30", T::Beyond30),
        ] {
            assert_eq!(years(cell), Some(band), "{cell}");
        }
        // A year in which somebody began, a band of another cut, words.
        for cell in ["2014", "5-15", "veel", "-", "1/2", "12,x", "99999999"] {
            assert_eq!(years(cell), None, "{cell}");
        }
    }

    #[test]
    fn roles_are_read_as_schools_call_them() {
        for (cells, of) in [
            ("juf, meester, leraar, lerares, docent, onderwijzer, groepsleerkracht, teacher", Role::Teacher),
            ("ib, ib'er, ib’er, intern begeleider, kwaliteitscoördinator, coach", Role::Coach),
            (
                "directeur, directrice, directie, locatieleider, adjunct, principal, head teacher",
                Role::Leader,
            ),
            ("oa, klassenassistent, lerarenondersteuner, teaching assistant", Role::Assistant),
            ("stagiair, stagiaire, lio, pabo, leraar in opleiding, trainee", Role::Student),
        ] {
            for cell in cells.split(", ") {
                assert_eq!(role(cell), Some(of), "{cell}");
            }
        }
        for cell in ["conciërge", "juffen", "vrijwilliger", "leraar of directeur"] {
            assert_eq!(role(cell), None, "{cell}");
        }
    }

    #[test]
    fn no_word_is_of_two_roles() {
        let words: Vec<_> = ROLES.iter().flat_map(|(_, words)| *words).collect();
        assert_eq!(words.iter().collect::<std::collections::BTreeSet<_>>().len(), words.len());
    }

    #[test]
    fn what_the_app_itself_calls_things_is_read_too() {
        for one in Role::ALL {
            assert_eq!(role(one.name()), Some(*one));
        }
        for one in TeachingYears::ALL {
            assert_eq!(years(one.name()), Some(*one));
        }
        for one in Competence::ALL {
            assert_eq!(competence(one.name()), Some(*one));
        }
    }
}

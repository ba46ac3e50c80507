//! Who works there.

use lesbezoek::domain::{Competence, Person, PersonId, Profile, Role, TeachingYears};

use crate::{Chance, at, day};

/// Somebody with what only the model knows.
pub struct Member {
    pub person: Person,
    /// How far she or he is as a teacher, in hundredths of a point of the scale.
    pub strength: i64,
    /// What she or he adds to it in a school year.
    pub growth: i64,
    /// How much lower than others she or he scores as an observer, in hundredths of a point.
    pub strictness: i64,
}

const NAMES: [&str; 30] = [
    "Anouk",
    "Bas",
    "Carlijn",
    "Dewi",
    "Eline",
    "Fatima",
    "Gijs",
    "Hanneke",
    "Ilse",
    "Jeroen",
    "Karin",
    "Lotte",
    "Mehmet",
    "Nadia",
    "Olga",
    "Peter",
    "Quinten",
    "Roos",
    "Sanne",
    "Thijs",
    "Umar",
    "Vera",
    "Willemijn",
    "Xander",
    "Yara",
    "Zoë",
    "Aafke",
    "Bram",
    "Corine",
    "Daan",
];
/// Three people each, then from the start.
const GROUPS: [&str; 8] = ["1/2", "1/2", "3", "4", "5", "5/6", "7", "8"];

/// The leader, two coaches, two assistants and a student; the others teach.
pub fn staff(chance: &mut Chance, size: usize) -> Vec<Member> {
    (0..size).map(|place| member(chance, place, size)).collect()
}

fn member(chance: &mut Chance, place: usize, size: usize) -> Member {
    let role = match size - place {
        1 => Role::Leader,
        2 | 3 => Role::Coach,
        4 | 5 => Role::Assistant,
        6 => Role::Student,
        _ => Role::Teacher,
    };
    let teaches = matches!(role, Role::Teacher | Role::Student);
    // By tens: two new, four with some years, three with many, one with more than thirty; so the last band is small.
    let years = match (role, place % 10) {
        (Role::Student, _) | (_, 0 | 5) => TeachingYears::UpTo3,
        (_, 1 | 3 | 6 | 8) => TeachingYears::UpTo10,
        (_, 9) => TeachingYears::Beyond30,
        _ => TeachingYears::UpTo30,
    };
    let (strength, competence) = match years {
        TeachingYears::UpTo3 => (215, Competence::Starting),
        TeachingYears::UpTo10 => (265, Competence::Basic),
        TeachingYears::UpTo30 => (300, Competence::Proficient),
        TeachingYears::Beyond30 => (285, Competence::Proficient),
    };
    let profile = Profile {
        name: name(place),
        role: Some(role),
        groups: if teaches { vec![GROUPS[place / 3 % GROUPS.len()].to_owned()] } else { Vec::new() },
        years: Some(years),
        competence: teaches.then_some(competence),
    };
    let made = at(day(2024, 8, 20), 9, 0);
    let id = PersonId(chance.id(1_724_140_800_000));
    Member {
        person: Person::begin(id, profile, made),
        strength: strength + chance.between(-45, 45),
        growth: chance.between(-5, 40),
        strictness: chance.between(-25, 25),
    }
}

fn name(place: usize) -> String {
    let name = NAMES[place % NAMES.len()];
    match place / NAMES.len() {
        0 => name.to_owned(),
        round => format!("{name} {}", round + 1),
    }
}

/// Whether lessons of this one are visited.
pub fn teaches(member: &Member) -> bool {
    !member.person.profile.groups.is_empty()
}

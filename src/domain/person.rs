//! The staff of a school. Everything but the name may stay unknown, and the name may be a pseudonym.

use serde::{Deserialize, Serialize};

use super::ids::PersonId;
use super::named::named;
use super::one_line::one_line;
use super::time::Moment;

/// What someone does in the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leerkracht.
    Teacher,
    /// Intern begeleider (IB'er).
    Coach,
    /// Schoolleider.
    Leader,
    /// Onderwijsassistent.
    Assistant,
    /// Student on placement.
    Student,
}

/// For how many years someone has taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TeachingYears {
    /// 0 to 3.
    #[serde(rename = "0-3")]
    UpTo3,
    /// 4 to 10.
    #[serde(rename = "4-10")]
    UpTo10,
    /// 11 to 30.
    #[serde(rename = "11-30")]
    UpTo30,
    /// 31 and more.
    #[serde(rename = "31+")]
    Beyond30,
}

/// How far someone is as a teacher, in the words of the Dutch collective agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Competence {
    /// Startbekwaam.
    Starting,
    /// Basisbekwaam.
    Basic,
    /// Vakbekwaam.
    Proficient,
}

named!(Role {
    Teacher = "teacher",
    Coach = "coach",
    Leader = "leader",
    Assistant = "assistant",
    Student = "student",
});
named!(TeachingYears { UpTo3 = "0-3", UpTo10 = "4-10", UpTo30 = "11-30", Beyond30 = "31+" });
named!(Competence { Starting = "starting", Basic = "basic", Proficient = "proficient" });

impl TeachingYears {
    /// The band in which so many years fall.
    #[must_use]
    pub fn of(years: u16) -> Self {
        match years {
            0..=3 => Self::UpTo3,
            4..=10 => Self::UpTo10,
            11..=30 => Self::UpTo30,
            31.. => Self::Beyond30,
        }
    }
}

/// What the school knows of someone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name as shown; may be a pseudonym.
    pub name: String,
    /// What she or he does.
    pub role: Option<Role>,
    /// The groups, such as `5` or `3/4`.
    pub groups: Vec<String>,
    /// How long she or he has taught.
    pub years: Option<TeachingYears>,
    /// How far she or he is.
    pub competence: Option<Competence>,
}

/// No name is longer: it must fit in a list.
pub const LONGEST_NAME: usize = 80;

impl Profile {
    /// Someone of whom the name is all that is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: tidy(name), ..Self::default() }
    }

    /// This profile with what `newer` knows; what that leaves open stays.
    #[must_use]
    pub fn with(&self, newer: &Self) -> Self {
        Self {
            name: newer.name.clone(),
            role: newer.role.or(self.role),
            groups: if newer.groups.is_empty() { self.groups.clone() } else { newer.groups.clone() },
            years: newer.years.or(self.years),
            competence: newer.competence.or(self.competence),
        }
    }
}

/// A name without spaces around it or in a row, and not too long.
#[must_use]
pub fn tidy(name: &str) -> String {
    let name = one_line(name);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().take(LONGEST_NAME).collect()
}

/// The groups in a text such as `3/4, groep 5`: each once, in that order, without the word.
#[must_use]
pub fn groups_in(text: &str) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for group in text.split([',', ';', '|', '\n']).map(tidy) {
        let group = match group.split_once(' ') {
            Some((word, number)) if ["groep", "group"].contains(&&*word.to_lowercase()) => number.to_owned(),
            _ => group,
        };
        if !group.is_empty() && !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

/// Someone of the school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Goes up by one with each change; the higher one is the newer one.
    pub revision: u64,
    /// The last change.
    pub updated_at: Moment,
    /// What is known.
    pub profile: Profile,
}

impl Person {
    /// Someone who is new to the list.
    #[must_use]
    pub fn begin(id: PersonId, profile: Profile, now: Moment) -> Self {
        Self { id, revision: 1, updated_at: now, profile }
    }

    /// Puts `profile` in place at `now` and gives back the old one; `None` if nothing changed.
    pub fn change(&mut self, profile: Profile, now: Moment) -> Option<Profile> {
        if self.profile == profile {
            return None;
        }
        self.revision += 1;
        self.updated_at = now;
        Some(std::mem::replace(&mut self.profile, profile))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_falls_in_one_band_in_order() {
        let bands: Vec<_> = [0, 3, 4, 10, 11, 30, 31, u16::MAX].map(TeachingYears::of).into();
        assert_eq!(
            bands.iter().map(|band| band.name()).collect::<Vec<_>>(),
            ["0-3", "0-3", "4-10", "4-10", "11-30", "11-30", "31+", "31+"]
        );
        assert!(bands.is_sorted());
    }

    #[test]
    fn what_is_written_is_the_name() {
        fn written(ones: &[impl Serialize]) -> Vec<String> {
            ones.iter().map(|one| serde_json::to_string(one).expect("JSON").replace('"', "")).collect()
        }
        assert_eq!(written(Role::ALL), Role::ALL.iter().map(|one| one.name()).collect::<Vec<_>>());
        assert_eq!(
            written(TeachingYears::ALL),
            TeachingYears::ALL.iter().map(|one| one.name()).collect::<Vec<_>>()
        );
        assert_eq!(
            written(Competence::ALL),
            Competence::ALL.iter().map(|one| one.name()).collect::<Vec<_>>()
        );
        assert_eq!(Role::from_name("coach"), Some(Role::Coach));
        assert_eq!(Role::from_name("Coach"), None);
    }

    #[test]
    fn a_change_counts_and_gives_back_what_was_there() {
        let (first, later) = (Moment::default(), Moment::default() + chrono::TimeDelta::days(1));
        let mut noor = Person::begin(PersonId(uuid::Uuid::nil()), Profile::named(" Juf \t Noor "), first);
        assert_eq!(noor.profile.name, "Juf Noor");
        assert_eq!(noor.change(Profile::named("Juf Noor"), later), None);
        assert_eq!((noor.revision, noor.updated_at), (1, first));
        assert_eq!(noor.change(Profile::named("N."), later), Some(Profile::named("Juf Noor")));
        assert_eq!((noor.revision, noor.updated_at), (2, later));
    }

    #[test]
    fn what_a_newer_profile_leaves_open_stays() {
        let known = Profile {
            role: Some(Role::Coach),
            groups: vec!["3/4".to_owned()],
            years: Some(TeachingYears::UpTo3),
            ..Profile::named("Noor")
        };
        let newer = Profile { years: Some(TeachingYears::UpTo10), ..Profile::named("noor") };
        let both = Profile { name: "noor".to_owned(), years: newer.years, ..known.clone() };
        assert_eq!(known.with(&newer), both);
    }

    #[test]
    fn groups_and_names_are_read_as_people_write_them() {
        assert_eq!(groups_in(" 3/4 ,5;5 |\n6 b"), ["3/4", "5", "6 b"]);
        assert_eq!(groups_in("Groep 6, group 7b; groepsplein, groep"), ["6", "7b", "groepsplein", "groep"]);
        assert!(groups_in(" , ").is_empty());
        assert_eq!(tidy(&"é".repeat(200)).chars().count(), LONGEST_NAME);
    }
}

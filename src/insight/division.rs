//! What divides the visits of a school: by group, subject, stage, experience and kind.

use crate::domain::{Observation, TeachingYears, VisitKind, tidy};

use super::sample::Lesson;

/// A way to divide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Division {
    /// The group as typed.
    Group,
    /// The subject as typed.
    Subject,
    /// Onderbouw, middenbouw, bovenbouw.
    Stage,
    /// How long the teacher has taught.
    Years,
    /// Why the visit took place.
    Kind,
}

/// A part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Of the same group or subject.
    Called(String),
    /// Of the same stage.
    Stage(Stage),
    /// Of teachers who have taught for as long.
    Years(TeachingYears),
    /// For the same reason.
    Kind(VisitKind),
    /// Nobody said.
    Unknown,
}

/// Years of a primary school that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Onderbouw: groep 1 and 2.
    Lower,
    /// Middenbouw: groep 3 to 5.
    Middle,
    /// Bovenbouw: groep 6 to 8.
    Upper,
}

impl Stage {
    /// Of a group such as `5` or `3/4`; where it has more than one year, the lowest decides.
    #[must_use]
    pub fn of(group: &str) -> Option<Self> {
        let years = group.chars().filter_map(|letter| letter.to_digit(10));
        match years.filter(|year| (1..=8).contains(year)).min()? {
            1 | 2 => Some(Self::Lower),
            3..=5 => Some(Self::Middle),
            _ => Some(Self::Upper),
        }
    }
}

impl Division {
    /// Every one, in the order of the screen.
    pub const ALL: [Self; 5] = [Self::Group, Self::Subject, Self::Stage, Self::Years, Self::Kind];

    /// Its name in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Subject => "subject",
            Self::Stage => "stage",
            Self::Years => "years",
            Self::Kind => "kind",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Into which part a lesson falls: what tells it from others and sorts it, and what it is.
    pub(super) fn part(self, lesson: &Lesson<'_>) -> (String, Part) {
        let visit: &Observation = lesson.visit;
        let called = |text: &str| {
            let text = tidy(text);
            (!text.is_empty()).then(|| (text.to_lowercase(), Part::Called(text)))
        };
        let found = match self {
            Self::Group => called(&visit.visit.group),
            Self::Subject => called(&visit.visit.subject),
            Self::Stage => {
                Stage::of(&visit.visit.group).map(|stage| (format!("{}", stage as u8), Part::Stage(stage)))
            }
            Self::Years => lesson.years.map(|years| (format!("{}", years as u8), Part::Years(years))),
            Self::Kind => {
                let place = VisitKind::ALL.iter().position(|kind| *kind == visit.visit.kind);
                place.map(|place| (place.to_string(), Part::Kind(visit.visit.kind)))
            }
        };
        // Behind the others.
        found.unwrap_or_else(|| ("\u{10ffff}".to_owned(), Part::Unknown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_combination_group_counts_with_its_lowest_year() {
        let stages = ["1/2", "2/3", "5/6", "8", "groep 6b", "9", "plusklas", ""].map(Stage::of);
        let [lower, middle, upper] = [Stage::Lower, Stage::Middle, Stage::Upper].map(Some);
        assert_eq!(stages, [lower, lower, middle, upper, upper, None, None, None]);
    }
}

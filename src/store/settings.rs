//! What the user chose on this device.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::{Lang, Moment, ObservationId, PersonId, PersonRef, RubricRef, SCHOOL_YEARS_KEPT};

/// The lock closes so many minutes after the last touch, if nobody chose another number.
pub const LOCK_AFTER: u16 = 10;

/// What the user chose on this device.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language on screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// `shell/boot.js` reads this before the app starts, so that no white screen flashes.
    #[serde(skip_serializing_if = "Theme::is_system")]
    pub theme: Theme,
    /// Made at the first export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<Uuid>,
    /// Goes into each export.
    pub device_name: String,
    /// Filled in for the next visit, if nobody of the list is.
    pub observer: String,
    /// Who of the school's list is filled in for the next visit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observer_id: Option<Uuid>,
    /// What a new visit is scored with; `None`: the rubric that comes with the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rubric: Option<RubricRef>,
    /// So many minutes after a scan the next one is due; zero: no reminder.
    #[serde(skip_serializing_if = "is_zero")]
    pub scan_minutes: u16,
    /// Short texts that are noted with one tap; `None`: those that come with the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phrases: Option<Vec<String>>,
    /// The names of the counters of the school's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<String>,
    /// On a tablet on its side the counters stand left of the log.
    #[serde(skip_serializing_if = "is_false")]
    pub counters_left: bool,
    /// Who makes a rubric is not shown its English texts.
    #[serde(skip_serializing_if = "is_false")]
    pub hides_english: bool,
    /// So many teachers stand behind each figure of the school, if not as few as the app allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fewest_teachers: Option<u16>,
    /// So many school years after its own a visit is kept, if not as many as the app proposes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_school_years: Option<u16>,
    /// So many minutes after the last touch the lock closes, if there is one; zero: never. `None`: [`LOCK_AFTER`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_after: Option<u16>,
    /// It closes during a lesson too.
    #[serde(skip_serializing_if = "is_false")]
    pub lock_in_lesson: bool,
    /// Her own view, for which the tablet was handed to the teacher: until she gives it back the app opens there, and only there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<ObservationId>,
    /// When everything was last exported.
    #[serde(
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::exchange::v1::time::maybe_moment"
    )]
    pub last_backup: Option<Moment>,
}

impl Settings {
    /// So many school years after its own a visit is kept.
    #[must_use]
    pub fn school_years_kept(&self) -> u16 {
        self.keep_school_years.unwrap_or(SCHOOL_YEARS_KEPT)
    }

    /// Who watches, for the next visit.
    #[must_use]
    pub fn next_observer(&self) -> PersonRef {
        PersonRef { id: self.observer_id.map(PersonId), name: self.observer.clone() }
    }

    /// Remembers who watches for the next visit.
    pub fn remember_observer(&mut self, observer: &PersonRef) {
        self.observer_id = observer.id.map(|PersonId(id)| id);
        self.observer.clone_from(&observer.name);
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(minutes: &u16) -> bool {
    *minutes == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(choice: &bool) -> bool {
    !choice
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Extra dark, for a darkened classroom.
    Dim,
}

impl Theme {
    /// In the order of the choice.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Dim];

    /// The value of `data-theme`; `None` follows the device.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::Dim => Some("dim"),
        }
    }

    /// The theme of that name; any other name follows the device.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let named = Self::ALL.into_iter().find(|theme| theme.name() == Some(name));
        named.unwrap_or_default()
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_system(&self) -> bool {
        *self == Self::System
    }
}

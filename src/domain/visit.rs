//! Who visited whom, when and why.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ids::IndicatorId;
use super::time::Moment;

/// Why the visit takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VisitKind {
    /// Collegiale visitatie: a colleague visits.
    #[default]
    Peer,
    /// The school leader visits.
    Leader,
    /// The internal coach (IB'er) visits.
    Coach,
    /// Flitsbezoek: a short walkthrough.
    Walkthrough,
    /// The teacher rates her own lesson.
    #[serde(rename = "self")]
    SelfAssessment,
}

impl VisitKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Peer, Self::Leader, Self::Coach, Self::Walkthrough, Self::SelfAssessment];

    /// Its name in documents and in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Peer => "peer",
            Self::Leader => "leader",
            Self::Coach => "coach",
            Self::Walkthrough => "walkthrough",
            Self::SelfAssessment => "self",
        }
    }
}

/// A person by name; the name may be a pseudonym or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonRef {
    /// The person in the school's own list, if there is one.
    pub id: Option<Uuid>,
    /// The name as shown.
    pub name: String,
}

impl PersonRef {
    /// Whether this is the name: space around it and capitals tell nobody apart. No name is nobody's.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let [own, name] = [&*self.name, name].map(|name| name.trim().to_lowercase());
        !own.is_empty() && own == name
    }
}

/// The circumstances of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The day of the lesson.
    pub date: NaiveDate,
    /// When the lesson started, once the timer ran.
    pub started_at: Option<Moment>,
    /// When the lesson ended.
    pub ended_at: Option<Moment>,
    /// Why.
    pub kind: VisitKind,
    /// Who taught.
    pub teacher: PersonRef,
    /// Who watched.
    pub observer: PersonRef,
    /// The group, such as `5` or `3/4`.
    pub group: String,
    /// The subject of the lesson.
    pub subject: String,
    /// The number of pupils present.
    pub pupils: Option<u16>,
    /// The teacher's own question for this visit.
    pub focus: String,
    /// The indicators that this visit looks at; empty: at all of them.
    pub chosen: BTreeSet<IndicatorId>,
}

impl Visit {
    /// A visit on `date` of which nothing else is known.
    #[must_use]
    pub fn on(date: NaiveDate) -> Self {
        Self {
            date,
            started_at: None,
            ended_at: None,
            kind: VisitKind::default(),
            teacher: PersonRef::default(),
            observer: PersonRef::default(),
            group: String::new(),
            subject: String::new(),
            pupils: None,
            focus: String::new(),
            chosen: BTreeSet::new(),
        }
    }
}

//! Who visited whom, when and why.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{IndicatorId, ObservationId, PersonId};
use super::person::Role;
use super::step::Step;
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

    /// The kind of a visit by somebody who does this in the school.
    #[must_use]
    pub fn by(role: Option<Role>) -> Self {
        match role {
            Some(Role::Leader) => Self::Leader,
            Some(Role::Coach) => Self::Coach,
            Some(Role::Teacher | Role::Assistant | Role::Student) | None => Self::Peer,
        }
    }

    /// Whether a visit of this kind may serve an appraisal. Colleagues and coaches visit to learn from each other, and what a
    /// teacher says of her own lesson is hers: that must not be held against her.
    #[must_use]
    pub fn may_be_appraised(self) -> bool {
        matches!(self, Self::Leader | Self::Walkthrough)
    }

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

/// Someone in a visit: of the school's own list, or by a name that was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRef {
    /// The person in the school's own list, if there is one.
    pub id: Option<PersonId>,
    /// The name as typed; may be a pseudonym. Empty for someone of the list: the name stands there, and nowhere else.
    pub name: String,
}

impl PersonRef {
    /// Someone by a name that was typed.
    #[must_use]
    pub fn typed(name: String) -> Self {
        Self { id: None, name }
    }

    /// Someone of the list.
    #[must_use]
    pub fn of(id: PersonId) -> Self {
        Self { id: Some(id), name: String::new() }
    }

    /// Whether this is nobody in particular.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        self.id.is_none() && self.name.trim().is_empty()
    }

    /// Whether these are the same person: by the list where both are in it, else by name.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.id, other.id) {
            (Some(own), Some(other)) => own == other,
            _ => self.is_called(&other.name),
        }
    }

    /// Whether this is the name: space around it and capitals tell nobody apart. No name is nobody's.
    #[must_use]
    fn is_called(&self, name: &str) -> bool {
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
    /// The teacher was asked for her own view of the lesson of this visit: then this is that view.
    pub own_view_of: Option<ObservationId>,
    /// The last day on which this visit is kept; `None`: as the school keeps all of them.
    pub keep_until: Option<NaiveDate>,
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
            own_view_of: None,
            keep_until: None,
        }
    }

    /// This visit with for everybody of the list the name that `name_of` knows, so that it can be shown or leave.
    #[must_use]
    pub fn with_names(mut self, name_of: impl Fn(PersonId) -> Option<String>) -> Self {
        for person in [&mut self.teacher, &mut self.observer] {
            if let Some(name) = person.id.and_then(&name_of) {
                person.name = name;
            }
        }
        self
    }

    /// This visit without the names of those whom `is_known` knows: they stand in the list.
    #[must_use]
    pub fn without_names(self, is_known: impl Fn(PersonId) -> bool) -> Self {
        self.with_names(|id| is_known(id).then(String::new))
    }

    /// Whether this is the teacher's own view of the lesson of visit `id`: asked for there, or made for the same day by the
    /// same teacher. Both with the names of the list.
    #[must_use]
    pub fn is_own_view_of(&self, id: ObservationId, other: &Self) -> bool {
        self.is_own_beside(other)
            && self.own_view_of.map_or_else(|| self.is_same_lesson(other), |asked| asked == id)
    }

    /// Whether this is a teacher's view of her own lesson, and the other one is an observer's.
    #[must_use]
    pub fn is_own_beside(&self, other: &Self) -> bool {
        [self.kind, other.kind].map(|kind| kind == VisitKind::SelfAssessment) == [true, false]
    }

    /// Whether both have an observer, and not the same one; with the names of the list.
    #[must_use]
    pub fn has_other_observer(&self, other: &Self) -> bool {
        let [own, other] = [&self.observer, &other.observer];
        !own.is_nobody() && !other.is_nobody() && !own.is_same(other)
    }

    /// Whether two visits, with the names of the list, can be of one lesson: the same day and the same teacher.
    #[must_use]
    pub fn is_same_lesson(&self, other: &Self) -> bool {
        self.date == other.date && self.teacher.is_same(&other.teacher)
    }

    /// The step at which a visit that is not closed goes on: the lesson goes on at Kijken, and is scored when it is over. One
    /// who looks back on her own lesson scores it.
    #[must_use]
    pub fn goes_on_at(&self) -> Step {
        match (self.started_at, self.ended_at) {
            (None, None) if self.own_view_of.is_some() => Step::Score,
            (None, None) => Step::Prepare,
            (Some(_), None) => Step::Watch,
            (_, Some(_)) => Step::Score,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::at;
    use crate::domain::uuid_v7;

    #[test]
    fn a_visit_goes_on_where_the_lesson_is() {
        let mut visit = Visit::on(at(0).date_naive());
        assert_eq!(visit.goes_on_at(), Step::Prepare);
        visit.started_at = Some(at(0));
        assert_eq!(visit.goes_on_at(), Step::Watch);
        visit.ended_at = Some(at(45));
        assert_eq!(visit.goes_on_at(), Step::Score);
    }

    fn taught_by(name: &str) -> Visit {
        let teacher = PersonRef::typed(name.to_owned());
        Visit { teacher, ..Visit::on(at(0).date_naive()) }
    }

    #[test]
    fn one_lesson_is_one_day_and_one_teacher() {
        assert!(taught_by("Juf Ans ").is_same_lesson(&taught_by("juf ans")));
        assert!(!taught_by("Juf Ans").is_same_lesson(&taught_by("Juf Bea")));
        // A teacher without a name is nobody in particular.
        assert!(!taught_by(" ").is_same_lesson(&taught_by("")));
        let mut tomorrow = taught_by("Juf Ans");
        tomorrow.date = tomorrow.date.succ_opt().expect("a day");
        assert!(!taught_by("Juf Ans").is_same_lesson(&tomorrow));
    }

    #[test]
    fn an_own_view_belongs_to_the_visit_it_was_asked_for_or_else_to_the_lesson() {
        let [one, other] = [1, 2].map(|number| ObservationId(uuid_v7(number, [0; 10])));
        let mut own = Visit { kind: VisitKind::SelfAssessment, ..taught_by("Juf Ans") };
        assert!(own.is_own_view_of(one, &taught_by("juf ans")));
        assert!(!own.is_own_view_of(one, &taught_by("Juf Bea")));
        // The name may be corrected, or not be there at all.
        own.own_view_of = Some(one);
        assert!(own.is_own_view_of(one, &taught_by("")));
        assert!(!own.is_own_view_of(other, &taught_by("Juf Ans")));
        // Two colleagues are no own view of each other, and neither are two own views.
        assert!(!taught_by("Juf Ans").is_own_view_of(one, &taught_by("Juf Ans")));
        assert!(!own.is_own_view_of(one, &own));
    }
}

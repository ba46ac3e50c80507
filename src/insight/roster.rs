//! Who of the school somebody in a visit is.

use std::collections::{HashMap, HashSet};

use crate::domain::{Person, PersonId, PersonRef, tidy};

/// The people of the school, to be found by id or, where a visit has but a name, by name.
pub struct Roster {
    ids: HashSet<PersonId>,
    by_name: HashMap<String, PersonId>,
}

/// Somebody, to be told apart from others: by id, or by a name that was typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Somebody with an id, in the list or taken out of it.
    Known(PersonId),
    /// Somebody who is not in the list.
    Named(String),
}

impl Roster {
    /// Of two with one name the first is found.
    #[must_use]
    pub fn of(people: &[Person]) -> Self {
        let by_name = people.iter().rev().map(|person| (folded(&person.profile.name), person.id));
        Self { ids: people.iter().map(|person| person.id).collect(), by_name: by_name.collect() }
    }

    /// Who it is; `None` for somebody who is not in the list, or was taken out of it.
    #[must_use]
    pub fn find(&self, person: &PersonRef) -> Option<PersonId> {
        match person.id {
            Some(id) if self.ids.contains(&id) => Some(id),
            _ => self.by_name(&person.name),
        }
    }

    /// Who it is, in the list or not; `None` if nobody is named.
    #[must_use]
    pub fn who(&self, person: &PersonRef) -> Option<Who> {
        let known = self.find(person).or(person.id).map(Who::Known);
        known.or_else(|| (!person.is_nobody()).then(|| Who::Named(folded(&person.name))))
    }

    /// Who is called so, whatever the capitals and spaces.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<PersonId> {
        self.by_name.get(&folded(name)).copied()
    }
}

fn folded(name: &str) -> String {
    tidy(name).to_lowercase()
}

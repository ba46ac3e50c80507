//! The rubrics: the one that comes with the app, and the school's own.

use std::rc::Rc;

use leptos::prelude::*;

use super::AppState;
use crate::browser;
use crate::domain::{IndicatorId, LangText, Rubric, RubricRef};
use crate::exchange;

/// The rubric that comes with the app.
#[derive(Clone)]
pub(super) struct Builtin {
    rubric: Rc<Rubric>,
    name: RubricRef,
}

impl Builtin {
    fn read() -> Self {
        let rubric = exchange::parse_rubric(exchange::BUILTIN_RUBRIC_JSON);
        // `tests/native/rubric.rs` keeps this from happening.
        let rubric = rubric.unwrap_or_else(|error| browser::stop(&error.to_string()));
        Self { name: exchange::builtin_ref(&rubric), rubric: Rc::new(rubric) }
    }
}

impl AppState {
    /// What names the rubric for new visits: the one that was chosen, or the built-in one.
    pub fn rubric_ref(self) -> RubricRef {
        let chosen = self.core.with_value(|core| core.settings.rubric.clone());
        let is_here = |chosen: &RubricRef| self.shelf().rubric_title(chosen).is_some();
        chosen.filter(is_here).unwrap_or_else(|| self.builtin_ref())
    }

    /// The newest version of the rubric of the school. Its visits of all versions are counted by it: by an older one the same visits
    /// would give other sums, and the difference might tell of a few teachers.
    pub fn rubric_of_school(self) -> Rc<Rubric> {
        let chosen = self.rubric_ref();
        let newest = self.rubrics().into_iter().map(|(one, _)| one).find(|one| one.id == chosen.id);
        self.rubric_of(&newest.unwrap_or(chosen))
    }

    /// What names the built-in rubric.
    pub fn builtin_ref(self) -> RubricRef {
        self.builtin().name
    }

    /// All rubrics by title, the newest version of each: the built-in one first.
    pub fn rubrics(self) -> Vec<(RubricRef, LangText)> {
        let Builtin { rubric, name } = self.builtin();
        let mut all = vec![(name, rubric.title.clone())];
        let shelf = self.shelf();
        for found in shelf.rubric_refs().unwrap_or_default() {
            let Some(title) = shelf.rubric_title(&found) else { continue };
            match all.iter_mut().find(|(known, _)| known.id == found.id) {
                Some(known) if known.0.version < found.version => *known = (found, title),
                Some(_) => {}
                None => all.push((found, title)),
            }
        }
        all
    }

    fn builtin(self) -> Builtin {
        self.core.with_value(|core| core.builtin.get_or_init(Builtin::read).clone())
    }

    /// The rubric that a visit was scored with: the built-in one, one that was published or imported, or, where neither
    /// is here, the built-in one as the nearest there is.
    pub fn rubric_of(self, wanted: &RubricRef) -> Rc<Rubric> {
        self.known_rubric(wanted).unwrap_or_else(|| self.builtin().rubric)
    }

    /// The built-in rubric, or one that was published or imported; `None`: it is not here.
    pub fn known_rubric(self, wanted: &RubricRef) -> Option<Rc<Rubric>> {
        let Builtin { rubric, name } = self.builtin();
        if name == *wanted {
            return Some(rubric);
        }
        self.shelf().rubric(wanted).ok().flatten().map(Rc::new)
    }

    /// The indicators of a rubric as [`rubric_of`](Self::rubric_of) finds it.
    pub fn indicators(self, of: &RubricRef) -> Vec<IndicatorId> {
        self.shelf().indicators(of).ok().flatten().unwrap_or_else(exchange::builtin_indicators)
    }
}

//! Visits: a new one, one as a list shows it, one with its names, and the head of what leaves.

use leptos::prelude::*;

use super::AppState;
use crate::browser;
use crate::domain::{Observation, ObservationId, PersonRef, Visit, VisitKind};
use crate::exchange::{Device, ExportHeader, Purpose};
use crate::store::{SaveStatus, StoreError, Summary};

impl AppState {
    /// Makes a visit for today and keeps it. Where the storage is full it begins all the same, in the second copy, and the
    /// screen says so.
    ///
    /// # Errors
    /// [`StoreError::OtherTab`], [`StoreError::Newer`].
    pub fn begin_visit(self) -> Result<ObservationId, StoreError> {
        let observer = self.next_observer();
        let kind = VisitKind::by(observer.id.and_then(|id| self.shelf().known(id)?.role));
        self.begin_visit_as(|visit| Visit { observer, kind, ..visit })
    }

    /// As [`begin_visit`](Self::begin_visit), of what is known of it.
    ///
    /// # Errors
    /// [`StoreError::OtherTab`], [`StoreError::Newer`].
    pub fn begin_visit_as(self, known: impl FnOnce(Visit) -> Visit) -> Result<ObservationId, StoreError> {
        let id = ObservationId(browser::new_uuid());
        let visit = Observation::begin(id, self.rubric_ref(), browser::now());
        self.keep_begun(&Observation { visit: known(visit.visit.clone()), ..visit })
    }

    /// Keeps a visit that was just made. Where the storage is full it begins all the same, as in
    /// [`begin_visit`](Self::begin_visit).
    ///
    /// # Errors
    /// [`StoreError::OtherTab`], [`StoreError::Newer`].
    pub fn keep_begun(self, visit: &Observation) -> Result<ObservationId, StoreError> {
        match self.shelf().save(visit) {
            Err(error) if error.is_of_reader() => return Err(error),
            Err(error) => self.save.set(SaveStatus::Failed(error)),
            Ok(()) => {}
        }
        Ok(visit.id)
    }

    /// Who watched last, if that is somebody who can still be named.
    fn next_observer(self) -> PersonRef {
        let observer = self.settings().next_observer();
        let is_gone = observer.id.is_some_and(|id| self.shelf().name_of(id).is_none());
        if is_gone { PersonRef::default() } else { observer }
    }

    /// For a screen that reads all visits: what calls this is run again when a visit or somebody of the list came or went.
    /// Not at all that changes in them: where another tab writes that is each tap.
    pub fn who_comes_and_goes(self) -> impl Fn() + Copy + Send + Sync + 'static {
        let there = Memo::new(move |_| {
            self.visits_changed.track();
            let shelf = self.shelf();
            let (people, _) = shelf.people().unwrap_or_default();
            let people: Vec<_> = people.into_iter().map(|person| person.id).collect();
            (shelf.visit_ids().unwrap_or_default(), people)
        });
        // A memo that is only tracked is never counted, and so never tells.
        move || there.with(|_| ())
    }

    /// Reads of a visit what a list shows, with the names as they are now.
    ///
    /// # Errors
    /// As [`Shelf::summary`].
    pub fn summary(self, id: ObservationId) -> Result<Option<Summary>, StoreError> {
        Ok(self.shelf().summary(id)?.map(|read| self.named(read)))
    }

    /// The same with the names as they are now.
    pub fn named(self, read: Summary) -> Summary {
        Summary { visit: self.shelf().named(read.visit), ..read }
    }

    /// A visit with the names as they are now, to be shown or to leave.
    pub fn with_names(self, visit: &Observation) -> Observation {
        let visit = visit.clone();
        Observation { visit: self.shelf().named(visit.visit), ..visit }
    }

    /// The head of an export made now on this device.
    pub fn export_header(self, purpose: Purpose) -> ExportHeader {
        if self.settings().device_id.is_none() {
            self.change_settings(|settings| settings.device_id = Some(browser::new_uuid()));
        }
        let settings = self.settings();
        ExportHeader {
            exported_at: browser::now(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            purpose,
            device: Device {
                id: settings.device_id.unwrap_or_else(browser::new_uuid),
                // A text that somebody typed; the plan of the school holds no names of people.
                name: if purpose == Purpose::SchoolPlan { String::new() } else { settings.device_name },
            },
        }
    }
}

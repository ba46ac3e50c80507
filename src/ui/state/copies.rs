//! The two copies of everything: making them the same, and what the mirror tells of them.

use std::time::Duration;

use leptos::prelude::*;

use super::AppState;
use crate::browser;
use crate::domain::{Observation, ObservationId};
use crate::store::{self, JournalError, Key, MendedHow, News, STEPS, Safety, SaveStatus, StoreError};

/// After this pause the journal is tried once more where it failed.
const RETRY_PAUSE: Duration = Duration::from_secs(10);

impl AppState {
    /// Makes the two copies of a visit the same, before it is opened.
    pub async fn settle_visit(self, id: ObservationId) {
        // If the journal cannot be read, the mirror tells.
        let _ = self.mirror().settle(&Key::Observation(id)).await;
    }

    /// Makes the two copies of every record the same.
    pub async fn settle_all(self) {
        let _ = self.mirror().settle_all().await;
    }

    /// From now on nothing is written by this page, and nobody is told why: all records are about to move.
    pub fn hold_still(self) {
        self.mirror().read_only(true);
    }

    /// Whether some change is in neither copy.
    pub fn has_only_in_memory(self) -> bool {
        self.mirror().has_only_in_memory()
    }

    /// Whether a visit can be opened without a look at the journal.
    pub fn has_nothing_to_settle(self) -> bool {
        self.mirror().has_nothing_to_settle()
    }

    /// Looks how full the storage is.
    pub fn look_at_space(self) {
        self.space.set(self.shelf().space().ok());
    }

    /// Reads a visit that a later version of the app wrote, as far as this one understands it. From now on this tab only reads.
    pub fn read_newer(self, id: ObservationId, newer: StoreError) -> Option<Observation> {
        self.mirror().meet_newer(newer);
        self.shelf().load_newer(id).ok().flatten()
    }

    /// Another tab wrote this: if it runs a later version, this one only reads from now on.
    pub fn look_for_newer(self, key: &str, value: Option<&str>) {
        self.mirror().look_for_newer(key, value);
    }

    /// Brings what an earlier version of the app kept to the form of this one, if this tab writes.
    pub async fn upgrade(self) {
        // Without a step none of it is in the program.
        if STEPS.is_empty() || !self.is_writer.get_untracked() {
            return;
        }
        match store::upgrade(&self.mirror(), STEPS).await {
            Ok(()) => {}
            Err(newer @ StoreError::Newer { .. }) => self.mirror().meet_newer(newer),
            // All is there as it was; the next start tries again.
            Err(error) => self.save.set(SaveStatus::Failed(error)),
        }
    }

    pub(super) fn hear(self, news: News) {
        match news {
            News::Safety(safety) => {
                if matches!(safety, Safety::Unsafe(JournalError::Failed(_))) {
                    self.try_again_later();
                }
                self.safety.set(safety);
            }
            News::Mended(mended) => {
                self.mended.update(|told| told.push(mended.clone()));
                // The next change must be made from what is there now.
                if mended.how != MendedHow::Overtook
                    && let Some(open) = self.open()
                    && open.session.id() == mended.id
                {
                    (open.read_anew)(open.session);
                }
                self.tell_visits_changed();
            }
            News::PersonMended => {
                self.people_mended.set(true);
                self.tell_visits_changed();
            }
            News::RubricMended => {
                // The visit on screen may have been opened without it. What is typed in it is kept first: it is not stale.
                if let Some(open) = self.open() {
                    (open.flush)(open.session);
                    (open.read_anew)(open.session);
                }
                self.rubrics_mended.set(true);
                self.tell_visits_changed();
            }
            News::Newer => {
                self.flush();
                self.is_outdated.set(true);
                self.is_writer.set(false);
                // A tab of the later version may go on.
                browser::stop_writing();
            }
            News::PutAside => {
                self.put_aside.set(true);
                self.tell_visits_changed();
            }
            News::PlanMended => {
                self.plans_mended.set(true);
                self.tell_visits_changed();
            }
        }
    }

    fn try_again_later(self) {
        let mut is_set = true;
        self.core.update_value(|core| is_set = std::mem::replace(&mut core.will_try_again, true));
        if is_set {
            return;
        }
        let retry = move || {
            self.core.update_value(|core| core.will_try_again = false);
            self.mirror().try_again();
        };
        set_timeout(retry, RETRY_PAUSE);
    }
}

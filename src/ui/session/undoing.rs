//! What can be undone of an open visit.

use leptos::prelude::*;

use super::Session;
use crate::domain::{Edit, Observation};
use crate::i18n;
use crate::store::KeptUndo;

impl Session {
    /// Makes `inverse` the step that undo takes next.
    pub fn remember(self, inverse: Edit) {
        self.state.update_value(|state| state.undo.remember(state.step, inverse));
        self.can_undo.set(true);
    }

    /// Undoes the last tap.
    pub fn undo(self) {
        if self.peek(Observation::is_completed) {
            return;
        }
        // What changes nothing any more, such as a link of a line that is gone by now, is passed over.
        while let Some(edit) = self.take_undo() {
            let topics = edit.topics();
            let undone = self.peek(|visit| i18n::text(self.lang.get_untracked()).undone(&edit, visit));
            if self.apply(edit).is_some() {
                self.tell(&topics);
                self.save(Some(undone));
                break;
            }
        }
        self.look_at_undo();
    }

    fn take_undo(self) -> Option<Edit> {
        let mut last = None;
        self.state.update_value(|state| last = state.undo.take(state.step));
        last
    }

    /// What can be undone of the visit as it is now, for after a reload.
    pub fn undo_to_keep(self) -> KeptUndo {
        self.state.with_value(|state| KeptUndo {
            visit: state.observation.id,
            revision: state.observation.revision,
            undo: state.undo.clone(),
        })
    }

    /// What was done before a reload can be undone again, after what was done since `opened_at`, the revision at which
    /// this session began.
    pub fn undo_further(self, kept: KeptUndo, opened_at: u64) {
        // The visit may be closed by now, or be another version of itself.
        if self.read_times.try_get_untracked() != Some(0) {
            return;
        }
        self.state.try_update_value(|state| {
            if (kept.visit, kept.revision) == (state.observation.id, opened_at) {
                state.undo.follow(kept.undo);
            }
        });
        self.look_at_undo();
    }

    /// Whether there is something to undo on this screen.
    pub(super) fn look_at_undo(self) {
        if let Some(can_undo) = self.state.try_with_value(|state| state.undo.last(state.step).is_some()) {
            self.can_undo.set(can_undo);
        }
    }
}

//! One open visit: the truth in memory, who must be told of a change, undo, and keeping.

use std::collections::HashMap;
use std::mem::discriminant;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::state::AppState;
use crate::browser;
use crate::domain::{Edit, LineEdit, LineId, Observation, ObservationId, Rubric, Topic};
use crate::store::{SaveStatus, Shelf, StoreError};

/// Typing is kept this long after the last key at the latest.
const TYPING_PAUSE: Duration = Duration::from_millis(300);

/// Undo goes back this many steps.
const UNDO_STEPS: usize = 100;

/// An open visit; cheap to copy. Lives as long as its screen.
#[derive(Clone, Copy)]
pub struct Session {
    /// Whether there is a step to undo.
    pub can_undo: RwSignal<bool>,
    /// Counts up when the visit was read anew, so that what shows all of it is drawn anew.
    pub read_times: RwSignal<u32>,
    /// Whether a narrow screen shows the counters; as long as the visit is open, also over other steps.
    pub is_counting: RwSignal<bool>,
    status: RwSignal<SaveStatus>,
    state: StoredValue<State, LocalStorage>,
}

struct State {
    observation: Observation,
    rubric: Rc<Rubric>,
    shelf: Shelf,
    not_kept: Option<StoreError>,
    readers: HashMap<Topic, ArcTrigger>,
    undo: Vec<Edit>,
    pending: Option<TimeoutHandle>,
}

impl Session {
    /// Opens a visit that was read from the shelf.
    pub fn open(app: AppState, observation: Observation) -> Self {
        let session = Self {
            can_undo: RwSignal::new(false),
            read_times: RwSignal::new(0),
            is_counting: RwSignal::new(false),
            status: app.save,
            state: StoredValue::new_local(State {
                rubric: app.rubric_of(&observation.rubric),
                shelf: app.shelf(),
                not_kept: app.not_kept(),
                observation,
                readers: HashMap::new(),
                undo: Vec::new(),
                pending: None,
            }),
        };
        app.set_open(session);
        on_cleanup(move || {
            session.flush();
            app.set_closed();
            // What was refused stays refused when the visit is out of sight.
            if app.save.with_untracked(|status| !matches!(status, SaveStatus::Failed(_))) {
                app.save.set(SaveStatus::Idle);
            }
        });
        session
    }

    /// Which visit.
    pub fn id(self) -> ObservationId {
        self.peek(|visit| visit.id)
    }

    /// The rubric of this visit.
    pub fn rubric(self) -> Rc<Rubric> {
        self.state.with_value(|state| Rc::clone(&state.rubric))
    }

    /// Reads the visit and runs again when `topic` changes.
    pub fn read<T>(self, topic: &Topic, read: impl FnOnce(&Observation) -> T) -> T {
        let mut trigger = None;
        self.state.update_value(|state| {
            let reader = state.readers.entry(topic.clone());
            trigger = Some(reader.or_insert_with(ArcTrigger::new).clone());
        });
        if let Some(trigger) = trigger {
            trigger.track();
        }
        self.peek(read)
    }

    /// Reads the visit once.
    pub fn peek<T>(self, read: impl FnOnce(&Observation) -> T) -> T {
        self.state.with_value(|state| read(&state.observation))
    }

    /// Reads the visit from the shelf again: it was mended, or another tab changed it. What was typed and not written yet
    /// is put aside.
    pub fn read_anew(self) {
        self.state.update_value(|state| {
            if let Some(timer) = state.pending.take() {
                timer.clear();
                // Refused only where nothing can be kept at all, which is on screen already.
                let _ = state.shelf.put_aside(&state.observation);
            }
            if let Ok(Some(observation)) = state.shelf.load(state.observation.id) {
                state.observation = observation;
            }
        });
        self.forget_undo();
        if self.status.with_untracked(|status| *status == SaveStatus::Pending) {
            self.status.set(SaveStatus::Saved(self.peek(|visit| visit.updated_at)));
        }
        self.tell(&[Topic::Status]);
        self.read_times.update(|times| *times += 1);
    }

    /// Does an edit, keeps it at once, and remembers how to undo it.
    pub fn tap(self, edit: Edit) {
        if let Some(inverse) = self.tap_for_now(edit) {
            self.remember(inverse);
        }
    }

    /// As [`tap`](Self::tap), but no step of undo until the inverse is handed to [`remember`](Self::remember).
    pub fn tap_for_now(self, edit: Edit) -> Option<Edit> {
        let topics = edit.topics();
        let inverse = self.apply(edit)?;
        self.tell(&topics);
        self.save();
        Some(inverse)
    }

    /// Makes `inverse` the step that undo takes next.
    pub fn remember(self, inverse: Edit) {
        self.state.update_value(|state| {
            if state.undo.len() == UNDO_STEPS {
                state.undo.remove(0);
            }
            state.undo.push(inverse);
        });
        self.can_undo.set(true);
    }

    /// Undo does not reach into a screen that is out of sight.
    pub fn forget_undo(self) {
        self.state.update_value(|state| state.undo.clear());
        self.can_undo.set(false);
    }

    /// As [`typed`](Self::typed), in a line that is in the log: all that is typed in a row in one field of it is one step
    /// of undo, so that undo takes back the words and not the line.
    pub fn retyped(self, id: LineId, edit: LineEdit) {
        let goes_on = self.state.with_value(|state| match state.undo.last() {
            Some(Edit::Line(last, before)) => *last == id && discriminant(before) == discriminant(&edit),
            _ => false,
        });
        if let Some(inverse) = self.type_in(Edit::Line(id, edit))
            && !goes_on
        {
            self.remember(inverse);
        }
    }

    /// Does an edit of text that its own field already shows; keeps it after a short pause.
    ///
    /// It is no step of undo: a text field undoes its own typing.
    pub fn typed(self, edit: Edit) {
        self.type_in(edit);
    }

    fn type_in(self, edit: Edit) -> Option<Edit> {
        let inverse = self.apply(edit)?;
        let timer = set_timeout_with_handle(move || self.flush(), TYPING_PAUSE).ok();
        self.state.update_value(|state| {
            if let Some(earlier) = std::mem::replace(&mut state.pending, timer) {
                earlier.clear();
            }
        });
        if self.status.with_untracked(|status| *status != SaveStatus::Pending) {
            self.status.set(SaveStatus::Pending);
        }
        Some(inverse)
    }

    /// Undoes the last tap.
    pub fn undo(self) {
        let mut last = None;
        self.state.update_value(|state| last = state.undo.pop());
        let Some(edit) = last else { return };
        let topics = edit.topics();
        self.apply(edit);
        self.can_undo.set(self.state.with_value(|state| !state.undo.is_empty()));
        self.tell(&topics);
        self.save();
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        let pending = self.state.try_with_value(|state| state.pending.is_some());
        if pending == Some(true) {
            self.save();
        }
    }

    fn apply(self, edit: Edit) -> Option<Edit> {
        let mut inverse = None;
        let now = browser::now();
        self.state.update_value(|state| inverse = state.observation.apply(edit, now));
        inverse
    }

    fn tell(self, topics: &[Topic]) {
        let told: Vec<ArcTrigger> = self.state.with_value(|state| {
            let readers = topics.iter().filter_map(|topic| state.readers.get(topic));
            readers.cloned().collect()
        });
        for reader in told {
            reader.notify();
        }
    }

    /// Writes the one record of this visit, whole.
    fn save(self) {
        let mut status = SaveStatus::Idle;
        self.state.update_value(|state| {
            if let Some(timer) = state.pending.take() {
                timer.clear();
            }
            let written = state.shelf.save(&state.observation);
            status = match (written, &state.not_kept) {
                (Err(error), _) => SaveStatus::Failed(error),
                (Ok(()), Some(reason)) => SaveStatus::Failed(reason.clone()),
                (Ok(()), None) => SaveStatus::Saved(state.observation.updated_at),
            };
        });
        self.status.set(status);
    }
}

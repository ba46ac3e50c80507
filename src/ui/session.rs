//! One open visit: the truth in memory, who must be told of a change, undo, and keeping.

mod leaving;
mod undoing;

use std::collections::HashMap;
use std::mem::discriminant;
use std::rc::Rc;
use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::state::AppState;
use super::undo;
use crate::browser;
use crate::domain::{
    Edit, Lang, LineEdit, LineId, Observation, ObservationId, Rubric, Step, TalkEdit, Topic, Undo, VisitEdit,
};
use crate::store::{SaveStatus, Shelf, StoreError};

/// Typing is kept this long after the last key at the latest.
const TYPING_PAUSE: Duration = Duration::from_millis(300);

/// An open visit; cheap to copy. Lives as long as its screen.
#[derive(Clone, Copy)]
pub struct Session {
    /// Whether there is something to undo on the screen that is shown.
    pub can_undo: RwSignal<bool>,
    /// Counts up when the visit was read anew, so that what shows all of it is drawn anew.
    pub read_times: RwSignal<u32>,
    /// Whether a narrow screen shows the counters; as long as the visit is open, also over other steps.
    pub is_counting: RwSignal<bool>,
    app: AppState,
    status: RwSignal<SaveStatus>,
    lang: RwSignal<Lang>,
    state: StoredValue<State, LocalStorage>,
}

struct State {
    observation: Observation,
    rubric: Rc<Rubric>,
    shelf: Shelf,
    not_kept: Option<StoreError>,
    readers: HashMap<Topic, ArcTrigger>,
    /// The screen that is shown.
    step: Step,
    undo: Undo,
    pending: Option<browser::Later>,
    /// It was deleted: what is still changed is put aside, and does not bring it back.
    is_gone: bool,
}

impl Session {
    /// Opens a visit that was read from the shelf.
    pub fn open(app: AppState, observation: Observation) -> Self {
        let session = Self {
            can_undo: RwSignal::new(false),
            read_times: RwSignal::new(0),
            is_counting: RwSignal::new(false),
            app,
            status: app.save,
            lang: app.lang,
            state: StoredValue::new_local(State {
                rubric: app.rubric_of(&observation.rubric),
                shelf: app.shelf(),
                not_kept: app.not_kept(),
                observation,
                readers: HashMap::new(),
                step: Step::Prepare,
                undo: Undo::default(),
                pending: None,
                is_gone: false,
            }),
        };
        app.set_open(session);
        session.say_kept();
        undo::bring_back(app, session);
        on_cleanup(move || {
            session.flush();
            app.set_closed();
            undo::keep(app, session);
            app.say_kept_no_more();
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
    /// is put aside. If it was deleted, the screen is left.
    pub fn read_anew(self) {
        self.state.update_value(|state| {
            if state.pending.take().is_some() {
                // Refused only where nothing can be kept at all, which is on screen already.
                let _ = state.shelf.put_aside(&state.observation);
            }
            state.undo = Undo::default();
            match state.shelf.load(state.observation.id) {
                Ok(Some(observation)) => (state.observation, state.is_gone) = (observation, false),
                Ok(None) => state.is_gone = true,
                Err(_) => {}
            }
        });
        if self.state.with_value(|state| state.is_gone) {
            return self.leave();
        }
        self.read_rubric();
        self.look_at_undo();
        self.say_kept();
        self.tell(&[Topic::Status]);
        self.read_times.update(|times| *times += 1);
    }

    /// Says since when what was read from the shelf is kept, unless something is not.
    fn say_kept(self) {
        let is_kept = self.state.with_value(|state| state.not_kept.is_none());
        if is_kept && self.status.with_untracked(|status| !matches!(status, SaveStatus::Failed(_))) {
            self.status.set(SaveStatus::Saved(self.peek(|visit| visit.updated_at)));
        }
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
        self.save(None);
        Some(inverse)
    }

    /// This screen is shown from now on; undo does not reach into one that is out of sight.
    pub fn show(self, step: Step) {
        self.state.update_value(|state| state.step = step);
        if self.status.with_untracked(|status| matches!(status, SaveStatus::Undone(_))) {
            self.say_kept();
        }
        self.look_at_undo();
    }

    /// As [`typed`](Self::typed), in a line that is in the log: all that is typed in a row in one field of it is one step
    /// of undo, so that undo takes back the words and not the line.
    pub fn retyped(self, id: LineId, edit: LineEdit) {
        let goes_on = self.state.with_value(|state| match state.undo.last(state.step) {
            Some(Edit::Line(last, before)) => *last == id && discriminant(before) == discriminant(&edit),
            _ => false,
        });
        self.type_as_one_step(Edit::Line(id, edit), goes_on);
    }

    /// Keeps what was typed; it is a step of undo unless it `goes_on` with the last one.
    fn type_as_one_step(self, edit: Edit, goes_on: bool) {
        if let Some(inverse) = self.type_in(edit)
            && !goes_on
        {
            self.remember(inverse);
        }
    }

    /// Does an edit of text that its own field already shows; keeps it after a short pause.
    ///
    /// It is no step of undo: a text field undoes its own typing. Unless by it a talk was confirmed no longer: undo then
    /// takes back the words of this field, and what was confirmed is confirmed again. Or unless the
    /// teacher is another one by it, who has not agreed that the visit shows in her growth: undo gives back the one who had.
    pub fn typed(self, edit: Edit) {
        let is_objection = matches!(edit, Edit::Objection(_));
        let inverse = self.type_in(edit);
        if is_objection {
            self.tell(&[Topic::Record]);
        }
        if let Some(back @ (Edit::Talk(TalkEdit::Back(..)) | Edit::Visit(VisitEdit::TeacherAgain(..)))) =
            inverse
        {
            self.remember(back);
            self.tell(&[Topic::Talk]);
        }
    }

    /// As [`typed`](Self::typed), of the day: all that is typed and picked in a row is one step of undo.
    pub fn dated(self, day: NaiveDate) {
        let goes_on = self
            .state
            .with_value(|state| matches!(state.undo.last(state.step), Some(Edit::Visit(VisitEdit::Date(_)))));
        self.type_as_one_step(Edit::Visit(VisitEdit::Date(day)), goes_on);
        self.tell(&[Topic::Visit]);
    }

    fn type_in(self, edit: Edit) -> Option<Edit> {
        let inverse = self.apply(edit)?;
        let keep = browser::later(TYPING_PAUSE, move || self.flush());
        self.state.update_value(|state| state.pending = Some(keep));
        if self.status.with_untracked(|status| *status != SaveStatus::Pending) {
            self.status.set(SaveStatus::Pending);
        }
        Some(inverse)
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        let pending = self.state.try_with_value(|state| state.pending.is_some());
        if pending == Some(true) {
            // Another tab may have deleted it while this one slept.
            if self.state.with_value(|state| matches!(state.shelf.raw(state.observation.id), Ok(None))) {
                return self.read_anew();
            }
            self.save(None);
        }
    }

    fn apply(self, edit: Edit) -> Option<Edit> {
        let mut inverse = None;
        let now = browser::now();
        let sets_rubric = matches!(edit, Edit::Rubric(_));
        self.state.update_value(|state| inverse = state.observation.apply(edit, now));
        if sets_rubric {
            self.read_rubric();
        }
        inverse
    }

    fn read_rubric(self) {
        let app = self.app;
        self.state.update_value(|state| state.rubric = app.rubric_of(&state.observation.rubric));
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

    /// Writes the one record of this visit, whole. `undone` is what was undone.
    fn save(self, undone: Option<String>) {
        let mut status = SaveStatus::Idle;
        self.state.update_value(|state| {
            state.pending = None;
            let written = if state.is_gone {
                state.shelf.put_aside(&state.observation)
            } else {
                state.shelf.save(&state.observation)
            };
            status = match (written, &state.not_kept) {
                (Err(error), _) => SaveStatus::Failed(error),
                (Ok(()), Some(reason)) => SaveStatus::Failed(reason.clone()),
                (Ok(()), None) => {
                    undone.map_or(SaveStatus::Saved(state.observation.updated_at), SaveStatus::Undone)
                }
            };
        });
        self.status.set(status);
    }
}

//! The plan on screen: the truth in memory, undo, and keeping. As [`Session`](super::session::Session), but simpler: a plan
//! is edited seldom, so what shows a list looks at all of the plan again.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::state::AppState;
use crate::browser;
use crate::domain::{GoalEdit, GoalField, GoalId, Plan, PlanEdit, PlanId};
use crate::store::SaveStatus;

/// Typing is kept this long after the last key at the latest.
const TYPING_PAUSE: Duration = Duration::from_millis(300);
/// Goes back this many edits.
const EDITS: usize = 100;

/// An open plan; cheap to copy. Lives as long as its screen.
#[derive(Clone, Copy)]
pub struct PlanSession {
    /// Whether there is something to undo.
    pub can_undo: RwSignal<bool>,
    /// Counts up when something came, went or was chosen.
    changes: RwSignal<u32>,
    /// Counts up when fields may show something else than what was typed in them.
    drawn: RwSignal<u32>,
    app: AppState,
    state: StoredValue<State, LocalStorage>,
}

struct State {
    plan: Plan,
    undo: Vec<PlanEdit>,
    pending: Option<TimeoutHandle>,
}

impl PlanSession {
    /// Opens a plan that was read from the shelf.
    pub fn open(app: AppState, plan: Plan) -> Self {
        let state = State { plan, undo: Vec::new(), pending: None };
        let session = Self {
            can_undo: RwSignal::new(false),
            changes: RwSignal::new(0),
            drawn: RwSignal::new(0),
            app,
            state: StoredValue::new_local(state),
        };
        app.set_flush_plan(Some(Callback::new(move |()| session.flush())));
        Effect::new(move |_| {
            app.visits_changed.track();
            session.follow();
        });
        on_cleanup(move || {
            session.flush();
            app.set_flush_plan(None);
            // What was refused stays refused when the plan is out of sight.
            if app.save.with_untracked(|status| !matches!(status, SaveStatus::Failed(_))) {
                app.save.set(SaveStatus::Idle);
            }
        });
        session
    }

    /// Which plan.
    pub fn id(self) -> PlanId {
        self.peek(|plan| plan.id)
    }

    /// Reads the plan once.
    pub fn peek<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.state.with_value(|state| read(&state.plan))
    }

    /// Reads the plan, and again when something came, went or was chosen.
    pub fn read<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.changes.track();
        self.drawn.track();
        self.peek(read)
    }

    /// Which drawing of the fields this is; tracks it.
    pub fn drawing(self) -> u32 {
        self.drawn.get()
    }

    /// Does an edit, keeps it at once, and remembers how to undo it.
    pub fn tap(self, edit: PlanEdit) {
        if let Some(inverse) = self.apply(edit) {
            self.state.update_value(|state| {
                if state.undo.len() == EDITS {
                    state.undo.remove(0);
                }
                state.undo.push(inverse);
            });
            self.can_undo.set(true);
            self.changes.update(|changes| *changes += 1);
            self.save();
        }
    }

    /// As [`tap`](Self::tap), of a goal.
    pub fn tap_goal(self, goal: GoalId, edit: GoalEdit) {
        self.tap(PlanEdit::Goal(goal, edit));
    }

    /// Does an edit of text that its own field already shows; keeps it after a short pause. No step of undo: a text field
    /// undoes its own typing.
    pub fn typed(self, edit: PlanEdit) {
        let is_title = matches!(edit, PlanEdit::Goal(_, GoalEdit::Text(GoalField::Title, _)));
        if self.apply(edit).is_none() {
            return;
        }
        let timer = set_timeout_with_handle(move || self.flush(), TYPING_PAUSE).ok();
        self.state.update_value(|state| {
            if let Some(earlier) = std::mem::replace(&mut state.pending, timer) {
                earlier.clear();
            }
        });
        if is_title {
            self.changes.update(|changes| *changes += 1);
        }
        if self.app.save.with_untracked(|status| *status != SaveStatus::Pending) {
            self.app.save.set(SaveStatus::Pending);
        }
    }

    /// Undoes the last tap. What changes nothing any more is passed over.
    pub fn undo(self) {
        while let Some(edit) = self.take_undo() {
            if self.apply(edit).is_some() {
                self.drawn.update(|times| *times += 1);
                self.save();
                break;
            }
        }
        self.can_undo.set(self.state.with_value(|state| !state.undo.is_empty()));
    }

    fn take_undo(self) -> Option<PlanEdit> {
        let mut last = None;
        self.state.update_value(|state| last = state.undo.pop());
        last
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        if self.state.try_with_value(|state| state.pending.is_some()) == Some(true) {
            self.save();
        }
    }

    /// Goes on from what is stored, if that is not this: it was mended, imported, or another tab wrote it. What was typed and
    /// not written yet is put aside.
    fn follow(self) {
        let shelf = self.app.shelf();
        let Ok(Some(stored)) = shelf.plan(self.id()) else { return };
        let (mine, is_pending) =
            self.state.with_value(|state| (state.plan.revision, state.pending.is_some()));
        if stored.revision < mine
            || self.peek(|plan| *plan == stored)
            || (is_pending && stored.revision == mine)
        {
            return;
        }
        self.state.update_value(|state| {
            if let Some(timer) = state.pending.take() {
                timer.clear();
                // Refused only where nothing can be kept at all, which is on screen already.
                let _ = shelf.put_plan_aside(&state.plan);
            }
            state.plan = stored;
            state.undo.clear();
        });
        self.can_undo.set(false);
        self.drawn.update(|times| *times += 1);
    }

    fn apply(self, edit: PlanEdit) -> Option<PlanEdit> {
        let mut inverse = None;
        let now = browser::now();
        self.state.update_value(|state| inverse = state.plan.apply(edit, now));
        inverse
    }

    /// Writes the one record of this plan, whole.
    fn save(self) {
        let mut status = SaveStatus::Idle;
        let (shelf, not_kept) = (self.app.shelf(), self.app.not_kept());
        self.state.update_value(|state| {
            if let Some(timer) = state.pending.take() {
                timer.clear();
            }
            status = match (shelf.save_plan(&state.plan), not_kept) {
                (Err(error), _) | (Ok(()), Some(error)) => SaveStatus::Failed(error),
                (Ok(()), None) => SaveStatus::Saved(state.plan.updated_at),
            };
        });
        self.app.save.set(status);
    }
}

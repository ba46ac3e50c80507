//! A plan or a rubric in the making on screen: the truth in memory, undo, and keeping. As [`Session`](super::session::Session),
//! but simpler: they are edited seldom, so what shows a list looks at all of the record again.

use std::time::Duration;

use chrono::TimeDelta;
use leptos::prelude::*;

use super::route::Route;
use super::state::AppState;
use crate::browser;
use crate::domain::Moment;
use crate::exchange::OneState;
use crate::store::{Met, SaveStatus, Shelf, StoreError};

/// Typing is kept this long after the last key at the latest.
const TYPING_PAUSE: Duration = Duration::from_millis(300);
/// Who goes on typing after so long a rest begins another step of undo: undo must not take along a page of text.
const REST: TimeDelta = TimeDelta::seconds(2);
/// Goes back this many edits.
const EDITS: usize = 100;

/// What is edited so.
pub trait Edited: OneState<Id: Copy> + PartialEq + Clone + Sized + 'static {
    /// The screen on which one goes on if it was deleted.
    const LIST: Route;
    /// Whether this is a screen on which it is open.
    fn is_shown(&self, route: &Route) -> bool;
    /// One change.
    type Edit: 'static;
    /// Does one edit and gives back the edit that undoes it; `None`: nothing changed.
    fn edit(&mut self, edit: Self::Edit, now: Moment) -> Option<Self::Edit>;
    /// Whether what is typed so shows elsewhere than in its own field.
    fn shows_elsewhere(edit: &Self::Edit) -> bool;
    /// Whether the step of undo `back` is of the field in which this is typed.
    fn is_in_field(back: &Self::Edit, typed: &Self::Edit) -> bool;
    /// Reads the one with this id.
    fn load(shelf: &Shelf, id: Self::Id) -> Result<Option<Self>, StoreError>;
    /// Writes its one record, whole, unless something else counts by now.
    fn keep(&self, base: &Self, shelf: &Shelf) -> Result<Met<Self>, StoreError>;
}

/// An open record; cheap to copy. Lives as long as its screen.
pub struct RecordSession<R: Edited> {
    /// Whether there is something to undo.
    pub can_undo: RwSignal<bool>,
    /// Counts up when something came, went or was chosen.
    changes: RwSignal<u32>,
    /// Counts up when fields may show something else than what was typed in them.
    drawn: RwSignal<u32>,
    app: AppState,
    state: StoredValue<State<R>, LocalStorage>,
}

impl<R: Edited> Clone for RecordSession<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Edited> Copy for RecordSession<R> {}

struct State<R: Edited> {
    record: R,
    /// As it was read or kept last.
    base: R,
    undo: Vec<R::Edit>,
    /// When the last key was typed, if nothing was done since.
    typed_at: Option<Moment>,
    pending: Option<browser::Later>,
}

impl<R: Edited> RecordSession<R> {
    /// Opens a record that was read from the shelf.
    pub fn open(app: AppState, record: R) -> Self {
        let state = State { base: record.clone(), record, undo: Vec::new(), typed_at: None, pending: None };
        let session = Self {
            can_undo: RwSignal::new(false),
            changes: RwSignal::new(0),
            drawn: RwSignal::new(0),
            app,
            state: StoredValue::new_local(state),
        };
        app.set_flush_record(Some(Callback::new(move |()| session.flush())));
        Effect::new(move |_| {
            app.visits_changed.track();
            session.follow();
        });
        on_cleanup(move || {
            session.flush();
            app.set_flush_record(None);
            app.say_kept_no_more();
        });
        session
    }

    /// Which one.
    pub fn id(self) -> R::Id {
        self.peek(R::id)
    }

    /// Reads it once.
    pub fn peek<T>(self, read: impl FnOnce(&R) -> T) -> T {
        self.state.with_value(|state| read(&state.record))
    }

    /// Reads it, and again when something came, went or was chosen.
    pub fn read<T>(self, read: impl FnOnce(&R) -> T) -> T {
        self.changes.track();
        self.drawn.track();
        self.peek(read)
    }

    /// Which drawing of the fields this is; tracks it.
    pub fn drawing(self) -> u32 {
        self.drawn.get()
    }

    /// Does an edit, keeps it at once, and remembers how to undo it.
    pub fn tap(self, edit: R::Edit) {
        if let Some(inverse) = self.apply(edit) {
            self.remember(inverse);
            self.changes.update(|changes| *changes += 1);
            self.save();
        }
    }

    /// Makes `inverse` the step that undo takes next.
    fn remember(self, inverse: R::Edit) {
        self.state.update_value(|state| {
            if state.undo.len() == EDITS {
                state.undo.remove(0);
            }
            state.undo.push(inverse);
            state.typed_at = None;
        });
        self.look_at_undo();
    }

    /// Does an edit of text that its own field already shows; keeps it after a short pause. What is typed in one field without
    /// a rest is one step of undo; so what was added before is never taken away with words in it.
    pub fn typed(self, edit: R::Edit) {
        let shows_elsewhere = R::shows_elsewhere(&edit);
        let now = browser::now();
        let goes_on = self.state.with_value(|state| {
            state.typed_at.is_some_and(|at| now - at < REST)
                && state.undo.last().is_some_and(|back| R::is_in_field(back, &edit))
        });
        let Some(inverse) = self.apply(edit) else { return };
        if !goes_on {
            self.remember(inverse);
        }
        let keep = browser::later(TYPING_PAUSE, move || self.flush());
        self.state.update_value(|state| {
            state.typed_at = Some(now);
            state.pending = Some(keep);
        });
        if shows_elsewhere {
            self.changes.update(|changes| *changes += 1);
        }
        if self.app.save.with_untracked(|status| *status != SaveStatus::Pending) {
            self.app.save.set(SaveStatus::Pending);
        }
    }

    /// Undoes the last tap, or what was typed last. What changes nothing any more is passed over.
    pub fn undo(self) {
        while let Some(edit) = self.take_undo() {
            if self.apply(edit).is_some() {
                self.drawn.update(|times| *times += 1);
                self.save();
                break;
            }
        }
        self.look_at_undo();
    }

    fn look_at_undo(self) {
        let can_undo = self.state.with_value(|state| !state.undo.is_empty());
        if self.can_undo.get_untracked() != can_undo {
            self.can_undo.set(can_undo);
        }
    }

    fn take_undo(self) -> Option<R::Edit> {
        let mut last = None;
        self.state.update_value(|state| {
            last = state.undo.pop();
            state.typed_at = None;
        });
        last
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        if self.state.try_with_value(|state| state.pending.is_some()) == Some(true) {
            self.save();
        }
    }

    /// Goes on from what is stored, if that is not this: it was mended, imported, or another tab wrote it. What was typed and
    /// not written yet meets it now, before more is typed.
    fn follow(self) {
        match R::load(&self.app.shelf(), self.id()) {
            Ok(None) => {
                self.flush();
                self.leave();
            }
            Ok(Some(stored)) => {
                let (is_pending, is_known) = self.state.with_value(|state| {
                    (state.pending.is_some(), state.base == stored || state.record == stored)
                });
                if is_known {
                    return;
                }
                if is_pending {
                    self.save();
                } else if stored.age().0 >= self.peek(|record| record.age().0) {
                    self.go_on_from(stored);
                }
            }
            Err(_) => {}
        }
    }

    fn go_on_from(self, stored: R) {
        self.state.try_update_value(|state| {
            state.pending = None;
            state.base = stored.clone();
            state.record = stored;
            state.undo.clear();
        });
        self.can_undo.try_set(false);
        self.drawn.try_update(|times| *times += 1);
    }

    /// It was deleted: there is nothing to go on with. Who goes elsewhere already is not called back.
    fn leave(self) {
        let route = Route::parse(&browser::hash());
        if self.state.try_with_value(|state| state.record.is_shown(&route)) == Some(true) {
            browser::replace_hash(&R::LIST.to_string());
        }
    }

    fn apply(self, edit: R::Edit) -> Option<R::Edit> {
        let mut inverse = None;
        let now = browser::now();
        self.state.update_value(|state| inverse = state.record.edit(edit, now));
        inverse
    }

    /// Writes its one record, whole. If something newer stands there by now, the screen goes on from that.
    fn save(self) {
        let shelf = self.app.shelf();
        let saved = self.state.try_update_value(|state| {
            state.pending = None;
            let met = state.record.keep(&state.base, &shelf);
            if !matches!(&met, Err(error) if error.is_of_reader()) {
                state.base = state.record.clone();
            }
            (met, state.record.age().1)
        });
        match saved {
            Some((Ok(Met::Kept), at)) => self.app.say_kept(Ok(()), at),
            Some((Ok(Met::GaveWay(stored)), _)) => {
                self.app.say_kept(Ok(()), stored.age().1);
                self.app.put_aside.set(true);
                self.go_on_from(stored);
            }
            Some((Ok(Met::Gone), _)) => {
                self.app.say_kept_no_more();
                self.app.put_aside.set(true);
                self.leave();
                // The list may be the screen that is shown.
                self.app.tell_visits_changed();
            }
            Some((Err(error), at)) => self.app.say_kept(Err(error), at),
            None => {}
        }
    }
}

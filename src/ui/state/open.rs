//! The visit or record on screen: what must be written before one leaves it.

use leptos::prelude::*;

use super::AppState;
use crate::browser;
use crate::domain::{Observation, ObservationId, Visit};
use crate::store::{Safety, Settings};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::undo;

/// The visit on screen. What saves it and reads it anew is handed over with it: it is part of a chunk that may not be
/// there yet.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) session: Session,
    pub(super) flush: fn(Session),
    pub(super) read_anew: fn(Session),
    keep_undo: fn(AppState, Session),
}

impl AppState {
    /// Remembers the visit that is open, so that leaving the page saves it.
    pub fn set_open(self, session: Session) {
        let open =
            Open { session, flush: Session::flush, read_anew: Session::read_anew, keep_undo: undo::keep };
        self.core.update_value(|core| core.open = Some(open));
        if self.is_writer.get_untracked() {
            browser::prepare_journal();
        }
    }

    /// Forgets the visit that was open.
    pub fn set_closed(self) {
        self.core.update_value(|core| core.open = None);
    }

    /// The visit on screen as it is now, whether or not the storage took it.
    pub fn open_visit(self) -> Option<Observation> {
        Some(self.open()?.session.peek(Clone::clone))
    }

    /// The session of this visit, if it is the one on screen.
    pub fn session_of(self, id: ObservationId) -> Option<Session> {
        self.open().map(|open| open.session).filter(|session| session.id() == id)
    }

    /// The tablet is handed to the teacher for this view of her own, or (`None`) was given back.
    pub fn hand_over(self, view: Option<ObservationId>) {
        if self.is_writer.get_untracked() && self.settings().handed_over != view {
            self.change_settings(|settings| settings.handed_over = view);
        }
    }

    /// The screen of a teacher who scores her own lesson on the observer's tablet, until she is done: the button Back, another tab
    /// or a fresh start would show her what the observer filled in, and what is kept of others.
    pub fn in_the_teachers_hands(self) -> Option<Route> {
        let id = self.settings().handed_over?;
        let own = self.shelf().summary(id).ok().flatten().filter(|own| !own.is_completed)?;
        self.asked_here(&own.visit).map(|_| Route::OwnView(id))
    }

    /// Takes over from the tab that writes to whom the tablet is handed.
    pub fn follow_hand_over(self) {
        if let Ok(Settings { handed_over, .. }) = self.shelf().settings() {
            self.core.update_value(|core| core.settings.handed_over = handed_over);
        }
    }

    /// A hand-over that ended while no screen saw it is forgotten: else it would begin anew with a visit that comes later.
    pub fn forget_old_hand_over(self) {
        let view = self.settings().handed_over;
        if view.is_some_and(|view| self.route.get_untracked() != Route::OwnView(view)) {
            self.hand_over(None);
        }
    }

    /// The visit on this device for which a teacher was asked for this view of her own.
    pub fn asked_here(self, own: &Visit) -> Option<ObservationId> {
        own.own_view_of.filter(|asked| matches!(self.shelf().summary(*asked), Ok(Some(_))))
    }

    /// Whether these are a teacher's own answers, beside those of a visit on this device that both did not look at yet.
    pub fn waits_for_both(self, own: &Observation) -> bool {
        let asked = own.visit.own_view_of.and_then(|asked| self.shelf().load(asked).ok().flatten());
        asked.is_some_and(|seen| seen.waits_to_be_shown_with(own))
    }

    /// Writes what was typed last, if it is not written yet.
    pub fn flush(self) {
        if let Some(open) = self.open() {
            (open.flush)(open.session);
        }
        if let Some(flush) = self.core.with_value(|core| core.flush_record) {
            flush.run(());
        }
    }

    /// What writes what was typed in the plan or the rubric on screen; `None`: none is.
    pub fn set_flush_record(self, flush: Option<Callback<()>>) {
        self.core.update_value(|core| core.flush_record = flush);
    }

    /// The page goes out of sight: the last chance to write what is not written yet.
    pub fn leave(self) {
        self.flush();
        if let Some(open) = self.open() {
            (open.keep_undo)(self, open.session);
        }
        if matches!(self.safety.get_untracked(), Safety::Unsafe(_)) {
            self.mirror().try_again();
        }
    }
}

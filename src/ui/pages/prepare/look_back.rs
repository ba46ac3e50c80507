//! What was agreed with the same teacher before. Looked for once the name has come to rest, never per key; what looks
//! and shows it is part of the program for the talk.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{ObservationId, PersonRef};
use crate::i18n::Text;
use crate::ui::chunks::{self, Chunk};
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// A name that was not typed in for so long is whole.
const REST: Duration = Duration::from_millis(800);

/// Waits for a name; cheap to copy.
#[derive(Clone, Copy)]
pub struct LookBack {
    app: AppState,
    session: Session,
    id: ObservationId,
    is_there: RwSignal<bool>,
    /// The teacher when last looked for.
    looked_for: StoredValue<PersonRef>,
    pending: StoredValue<Option<browser::Later>, LocalStorage>,
}

impl LookBack {
    /// Looks for the name as it is.
    pub fn new(app: AppState, session: Session) -> Self {
        let teacher = session.peek(|visit| visit.visit.teacher.clone());
        let this = Self {
            app,
            session,
            id: session.id(),
            is_there: RwSignal::new(false),
            looked_for: StoredValue::new(teacher),
            pending: StoredValue::new_local(None),
        };
        if !this.looked_for.with_value(PersonRef::is_nobody) {
            this.look(false);
        }
        // Who leaves at once is not done with it.
        on_cleanup(move || {
            if this.pending.try_update_value(Option::take).flatten().is_some() {
                this.look_for_new_name();
            }
        });
        this
    }

    /// The name was typed in.
    pub fn wait(self) {
        self.pending.set_value(Some(browser::later(REST, move || self.look_for_new_name())));
    }

    fn look_for_new_name(self) {
        let Some(session) = self.app.session_of(self.id) else { return };
        self.pending.set_value(None);
        let teacher = session.peek(|visit| visit.visit.teacher.clone());
        let is_renamed = self.looked_for.with_value(|before| *before != teacher);
        self.looked_for.set_value(teacher);
        if is_renamed {
            self.look(true);
        }
    }

    fn look(self, is_renamed: bool) {
        spawn_local(async move {
            chunks::load(self.app, &[Chunk::Talk]).await;
            if let Some(talk) = self.app.chunks().talk {
                (talk.look_back)(self.app, self.id, is_renamed);
                self.is_there.try_set(true);
            }
        });
    }
}

/// The open agreements of the last visit to this teacher, if there are any.
#[component]
pub fn LastAgreements(t: &'static Text, look_back: LookBack) -> impl IntoView {
    move || {
        let talk = look_back.is_there.get().then(|| look_back.app.chunks().talk).flatten();
        talk.map(|talk| (talk.follow_ups)(t, look_back.session))
    }
}

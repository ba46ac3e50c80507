//! The scan: how many pupils are at work, of how many. Its reminder is seen and never heard.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Moment, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// The button that opens a scan, and gets the focus back.
const OPENER: &str = "scan-open";

/// What the button and the form share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Scanning {
    app: AppState,
    /// Whether the form is there.
    pub is_open: RwSignal<bool>,
    /// So many minutes after a scan the next one is due; zero: no reminder.
    pub every: RwSignal<u16>,
    /// Whether the reminder pauses.
    pub is_paused: RwSignal<bool>,
    skipped: RwSignal<Option<Moment>>,
    is_due: Memo<bool>,
}

impl Scanning {
    /// Watches the time for the next scan.
    pub fn begin(app: AppState, session: Session, now: RwSignal<Moment>) -> Self {
        let every = RwSignal::new(app.settings().scan_minutes);
        let is_paused = RwSignal::new(false);
        let skipped = RwSignal::new(None);
        let is_due = Memo::new(move |_| {
            session.read(&Topic::Visit, |_| ());
            let is_due =
                session.read(&Topic::Scans, |visit| visit.scan_is_due(every.get(), skipped.get(), now.get()));
            is_due && !is_paused.get()
        });
        Self { app, is_open: RwSignal::new(false), every, is_paused, skipped, is_due }
    }

    /// Reminds so many minutes after a scan, from now on.
    pub fn remind_every(self, minutes: u16) {
        self.every.set(minutes);
        self.app.change_settings(|settings| settings.scan_minutes = minutes);
    }

    /// The next one is due a whole interval from now.
    pub fn skip(self) {
        self.skipped.set(Some(browser::now()));
        self.close();
    }

    /// Pauses the reminder, or lets it go on from now.
    pub fn pause(self, is_paused: bool) {
        self.is_paused.set(is_paused);
        if !is_paused {
            self.skipped.set(Some(browser::now()));
        }
    }

    /// Takes the form away; the focus goes back to what opened it.
    pub fn close(self) {
        self.is_open.set(false);
        browser::focus(OPENER);
    }
}

/// Opens a scan; says what the last one was, or that it is time for one.
#[component]
pub fn ScanButton(t: &'static Text, session: Session, scanning: Scanning) -> impl IntoView {
    let last = Memo::new(move |_| {
        let last = session.read(&Topic::Scans, |visit| visit.scans.last().cloned());
        last.map(|scan| (t.lesson().on_task_of)(scan.on_task, scan.of)).unwrap_or_default()
    });
    let detail = move || if scanning.is_due.get() { t.lesson().scan_due.to_owned() } else { last.get() };
    view! {
        <button type="button" id=OPENER class="btn scan-button" data-due=move || scanning.is_due.get().then_some("")
            aria-expanded=move || if scanning.is_open.get() { "true" } else { "false" }
            on:click=move |_| scanning.is_open.update(|is_open| *is_open = !*is_open)>
            <span>{t.lesson().scan}</span>
            " "
            <span class="scan-detail">{detail}</span>
        </button>
    }
}

//! The scan: how many pupils are at work, of how many. Its reminder is seen and never heard.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::domain::{Edit, LessonEdit, Moment, Scan, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// The intervals that can be chosen, in minutes; zero is no reminder.
const INTERVALS: [u16; 3] = [0, 5, 10];

/// The button that opens a scan, and gets the focus back.
const OPENER: &str = "scan-open";

/// What the button and the form share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Scanning {
    app: AppState,
    is_open: RwSignal<bool>,
    every: RwSignal<u16>,
    is_paused: RwSignal<bool>,
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

    fn remind_every(self, minutes: u16) {
        self.every.set(minutes);
        self.app.change_settings(|settings| settings.scan_minutes = minutes);
    }

    /// The next one is due a whole interval from now.
    fn skip(self) {
        self.skipped.set(Some(browser::now()));
        self.close();
    }

    fn pause(self, is_paused: bool) {
        self.is_paused.set(is_paused);
        if !is_paused {
            self.skipped.set(Some(browser::now()));
        }
    }

    fn close(self) {
        self.is_open.set(false);
        browser::focus(OPENER);
    }
}

/// Opens a scan; says what the last one was, or that it is time for one.
#[component]
pub fn ScanButton(t: &'static Text, session: Session, scanning: Scanning) -> impl IntoView {
    let last = Memo::new(move |_| {
        let last = session.read(&Topic::Scans, |visit| visit.scans.last().cloned());
        last.map(|scan| (t.lesson.on_task_of)(scan.on_task, scan.of)).unwrap_or_default()
    });
    let detail = move || if scanning.is_due.get() { t.lesson.scan_due.to_owned() } else { last.get() };
    view! {
        <button type="button" id=OPENER class="btn scan-button" data-due=move || scanning.is_due.get().then_some("")
            aria-expanded=move || if scanning.is_open.get() { "true" } else { "false" }
            on:click=move |_| scanning.is_open.update(|is_open| *is_open = !*is_open)>
            <span>{t.lesson.scan}</span>
            " "
            <span class="scan-detail">{detail}</span>
        </button>
    }
}

/// The form, above the field for a note, as long as a scan is open.
#[component]
pub fn ScanForm(t: &'static Text, session: Session, scanning: Scanning) -> impl IntoView {
    move || scanning.is_open.get().then(|| view! { <OpenScan t session scanning /> })
}

#[component]
fn OpenScan(t: &'static Text, session: Session, scanning: Scanning) -> impl IntoView {
    // A class in which everybody works is one tap; who does not is tapped off.
    let present = session.peek(|visit| visit.scans.last().map(|scan| scan.of).or(visit.visit.pupils));
    let of = RwSignal::new(present);
    let on_task = RwSignal::new(present);
    let first = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = first.get() {
            let _ = button.focus();
        }
    });
    let of_field = NodeRef::<html::Input>::new();
    let step = move |by: i16| {
        let most = of.get_untracked().unwrap_or(u16::MAX);
        on_task.update(|n| *n = Some(n.unwrap_or(0).saturating_add_signed(by).min(most)));
    };
    let done = move |_| {
        let (Some(on_task), Some(of)) = (on_task.get_untracked(), of.get_untracked().filter(|of| *of > 0))
        else {
            // Without the number of pupils a count says nothing.
            if let Some(field) = of_field.get_untracked() {
                let _ = field.focus();
            }
            return;
        };
        let scan = Scan::new(browser::now(), on_task, of);
        session.tap(Edit::Lesson(LessonEdit::InsertScan(usize::MAX, scan)));
        scanning.close();
    };
    view! {
        <div class="scan" role="group" aria-label=t.lesson.scan
            on:keydown=move |ev| if ev.key() == "Escape" { scanning.close() }>
            <div class="scan-numbers">
                <NumberField id="scan-on-task" label=t.lesson.on_task number=on_task />
                <button type="button" class="btn" node_ref=first aria-label=t.lesson.one_on_task_less
                    on:click=move |_| step(-1)>"−"</button>
                <button type="button" class="btn" aria-label=t.lesson.one_on_task_more on:click=move |_| step(1)>"+"</button>
                <NumberField id="scan-of" label=t.lesson.present number=of node_ref=of_field />
            </div>
            <div class="scan-actions">
                <button type="button" class="btn btn-primary" on:click=done>{t.lesson.scan_done}</button>
                <button type="button" class="btn" on:click=move |_| scanning.skip()>{t.lesson.scan_skip}</button>
            </div>
            <Reminder t scanning />
        </div>
    }
}

/// A whole number in a small field. What is no number is not taken over.
#[component]
fn NumberField(
    id: &'static str,
    label: &'static str,
    number: RwSignal<Option<u16>>,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let shown = move || number.get().map(|number| number.to_string()).unwrap_or_default();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input id=id type="number" min="0" inputmode="numeric" autocomplete="off" prop:value=shown node_ref=node_ref
                on:input=move |ev| {
                    let text = event_target_value(&ev);
                    if text.is_empty() || text.parse::<u16>().is_ok() {
                        number.set(text.parse().ok());
                    }
                } />
        </div>
    }
}

/// How often to remind, and whether that pauses.
#[component]
fn Reminder(t: &'static Text, scanning: Scanning) -> impl IntoView {
    let options = INTERVALS.map(|minutes| {
        let name = if minutes == 0 { t.lesson.remind_never.to_owned() } else { (t.lesson.remind_every)(minutes) };
        view! {
            <option value=minutes.to_string() selected=scanning.every.get_untracked() == minutes>{name}</option>
        }
    });
    view! {
        <div class="scan-reminder">
            <div class="field">
                <label for="scan-every">{t.lesson.remind}</label>
                <select id="scan-every" on:change=move |ev| {
                    scanning.remind_every(event_target_value(&ev).parse().unwrap_or_default());
                }>{options}</select>
            </div>
            <button type="button" class="btn"
                aria-pressed=move || if scanning.is_paused.get() { "true" } else { "false" }
                on:click=move |_| scanning.pause(!scanning.is_paused.get_untracked())>{t.lesson.scan_pause}</button>
        </div>
    }
}

//! The form of a scan. Its fields are the truth: what stands in them when it is done is what is kept.

use leptos::html::{Button, Input};
use leptos::prelude::*;

use super::scan::Scanning;
use crate::browser;
use crate::domain::{Edit, LessonEdit, Scan};
use crate::i18n::Text;
use crate::ui::session::Session;

/// The intervals that can be chosen, in minutes; zero is no reminder.
const INTERVALS: [u16; 3] = [0, 5, 10];

/// The form, above the field for a note, as long as a scan is open.
#[component]
pub fn ScanForm(t: &'static Text, session: Session, scanning: Scanning) -> impl IntoView {
    move || scanning.is_open.get().then(|| view! { <OpenScan t session scanning /> })
}

#[component]
fn OpenScan(t: &'static Text, session: Session, scanning: Scanning) -> impl IntoView {
    // The last scan is what most of the next one is like; before it nobody knows.
    let (last, of) = session.peek(|visit| {
        let last = visit.scans.last();
        (last.map(|scan| scan.on_task), last.map(|scan| scan.of).or(visit.visit.pupils))
    });
    let (on_task_field, of_field) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let wrong = RwSignal::new(None::<&'static str>);
    let set = move |number: u16| {
        wrong.set(None);
        on_task_field.get_untracked().iter().for_each(|field| field.set_value(&number.to_string()));
    };
    let step = move |by: i16| {
        let most = number_in(of_field).unwrap_or(u16::MAX);
        set(number_in(on_task_field).unwrap_or(0).saturating_add_signed(by).min(most));
    };
    let everybody = move || match number_in(of_field) {
        Some(of) => set(of),
        None => give_focus(of_field),
    };
    let done = move |_| match (number_in(on_task_field), number_in(of_field).filter(|of| *of > 0)) {
        (Some(on_task), Some(of)) if on_task <= of => {
            let scan = Scan::new(browser::now(), on_task, of);
            session.tap(Edit::Lesson(LessonEdit::InsertScan(usize::MAX, scan)));
            scanning.close();
        }
        (Some(_), Some(_)) => {
            wrong.set(Some(t.lesson().scan_too_many));
            give_focus(on_task_field);
        }
        // Without both numbers a count says nothing.
        (on_task, _) => {
            wrong.set(Some(t.lesson().scan_incomplete));
            give_focus(if on_task.is_none() { on_task_field } else { of_field });
        }
    };
    let first = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if let Some(button) = first.get() {
            let _ = button.focus();
        }
    });
    let button =
        move |label: &'static str, name: &'static str, node_ref: NodeRef<Button>, tap: Callback<()>| {
            view! {
                <button type="button" class="btn" aria-label=name node_ref=node_ref
                    on:mousedown=|ev| ev.prevent_default() on:click=move |_| tap.run(())>{label}</button>
            }
        };
    view! {
        <div class="scan" role="group" aria-label=t.lesson().scan
            on:keydown=move |ev| if ev.key() == "Escape" { scanning.close() }>
            <p class="hint" id="scan-hint">{t.lesson().scan_hint}</p>
            <div class="scan-numbers">
                {button("−1", t.lesson().one_on_task_less, first, Callback::new(move |()| step(-1)))}
                <NumberField id="scan-on-task" label=t.lesson().on_task initial=last node_ref=on_task_field wrong />
                {button("+1", t.lesson().one_on_task_more, NodeRef::new(), Callback::new(move |()| step(1)))}
                {button(t.lesson().everybody, t.lesson().everybody, NodeRef::new(), Callback::new(move |()| everybody()))}
            </div>
            <p class="error" role="alert">{move || wrong.get()}</p>
            <div class="scan-actions">
                <NumberField id="scan-of" label=t.lesson().present initial=of node_ref=of_field wrong />
                <button type="button" class="btn btn-primary" on:click=done>{t.lesson().done}</button>
                <button type="button" class="btn" on:click=move |_| scanning.skip()>{t.lesson().scan_skip}</button>
            </div>
            <Reminder t scanning />
        </div>
    }
}

/// The whole number in a field, if it is one.
fn number_in(field: NodeRef<Input>) -> Option<u16> {
    field.get_untracked()?.value().trim().parse().ok()
}

fn give_focus(field: NodeRef<Input>) {
    if let Some(field) = field.get_untracked() {
        let _ = field.focus();
    }
}

/// A small field for a whole number.
#[component]
fn NumberField(
    id: &'static str,
    label: &'static str,
    initial: Option<u16>,
    node_ref: NodeRef<Input>,
    wrong: RwSignal<Option<&'static str>>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input id=id type="number" min="0" inputmode="numeric" autocomplete="off" aria-describedby="scan-hint"
                prop:value=initial.map(|number| number.to_string()) node_ref=node_ref
                on:input=move |_| wrong.set(None) />
        </div>
    }
}

/// How often to remind, and whether that pauses; what never comes need not pause.
#[component]
fn Reminder(t: &'static Text, scanning: Scanning) -> impl IntoView {
    let options = INTERVALS.map(|minutes| {
        let name = if minutes == 0 { t.lesson().remind_never.to_owned() } else { (t.lesson().remind_every)(minutes) };
        view! {
            <option value=minutes.to_string() selected=scanning.every.get_untracked() == minutes>{name}</option>
        }
    });
    view! {
        <div class="scan-reminder" role="group" aria-label=t.lesson().remind>
            <div class="field">
                <label for="scan-every">{t.lesson().remind}</label>
                <select id="scan-every" on:change=move |ev| {
                    scanning.remind_every(event_target_value(&ev).parse().unwrap_or_default());
                }>{options}</select>
            </div>
            {move || (scanning.every.get() > 0).then(|| view! {
                <button type="button" class="btn"
                    aria-pressed=move || if scanning.is_paused.get() { "true" } else { "false" }
                    on:click=move |_| scanning.pause(!scanning.is_paused.get_untracked())>{t.lesson().scan_pause}</button>
            })}
        </div>
    }
}

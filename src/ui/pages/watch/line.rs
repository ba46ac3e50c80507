//! One line of the log: its time, its words, its tags.

use leptos::ev::KeyboardEvent;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use super::{TagChips, sign_of, sign_value, tags_in_text};
use crate::browser;
use crate::domain::{Edit, LineEdit, LineId, LogLine, Moment, Topic, at_clock, clock_at};
use crate::i18n::Text;
use crate::ui::session::Session;

#[component]
pub fn LineRow(t: &'static Text, session: Session, id: LineId) -> impl IntoView {
    let Some(line) = session.peek(|visit| visit.line(id).cloned()) else { return ().into_any() };
    let at = Memo::new(move |_| {
        session.read(&Topic::Line(id), |visit| visit.line(id).map(|line| line.at)).unwrap_or(line.at)
    });
    let name = move |what: &str| format!("{what} {}", t.clock(at.get().time()));
    let field = NodeRef::<Textarea>::new();
    // Undo writes into the field; typing does not come by here.
    Effect::new(move |_| {
        let text = session.read(&Topic::Line(id), |visit| visit.line(id).map(|line| line.text.clone()));
        if let (Some(field), Some(text)) = (field.get(), text)
            && field.value() != text
        {
            field.set_value(&text);
        }
    });
    view! {
        <li class="log-line">
            <LineTime t session id at />
            <textarea id=format!("line-{id}") class="log-text" rows="1" aria-label=move || name(t.watch.line_at) prop:value=line.text node_ref=field
                on:input=move |ev| session.retyped(id, event_target_value(&ev))
                on:change=move |_| tags_in_text(session, id).for_each(|edit| session.tap(edit))></textarea>
            <div class="log-tags">
                <LineChips t session id />
                <button type="button" class="btn btn-quiet" aria-label=move || name(t.watch.remove_line)
                    on:click=move |_| {
                        session.tap(Edit::RemoveLine(id));
                        browser::focus("log-title");
                    }>{t.remove}</button>
            </div>
        </li>
    }
    .into_any()
}

/// The tags of a line that is in the log.
#[component]
fn LineChips(t: &'static Text, session: Session, id: LineId) -> impl IntoView {
    let tag = move |read: fn(&LogLine) -> Option<String>| {
        Memo::new(move |_| session.read(&Topic::Line(id), |visit| visit.line(id).and_then(read)))
    };
    let domain = tag(|line| line.domain.as_ref().map(ToString::to_string));
    let sign = tag(|line| line.sign.map(|sign| sign_value(sign).to_owned()));
    let on_domain = Callback::new(move |picked: Option<String>| {
        let domain = picked.and_then(|text| text.parse().ok());
        session.tap(Edit::Line(id, LineEdit::Domain(domain)));
    });
    let on_sign = Callback::new(move |picked: Option<String>| {
        let sign = picked.as_deref().and_then(sign_of);
        session.tap(Edit::Line(id, LineEdit::Sign(sign)));
    });
    let indicator = tag(|line| line.indicator.as_ref().map(ToString::to_string));
    // It came by typing `#D3`; a tap takes it away.
    let indicator_chip = move || {
        let named = indicator.get()?;
        let text =
            session.rubric().indicator(&named.parse().ok()?).map(|one| one.text.get(t.lang).to_owned());
        Some(view! {
            <button type="button" class="chip chip-indicator" aria-pressed="true" aria-label=text
                on:click=move |_| session.tap(Edit::Line(id, LineEdit::Indicator(None)))>{named}</button>
        })
    };
    view! {
        <TagChips t session domain sign on_domain on_sign />
        {indicator_chip}
    }
}

/// The time of a line. A tap turns it into a field; leaving that turns it back.
#[component]
fn LineTime(t: &'static Text, session: Session, id: LineId, at: Memo<Moment>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let name = move || format!("{} {}", t.watch.change_time, t.clock(at.get().time()));
    // One change, however many digits of it were typed; Escape takes none.
    let finish = move |text: Option<String>| {
        if !is_open.get_untracked() {
            return;
        }
        is_open.set(false);
        let before = at.get_untracked();
        let changed = text.filter(|text| *text != clock_at(before));
        if let Some(at) = changed.and_then(|text| at_clock(before, &text)) {
            session.tap(Edit::Line(id, LineEdit::At(at)));
        }
    };
    let on_key = move |ev: KeyboardEvent| {
        let text = match ev.key().as_str() {
            "Enter" => Some(event_target_value(&ev)),
            "Escape" => None,
            _ => return,
        };
        finish(text);
        browser::focus(&format!("line-{id}"));
    };
    move || {
        if is_open.get() {
            view! {
                <input type="time" class="log-time-field" aria-label=name node_ref=field
                    prop:value=clock_at(at.get_untracked())
                    on:blur=move |ev| finish(Some(event_target_value(&ev))) on:keydown=on_key />
            }
            .into_any()
        } else {
            view! {
                <button type="button" class="log-time" aria-label=name on:click=move |_| is_open.set(true)>
                    <time datetime=move || at.get().to_rfc3339()>{move || t.clock(at.get().time())}</time>
                </button>
            }
            .into_any()
        }
    }
}

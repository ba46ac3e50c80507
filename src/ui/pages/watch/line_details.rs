//! What unfolds at a line of the log: its tags, what it means, and the way to take it out.

use leptos::prelude::*;

use super::line::written_by_undo;
use super::tags::{TagChips, sign_of, sign_value};
use crate::browser;
use crate::domain::{Edit, LineEdit, LineId, LogLine, Moment, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

#[component]
pub fn LineDetails(t: &'static Text, session: Session, id: LineId, at: Memo<Moment>) -> impl IntoView {
    let remove = move |_| {
        session.tap(Edit::RemoveLine(id));
        browser::focus("log-title");
    };
    let field_id = format!("meaning-{id}");
    let meaning = session.peek(|visit| visit.line(id).map(|line| line.meaning.clone()));
    let field = written_by_undo(session, id, |line| &line.meaning);
    view! {
        <div class="log-tags">
            <LineChips t session id />
            <button type="button" class="btn btn-quiet"
                aria-label=move || format!("{} {}", t.watch().remove_line, t.clock(at.get().time()))
                on:click=remove>{t.remove}</button>
        </div>
        <div class="field">
            <label for=field_id.clone()>{t.may_stay_empty(t.watch().meaning)}</label>
            <textarea id=field_id rows="1" autocomplete="off" prop:value=meaning node_ref=field
                on:input=move |ev| session.retyped(id, LineEdit::Meaning(event_target_value(&ev)))></textarea>
        </div>
    }
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
    // It came by typing `#D3`, or by a tap on the rubric; a tap takes it away.
    let indicator_chip = move || {
        let named = indicator.get()?;
        let text =
            session.rubric().indicator(&named.parse().ok()?).map(|one| one.text.get(t.lang).to_owned());
        Some(view! {
            <button type="button" class="chip chip-indicator" aria-pressed="true" aria-label=text
                on:click=move |_| {
                    let domain = session.peek(|visit| visit.line(id).and_then(|line| line.domain.clone()));
                    session.tap(Edit::Line(id, LineEdit::Tag(None, domain)));
                }>{named}</button>
        })
    };
    view! {
        <TagChips t session domain sign on_domain on_sign />
        {indicator_chip}
    }
}

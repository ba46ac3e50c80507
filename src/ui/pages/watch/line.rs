//! One line of the log: its time and its words; its tags, and what takes it away, unfold.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::DOCK;
use super::clock_field::ClockField;
use super::line_details::LineDetails;
use super::tags::{sign_label, tag_in_text};
use crate::browser;
use crate::domain::{Edit, LineEdit, LineId, LogLine, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

/// The element of a line.
pub fn row_id(id: LineId) -> String {
    format!("row-{id}")
}

#[component]
pub fn LineRow(t: &'static Text, session: Session, id: LineId) -> impl IntoView {
    let Some(line) = session.peek(|visit| visit.line(id).cloned()) else { return ().into_any() };
    let at = Memo::new(move |_| {
        session.read(&Topic::Line(id), |visit| visit.line(id).map(|line| line.at)).unwrap_or(line.at)
    });
    let name = move |what: &str| format!("{what} {}", t.clock(at.get().time()));
    let field = written_by_undo(session, id, |line| &line.text);
    // The words may name an indicator. Not after the row is gone: Chromium says of a field that it changed while it goes.
    let is_retyped = StoredValue::new(false);
    let settle = move || {
        if is_retyped.try_update_value(std::mem::take) == Some(true) {
            tag_in_text(session, id).into_iter().for_each(|edit| session.tap(edit));
        }
    };
    on_cleanup(settle);
    let retype = move |ev| {
        is_retyped.set_value(true);
        session.retyped(id, LineEdit::Text(event_target_value(&ev)));
    };
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.update(|is_open| *is_open = !*is_open);
        request_animation_frame(move || browser::show_above(&row_id(id), DOCK));
    };
    let tags = Memo::new(move |_| {
        session.read(&Topic::Line(id), |visit| visit.line(id).map(tags_of)).unwrap_or_default()
    });
    // While it is open its own field says it.
    let meaning = move || {
        let text = session.read(&Topic::Line(id), |visit| visit.line(id).map(|line| line.meaning.clone()));
        let text = text.filter(|text| !is_open.get() && !text.trim().is_empty());
        text.map(|text| format!("{}: {text}", t.watch().meaning_short))
    };
    let details = format!("details-{id}");
    // One closure draws all of it: a lesson has many lines.
    let opener = {
        let details = details.clone();
        move || {
            let tags = tags.get();
            let label = format!("{}: {tags}", name(t.watch().tags_of));
            let shown = if tags.is_empty() { t.watch().tags.to_owned() } else { tags };
            view! {
                <button type="button" class="btn btn-quiet opener log-opener" aria-controls=details.clone()
                    aria-expanded=if is_open.get() { "true" } else { "false" } aria-label=label on:click=open>{shown}</button>
            }
        }
    };
    view! {
        <li class="log-line" id=row_id(id)>
            <ClockField t session at name=t.watch().change_time id=format!("time-{id}") back_to=format!("line-{id}")
                on_set=Callback::new(move |at| session.tap(Edit::Line(id, LineEdit::At(at)))) />
            <textarea id=format!("line-{id}") class="log-text" rows="1" autocomplete="off" aria-label=move || name(t.watch().line_at) prop:value=line.text node_ref=field
                on:input=retype on:change=move |_| settle()></textarea>
            {opener}
            <p class="log-meaning">{meaning}</p>
            <div id=details class="log-details">
                {move || is_open.get().then(|| view! { <LineDetails t session id at /> })}
            </div>
        </li>
    }
    .into_any()
}

/// A field of a line: undo writes into it, typing does not come by here.
pub fn written_by_undo(session: Session, id: LineId, read: fn(&LogLine) -> &String) -> NodeRef<Textarea> {
    let field = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        let text = session.read(&Topic::Line(id), |visit| visit.line(id).map(|line| read(line).clone()));
        if let (Some(field), Some(text)) = (field.get(), text)
            && field.value() != text
        {
            field.set_value(&text);
        }
    });
    field
}

/// "D3 +": the tags of a line in short.
fn tags_of(line: &LogLine) -> String {
    let about = line.indicator.as_ref().map(ToString::to_string);
    let about = about.or_else(|| line.domain.as_ref().map(ToString::to_string));
    let sign = line.sign.map(|sign| sign_label(sign).to_owned());
    about.into_iter().chain(sign).collect::<Vec<_>>().join(" ")
}

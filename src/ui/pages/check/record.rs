//! How long the visit is kept, and what the teacher says against it. A completed visit takes both.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Edit, Objection, Topic, VisitEdit, parse_day};
use crate::i18n::{Text, date, record_text};
use crate::ui::parts::{InputKind, TextArea, TextField};
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn RecordCard(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let w = record_text(t.lang);
    let years = app.settings().school_years_kept();
    let kept = move || session.read(&Topic::Record, |visit| (w.kept)(&date(visit.visit.kept_until(years))));
    let own = session.peek(|visit| visit.visit.keep_until);
    let on_keep = Callback::new(move |day: String| {
        // Not a step of undo: the field shows what it is, on a closed visit too.
        session.tap_for_now(Edit::Visit(VisitEdit::KeepUntil(parse_day(&day))));
    });
    let said = session.peek(|visit| visit.objection.clone());
    let today = browser::now().date_naive();
    let on = StoredValue::new(said.as_ref().map_or(today, |said| said.on));
    let text = StoredValue::new(said.map(|said| said.text).unwrap_or_default());
    let keep = move || session.typed(Edit::Objection(Objection::said(on.get_value(), text.get_value())));
    let on_text = Callback::new(move |typed| {
        text.set_value(typed);
        keep();
    });
    let on_day = Callback::new(move |day: String| {
        // A day that is being typed is none yet.
        if let Some(day) = parse_day(&day) {
            on.set_value(day);
            keep();
        }
    });
    view! {
        <section class="card no-print" aria-labelledby="record-title">
            <h2 id="record-title">{w.title}</h2>
            <p role="status">{kept}</p>
            <div class="record-fields writes">
                <TextField id="keep-until" label=t.may_stay_empty(w.keep_until) hint=w.keep_until_hint kind=InputKind::Date late=true
                    initial=own.map(|day| day.to_string()).unwrap_or_default() on_type=on_keep />
                <TextArea id="objection" label=t.may_stay_empty(w.objection) hint=w.objection_hint
                    initial=text.get_value() on_type=on_text />
                <TextField id="objection-day" label=w.said_on kind=InputKind::Date
                    initial=on.get_value().to_string() on_type=on_day />
            </div>
        </section>
        {move || session.read(&Topic::Record, |visit| visit.objection.clone()).map(|said| view! {
            <section class="paper-only">
                <h2>{w.objection} " (" {date(said.on)} ")"</h2>
                <p class="plain-words">{said.text}</p>
            </section>
        })}
    }
}

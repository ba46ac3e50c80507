//! The report for the teacher, and the ways to hand it over.

use std::rc::Rc;

use leptos::prelude::*;

use crate::exchange::report_text;
use crate::i18n::Text;
use crate::ui::pages::talk::{Found, own_answers};
use crate::ui::parts::{Outgoing, SendPanel};
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn ReportCard(
    app: AppState,
    t: &'static Text,
    session: Session,
    /// The teacher's own view of the lesson; `None` where it stays out.
    own: Option<Found>,
) -> impl IntoView {
    let make = Callback::new(move |()| {
        let rubric = session.rubric();
        let own = untrack(|| own_answers(app, session, own?));
        Ok(session.peek(|visit| Outgoing {
            name: (t.report().file)(&visit.visit.date.to_string()),
            text: report_text(t, &rubric, &app.with_names(visit), own.as_ref()),
            sent: Rc::new(|| ()),
        }))
    });
    // Without her answers it would be half a report, and not say so.
    let is_ready = Memo::new(move |_| own.is_none_or(|own| own.with(Option::is_some)));
    view! {
        <section class="card no-print" aria-labelledby="report-title">
            <h2 id="report-title">{t.report().heading}</h2>
            <p class="hint">{t.report().lead}</p>
            {move || is_ready.get().then(|| view! { <SendPanel t=&t.report().send id="report" make /> })}
        </section>
    }
}

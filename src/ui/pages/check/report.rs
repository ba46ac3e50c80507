//! The report for the teacher, and the ways to hand it over.

use std::rc::Rc;

use leptos::prelude::*;

use crate::exchange::report_text;
use crate::i18n::Text;
use crate::ui::parts::{Outgoing, SendPanel};
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn ReportCard(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let make = Callback::new(move |()| {
        let rubric = session.rubric();
        Ok(session.peek(|visit| Outgoing {
            name: (t.report().file)(&visit.visit.date.to_string()),
            text: report_text(t, &rubric, &app.with_names(visit)),
            sent: Rc::new(|| ()),
        }))
    });
    view! {
        <section class="card no-print" aria-labelledby="report-title">
            <h2 id="report-title">{t.report().heading}</h2>
            <p class="hint">{t.report().lead}</p>
            <SendPanel t=&t.report().send id="report" make />
        </section>
    }
}

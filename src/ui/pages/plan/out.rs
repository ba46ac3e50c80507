//! How a plan leaves: as text, on paper, or as a file for another device.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::{self, DocumentSource};
use crate::domain::{Plan, Rubric};
use crate::exchange::{DocumentKind, Purpose, export_json, plan_as_text};
use crate::i18n::{PlanText, Text, WordsOfPlan, documents_text};
use crate::ui::deletion::delete_plan;
use crate::ui::pages::insight::years_shown;
use crate::ui::parts::{DocumentPanel, NothingToSend, Outgoing, SendPanel};
use crate::ui::plan_session::PlanSession;
use crate::ui::state::AppState;

#[component]
pub fn OutCard(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    session: PlanSession,
) -> impl IntoView {
    let w = &words.out;
    let text = Callback::new(move |()| {
        session.flush();
        let rubric = app.rubric_of_school();
        let said = WordsOfPlan { text: words, rubric: &rubric, lang: t.lang };
        Ok(session.peek(|plan| Outgoing {
            name: (w.text_name)(&plan.year.to_string()),
            text: plan_as_text(&said, plan),
            sent: Rc::new(|| ()),
        }))
    });
    let file = Callback::new(move |()| {
        session.flush();
        session.peek(|plan| file_of(app, words, plan))
    });
    let document = Callback::new(move |()| {
        session.flush();
        // With the rubric, which names the indicators.
        let rubric = app.rubric_of_school();
        let text = session.peek(|plan| document_of(app, std::slice::from_ref(&*rubric), plan))?;
        Ok(DocumentSource { text, team: team_of(app)? })
    });
    let document_name = Callback::new(move |()| {
        let name = (w.text_name)(&session.peek(|plan| plan.year.to_string()));
        name.trim_end_matches(".txt").to_owned()
    });
    let delete = move |_| {
        session.flush();
        delete_plan(app, session.id());
        browser::focus("page-title");
    };
    view! {
        <section class="card" aria-labelledby="plan-out-title">
            <h2 id="plan-out-title">{w.title}</h2>
            <p class="hint">{w.lead}</p>
            <SendPanel t=&words.text id="plan-text" make=text />
            <div class="actions">
                <button type="button" class="btn" on:click=|_| browser::print()>{w.print}</button>
            </div>
            <p class="hint">{documents_text(t.lang).plan_lead} " " {t.purpose(Purpose::SchoolPlan)}</p>
            <DocumentPanel lang=t.lang id="plan" kinds=&[DocumentKind::PlanDocx, DocumentKind::Xlsx]
                make=document name=document_name />
            <p class="hint">{w.file_lead} " " {t.purpose(Purpose::SchoolPlan)}</p>
            <SendPanel t=&words.file id="plan-file" make=file />
            <div class="actions">
                <button type="button" class="btn btn-danger" on:click=delete>{words.page.delete}</button>
            </div>
        </section>
    }
}

/// What Inzicht shows of each school year: numbers alone, counted here, so that no visit goes along.
fn team_of(app: AppState) -> Result<String, NothingToSend> {
    serde_json::to_string(&years_shown(app)).map_err(|_| NothingToSend::Failed)
}

fn document_of(app: AppState, rubrics: &[Rubric], plan: &Plan) -> Result<String, NothingToSend> {
    let header = app.export_header(Purpose::SchoolPlan);
    let text = export_json(&header, rubrics, &[], &[], std::slice::from_ref(plan));
    text.map_err(|_| NothingToSend::Failed)
}

/// The plan alone: no visits, nobody of the team's list, no rubric.
fn file_of(app: AppState, words: &'static PlanText, plan: &Plan) -> Result<Outgoing, NothingToSend> {
    let text = document_of(app, &[], plan)?;
    Ok(Outgoing { name: (words.out.file_name)(&plan.year.to_string()), text, sent: Rc::new(|| ()) })
}

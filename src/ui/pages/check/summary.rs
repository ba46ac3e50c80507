//! What a step of the visit holds, question by question, with a way to change each answer of a visit that is open.

use leptos::prelude::*;

use super::lesson::LessonSummary;
use super::place::{Place, PlaceLink};
use super::rows::{Row, log_rows, loose_rows, rating_rows, visit_rows};
use super::talk_rows::talk_rows;
use crate::domain::Step;
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// All that was kept in one step.
#[component]
pub fn StepSummary(
    app: AppState,
    t: &'static Text,
    session: Session,
    completed: Memo<bool>,
    step: Step,
) -> impl IntoView {
    let rubric = session.rubric();
    let section = |title: &str, rows: Vec<Row>| {
        let title = title.to_owned();
        view! { <Summary app t title rows completed /> }.into_any()
    };
    match step {
        Step::Prepare => {
            section(t.step(step), session.peek(|visit| visit_rows(t, &app.with_names(visit), &rubric)))
        }
        Step::Watch => {
            let log = session.peek(|visit| log_rows(t, visit, &rubric));
            view! {
                <LessonSummary app t session completed />
                {section(t.watch().log, log)}
            }
            .into_any()
        }
        Step::Score => {
            let domains = rubric.domains.iter().map(|domain| {
                let rows = session.peek(|visit| rating_rows(t, visit, &rubric, visit.looked_at(domain)));
                (domain.title.get(t.lang), rows)
            });
            let (outside, loose) = session.peek(|visit| {
                let outside = rating_rows(t, visit, &rubric, visit.kept_outside(&rubric));
                (outside, loose_rows(t, visit, &rubric))
            });
            let others = [(t.choice().outside, outside), (t.check().loose_lines, loose)];
            let sections = domains.chain(others).filter(|(_, rows)| !rows.is_empty());
            sections.map(|(title, rows)| section(title, rows)).collect_view().into_any()
        }
        Step::Talk => section(t.step(step), session.peek(|visit| talk_rows(t, visit))),
        Step::Check => ().into_any(),
    }
}

#[component]
pub fn Summary(
    app: AppState,
    t: &'static Text,
    title: String,
    #[prop(optional)] figure: Option<AnyView>,
    rows: Vec<Row>,
    completed: Memo<bool>,
) -> impl IntoView {
    let is_empty = rows.is_empty();
    view! {
        <section class="summary-section">
            <h2>{title}</h2>
            {figure}
            {is_empty.then(|| view! { <p class="hint">{t.check().nothing}</p> })}
            <SummaryRows app t rows completed />
        </section>
    }
}

/// Questions with their answers.
#[component]
pub fn SummaryRows(app: AppState, t: &'static Text, rows: Vec<Row>, completed: Memo<bool>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|Row { name, called, value, note, lines, place }| {
            let value = if value.is_empty() && lines.is_empty() { t.check().nothing.to_owned() } else { value };
            let change_name = format!("{}: {}", t.check().change, called.as_ref().unwrap_or(&name));
            let change = move |place: Place| {
                let name = Some(change_name.clone());
                view! { <PlaceLink app kind="change" to=place name text=t.check().change.to_owned() /> }
            };
            view! {
                <div class="summary-row">
                    <dt>{name}</dt>
                    <dd>
                        {value}
                        {(!note.is_empty()).then(|| view! { <p class="summary-note">{note}</p> })}
                        {(!lines.is_empty()).then(|| view! {
                            <ul class="summary-lines">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                        })}
                    </dd>
                    {place.map(|place| view! {
                        <dd class="change">{move || (!completed.get()).then(|| change(place.clone()))}</dd>
                    })}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="summary">{rows}</dl> }
}

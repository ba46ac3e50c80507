//! Controle: what is still open, every answer with a way to change it; complete, export, print.

mod place;
mod report;
mod rows;
mod still_open;

mod lesson;
mod strip;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{Edit, Observation, Step, Topic};
use crate::exchange::Purpose;
use crate::i18n::Text;
use crate::ui::parts::{BottomBar, ExportPanel};
use crate::ui::session::Session;
use crate::ui::state::AppState;
use lesson::LessonSummary;
use place::{Place, PlaceLink};
use report::ReportCard;
use rows::{Row, log_rows, rating_rows, talk_rows, visit_rows};
use still_open::StillOpen;

#[component]
pub fn CheckPage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    let id = session.id();
    let rubric = session.rubric();
    let title = session.peek(|visit| t.visit_title(&visit.visit));
    let summary = move |title: &str, rows: Vec<Row>| {
        let title = title.to_owned();
        view! { <Summary app t title rows completed /> }
    };
    let domains = rubric
        .domains
        .iter()
        .map(|domain| {
            let rows = session.peek(|visit| rating_rows(t, visit, &rubric, domain));
            summary(domain.title.get(t.lang), rows)
        })
        .collect_view();
    let visit = session.peek(|visit| visit_rows(t, visit, &rubric));
    let talk = session.peek(|visit| talk_rows(t, visit));
    let log = session.peek(|visit| log_rows(t, visit, &rubric));
    view! {
        <h1 id="page-title" tabindex="-1">{title}</h1>
        <StatusLine t session completed />
        {move || (!completed.get()).then(|| view! { <StillOpen app t session /> })}
        {summary(t.step(Step::Prepare), visit)}
        {domains}
        {summary(t.step(Step::Talk), talk)}
        <LessonSummary app t session completed />
        {summary(t.watch.log, log)}
        <ReportCard t session />
        <section class="card no-print" aria-labelledby="export-title">
            <h2 id="export-title">{t.export.title_one}</h2>
            <ExportPanel app t purpose=Purpose::Coaching chosen=Callback::new(move |()| vec![id]) />
        </section>
        <BottomBar>
            <button type="button" class="btn" on:click=|_| browser::print()>{t.check.print}</button>
            {move || if completed.get() {
                view! {
                    <button type="button" class="btn writes" on:click=move |_| session.tap(Edit::Reopen)>
                        {t.check.reopen}
                    </button>
                }.into_any()
            } else {
                view! {
                    <button type="button" class="btn btn-primary writes" on:click=move |_| complete(session)>
                        {t.check.complete}
                    </button>
                }.into_any()
            }}
        </BottomBar>
    }
}

/// A visit that is whole is worth a promise of the browser to keep it. The answer stands on the screen Gegevens.
fn complete(session: Session) {
    session.tap(Edit::Complete);
    // The button is gone; the line under the title says how it ended.
    browser::focus("page-title");
    spawn_local(async {
        browser::ask_to_persist().await;
    });
}

/// Open or closed, and how much was scored; what is open never blocks.
#[component]
fn StatusLine(t: &'static Text, session: Session, completed: Memo<bool>) -> impl IntoView {
    let progress = session.peek(|visit| visit.progress(&session.rubric()));
    let open = progress.of - progress.scored - progress.not_observed;
    view! {
        <p class="lead" role="status">
            {move || if completed.get() { t.check.is_completed } else { t.check.is_draft }}
            " "
            {(t.scored_of)(progress.scored, progress.of)}
            {(progress.not_observed > 0).then(|| format!(", {}", (t.check.not_observed)(progress.not_observed)))}
            {(open > 0).then(|| format!(", {}", (t.check.not_scored)(open)))}
            "."
        </p>
    }
}

#[component]
fn Summary(
    app: AppState,
    t: &'static Text,
    title: String,
    #[prop(optional)] figure: Option<AnyView>,
    rows: Vec<Row>,
    completed: Memo<bool>,
) -> impl IntoView {
    let is_empty = rows.is_empty();
    let rows = rows
        .into_iter()
        .map(|Row { name, called, value, note, place }| {
            let value = if value.is_empty() { t.check.nothing.to_owned() } else { value };
            let change_name = format!("{}: {}", t.check.change, called.as_ref().unwrap_or(&name));
            let change = move |place: Place| {
                let name = Some(change_name.clone());
                view! { <PlaceLink app kind="change" to=place name text=t.check.change.to_owned() /> }
            };
            view! {
                <div class="summary-row">
                    <dt>{name}</dt>
                    <dd>{value}{(!note.is_empty()).then(|| view! { <p class="summary-note">{note}</p> })}</dd>
                    {place.map(|place| view! {
                        <dd class="change">{move || (!completed.get()).then(|| change(place.clone()))}</dd>
                    })}
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="summary-section">
            <h2>{title}</h2>
            {figure}
            {is_empty.then(|| view! { <p class="hint">{t.check.nothing}</p> })}
            <dl class="summary">{rows}</dl>
        </section>
    }
}

//! Controle: every answer with a way to change it; complete, export, print.

mod lesson;
mod strip;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{Answer, Edit, Observation, PointList, Rubric, RubricDomain, Step, Topic};
use crate::exchange::Purpose;
use crate::i18n::{Text, clock, date};
use crate::ui::parts::{BottomBar, ExportPanel};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;
use lesson::LessonSummary;

#[component]
pub fn CheckPage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    let id = session.id();
    let rubric = session.rubric();
    let summary = session.peek(|visit| summary(t, visit, &rubric));
    let title = session.peek(|visit| t.visit_title(&visit.visit));
    let to_step = move |step| Route::Visit(id, step).href();
    let domains = rubric
        .domains
        .iter()
        .map(|domain| {
            let rows = session.peek(|visit| rating_rows(t, visit, &rubric, domain));
            let title = domain.title.get(t.lang).to_owned();
            view! { <Summary t title rows change=to_step(Step::Score) completed /> }
        })
        .collect_view();
    view! {
        <h1 id="page-title" tabindex="-1">{title}</h1>
        <StatusLine t session completed />
        <Summary t title=t.step(Step::Prepare).to_owned() rows=summary.visit change=to_step(Step::Prepare) completed />
        {domains}
        <Summary t title=t.step(Step::Talk).to_owned() rows=summary.talk change=to_step(Step::Talk) completed />
        <LessonSummary t session completed />
        <Summary t title=t.watch.log.to_owned() rows=summary.log change=to_step(Step::Watch) completed />
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

/// A question with its answer.
struct Row {
    name: String,
    value: String,
    note: String,
}

impl Row {
    fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into(), note: String::new() }
    }
}

#[component]
fn Summary(
    t: &'static Text,
    title: String,
    #[prop(optional)] figure: Option<AnyView>,
    rows: Vec<Row>,
    change: String,
    completed: Memo<bool>,
) -> impl IntoView {
    let change_name = format!("{}: {title}", t.check.change);
    let is_empty = rows.is_empty();
    let rows = rows
        .into_iter()
        .map(|Row { name, value, note }| {
            let value = if value.is_empty() { t.check.nothing.to_owned() } else { value };
            view! {
                <div class="summary-row">
                    <dt>{name}</dt>
                    <dd>{value}{(!note.is_empty()).then(|| view! { <p class="summary-note">{note}</p> })}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="summary-section">
            <div class="summary-head">
                <h2>{title}</h2>
                {move || (!completed.get()).then(|| view! {
                    <a class="change writes" href=change.clone() aria-label=change_name.clone()>{t.check.change}</a>
                })}
            </div>
            {figure}
            {is_empty.then(|| view! { <p class="hint">{t.check.nothing}</p> })}
            <dl class="summary">{rows}</dl>
        </section>
    }
}

struct SummaryRows {
    visit: Vec<Row>,
    talk: Vec<Row>,
    log: Vec<Row>,
}

fn summary(t: &'static Text, observation: &Observation, rubric: &Rubric) -> SummaryRows {
    let visit = &observation.visit;
    let pupils = visit.pupils.map(|pupils| pupils.to_string()).unwrap_or_default();
    let times = [visit.started_at, visit.ended_at].map(|at| at.map(|at| clock(at.time())));
    let visit_rows = vec![
        Row::new(t.prepare.teacher, &*visit.teacher.name),
        Row::new(t.prepare.observer, &*visit.observer.name),
        Row::new(t.prepare.date, date(visit.date)),
        Row::new(t.check.times, times.into_iter().flatten().collect::<Vec<_>>().join(" – ")),
        Row::new(t.prepare.group, &*visit.group),
        Row::new(t.prepare.subject, &*visit.subject),
        Row::new(t.prepare.pupils, pupils),
        Row::new(t.prepare.kind, t.kind(visit.kind)),
        Row::new(t.prepare.focus, &*visit.focus),
        Row::new(t.check.rubric, format!("{} ({})", rubric.title.get(t.lang), observation.rubric.version)),
    ];
    let log = observation.log.iter().map(|line| {
        let tags = [
            line.domain.as_ref().map(|id| rubric.domain_title(id, t.lang)),
            line.indicator.as_ref().map(ToString::to_string),
            line.sign.map(|sign| t.sign(sign).to_owned()),
        ];
        Row {
            name: clock(line.at.time()),
            value: line.text.clone(),
            note: tags.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        }
    });
    SummaryRows { visit: visit_rows, talk: talk_rows(t, observation), log: log.collect() }
}

fn talk_rows(t: &'static Text, observation: &Observation) -> Vec<Row> {
    let talk = &observation.talk;
    let points = |list| {
        let texts = talk.points(list).iter().map(|point| point.text.as_str());
        texts.collect::<Vec<_>>().join("\n")
    };
    let mut rows = vec![
        Row::new(t.talk.teacher_view, &*talk.teacher_view),
        Row::new(t.talk.observer_view, &*talk.observer_view),
        Row::new(t.talk.strengths, points(PointList::Strengths)),
        Row::new(t.talk.growth_points, points(PointList::GrowthPoints)),
    ];
    for agreement in &talk.agreements {
        let when = agreement.when.map(date);
        let who = (!agreement.who.is_empty()).then(|| agreement.who.clone());
        let note = [who, when].into_iter().flatten().collect::<Vec<_>>().join(", ");
        rows.push(Row { name: t.talk.agreement.to_owned(), value: agreement.what.clone(), note });
    }
    rows
}

fn rating_rows(t: &'static Text, visit: &Observation, rubric: &Rubric, domain: &RubricDomain) -> Vec<Row> {
    let row = |indicator: &crate::domain::Indicator| {
        let answer = match visit.answer(&indicator.id) {
            Some(Answer::Score(score)) => format!("{} ({})", score.get(), rubric.label(score, t.lang)),
            Some(Answer::NotObserved) => t.not_observed.to_owned(),
            None => t.check.not_scored_yet.to_owned(),
        };
        let seen = visit.rating(&indicator.id).map(|rating| {
            let looks = indicator.look_fors.iter().filter(|look| rating.look_fors.contains(&look.id));
            let looks = looks.map(|look| look.text.get(t.lang));
            let note = Some(rating.note.as_str()).filter(|note| !note.is_empty());
            looks.chain(note).collect::<Vec<_>>().join("\n")
        });
        Row {
            name: format!("{} {}", indicator.id, indicator.text.get(t.lang)),
            value: answer,
            note: seen.unwrap_or_default(),
        }
    };
    domain.indicators.iter().map(row).collect()
}

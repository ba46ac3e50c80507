//! The scores, with what they rest on: hidden until teacher and observer both want to see them.

use leptos::prelude::*;

use super::own_view::{Beside, Found};
use crate::browser;
use crate::domain::{Edit, IndicatorId, Observation, Rubric, TalkEdit, Topic};
use crate::i18n::Text;
use crate::ui::pages::check::rows::{Row, loose_rows, rating_rows};
use crate::ui::pages::check::summary::SummaryRows;
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// The button that both press, or the scores. Kept with the visit, so that a reload shows it as it was.
#[component]
pub fn Scores(
    app: AppState,
    t: &'static Text,
    session: Session,
    /// The teacher's own view of the lesson, once it is found.
    found: Found,
) -> impl IntoView {
    let g = t.guide();
    let beside =
        |title, tables| view! { <section class="talk-domain"><h4>{title}</h4>{tables}</section> }.into_any();
    let is_shown = Memo::new(move |_| session.read(&Topic::Talk, |visit| visit.talk.scores_shown.is_some()));
    let turn = move |_| {
        let at = (!is_shown.get_untracked()).then(browser::now);
        session.tap(Edit::Talk(TalkEdit::ShowScores(at)));
    };
    view! {
        <div id="scores" class="talk-part" role="group" aria-labelledby="scores-title">
            <h3 id="scores-title">{g.scores}</h3>
            {move || (!is_shown.get()).then(|| view! { <p class="hint">{g.scores_hidden}</p> })}
            <button type="button" class="btn" aria-expanded=move || if is_shown.get() { "true" } else { "false" }
                aria-controls="shown-scores" on:click=turn>
                {move || if is_shown.get() { g.hide_scores } else { g.show_scores }}
            </button>
            <div id="shown-scores" class="talk-scores">
                {move || is_shown.get().then(|| view! {
                    <Beside app t session found section=beside />
                    <ShownScores app t session />
                })}
            </div>
        </div>
    }
}

/// By domain what was scored or noted, then what stands with no indicator.
#[component]
fn ShownScores(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let rubric = session.rubric();
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    let sections = session.peek(|visit| sections(t, visit, &rubric));
    let is_empty = sections.is_empty();
    let sections = sections.into_iter().map(|(title, rows)| {
        view! {
            <section class="talk-domain">
                <h4>{title}</h4>
                <SummaryRows app t rows completed />
            </section>
        }
    });
    view! {
        {is_empty.then(|| view! { <p class="hint">{t.guide().no_scores}</p> })}
        {sections.collect_view()}
    }
}

/// What there is to see, with its headings. Of indicators with which nothing is kept only the names.
fn sections(t: &'static Text, visit: &Observation, rubric: &Rubric) -> Vec<(String, Vec<Row>)> {
    let domains = rubric.domains.iter().map(|domain| {
        let kept = visit.looked_at(domain).filter(|one| visit.keeps_something(&one.id));
        let mut rows = rating_rows(t, visit, rubric, kept);
        let blank: Vec<_> = visit.unanswered(domain).map(IndicatorId::as_str).collect();
        if !rows.is_empty() && !blank.is_empty() {
            rows.push(Row::new(t.check().not_scored_yet, blank.join(", ")));
        }
        (domain.title.get(t.lang).to_owned(), rows)
    });
    let outside = rating_rows(t, visit, rubric, visit.kept_outside(rubric));
    let others = [(t.choice().outside, outside), (t.check().loose_lines, loose_rows(t, visit, rubric))];
    let others = others.into_iter().map(|(title, rows)| (title.to_owned(), rows));
    domains.chain(others).filter(|(_, rows)| !rows.is_empty()).collect()
}

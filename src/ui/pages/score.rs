//! Scoren: the rubric. One tap scores, the same tap clears.

mod details;
mod evidence;
mod keys;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::domain::{Answer, Edit, Indicator, IndicatorId, RubricDomain, Score, Step, Topic};
use crate::i18n::Text;
use crate::ui::parts::{BottomBar, Segment, SegmentedChoice, Segments, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;
use details::IndicatorDetails;

/// The value of the radio for "niet gezien".
const NOT_OBSERVED: &str = "not_observed";

#[component]
pub fn ScorePage(t: &'static Text, session: Session) -> impl IntoView {
    let rubric = session.rubric();
    let segments = segments(t, session);
    let domains = rubric
        .domains
        .iter()
        .map(|domain| view! { <DomainSection t session domain=domain.clone() segments=segments.clone() /> })
        .collect_view();
    view! {
        <h1 id="page-title" tabindex="-1">{t.step(Step::Score)}</h1>
        <p class="lead">{t.score.lead}</p>
        <p class="hint keyboard-only">{t.score.keys}</p>
        {domains}
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn btn-primary" href=Route::Visit(session.id(), Step::Talk).href()>{t.score.next}</a>
        </BottomBar>
    }
}

fn segments(t: &'static Text, session: Session) -> Segments {
    let rubric = session.rubric();
    let scores = Score::all().map(|score| Segment {
        value: value(Answer::Score(score)),
        label: score.get().to_string(),
        detail: Some(rubric.label(score, t.lang)),
    });
    let not_observed = Segment { value: NOT_OBSERVED, label: t.not_observed.to_owned(), detail: None };
    Segments::new(scores.chain([not_observed]))
}

#[component]
fn DomainSection(
    t: &'static Text,
    session: Session,
    domain: RubricDomain,
    segments: Segments,
) -> impl IntoView {
    let title_id = format!("domain-{}", domain.id);
    let of = domain.indicators.len();
    let topics: Vec<_> =
        domain.indicators.iter().map(|one| (one.id.clone(), Topic::Rating(one.id.clone()))).collect();
    let answered = Memo::new(move |_| {
        topics.iter().filter(|(id, topic)| session.read(topic, |visit| visit.answer(id).is_some())).count()
    });
    let rows = domain
        .indicators
        .into_iter()
        .map(|indicator| view! { <IndicatorRow t session indicator segments=segments.clone() /> })
        .collect_view();
    view! {
        <section class="domain" data-domain=domain.id.to_string() aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{domain.title.get(t.lang).to_owned()}</h2>
            <p class="count domain-count">{move || (t.score.answered_of)(answered.get(), of)}</p>
            {rows}
        </section>
    }
}

#[component]
fn IndicatorRow(
    t: &'static Text,
    session: Session,
    indicator: Indicator,
    segments: Segments,
) -> impl IntoView {
    let id = indicator.id.clone();
    let topic = Topic::Rating(id.clone());
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| session.read(&topic, |visit| visit.answer(&id)).map(value))
    };
    let tapped_id = id.clone();
    let on_tap = Callback::new(move |tapped| tap(session, &tapped_id, tapped));
    let on_key = {
        let id = id.clone();
        Callback::new(move |ev: KeyboardEvent| keys::press(session, &id, &ev))
    };
    let sentence = indicator.text.get(t.lang).to_owned();
    view! {
        <fieldset id=format!("indicator-{id}") class="indicator" data-indicator=id.to_string()
            on:keydown=move |ev| on_key.run(ev)>
            <legend><span class="indicator-id">{id.to_string()}</span>" "{sentence}</legend>
            <SegmentedChoice name=id.to_string() segments chosen on_tap />
            <IndicatorDetails t session indicator />
        </fieldset>
    }
}

/// Sets the answer, or clears it if it is set already.
fn tap(session: Session, id: &IndicatorId, tapped: &'static str) {
    let answer = answer(tapped);
    let now = session.peek(|visit| visit.answer(id));
    let next = if now == answer { None } else { answer };
    session.tap(Edit::Answer(id.clone(), next));
}

fn value(answer: Answer) -> &'static str {
    match answer {
        Answer::NotObserved => NOT_OBSERVED,
        Answer::Score(score) => match score.get() {
            1 => "1",
            2 => "2",
            3 => "3",
            _ => "4",
        },
    }
}

fn answer(value: &str) -> Option<Answer> {
    if value == NOT_OBSERVED {
        return Some(Answer::NotObserved);
    }
    let number: u8 = value.parse().ok()?;
    Score::try_from(number).ok().map(Answer::Score)
}

//! Scoren: the rubric. One tap scores, the same tap clears.

mod details;
mod evidence;
mod keys;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
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
    let shows_all = RwSignal::new(leads_outside(session));
    view! {
        <h1 id="page-title" tabindex="-1">{t.step(Step::Score)}</h1>
        <p class="lead">{t.score().lead}</p>
        <p class="hint keyboard-only">{t.score().keys}</p>
        {session.peek(|visit| visit.visit.is_choice()).then(|| view! { <Chosen t session shows_all /> })}
        {move || view! { <RubricForm t session shows_all=shows_all.get() /> }}
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn btn-primary" href=Route::Visit(session.id(), Step::Talk).href()>{t.score().next}</a>
        </BottomBar>
    }
}

/// The indicators that the visit looks at, or all of them.
#[component]
pub fn RubricForm(t: &'static Text, session: Session, #[prop(optional)] shows_all: bool) -> impl IntoView {
    let rubric = session.rubric();
    let segments = segments(t, session);
    let domains = rubric.domains.iter().filter_map(|domain| {
        let mut domain = domain.clone();
        domain.indicators.retain(|one| shows_all || session.peek(|visit| visit.visit.looks_at(&one.id)));
        (!domain.indicators.is_empty())
            .then(|| view! { <DomainSection t session domain segments=segments.clone() /> })
    });
    view! {
        // Where a row has no room to say it.
        <p class="score-legend">{t.scale(&rubric)}</p>
        {domains.collect_view()}
    }
}

/// Whether one comes here by a link to an indicator that was not chosen.
fn leads_outside(session: Session) -> bool {
    let hash = browser::hash();
    let id = Route::place(&hash).and_then(|place| place.strip_prefix("indicator-")?.parse().ok());
    id.is_some_and(|id| !session.peek(|visit| visit.visit.looks_at(&id)))
}

/// What a visit with a choice looks at, what is kept with the others, and a way to see them.
#[component]
fn Chosen(t: &'static Text, session: Session, shows_all: RwSignal<bool>) -> impl IntoView {
    let rubric = session.rubric();
    let (chosen, of) = (session.peek(|visit| visit.progress(&rubric).of), rubric.indicators().count());
    let outside = session.peek(|visit| visit.kept_outside(&rubric).count());
    view! {
        <section class="notice" data-kind="info">
            <p>{(t.choice().looks_at)(chosen, of)}</p>
            {(outside > 0).then(|| view! { <p>{(t.choice().kept_outside)(outside)}</p> })}
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| shows_all.update(|all| *all = !*all)>
                    {move || if shows_all.get() { t.choice().show_chosen } else { t.choice().show_all }}
                </button>
            </div>
        </section>
    }
}

fn segments(t: &'static Text, session: Session) -> Segments {
    let rubric = session.rubric();
    let scores = rubric.scores().map(|score| Segment {
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
    // Its labels have no room beside the sentence.
    let scale = (session.rubric().scale.len() > 5).then_some("long");
    let is_choice = session.peek(|visit| visit.visit.is_choice());
    let counted = domain.indicators.iter().map(|one| one.id.clone());
    let counted = counted.filter(|id| session.peek(|visit| visit.visit.looks_at(id)));
    let topics: Vec<_> = counted.map(|id| (id.clone(), Topic::Rating(id))).collect();
    let of = topics.len();
    let answered_of = if is_choice { t.choice().answered_of } else { t.score().answered_of };
    let answered = Memo::new(move |_| {
        topics.iter().filter(|(id, topic)| session.read(topic, |visit| visit.answer(id).is_some())).count()
    });
    let rows = domain
        .indicators
        .into_iter()
        .map(|indicator| view! { <IndicatorRow t session indicator segments=segments.clone() /> })
        .collect_view();
    view! {
        <section class="domain" data-domain=domain.id.to_string() data-scale=scale aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{domain.title.get(t.lang).to_owned()}</h2>
            <p class="count domain-count">{move || answered_of(answered.get(), of)}</p>
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
    let is_outside = !session.peek(|visit| visit.visit.looks_at(&id));
    let sentence = indicator.text.get(t.lang).to_owned();
    view! {
        <fieldset id=format!("indicator-{id}") class="indicator" data-indicator=id.to_string()
            on:keydown=move |ev| on_key.run(ev)>
            <legend>
                <span class="indicator-id">{id.to_string()}</span>
                " "
                {sentence}
                {is_outside.then(|| view! { " " <span class="count">{t.choice().not_chosen}</span> })}
            </legend>
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
            4 => "4",
            5 => "5",
            6 => "6",
            _ => "7",
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

//! The lines of the log that can be evidence for an indicator.

use leptos::prelude::*;

use crate::domain::{DomainId, Edit, IndicatorId, LineId, Observation, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

/// First the lines that are linked, or tagged with this indicator or its domain; the others are folded away below:
/// who tags nothing during the lesson must find them too.
#[component]
pub fn EvidenceList(t: &'static Text, session: Session, indicator: IndicatorId) -> impl IntoView {
    let domain = session.rubric().domain_of(&indicator).map(|domain| domain.id.clone());
    let sorted = {
        let indicator = indicator.clone();
        Memo::new(move |_| session.read(&Topic::Log, |visit| sort(visit, &indicator, domain.as_ref())))
    };
    let fitting = Memo::new(move |_| sorted.with(|(fitting, _)| fitting.clone()));
    let others = Memo::new(move |_| sorted.with(|(_, others)| others.clone()));
    let other_indicator = indicator.clone();
    let label = t.score().evidence;
    view! {
        <div class="evidence" role="group" aria-label=label>
            <h3>{label}</h3>
            {move || fitting.with(Vec::is_empty).then(|| view! { <p class="hint">{t.score().no_evidence}</p> })}
            <For each=move || fitting.get() key=|id| *id let:id>
                <EvidenceCheck t session indicator=indicator.clone() line=id />
            </For>
            {move || (!others.with(Vec::is_empty)).then(|| view! {
                <OtherLines t session indicator=other_indicator.clone() others />
            })}
        </div>
    }
}

/// The lines that fit an indicator of `domain`, and the others.
fn sort(
    visit: &Observation,
    indicator: &IndicatorId,
    domain: Option<&DomainId>,
) -> (Vec<LineId>, Vec<LineId>) {
    let linked = visit.rating(indicator).map(|rating| &rating.evidence);
    let (fitting, others): (Vec<_>, Vec<_>) = visit.log.iter().partition(|line| {
        linked.is_some_and(|linked| linked.contains(&line.id))
            || line.indicator.as_ref() == Some(indicator)
            || (line.indicator.is_none() && domain.is_some() && line.domain.as_ref() == domain)
    });
    let ids = |lines: Vec<&crate::domain::LogLine>| lines.into_iter().map(|line| line.id).collect();
    (ids(fitting), ids(others))
}

/// Made at the first opening: there may be many.
#[component]
fn OtherLines(
    t: &'static Text,
    session: Session,
    indicator: IndicatorId,
    others: Memo<Vec<LineId>>,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let list = move || {
        let indicator = indicator.clone();
        view! {
            <div class="evidence">
                <For each=move || others.get() key=|id| *id let:id>
                    <EvidenceCheck t session indicator=indicator.clone() line=id />
                </For>
            </div>
        }
    };
    view! {
        <details class="evidence-others" on:toggle=move |_| opened.set(true)>
            <summary>
                <span>{t.score().other_lines}</span>
                <span class="count">{move || (t.score().lines)(others.with(Vec::len))}</span>
            </summary>
            {move || opened.get().then(&list)}
        </details>
    }
}

#[component]
fn EvidenceCheck(t: &'static Text, session: Session, indicator: IndicatorId, line: LineId) -> impl IntoView {
    let Some(text) = session.peek(|visit| visit.line(line).map(|line| t.log_line(line))) else {
        return ().into_any();
    };
    let topic = Topic::Rating(indicator.clone());
    let linked = {
        let indicator = indicator.clone();
        Memo::new(move |_| {
            session.read(&topic, |visit| {
                visit.rating(&indicator).is_some_and(|rating| rating.evidence.contains(&line))
            })
        })
    };
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || linked.get()
                on:change=move |ev| {
                    session.tap(Edit::Evidence(indicator.clone(), line, event_target_checked(&ev)));
                } />
            <span>{text}</span>
        </label>
    }
    .into_any()
}

//! The choice of indicators: nothing chosen is all. Offered first to a walkthrough, which has no time for all.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::{Edit, Indicator, IndicatorId, Observation, RubricDomain, Topic, VisitEdit, VisitKind};
use crate::i18n::Text;
use crate::ui::session::Session;

/// Folded away, with how many were chosen; a walkthrough unfolds it.
#[component]
pub fn ChoiceField(t: &'static Text, session: Session) -> impl IntoView {
    let all: Vec<_> = session.rubric().indicators().map(|indicator| indicator.id.clone()).collect();
    let chosen = Memo::new(move |_| session.read(&Topic::Visit, |visit| visit.visit.chosen.clone()));
    let is_offered = Memo::new(move |_| {
        session.read(&Topic::Visit, |visit: &Observation| visit.visit.kind == VisitKind::Walkthrough)
    });
    // Made at the first opening, so that the screen starts fast.
    let opened = RwSignal::new(false);
    let says = move || {
        chosen.track();
        session.peek(|Observation { visit, .. }| match visit.is_choice() {
            false => (t.choice().all)(all.len()),
            true => (t.choice().some)(visit.counted(all.iter()).count(), all.len()),
        })
    };
    view! {
        <details id="choice" class="card choice" prop:open=move || is_offered.get() on:toggle=move |_| opened.set(true)>
            <summary>
                <span>{t.choice().title}</span>
                <span class="count">{says}</span>
            </summary>
            {move || opened.get().then(|| view! { <Choices t session chosen /> })}
        </details>
    }
}

#[component]
fn Choices(t: &'static Text, session: Session, chosen: Memo<BTreeSet<IndicatorId>>) -> impl IntoView {
    let rubric = session.rubric();
    let change = move |change: &dyn Fn(&mut BTreeSet<IndicatorId>)| {
        let mut next = chosen.get_untracked();
        change(&mut next);
        session.tap(Edit::Visit(VisitEdit::Chosen(next)));
    };
    let check = |indicator: &Indicator| {
        let (id, tapped) = (indicator.id.clone(), indicator.id.clone());
        let is_chosen = Memo::new(move |_| chosen.with(|chosen| chosen.contains(&id)));
        view! {
            <label class="check">
                <input type="checkbox" value=tapped.to_string() prop:checked=move || is_chosen.get()
                    on:change=move |ev| {
                        let on = event_target_checked(&ev);
                        change(&|chosen| if on { chosen.insert(tapped.clone()); } else { chosen.remove(&tapped); });
                    } />
                <span>{format!("{} {}", indicator.id, indicator.text.get(t.lang))}</span>
            </label>
        }
        .into_any()
    };
    let section = |domain: &RubricDomain| {
        let title = domain.title.get(t.lang).to_owned();
        let all: BTreeSet<_> = domain.indicators.iter().map(|indicator| indicator.id.clone()).collect();
        // All of it, or none if it is all chosen already.
        let whole = move |_| {
            let take = !all.is_subset(&chosen.get_untracked());
            change(&|chosen| {
                if take { chosen.extend(all.clone()) } else { chosen.retain(|id| !all.contains(id)) }
            });
        };
        view! {
            <fieldset data-domain=domain.id.to_string()>
                <legend>{title.clone()}</legend>
                <button type="button" class="btn btn-quiet" aria-label=format!("{}: {title}", t.choice().whole_domain)
                    on:click=whole>{t.choice().whole_domain}</button>
                {domain.indicators.iter().map(check).collect_view()}
            </fieldset>
        }
        .into_any()
    };
    view! {
        <p class="hint">{t.choice().hint}</p>
        <button type="button" class="btn" aria-disabled=move || chosen.with(BTreeSet::is_empty).then_some("true")
            on:click=move |_| change(&BTreeSet::clear)>{t.choice().clear}</button>
        {rubric.domains.iter().map(section).collect_view()}
    }
}

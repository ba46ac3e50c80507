//! Naast elkaar: two visits to one lesson, of two observers or of an observer and the teacher herself. What they saw differently
//! comes first: it is what they have to talk about.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::not_found::NotFoundPage;
use crate::domain::{Answer, Indicator, IndicatorId, Observation, ObservationId, Rubric, Step, VisitKind};
use crate::i18n::Text;
use crate::insight::{Comparison, RaterAgreement, SideBySide, percent};
use crate::store::Summary;
use crate::ui::parts::BottomBar;
use crate::ui::route::Route;
use crate::ui::state::AppState;

#[component]
pub fn ComparePage(app: AppState, t: &'static Text, id: ObservationId) -> impl IntoView {
    // A visit that was deleted may come back while this stands.
    let follow = app.who_comes_and_goes();
    let chosen = RwSignal::new(None);
    move || {
        follow();
        view! { <Comparing app t id chosen /> }
    }
}

#[component]
fn Comparing(
    app: AppState,
    t: &'static Text,
    id: ObservationId,
    chosen: RwSignal<Option<ObservationId>>,
) -> impl IntoView {
    let load = |id| app.shelf().load(id).ok().flatten().map(|visit| app.with_names(&visit));
    let Some(first) = load(id) else {
        return view! { <NotFoundPage t /> }.into_any();
    };
    let rubric = app.rubric_of(&first.rubric);
    // Only a score of the same rubric means the same, in whatever version.
    let is_scored_alike = |other: &Observation| other.rubric.id == first.rubric.id;
    let others = others_in_lesson(app, &first).into_iter().filter_map(load);
    let (hidden, mut others): (Vec<_>, Vec<_>) =
        others.filter(is_scored_alike).partition(|other| first.waits_to_be_shown_with(other));
    let is_hidden = !hidden.is_empty();
    // The one that says most comes first.
    others.sort_by_key(|other| Reverse(Comparison::of(&rubric, &first, other).agreement.of));
    let title = t.visit_name(&first.visit);
    let content = if others.is_empty() && is_hidden {
        ().into_any()
    } else if others.is_empty() {
        view! {
            <p>{t.compare().none}</p>
            <p class="hint">{t.compare().none_hint}</p>
            <div class="actions"><a class="btn" href=Route::Data.href()>{t.data().title}</a></div>
        }
        .into_any()
    } else {
        let ids: Vec<_> = others.iter().map(|other| other.id).collect();
        // The one that was chosen may have been deleted.
        let place =
            Memo::new(move |_| ids.iter().position(|id| Some(*id) == chosen.get()).unwrap_or_default());
        let choice =
            (others.len() > 1).then(|| view! { <OtherVisits t others=others.clone() place chosen /> });
        let visits = StoredValue::new_local((rubric, first, others));
        let sides = move || {
            visits.with_value(|(rubric, first, others)| {
                let second = others.get(place.get())?;
                Some(view! { <Sides t rubric first second /> })
            })
        };
        view! { {choice} {sides} }.into_any()
    };
    view! {
        <h1 id="page-title" tabindex="-1">{t.compare().title}</h1>
        <p class="lead">{title}</p>
        {is_hidden.then(|| view! { <p class="notice">{t.compare().hidden}</p> })}
        {content}
        <BottomBar><a class="btn btn-primary" href=Route::Visit(id, Step::Check).href()>{t.compare().back}</a></BottomBar>
    }
    .into_any()
}

/// The other visits on this device that can be of the same lesson. Looks through all visits, when the screen opens and when one came or went.
fn others_in_lesson(app: AppState, first: &Observation) -> Vec<ObservationId> {
    let is_same = |id| matches!(app.summary(id), Ok(Some(other)) if is_beside(first, &other));
    let mut ids = app.shelf().visit_ids().unwrap_or_default();
    ids.retain(|id| *id != first.id && is_same(*id));
    ids
}

/// Whether both can be of one lesson, or are.
fn is_beside(first: &Observation, other: &Summary) -> bool {
    first.visit.is_same_lesson(&other.visit)
        || first.visit.is_own_view_of(other.id, &other.visit)
        || other.visit.is_own_view_of(first.id, &first.visit)
}

/// Which one to compare with, where there are more.
#[component]
fn OtherVisits(
    t: &'static Text,
    others: Vec<Observation>,
    place: Memo<usize>,
    chosen: RwSignal<Option<ObservationId>>,
) -> impl IntoView {
    let button = |(own, other): (usize, Observation)| {
        view! {
            <button type="button" class="btn" aria-pressed=move || (place.get() == own).to_string()
                on:click=move |_| chosen.set(Some(other.id))>
                {format!("{}, {}", side_name(t, &other, own + 2), t.clock(other.created_at.time()))}
            </button>
        }
    };
    let buttons = others.into_iter().enumerate().map(button).collect_view();
    view! {
        <div class="actions" role="group" aria-label=t.compare().choose>{buttons}</div>
    }
}

/// Who filled in a visit: the teacher herself, the observer by name, or a number.
fn side_name(t: &'static Text, visit: &Observation, number: usize) -> String {
    let observer = visit.visit.observer.name.trim();
    match visit.visit.kind {
        VisitKind::SelfAssessment => t.compare().teacher.to_owned(),
        _ if observer.is_empty() => (t.compare().visit)(number),
        _ => observer.to_owned(),
    }
}

#[component]
fn Sides<'a>(
    t: &'static Text,
    rubric: &'a Rubric,
    first: &'a Observation,
    second: &'a Observation,
) -> impl IntoView + use<> {
    let comparison = Comparison::of(rubric, first, second);
    let agreement = comparison.agreement;
    view! {
        <SideTables t rubric first second comparison />
        <Figures t agreement />
    }
}

/// What both answered, what differs first.
#[component]
pub(super) fn SideTables<'a>(
    t: &'static Text,
    rubric: &'a Rubric,
    first: &'a Observation,
    second: &'a Observation,
    comparison: Comparison,
) -> impl IntoView + use<> {
    let Comparison { differences, alike, one_sided, .. } = comparison;
    let sides = [first, second];
    let is_other_rubric = first.rubric != second.rubric;
    let none_differ = differences.is_empty() && !alike.is_empty();
    let table = |title: String, rows: Vec<SideBySide>| {
        (!rows.is_empty()).then(|| view! { <SideTable t rubric sides title rows /> })
    };
    view! {
        {is_other_rubric.then(|| view! { <p class="notice" data-kind="warn">{t.compare().other_rubric}</p> })}
        {none_differ.then(|| view! { <p>{t.compare().no_differences}</p> })}
        {table((t.compare().differences)(differences.len()), differences)}
        {table((t.compare().alike)(alike.len()), alike)}
        {(!one_sided.is_empty()).then(|| {
            let ids: Vec<_> = one_sided.iter().map(IndicatorId::as_str).collect();
            view! { <p class="hint">{(t.compare().one_sided)(&ids.join(", "))}</p> }
        })}
    }
}

/// Indicators with the answers of both, each with the words that go with it.
#[component]
fn SideTable<'a>(
    t: &'static Text,
    rubric: &'a Rubric,
    sides: [&'a Observation; 2],
    title: String,
    rows: Vec<SideBySide>,
) -> impl IntoView + use<> {
    let text = |row: &SideBySide| {
        let text = |indicator: &Indicator| indicator.text.get(t.lang).to_owned();
        rubric.indicator(&row.indicator).map(text).unwrap_or_default()
    };
    let cell = |side: &Observation, indicator: &IndicatorId, answer: Answer| {
        let note = side.rating(indicator).map(|rating| rating.note.trim()).filter(|note| !note.is_empty());
        let note = note.map(|note| view! { <p class="summary-note">{note.to_owned()}</p> });
        view! { <td><span>{t.answer(rubric, answer)}</span>{note}</td> }
    };
    let [first, second] = sides;
    let row = |row: &SideBySide| {
        view! {
            <tr data-indicator=row.indicator.to_string() data-gap=row.gap().map(|gap| gap.to_string())>
                <th scope="row"><b>{row.indicator.to_string()}</b>" "{text(row)}</th>
                {cell(first, &row.indicator, row.first)}
                {cell(second, &row.indicator, row.second)}
            </tr>
        }
    };
    let rows = rows.iter().map(row).collect_view();
    let names = [side_name(t, first, 1), side_name(t, second, 2)];
    let head = names.map(|name| view! { <th scope="col">{name}</th> });
    view! {
        <table class="side-table">
            <caption>{title}</caption>
            <thead><tr><th scope="col">{t.form().indicator}</th>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// How far the two agree, with the number of indicators that each figure rests on.
#[component]
fn Figures(t: &'static Text, agreement: RaterAgreement) -> impl IntoView {
    let RaterAgreement { of, exact, within_one, kappa, is_skewed } = agreement;
    let share = |part: usize| (t.compare().share)(part, of, percent(part, of));
    let kappa = kappa.map_or_else(|| t.compare().no_kappa.to_owned(), |kappa| t.hundredths(kappa));
    let figures = (of > 0).then(|| {
        let figures = [
            (t.compare().exact, share(exact)),
            (t.compare().within_one, share(within_one)),
            (t.compare().kappa, kappa),
        ];
        let figures = figures.map(|(name, value)| {
            view! { <div class="summary-row"><dt>{name}</dt><dd>{value}</dd></div> }
        });
        view! {
            <dl class="summary">{figures}</dl>
            {is_skewed.then(|| view! { <p class="notice" data-kind="info">{t.compare().skewed}</p> })}
            <p class="hint">{t.compare().kappa_hint}</p>
        }
    });
    view! {
        <section class="summary-section">
            <h2>{t.compare().agreement}</h2>
            <p>{(t.compare().both_scored)(of)}</p>
            {figures}
        </section>
    }
}

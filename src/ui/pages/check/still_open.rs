//! What is still open: a list to look at before completing, with a link to each place. It blocks nothing.

use leptos::prelude::*;

use super::place::{Place, PlaceLink};
use crate::browser;
use crate::domain::{IndicatorId, OpenPoint, Step};
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn StillOpen(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let today = browser::now().date_naive();
    let rubric = session.rubric();
    let points = session.peek(|visit| app.with_names(visit).open_points(&rubric, today));
    if points.is_empty() {
        return view! { <p class="hint">{t.open().nothing}</p> }.into_any();
    }
    let items = points
        .into_iter()
        .map(|point| {
            let text = t.open_point(&point, &rubric);
            // Two points may be about one field.
            let kind = if point == OpenPoint::OtherDay { "open-other" } else { "open" };
            match place(point) {
                Ok(to) => view! { <li><PlaceLink app kind to text /></li> }.into_any(),
                Err(ids) => view! { <Indicators app t session text ids /> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <section class="notice" data-kind="info" aria-labelledby="open-title">
            <h2 id="open-title">{t.open().title}</h2>
            <p>{t.open().lead}</p>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}

/// Where a point is filled in; of indicators each has a place of its own.
fn place(point: OpenPoint) -> Result<Place, Vec<IndicatorId>> {
    Ok(match point {
        OpenPoint::NoTeacher => Place::new(Step::Prepare, "teacher"),
        OpenPoint::NoObserver => Place::new(Step::Prepare, "observer"),
        OpenPoint::DayToCome | OpenPoint::OtherDay => Place::new(Step::Prepare, "date"),
        OpenPoint::EndBeforeStart | OpenPoint::NotEnded => Place::new(Step::Watch, "timer"),
        OpenPoint::NotScored(_, ids) | OpenPoint::NoProof(ids) => return Err(ids),
        OpenPoint::EmptyPoint(_, id, _) => Place::new(Step::Talk, format!("point-{id}")),
        OpenPoint::NoAgreement => Place::new(Step::Talk, "agreements"),
        OpenPoint::AgreementWithoutWhat(id, _) => Place::new(Step::Talk, format!("what-{id}")),
        OpenPoint::AgreementWithoutWho(id, _) => Place::new(Step::Talk, format!("who-{id}")),
    })
}

/// Indicators by their letters and numbers: 25 whole sentences would hide the rest.
#[component]
fn Indicators(
    app: AppState,
    t: &'static Text,
    session: Session,
    text: String,
    ids: Vec<IndicatorId>,
) -> impl IntoView {
    let rubric = session.rubric();
    let links = ids
        .into_iter()
        .map(|id| {
            let sentence = rubric.indicator(&id).map(|indicator| indicator.text.get(t.lang));
            let name = sentence.map(|sentence| format!("{id} {sentence}"));
            let to = Place::new(Step::Score, format!("indicator-{id}"));
            view! { <li><PlaceLink app kind="open" to name text=id.to_string() /></li> }
        })
        .collect_view();
    view! {
        <li>
            <span>{text}</span>
            <ul class="open-ids">{links}</ul>
        </li>
    }
}

//! What is still open: a list to look at before completing, with a link to each place. It blocks nothing.

use leptos::prelude::*;

use super::place::{Place, PlaceLink};
use crate::browser;
use crate::domain::{DomainId, IndicatorId, OpenPoint, Step};
use crate::i18n::Text;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn StillOpen(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let today = browser::now().date_naive();
    let points = session.peek(|visit| app.with_names(visit).open_points(&session.rubric(), today));
    if points.is_empty() {
        return view! { <p class="hint">{t.open.nothing}</p> }.into_any();
    }
    let items = points
        .into_iter()
        .map(|point| match place(&point) {
            Ok(to) => {
                let text = t.open_point(&point);
                // Two points may be about one field.
                let kind = if point == OpenPoint::OtherDay { "open-other" } else { "open" };
                view! { <li><PlaceLink app kind to text /></li> }.into_any()
            }
            Err((domain, blank)) => view! { <NotScored app t session domain blank /> }.into_any(),
        })
        .collect_view();
    view! {
        <section class="notice" data-kind="info" aria-labelledby="open-title">
            <h2 id="open-title">{t.open.title}</h2>
            <p>{t.open.lead}</p>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}

/// Where a point is filled in; of indicators each has a place of its own.
fn place(point: &OpenPoint) -> Result<Place, (DomainId, Vec<IndicatorId>)> {
    Ok(match point {
        OpenPoint::NoTeacher => Place::new(Step::Prepare, "teacher"),
        OpenPoint::NoObserver => Place::new(Step::Prepare, "observer"),
        OpenPoint::DayToCome | OpenPoint::OtherDay => Place::new(Step::Prepare, "date"),
        OpenPoint::EndBeforeStart => Place::new(Step::Watch, "timer"),
        OpenPoint::NotScored(domain, blank) => return Err((domain.clone(), blank.clone())),
        OpenPoint::EmptyPoint(_, id, _) => Place::new(Step::Talk, format!("point-{id}")),
        OpenPoint::NoAgreement => Place::new(Step::Talk, "agreements"),
        OpenPoint::AgreementWithoutWhat(id, _) => Place::new(Step::Talk, format!("what-{id}")),
        OpenPoint::AgreementWithoutWho(id, _) => Place::new(Step::Talk, format!("who-{id}")),
    })
}

/// The indicators of one domain without an answer, by their letters and numbers: 25 whole sentences would hide the rest.
#[component]
fn NotScored(
    app: AppState,
    t: &'static Text,
    session: Session,
    domain: DomainId,
    blank: Vec<IndicatorId>,
) -> impl IntoView {
    let rubric = session.rubric();
    let links = blank
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
            <span>{(t.open.not_scored)(&rubric.domain_title(&domain, t.lang))}</span>
            <ul class="open-ids">{links}</ul>
        </li>
    }
}

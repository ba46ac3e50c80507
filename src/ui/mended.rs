//! Says what was mended, and what was put aside. Nothing is asked: nothing is in doubt.

use leptos::prelude::*;

use super::route::Route;
use super::state::AppState;
use crate::browser;
use crate::domain::Step;
use crate::i18n::{Text, date};
use crate::store::{Mended, MendedHow};

/// Says that the app stopped and opened itself again, until the user closes it.
#[component]
pub fn OpenedAgainNotice(app: AppState) -> impl IntoView {
    let is_said = RwSignal::new(false);
    // A moment later than the place in which it stands, so that it is read out.
    if browser::opened_itself_again() {
        request_animation_frame(move || is_said.set(true));
    }
    move || {
        is_said.get().then(|| {
            let t = app.text();
            view! {
                <section class="notice" data-kind="info">
                    <h2>{t.mended.opened_again}</h2>
                    <p>{t.mended.opened_again_lead}</p>
                    <div class="actions">
                        <button type="button" class="btn" on:click=move |_| is_said.set(false)>{t.mended.close}</button>
                    </div>
                </section>
            }
        })
    }
}

/// What was mended of visits, people, plans and rubrics, and what was put aside of what is on screen, until the user closes it.
#[component]
pub fn MendedNotice(app: AppState) -> impl IntoView {
    let close = move |_| {
        app.mended.set(Vec::new());
        app.people_mended.set(false);
        app.plans_mended.set(false);
        app.rubrics_mended.set(false);
        app.put_aside.set(false);
    };
    move || {
        let mended = app.mended.get();
        let t = app.text();
        let others = [
            (app.people_mended, t.mended.people),
            (app.plans_mended, t.mended.plans),
            (app.rubrics_mended, t.mended.rubrics),
            (app.put_aside, t.mended.put_aside),
        ];
        let others: Vec<_> =
            others.into_iter().filter(|(is_so, _)| is_so.get()).map(|(_, text)| text).collect();
        (!mended.is_empty() || !others.is_empty()).then(|| {
            // Nothing was brought back then.
            let is_deletion = others.is_empty() && mended.iter().all(|one| one.how == MendedHow::Deleted);
            let is_aside = mended.is_empty() && others.len() == 1 && app.put_aside.get();
            let title = match (is_deletion, is_aside) {
                (true, _) => t.home.deleted,
                (_, true) => t.mended.aside_title,
                _ => t.mended.title,
            };
            let rows = mended.into_iter().map(|mended| view! { <MendedRow app t mended /> }).collect_view();
            view! {
                <section class="notice" data-kind="info">
                    <h2>{title}</h2>
                    <ul>
                        {rows}
                        {others.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}
                    </ul>
                    <div class="actions">
                        <button type="button" class="btn" on:click=close>{t.mended.close}</button>
                    </div>
                </section>
            }
        })
    }
}

#[component]
fn MendedRow(app: AppState, t: &'static Text, mended: Mended) -> impl IntoView {
    let Mended { id, how } = mended;
    let what = match how {
        MendedHow::BroughtBack { changes } => (t.mended.brought_back)(changes),
        MendedHow::Repaired => t.mended.repaired.to_owned(),
        MendedHow::DeletedAgain => t.mended.deleted_again.to_owned(),
        MendedHow::Deleted => t.mended.deleted.to_owned(),
        MendedHow::GaveWay => t.mended.gave_way.to_owned(),
        MendedHow::FoundNewer => t.mended.found_newer.to_owned(),
        MendedHow::Overtook => t.mended.overtook.to_owned(),
    };
    let visit = app.summary(id).ok().flatten();
    view! {
        <li>
            {visit.map(|visit| {
                let name = t.visit_name(&visit.visit);
                let last = (t.mended.last_change)(&date(visit.updated_at.date_naive()), &t.clock(visit.updated_at.time()));
                view! { <a href=Route::Visit(id, Step::Check).href()>{name}</a>" "{last}" " }
            })}
            {what}
        </li>
    }
}

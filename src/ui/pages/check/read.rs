//! A step of a visit that is closed, or that another tab writes: all that was kept in it, to read.

use leptos::prelude::*;

use super::summary::StepSummary;
use super::{ReopenButton, how_far};
use crate::domain::{Observation, Step, Topic};
use crate::i18n::Text;
use crate::ui::parts::BottomBar;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn ReadPage(app: AppState, t: &'static Text, session: Session, step: Step) -> impl IntoView {
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    // A tab that only reads reopens nothing.
    let is_closed = completed.get_untracked() && app.is_writer.get_untracked();
    view! {
        <h1 id="page-title" tabindex="-1">{t.step(step)}</h1>
        {is_closed.then(|| view! {
            <section class="notice" data-kind="info"><p>{t.check().closed}</p></section>
        })}
        {(step == Step::Score).then(|| view! { <p class="lead">{how_far(t, session)}</p> })}
        <StepSummary app t session completed step />
        {is_closed.then(|| view! { <BottomBar><ReopenButton t session /></BottomBar> })}
    }
}

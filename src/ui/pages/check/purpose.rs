//! What the file with this visit is for. Only a visit of the school leader may serve an appraisal; of any other there is nothing
//! to choose.

use leptos::prelude::*;

use crate::exchange::Purpose;
use crate::i18n::{Text, record_text};
use crate::ui::session::Session;

#[component]
pub fn PurposeChoice(t: &'static Text, session: Session, purpose: RwSignal<Purpose>) -> impl IntoView {
    if !session.peek(|visit| visit.visit.kind.may_be_appraised()) {
        return None;
    }
    let w = record_text(t.lang);
    let pick = move |ev| {
        let is_appraisal = event_target_value(&ev) == "appraisal";
        purpose.set(if is_appraisal { Purpose::Appraisal } else { Purpose::Coaching });
    };
    Some(view! {
        <div class="field">
            <label for="export-purpose">{w.purpose}</label>
            <select id="export-purpose" on:change=pick>
                <option value="coaching">{w.coaching}</option>
                <option value="appraisal">{w.appraisal}</option>
            </select>
        </div>
    })
}

//! Visits of colleagues and those of the leader leave apart from each other.

use leptos::prelude::*;

use crate::domain::VisitKind;
use crate::exchange::Purpose;
use crate::i18n::{Text, rights_text};
use crate::ui::parts::ExportPanel;
use crate::ui::state::AppState;

/// The kinds of visit that leave together.
const PEERS: &[VisitKind] = &[VisitKind::Peer];
const LEADERS: &[VisitKind] = &[VisitKind::Leader, VisitKind::Walkthrough];
const COACHES: &[VisitKind] = &[VisitKind::Coach];

#[component]
pub fn WallsCard(app: AppState, t: &'static Text) -> impl IntoView {
    let w = &rights_text(t.lang).walls;
    let kinds = RwSignal::new(PEERS);
    let pick = move |ev| {
        kinds.set(match &*event_target_value(&ev) {
            "leaders" => LEADERS,
            "coaches" => COACHES,
            _ => PEERS,
        });
    };
    let chosen = Callback::new(move |()| {
        let ids = app.shelf().visit_ids().unwrap_or_default();
        let is_chosen = |id: &_| {
            // One that cannot be read is chosen: the export says how many are not in it.
            app.shelf().summary(*id).map_or(true, |found| {
                found.is_some_and(|one| kinds.get_untracked().contains(&one.visit.kind))
            })
        };
        ids.into_iter().filter(is_chosen).collect()
    });
    view! {
        <section class="card" aria-labelledby="walls-title">
            <h2 id="walls-title">{w.title}</h2>
            <p>{w.lead}</p>
            <div class="field">
                <label for="walls-which">{w.which}</label>
                <select id="walls-which" on:change=pick>
                    <option value="peers">{w.peers}</option>
                    <option value="leaders">{w.leaders}</option>
                    <option value="coaches">{w.coaches}</option>
                </select>
            </div>
            <ExportPanel app t purpose=Purpose::Coaching chosen id="walls-export" />
        </section>
    }
}

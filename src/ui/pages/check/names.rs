//! Names of colleagues in notes, pointed out softly and once: when the visit is looked over, not while somebody writes. There is
//! no list of pupils to compare with, nor should there be.

use leptos::prelude::*;

use crate::domain::{NameWords, Observation};
use crate::i18n::{Text, record_text};
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// That a teacher may read the notes, and who of the team is named in them beside the two of the visit.
#[component]
pub fn NamesInNotes(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    let w = record_text(t.lang);
    let found = session.peek(|visit| named_in(app, visit));
    view! {
        <p class="hint no-print">{w.notes_seen}</p>
        {(!found.is_empty()).then(|| view! {
            <p class="notice no-print" data-kind="warn" id="names-in-notes">{(w.names)(&found.join(", "))}</p>
        })}
    }
}

/// Who of the team is named in what was written in a visit.
fn named_in(app: AppState, visit: &Observation) -> Vec<String> {
    let lines = visit.log.iter().flat_map(|line| [&line.text, &line.meaning]);
    let ratings = visit.ratings.values().map(|rating| &rating.note);
    let talk = &visit.talk;
    let points = talk.strengths.iter().chain(&talk.growth_points).map(|point| &point.text);
    // Who does something is meant to be named: `who` of an agreement is left out.
    let agreements = talk.agreements.iter().map(|agreement| &agreement.what);
    let told = [&visit.visit.focus, &talk.teacher_view, &talk.observer_view, &talk.answer];
    let around = [&talk.around.preparing, &talk.around.evaluating];
    let notes = lines.chain(ratings).chain(points).chain(agreements).chain(told).chain(around);
    let notes = notes.map(String::as_str).collect::<Vec<_>>().join("\n");
    let own = [visit.visit.teacher.id, visit.visit.observer.id];
    let others = app.shelf().names().into_iter().filter(|(id, _)| !own.contains(&Some(*id)));
    others.map(|(_, name)| name).filter(|name| NameWords::of(name).are_in(&notes)).collect()
}

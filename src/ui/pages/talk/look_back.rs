//! Looking back: the open agreements of the last visit to the same teacher are taken up in this one.

use leptos::task::spawn_local;

use crate::domain::{Confirmed, Edit, FollowUpEdit, Observation, ObservationId, TalkEdit};
use crate::store::Summary;
use crate::ui::chunks::{self, Chunk};
use crate::ui::search::visits_where;
use crate::ui::state::AppState;

/// Looks once for the last visit to the teacher of this visit, while the screen goes on. `is_renamed`: the name was
/// changed, so that what was taken up before may be another teacher's.
pub fn look_back(app: AppState, id: ObservationId, is_renamed: bool) {
    spawn_local(async move {
        look(app, id, is_renamed).await;
    });
}

async fn look(app: AppState, id: ObservationId, is_renamed: bool) -> Option<()> {
    let before = app.session_of(id)?.peek(Clone::clone);
    let is_nobody = before.visit.teacher.is_nobody() && before.talk.follows.is_none();
    // What was confirmed stays as it is, unless it may be another teacher's.
    if is_nobody || (!is_renamed && before.talk.confirmed != Confirmed::default()) {
        return None;
    }
    let last = last_visit(app, &app.with_names(&before)).await;
    let follows = before.talk.follows;
    if last.is_some() && last == follows {
        return None;
    }
    let found = match last {
        Some(last) => read(app, last).await?.open_agreements(),
        None => Vec::new(),
    };
    // The user may have gone elsewhere meanwhile, or have written another name.
    let session = app.session_of(id)?;
    let is_same =
        |visit: &Observation| visit.visit.teacher == before.visit.teacher && visit.talk.follows == follows;
    if !session.peek(is_same) {
        return None;
    }
    // It came with an import, and the visit before it did not.
    let is_elsewhere = follows.is_some_and(|visit| !matches!(app.shelf().summary(visit), Ok(Some(_))));
    if last.is_none() && is_elsewhere && !is_renamed {
        return None;
    }
    let list = session.peek(|visit| visit.talk.taken_up(found, !is_renamed));
    let is_lost = |visit: &Observation| {
        visit.talk.follow_ups.iter().any(|one| one.is_answered() && !list.contains(one))
    };
    let loses_words = session.peek(is_lost);
    let edit = Edit::Talk(TalkEdit::FollowUp(FollowUpEdit::All(last, list)));
    let inverse = session.tap_for_now(edit)?;
    if loses_words {
        session.remember(inverse);
    }
    Some(())
}

/// The last completed visit to the teacher of `visit`, which has the names of the list, by what a list shows of all visits.
async fn last_visit(app: AppState, visit: &Observation) -> Option<ObservationId> {
    let may_be = |one: &Summary| one.is_completed && one.visit.date <= visit.visit.date;
    let found = visits_where(app, may_be, |one| one.is_before(visit)).await;
    found.into_iter().max_by_key(|one| (one.visit.date, one.id)).map(|one| one.id)
}

/// The newest copy of a visit.
async fn read(app: AppState, id: ObservationId) -> Option<Observation> {
    app.settle_visit(id).await;
    if app.shelf().waits_for_codec(id) {
        chunks::load(app, &[Chunk::Data]).await;
    }
    app.shelf().load(id).ok().flatten()
}

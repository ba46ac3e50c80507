//! Deleting visits, people, plans and rubrics in the making, and the way back. It stands at the foot of the screen until it is answered, and is there again after a
//! reload, as long as the tab lives.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{AppState, Snack};
use super::undo;
use crate::browser::{self, ForReload};
use crate::domain::{DraftId, ObservationId, PersonId, PlanId};
use crate::exchange::EXAMPLE_VISIT;
use crate::i18n::{plan_text, rubric_text, team_text};
use crate::store::{Deleted, Gone, SaveStatus, StoreError};

/// Deletes a visit and says so, with one way back for all that were deleted in a row.
pub fn delete(app: AppState, id: ObservationId) {
    delete_all(app, vec![id]);
}

/// Deletes these visits and says so, likewise.
pub fn delete_all(app: AppState, ids: Vec<ObservationId>) {
    spawn_local(async move {
        // What is deleted, and may be brought back, is the newest copy, with all that was put aside of it.
        app.settle_all().await;
        undo::forget();
        offer_way_back(app, ids.into_iter().map(|id| app.shelf().delete(id)));
    });
}

/// Deletes someone of the school and says so. The screen that does it compared all copies before it opened.
pub fn delete_person(app: AppState, id: PersonId) {
    offer_way_back(app, [app.shelf().delete_person(id)]);
}

/// Deletes a plan and says so; likewise.
pub fn delete_plan(app: AppState, id: PlanId) {
    offer_way_back(app, [app.shelf().delete_plan(id)]);
}

/// Deletes a rubric in the making and says so; likewise.
pub fn delete_draft(app: AppState, id: DraftId) {
    offer_way_back(app, [app.shelf().delete_draft(id)]);
}

fn offer_way_back(app: AppState, results: impl IntoIterator<Item = Result<Deleted, StoreError>>) {
    let mut all = unanswered(app);
    let before = all.len();
    let mut told = Ok(());
    for result in results {
        match result {
            Ok(deleted) => all.push(deleted),
            Err(error) => told = told.and(Err(error)),
        }
    }
    tell(app, told);
    if all.len() > before {
        show(app, all);
    }
}

/// Says again what was deleted before a reload, if that was not answered.
pub fn deleted_before(app: AppState) {
    spawn_local(async move {
        // What comes back must be newer than the deletion that the second copy has.
        app.settle_all().await;
        // Meanwhile it may have been answered, or another one deleted.
        let deleted = unanswered(app);
        if !deleted.is_empty() {
            show(app, deleted);
        }
    });
}

/// What was deleted and can be brought back: by the message that stands, or, after a reload, by the one that stood.
fn unanswered(app: AppState) -> Vec<Deleted> {
    let before = || browser::kept_for_reload(ForReload::Deleted).and_then(|text| Deleted::read(&text));
    app.snack.get_untracked().map(|snack| snack.deleted).or_else(before).unwrap_or_default()
}

fn show(app: AppState, deleted: Vec<Deleted>) {
    browser::keep_for_reload(ForReload::Deleted, &Deleted::write(&deleted));
    let is_only_copy = deleted.iter().filter_map(Deleted::never_left).any(|id| id != EXAMPLE_VISIT);
    let has_person = deleted.iter().any(|one| matches!(one.gone(), Gone::Person(_)));
    let has_plan = deleted.iter().any(|one| matches!(one.gone(), Gone::Plan(_)));
    let has_draft = deleted.iter().any(|one| matches!(one.gone(), Gone::Draft(_)));
    let t = app.text_now();
    let of_rubrics = &rubric_text(t.lang).list;
    let words = &team_text(t.lang).list;
    let text = match (deleted.len(), has_person, is_only_copy) {
        (..=1, ..) if has_draft => of_rubrics.deleted,
        (..=1, ..) if has_plan => plan_text(t.lang).page.deleted,
        (..=1, true, _) => words.removed,
        (..=1, false, false) => t.home.deleted,
        (..=1, false, true) => t.home.deleted_only_copy,
        _ if has_draft => of_rubrics.deleted_several,
        (_, true, _) => words.removed_several,
        _ if has_plan => plan_text(t.lang).page.deleted_several,
        (_, false, false) => t.home.deleted_several,
        (_, false, true) => t.home.deleted_several_only_copies,
    };
    app.snack.set(Some(Snack { text, deleted, undo: bring_back }));
}

fn bring_back(app: AppState, deleted: &[Deleted]) -> bool {
    let shelf = app.shelf();
    // All of them, also behind one that only one copy took. What was deleted last counts, if it is of one record.
    let results: Vec<_> = deleted.iter().rev().map(|one| shelf.put_back(one)).collect();
    // Once this tab writes again, or is of the later version, it still can.
    if let Some(error) =
        results.iter().flat_map(|result| result.as_ref().err()).find(|one| one.is_of_reader())
    {
        app.save.set(SaveStatus::Failed(error.clone()));
        return false;
    }
    tell(app, results.into_iter().collect());
    true
}

fn tell(app: AppState, result: Result<(), StoreError>) {
    if let Err(error) = result {
        app.save.set(SaveStatus::Failed(error));
    }
    app.tell_visits_changed();
    app.look_at_space();
}

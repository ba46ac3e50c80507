//! Reads everything once, with a breath in between, so that the page goes on working.

use crate::browser;
use crate::domain::{ObservationId, PersonRef};
use crate::exchange::{Access, Source, v1};
use crate::store::Aside;
use crate::ui::state::AppState;

/// So many records are read between two breaths.
const AT_ONCE: usize = 50;

/// Everybody of the list, and whoever is in a visit by another name, in the order of their names.
pub(super) async fn everybody(app: AppState) -> Vec<PersonRef> {
    let names = app.shelf().names();
    let mut all: Vec<_> = names.into_iter().map(|(id, name)| PersonRef { id: Some(id), name }).collect();
    for (place, id) in visit_ids(app).into_iter().enumerate() {
        if place % AT_ONCE == 0 {
            browser::pause().await;
        }
        let Ok(Some(read)) = app.summary(id) else { continue };
        for one in [read.visit.teacher, read.visit.observer] {
            if !one.name.trim().is_empty() && !all.iter().any(|known| known.is_same(&one)) {
                all.push(PersonRef { name: one.name.trim().to_owned(), ..one });
            }
        }
    }
    all.sort_by_key(|one| one.name.to_lowercase());
    all
}

fn visit_ids(app: AppState) -> Vec<ObservationId> {
    app.shelf().visit_ids().unwrap_or_default()
}

/// All that is kept about one.
pub(super) async fn gather(app: AppState, who: PersonRef) -> Access {
    app.flush();
    let shelf = app.shelf();
    let person = who.id.and_then(|id| shelf.person(id).ok().flatten());
    let mut access = Access::of(who, person);
    for (place, id) in visit_ids(app).into_iter().enumerate() {
        if place % AT_ONCE == 0 {
            browser::pause().await;
        }
        match shelf.load(id) {
            Ok(Some(visit)) => {
                let mark = shelf.export_mark(id).ok().flatten();
                access.take_visit(app.with_names(&visit), mark.map(|mark| mark.at));
            }
            Ok(None) => {}
            Err(_) => access.unreadable += 1,
        }
    }
    let (plans, lost) = shelf.plans().unwrap_or_default();
    access.unreadable += lost;
    for plan in &plans {
        access.take_mentions(Source::Plan, &plan.year.to_string(), &v1::Plan::from(plan));
    }
    let (drafts, lost) = shelf.drafts().unwrap_or_default();
    access.unreadable += lost;
    for draft in &drafts {
        let written = v1::RubricDraft::from(draft);
        access.take_mentions(Source::RubricDraft, draft.rubric.title.get(app.text_now().lang), &written);
    }
    access.take_mentions(Source::Settings, "", &app.settings());
    for Aside { key, raw } in shelf.aside().unwrap_or_default() {
        match shelf.visit_in(&raw) {
            Some(visit) => access.take_aside(&key, app.with_names(&visit)),
            None => access.take_raw(&key, &raw),
        }
    }
    access
}

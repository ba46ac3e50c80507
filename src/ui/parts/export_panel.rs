//! Export of chosen visits: as a file, to another app, or as text.

use std::rc::Rc;

use leptos::prelude::*;

use super::send_panel::{NothingToSend, Outgoing, SendPanel};
use crate::browser;
use crate::domain::{Observation, ObservationId, Person, Plan, RubricRef};
use crate::exchange::{self, ExportError, Purpose};
use crate::i18n::{Text, file_stamp};
use crate::store::StoreError;
use crate::ui::state::AppState;

/// Buttons that export the visits that `chosen` names at the moment of the tap.
#[component]
pub fn ExportPanel(
    app: AppState,
    t: &'static Text,
    purpose: Purpose,
    chosen: Callback<(), Vec<ObservationId>>,
    /// Begins the ids of this panel.
    #[prop(default = "export")]
    id: &'static str,
    /// Everybody of the school's list leaves too, named in a visit or not, and its plans and rubrics.
    #[prop(optional)]
    school: bool,
) -> impl IntoView {
    let left_out = RwSignal::new(0_usize);
    let make = Callback::new(move |()| {
        app.flush();
        left_out.set(0);
        let ids = chosen.run(());
        let (outgoing, unreadable) = export(app, purpose, &ids, school)?;
        left_out.set(unreadable);
        Ok(outgoing)
    });
    let note = Signal::derive(move || match left_out.get() {
        0 => String::new(),
        left_out => format!(" {}", (t.export().left_out)(left_out)),
    });
    view! {
        <p class="hint">{t.purpose(purpose)}</p>
        <SendPanel t=&t.export().send id make note=Some(note) />
    }
}

/// Why an export cannot be made.
#[derive(Debug)]
enum NotMade {
    /// There is nothing to leave.
    Nothing,
    Store,
    Export,
}

impl From<StoreError> for NotMade {
    fn from(_: StoreError) -> Self {
        Self::Store
    }
}

impl From<ExportError> for NotMade {
    fn from(_: ExportError) -> Self {
        Self::Export
    }
}

impl From<NotMade> for NothingToSend {
    fn from(error: NotMade) -> Self {
        match error {
            NotMade::Nothing => Self::NothingChosen,
            NotMade::Store | NotMade::Export => Self::Failed,
        }
    }
}

/// Who of the school's list leaves: the file for one teacher has the names in the visit, and nothing else of anybody.
fn people_in(
    app: AppState,
    purpose: Purpose,
    visits: &[Observation],
    school: bool,
) -> Result<Vec<Person>, NotMade> {
    if purpose != Purpose::Backup {
        return Ok(Vec::new());
    }
    // One who cannot be read does not keep the others from leaving.
    let (mut people, _) = app.shelf().people()?;
    let named = |person: &Person| {
        let is_named =
            |one: &Observation| [one.visit.teacher.id, one.visit.observer.id].contains(&Some(person.id));
        school || visits.iter().any(is_named)
    };
    people.retain(named);
    Ok(people)
}

/// All that is on this device as an export document, and how many visits cannot be read.
///
/// # Errors
/// If there is nothing, or it cannot be made.
pub fn everything(app: AppState, purpose: Purpose) -> Result<(Outgoing, usize), NothingToSend> {
    app.flush();
    let ids = app.shelf().visit_ids().map_err(|_| NothingToSend::Failed)?;
    Ok(export(app, purpose, &ids, true)?)
}

/// What leaves, and how many visits cannot be read.
fn export(
    app: AppState,
    purpose: Purpose,
    ids: &[ObservationId],
    school: bool,
) -> Result<(Outgoing, usize), NotMade> {
    let shelf = app.shelf();
    let mut visits = Vec::with_capacity(ids.len());
    let mut unreadable = 0;
    // What this version does not understand would be missing in the file.
    let mut newer = Vec::new();
    for id in ids {
        match shelf.load(*id) {
            Ok(Some(visit)) => visits.push(visit),
            Ok(None) => {}
            // A damaged record does not keep the others from leaving; the data page exports it as it is.
            Err(StoreError::Damaged { .. }) => unreadable += 1,
            Err(StoreError::Newer { .. }) => {
                unreadable += 1;
                newer.push(*id);
            }
            Err(error) => return Err(error.into()),
        }
    }
    // What is on screen but was refused by the storage must be able to leave.
    if let Some(open) = app.open_visit().filter(|open| !newer.contains(&open.id)) {
        if let Some(place) = visits.iter_mut().find(|visit| visit.id == open.id) {
            *place = open;
        } else if ids.contains(&open.id) {
            visits.push(open);
        }
    }
    let people = people_in(app, purpose, &visits, school)?;
    // One that cannot be read does not keep the others from leaving.
    let plans: Vec<Plan> = if school { shelf.plans()?.0 } else { Vec::new() };
    let drafts = if school { shelf.drafts()?.0 } else { Vec::new() };
    let kept_rubrics = if school { shelf.rubric_refs()? } else { Vec::new() };
    if [ids.len(), people.len(), plans.len(), drafts.len(), kept_rubrics.len()].iter().sum::<usize>() == 0 {
        return Err(NotMade::Nothing);
    }
    let mut refs: Vec<&RubricRef> = visits.iter().map(|visit| &visit.rubric).chain(&kept_rubrics).collect();
    refs.sort_unstable();
    refs.dedup();
    let rubrics: Vec<_> = refs.into_iter().map(|wanted| (*app.rubric_of(wanted)).clone()).collect();
    let header = app.export_header(purpose);
    let named: Vec<_> = visits.iter().map(|visit| app.with_names(visit)).collect();
    let text = exchange::export_with_drafts(&header, &rubrics, &people, &named, &plans, &drafts)?;
    let name = format!("lesbezoek-{}.json", file_stamp(header.exported_at));
    let sent = Rc::new(move || mark_exported(app, &visits, purpose));
    Ok((Outgoing { name, text, sent }, unreadable))
}

/// Keeps that these visits left the device. A refused write only makes the app ask again too early.
fn mark_exported(app: AppState, visits: &[Observation], purpose: Purpose) {
    let now = browser::now();
    let shelf = app.shelf();
    for visit in visits {
        let _ = shelf.mark_exported(visit, now);
    }
    // Where the other copy could not be read, this may not be all.
    let is_all = app.has_nothing_to_settle() && shelf.are_all(visits).unwrap_or_default();
    if purpose == Purpose::Backup && is_all {
        app.change_settings(|settings| settings.last_backup = Some(now));
    }
    app.tell_visits_changed();
}

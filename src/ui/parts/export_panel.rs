//! Export of chosen visits: as a file, to another app, or as text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, ShareOutcome};
use crate::domain::{Observation, ObservationId, RubricRef};
use crate::exchange::{self, ExportError, Purpose};
use crate::i18n::{Text, file_stamp};
use crate::store::StoreError;
use crate::ui::state::AppState;

/// An export that is ready to leave.
#[derive(Clone)]
struct Package {
    name: String,
    json: String,
    visits: Vec<Observation>,
    unreadable: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Downloaded,
    Shared,
    Copied,
    Refused,
    NothingChosen,
}

/// Buttons that export the visits that `chosen` names at the moment of the tap.
#[component]
pub fn ExportPanel(
    app: AppState,
    t: &'static Text,
    purpose: Purpose,
    chosen: Callback<(), Vec<ObservationId>>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    let left_out = RwSignal::new(0_usize);
    let as_text = RwSignal::new(None::<String>);

    let package = move || {
        app.flush();
        let ids = chosen.run(());
        if ids.is_empty() {
            outcome.set(Some(Outcome::NothingChosen));
            return None;
        }
        let package = pack(app, purpose, &ids).ok();
        left_out.set(package.as_ref().map_or(0, |package| package.unreadable));
        if package.is_none() {
            outcome.set(Some(Outcome::Refused));
        }
        package
    };
    let finish = move |package: &Package, ended: Outcome| {
        if ended != Outcome::Refused {
            mark_exported(app, package, purpose);
        }
        outcome.set(Some(ended));
    };
    let download = move |_| {
        if let Some(package) = package() {
            let done = browser::download(&package.name, &package.json);
            finish(&package, if done { Outcome::Downloaded } else { Outcome::Refused });
        }
    };
    let share = move |_| {
        let Some(package) = package() else { return };
        spawn_local(async move {
            match browser::share(&package.name, &package.json).await {
                ShareOutcome::Shared => finish(&package, Outcome::Shared),
                ShareOutcome::Failed => finish(&package, Outcome::Refused),
                ShareOutcome::Cancelled => {}
            }
        });
    };
    let copy = move |_| {
        let Some(package) = package() else { return };
        spawn_local(async move {
            let done = browser::copy_text(&package.json).await;
            finish(&package, if done { Outcome::Copied } else { Outcome::Refused });
        });
    };
    let show_text = move |_| {
        let shown = as_text.with_untracked(Option::is_some);
        as_text.set(if shown { None } else { package().map(|package| package.json) });
    };

    view! {
        <p class="hint">{t.purpose(purpose)}</p>
        <div class="actions">
            <button type="button" class="btn btn-primary" on:click=download>{t.export.download}</button>
            {browser::can_share().then(|| view! {
                <button type="button" class="btn" on:click=share>{t.export.share}</button>
            })}
            <button type="button" class="btn" on:click=copy>{t.export.copy}</button>
            <button type="button" class="btn btn-quiet" aria-expanded=move || as_text.with(Option::is_some).to_string()
                on:click=show_text>{t.export.show_text}</button>
        </div>
        <p class="export-outcome" role="status">
            {move || outcome.get().map(|outcome| match outcome {
                Outcome::Downloaded => t.export.downloaded,
                Outcome::Shared => t.export.shared,
                Outcome::Copied => t.export.copied,
                Outcome::Refused => t.export.refused,
                Outcome::NothingChosen => t.export.nothing_chosen,
            })}
            {move || (left_out.get() > 0).then(|| format!(" {}", (t.export.left_out)(left_out.get())))}
        </p>
        {move || as_text.get().map(|json| view! {
            <div class="field">
                <label for="export-text">{t.export.text_label}</label>
                <textarea id="export-text" class="export-text" readonly rows="8" prop:value=json></textarea>
            </div>
        })}
    }
}

/// Why an export cannot be made.
#[derive(Debug)]
enum PackError {
    Store,
    Export,
}

impl From<StoreError> for PackError {
    fn from(_: StoreError) -> Self {
        Self::Store
    }
}

impl From<ExportError> for PackError {
    fn from(_: ExportError) -> Self {
        Self::Export
    }
}

fn pack(app: AppState, purpose: Purpose, ids: &[ObservationId]) -> Result<Package, PackError> {
    let shelf = app.shelf();
    let mut visits = Vec::with_capacity(ids.len());
    let mut unreadable = 0;
    for id in ids {
        match shelf.load(*id) {
            Ok(Some(visit)) => visits.push(visit),
            Ok(None) => {}
            // A damaged record does not keep the others from leaving; the data page exports it as it is.
            Err(StoreError::Damaged { .. } | StoreError::Newer { .. }) => unreadable += 1,
            Err(error) => return Err(error.into()),
        }
    }
    // What is on screen but was refused by the storage must be able to leave.
    if let Some(open) = app.open_visit() {
        if let Some(place) = visits.iter_mut().find(|visit| visit.id == open.id) {
            *place = open;
        } else if ids.contains(&open.id) {
            visits.push(open);
        }
    }
    let mut refs: Vec<&RubricRef> = visits.iter().map(|visit| &visit.rubric).collect();
    refs.sort_unstable();
    refs.dedup();
    let rubrics: Vec<_> = refs.into_iter().map(|wanted| (*app.rubric_of(wanted)).clone()).collect();
    let header = app.export_header(purpose);
    let json = exchange::export_json(&header, &rubrics, &visits)?;
    let name = format!("lesbezoek-{}.json", file_stamp(header.exported_at));
    Ok(Package { name, json, visits, unreadable })
}

/// Keeps that these visits left the device. A refused write only makes the app ask again too early.
fn mark_exported(app: AppState, package: &Package, purpose: Purpose) {
    let now = browser::now();
    let shelf = app.shelf();
    for visit in &package.visits {
        let _ = shelf.mark_exported(visit, now);
    }
    // Where the other copy could not be read, this may not be all.
    if purpose == Purpose::Backup && app.has_nothing_to_settle() {
        app.change_settings(|settings| settings.last_backup = Some(now));
    }
}

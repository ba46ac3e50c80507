//! Gegevens: export of everything, import, and what is kept on this device (`storage.rs`).

use leptos::prelude::*;

use super::due::DueCard;
use super::import::ImportCard;
use super::lock::LockCard;
use super::sealed_backup::SealedBackup;
use super::storage::StorageCard;
use super::walls::WallsCard;
use crate::browser::{self, DocumentSource};
use crate::exchange::{DocumentKind, Purpose};
use crate::i18n::{Text, documents_text, file_stamp, rights_text};
use crate::ui::parts::{DocumentPanel, ExportPanel, everything};
use crate::ui::route::Route;
use crate::ui::state::AppState;

#[component]
pub fn DataPage(app: AppState, t: &'static Text) -> impl IntoView {
    let on_import = move |()| app.tell_visits_changed();
    let all = Callback::new(move |()| app.shelf().visit_ids().unwrap_or_default());
    view! {
        <h1 id="page-title" tabindex="-1">{t.data().title}</h1>
        <p class="lead">{t.data().lead}</p>
        <section class="card" aria-labelledby="all-title">
            <h2 id="all-title">{t.data().export_all}</h2>
            <p>{move || t.last_backup(app.last_backup())}</p>
            <ExportPanel app t purpose=Purpose::Backup chosen=all school=true />
            <SealedBackup app t />
        </section>
        <WallsCard app t />
        <SpreadsheetCard app t />
        <ImportCard app t on_done=Callback::new(on_import) />
        <section class="card" aria-labelledby="form-title">
            <h2 id="form-title">{t.form().card}</h2>
            <p>{t.form().card_lead}</p>
            <div class="actions"><a class="btn" href=Route::Form.href()>{t.form().open}</a></div>
        </section>
        <AccessCard t />
        <DueCard app t />
        <LockCard app lang=t.lang />
        <StorageCard app t />
    }
}

/// The way to what a teacher may see.
#[component]
fn AccessCard(t: &'static Text) -> impl IntoView {
    let w = &rights_text(t.lang).access;
    view! {
        <section class="card" aria-labelledby="access-card-title">
            <h2 id="access-card-title">{w.title}</h2>
            <p>{w.card_lead}</p>
            <div class="actions"><a class="btn" href=Route::Access.href()>{w.open}</a></div>
        </section>
    }
}

/// Everything as tables.
#[component]
fn SpreadsheetCard(app: AppState, t: &'static Text) -> impl IntoView {
    let words = documents_text(t.lang);
    let make = move |()| {
        let (outgoing, _) = everything(app, Purpose::Coaching)?;
        Ok(DocumentSource { text: outgoing.text, team: String::new() })
    };
    let name = move |()| format!("{}-{}", words.visits_file, file_stamp(browser::now()));
    view! {
        <section class="card" aria-labelledby="spreadsheet-title">
            <h2 id="spreadsheet-title">{words.visits_title}</h2>
            <p>{words.visits_lead}</p>
            <DocumentPanel lang=t.lang id="visits" kinds=&[DocumentKind::Xlsx, DocumentKind::RatingsCsv]
                make=Callback::new(make) name=Callback::new(name) />
        </section>
    }
}

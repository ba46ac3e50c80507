//! Gegevens: export of everything, import, and what is kept on this device.

use leptos::prelude::*;

use super::import::ImportCard;
use crate::browser;
use crate::exchange::Purpose;
use crate::i18n::{Text, date, file_stamp};
use crate::store::Aside;
use crate::ui::parts::{ExportPanel, TextField};
use crate::ui::state::AppState;

#[component]
pub fn DataPage(app: AppState, t: &'static Text) -> impl IntoView {
    // Counts up when something was imported or removed, so that the cards read anew.
    let changes = RwSignal::new(0_u32);
    let all = Callback::new(move |()| app.shelf().visit_ids().unwrap_or_default());
    let last_backup = app.settings().last_backup;
    view! {
        <h1 id="page-title" tabindex="-1">{t.data.title}</h1>
        <p class="lead">{t.data.lead}</p>
        <section class="card" aria-labelledby="all-title">
            <h2 id="all-title">{t.data.export_all}</h2>
            <p>{last_backup.map_or_else(
                || t.data.no_backup.to_owned(),
                |at| (t.data.last_backup)(&date(at.date_naive())),
            )}</p>
            <ExportPanel app t purpose=Purpose::Backup chosen=all />
        </section>
        <ImportCard app t on_done=Callback::new(move |()| changes.update(|changes| *changes += 1)) />
        <StorageCard app t changes />
    }
}

/// What is kept, and what was put aside because it cannot be read.
#[component]
fn StorageCard(app: AppState, t: &'static Text, changes: RwSignal<u32>) -> impl IntoView {
    let device_name = app.settings().device_name;
    let on_device_name =
        Callback::new(move |name| app.change_settings(|settings| settings.device_name = name));
    let rescue = move |_| {
        let records = app.shelf().everything().unwrap_or_default();
        let name = format!("lesbezoek-ruw-{}.json", file_stamp(browser::now()));
        if let Ok(json) =
            serde_json::to_string_pretty(&records.into_iter().collect::<std::collections::BTreeMap<_, _>>())
        {
            let _ = browser::download(&name, &json);
        }
    };
    view! {
        <section class="card" aria-labelledby="storage-title">
            <h2 id="storage-title">{t.data.storage}</h2>
            <p>{move || {
                changes.track();
                let visits = app.shelf().visit_ids().unwrap_or_default().len();
                (t.data.visits_kept)(visits)
            }}</p>
            <p>{t.data.privacy}</p>
            <TextField id="device-name" label=t.may_stay_empty(t.data.device_name) hint=t.data.device_name_hint
                initial=device_name on_type=on_device_name />
            <div class="actions">
                <button type="button" class="btn" on:click=rescue>{t.data.rescue}</button>
            </div>
            {move || {
                changes.track();
                let aside = app.shelf().aside().unwrap_or_default();
                (!aside.is_empty()).then(|| view! { <AsideList app t aside changes /> })
            }}
        </section>
    }
}

#[component]
fn AsideList(app: AppState, t: &'static Text, aside: Vec<Aside>, changes: RwSignal<u32>) -> impl IntoView {
    let rows = aside
        .into_iter()
        .map(|Aside { key, raw }| {
            let shown = key.clone();
            let removed = key.clone();
            view! {
                <li class="aside-row">
                    <code>{shown}</code>
                    <button type="button" class="btn btn-quiet"
                        on:click=move |_| { let _ = browser::download(&format!("{}.txt", key.replace(':', "-")), &raw); }>
                        {t.export.download}
                    </button>
                    <button type="button" class="btn btn-quiet writes"
                        on:click=move |_| {
                            let _ = app.shelf().remove_raw(&removed);
                            changes.update(|changes| *changes += 1);
                        }>{t.remove}</button>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3>{t.data.aside}</h3>
        <p class="hint">{t.data.aside_hint}</p>
        <ul class="aside-list">{rows}</ul>
    }
}

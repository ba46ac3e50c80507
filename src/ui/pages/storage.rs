//! What is kept on this device, how safe it is, and what was put aside.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::packing::Packing;
use crate::browser;
use crate::i18n::Text;
use crate::store::{Aside, JournalError, Safety};
use crate::ui::parts::TextField;
use crate::ui::state::AppState;

#[component]
pub fn StorageCard(app: AppState, t: &'static Text) -> impl IntoView {
    let device_name = app.settings().device_name;
    let on_device_name =
        Callback::new(move |name| app.change_settings(|settings| settings.device_name = name));
    Effect::new(move |_| {
        app.visits_changed.track();
        app.look_at_space();
    });
    view! {
        <section class="card" aria-labelledby="storage-title">
            <h2 id="storage-title">{t.data().storage}</h2>
            <p>{move || {
                app.visits_changed.track();
                let visits = app.shelf().visit_ids().unwrap_or_default().len();
                (t.data().visits_kept)(visits)
            }}</p>
            <p>{t.data().privacy}</p>
            <Room app t />
            <Packing app t />
            <SecondCopy app t />
            <Promise t />
            <TextField id="device-name" label=t.may_stay_empty(t.data().device_name) hint=t.data().device_name_hint
                initial=device_name on_type=on_device_name />
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| download(app)>{t.data().rescue}</button>
            </div>
            {move || {
                app.visits_changed.track();
                let aside = app.shelf().aside().unwrap_or_default();
                (!aside.is_empty()).then(|| view! { <AsideList app t aside /> })
            }}
        </section>
    }
}

/// How full it is, as a picture and in words.
#[component]
fn Room(app: AppState, t: &'static Text) -> impl IntoView {
    move || {
        app.space.get().map(|space| {
            view! {
                <div class="room">
                    <meter min="0" max="100" high="85" optimum="0" value=space.percent().to_string() aria-hidden="true"></meter>
                    <p>{(t.data().room)(space.percent(), space.visits_left())}</p>
                </div>
            }
        })
    }
}

/// Whether the journal works.
#[component]
fn SecondCopy(app: AppState, t: &'static Text) -> impl IntoView {
    view! {
        <p>{move || match app.safety.get() {
            Safety::Safe | Safety::Writing => t.data().second_copy,
            Safety::Unsafe(JournalError::Missing) => t.data().no_second_copy,
            Safety::Unsafe(JournalError::Failed(_)) => t.store.no_journal,
        }}</p>
    }
}

/// Whether the browser promised to keep everything, and a way to ask.
#[component]
fn Promise(t: &'static Text) -> impl IntoView {
    let promise = RwSignal::new(None::<Option<bool>>);
    spawn_local(async move {
        promise.try_set(Some(browser::is_persisted().await));
    });
    let ask = move |_| {
        spawn_local(async move {
            promise.try_set(Some(browser::ask_to_persist().await));
        });
    };
    view! {
        <p role="status">{move || promise.get().map(|promise| match promise {
            Some(true) => t.data().promised,
            Some(false) => t.data().not_promised,
            None => t.data().no_promise,
        })}</p>
        {move || (promise.get() == Some(Some(false))).then(|| view! {
            <div class="actions"><button type="button" class="btn" on:click=ask>{t.data().ask_promise}</button></div>
        })}
    }
}

/// Both copies of all that is kept.
fn download(app: AppState) {
    match app.shelf().everything() {
        Ok(all) => browser::download_everything(all),
        Err(_) => browser::download_as_it_is(),
    }
}

#[component]
fn AsideList(app: AppState, t: &'static Text, aside: Vec<Aside>) -> impl IntoView {
    let rows = aside
        .into_iter()
        .map(|Aside { key, raw }| {
            let shown = key.clone();
            let removed = key.clone();
            let names = [t.export().send.download, t.remove].map(|name| format!("{name}: {key}"));
            let [download_name, remove_name] = names;
            view! {
                <li class="aside-row">
                    <code>{shown}</code>
                    <button type="button" class="btn btn-quiet" aria-label=download_name
                        on:click=move |_| { let _ = browser::download(&format!("{}.txt", key.replace(':', "-")), &raw); }>
                        {t.export().send.download}
                    </button>
                    <button type="button" class="btn btn-quiet writes" aria-label=remove_name
                        on:click=move |_| {
                            // Refused only in a tab that only reads, which has no such button.
                            let _ = app.shelf().remove_raw(&removed);
                            app.tell_visits_changed();
                        }>{t.remove}</button>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3>{t.data().aside}</h3>
        <p class="hint">{t.data().aside_hint}</p>
        <ul class="aside-list">{rows}</ul>
    }
}

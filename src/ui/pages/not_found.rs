//! An address that means nothing, a visit that is not on this device, a screen that could not be loaded.

use leptos::prelude::*;

use crate::browser;
use crate::i18n::Text;
use crate::ui::route::Route;

#[component]
pub fn NotFoundPage(t: &'static Text) -> impl IntoView {
    // No release has it: there this address means nothing.
    #[cfg(debug_assertions)]
    if super::style::is_asked_for() {
        return view! { <super::style::StylePage t /> }.into_any();
    }
    view! {
        <h1 id="page-title" tabindex="-1">{t.not_found.title}</h1>
        <p class="lead">{t.not_found.lead}</p>
        <div class="actions"><a class="btn btn-primary" href=Route::Home.href()>{t.not_found.home}</a></div>
    }
    .into_any()
}

/// The part of the program for this screen could not be fetched. What is stored is untouched.
#[component]
pub fn NotLoadedPage(t: &'static Text) -> impl IntoView {
    view! {
        <h1 id="page-title" tabindex="-1">{t.not_loaded.title}</h1>
        <p class="lead">{t.not_loaded.lead}</p>
        <div class="actions">
            <button type="button" class="btn btn-primary" on:click=|_| browser::reload()>{t.not_loaded.again}</button>
        </div>
    }
}

//! An address that means nothing, or a visit that is not on this device.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::ui::route::Route;

#[component]
pub fn NotFoundPage(t: &'static Text) -> impl IntoView {
    view! {
        <h1 id="page-title" tabindex="-1">{t.not_found.title}</h1>
        <p class="lead">{t.not_found.lead}</p>
        <div class="actions"><a class="btn btn-primary" href=Route::Home.href()>{t.not_found.home}</a></div>
    }
}

//! A choice of one, or none, from a list that folds out.

use leptos::prelude::*;

/// A label with a list; the empty value is "not chosen". Uncontrolled, as text fields are.
#[component]
pub fn Pick(
    #[prop(into)] id: String,
    label: &'static str,
    /// What the choice of none is called; absent: one must be chosen.
    #[prop(optional)]
    none: Option<&'static str>,
    chosen: Option<&'static str>,
    options: Vec<(&'static str, &'static str)>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let options = options.into_iter().map(|(value, shown)| {
        view! { <option value=value selected=chosen == Some(value)>{shown}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=move |ev| on_pick.run(event_target_value(&ev))>
                {none.map(|none| view! { <option value="" selected=chosen.is_none()>{none}</option> })}
                {options.collect_view()}
            </select>
        </div>
    }
}

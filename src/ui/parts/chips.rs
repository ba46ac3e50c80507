//! Buttons that are on or off.

use leptos::prelude::*;

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What is kept.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// What a screen reader says.
    pub name: String,
    /// The domain whose colour it has, if any.
    pub domain: Option<String>,
}

/// A row of tags of which at most one is on; a tap on the one that is on turns it off.
#[component]
pub fn Chips(
    chips: Vec<Chip>,
    #[prop(into)] chosen: Signal<Option<String>>,
    on_pick: Callback<Option<String>>,
) -> impl IntoView {
    chips
        .into_iter()
        .map(|Chip { value, label, name, domain }| {
            let is_on = {
                let value = value.clone();
                Memo::new(move |_| chosen.with(|chosen| chosen.as_ref() == Some(&value)))
            };
            let tap = move |_| {
                let pick = (!is_on.get_untracked()).then(|| value.clone());
                on_pick.run(pick);
            };
            view! {
                <button type="button" class="chip" data-domain=domain aria-label=name
                    aria-pressed=move || if is_on.get() { "true" } else { "false" }
                    // Who is typing goes on typing: the tap leaves the focus, and the keyboard, where it is.
                    on:mousedown=|ev| ev.prevent_default() on:click=tap>
                    {label}
                </button>
            }
        })
        .collect_view()
}

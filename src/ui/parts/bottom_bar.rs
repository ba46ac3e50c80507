//! The bar within reach of the thumb.

use leptos::prelude::*;

/// The bar at the foot of a screen with its main actions.
#[component]
pub fn BottomBar(children: Children) -> impl IntoView {
    view! { <div class="bottombar">{children()}</div> }
}

/// Undoes the last tap. Never disabled: a tap without a step to undo does nothing.
#[component]
pub fn UndoButton(
    label: &'static str,
    #[prop(into)] can_undo: Signal<bool>,
    on_undo: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="btn btn-undo" aria-disabled=move || (!can_undo.get()).then_some("true")
            on:click=move |_| on_undo.run(())>
            {label}
        </button>
    }
}

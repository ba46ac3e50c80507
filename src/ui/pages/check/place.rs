//! Links to where something is filled in.

use leptos::prelude::*;

use crate::domain::Step;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// Where something is filled in: a step, and the element on it.
#[derive(Clone, Debug)]
pub struct Place {
    step: Step,
    id: String,
}

impl Place {
    /// The element with this id.
    pub fn new(step: Step, id: impl Into<String>) -> Self {
        Self { step, id: id.into() }
    }
}

/// A link to where something is filled in. Coming back to this screen ends at this link.
#[component]
pub fn PlaceLink(
    app: AppState,
    /// Keeps apart the links on this screen that lead to the same place.
    kind: &'static str,
    to: Place,
    #[prop(optional_no_strip)] name: Option<String>,
    text: String,
) -> impl IntoView {
    let link = format!("{kind}-{}", to.id);
    // The link stands on a screen of the visit.
    let href = match app.route.get_untracked() {
        Route::Visit(visit, _) => Route::Visit(visit, to.step).href_to(&to.id),
        elsewhere => elsewhere.href(),
    };
    let leave = {
        let link = link.clone();
        move |_| app.leave_by(&link)
    };
    view! { <a id=link class="writes" href=href aria-label=name on:click=leave>{text}</a> }
}

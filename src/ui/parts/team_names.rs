//! The names of the school's own list, for fields that take any name and offer those.

use leptos::prelude::*;

use crate::domain::PersonId;

/// The list that a field names to offer them.
pub const TEAM_NAMES: &str = "team-names";

/// What the fields offer; stands once on a screen.
#[component]
pub fn TeamNames(names: Vec<(PersonId, String)>) -> impl IntoView {
    let names = names.into_iter().map(|(_, name)| view! { <option value=name></option> }).collect_view();
    view! { <datalist id=TEAM_NAMES>{names}</datalist> }
}

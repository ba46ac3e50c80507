//! Who taught, and who watched: typed, or chosen from the school's own list.

use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::{PersonId, PersonRef};
use crate::ui::parts::TEAM_NAMES;

/// The names of the list, read once for both fields.
#[derive(Clone)]
pub struct Team(Rc<[(PersonId, String)]>);

impl Team {
    /// Of all who are in the list.
    pub fn new(names: Vec<(PersonId, String)>) -> Self {
        Self(names.into())
    }

    /// All of them.
    pub fn names(&self) -> &[(PersonId, String)] {
        &self.0
    }

    /// Who is meant: somebody of the list who is called just so, or a name of its own.
    fn meant(&self, typed: String) -> PersonRef {
        let found = self.0.iter().find(|(_, name)| name == typed.trim());
        found.map_or_else(|| PersonRef::typed(typed), |(id, _)| PersonRef::of(*id))
    }
}

/// A label with a field that takes any name and offers those of the list.
#[component]
pub fn PersonField(
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    team: Team,
    initial: String,
    /// At each key.
    on_type: Callback<PersonRef>,
    /// When the field is left: on the way to a name another one may stand there.
    on_pick: Callback<PersonRef>,
) -> impl IntoView {
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let offers = (!team.0.is_empty()).then_some(TEAM_NAMES);
    let team = StoredValue::new_local(team);
    // A field that is taken off the screen in the middle of a word says at last that it changed: then nobody is there any more.
    let tell = move |ev: leptos::ev::Event, told: Callback<PersonRef>| {
        let meant = team.try_with_value(|team| team.meant(event_target_value(&ev)));
        meant.and_then(|meant| told.try_run(meant));
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint_id.clone().map(|hint_id| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input id=id type="text" list=offers aria-describedby=hint_id prop:value=initial autocomplete="off"
                on:input=move |ev| tell(ev, on_type) on:change=move |ev| tell(ev, on_pick) />
        </div>
    }
}

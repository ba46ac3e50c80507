//! What the school knows of somebody. Only the name must be there.

use leptos::ev::SubmitEvent;
use leptos::html::{Input, Select};
use leptos::prelude::*;

use crate::browser;
use crate::domain::{Competence, LONGEST_NAME, Profile, Role, TeachingYears, groups_in, tidy};
use crate::i18n::{TeamText, Text};

/// Why somebody cannot be called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// There is no name.
    Empty,
    /// Somebody else is called so.
    Taken,
}

/// The fields begin with `id`. `on_submit` keeps what was filled in, or says what is wrong with the name; after it the form is
/// as it was at first.
#[component]
pub fn PersonForm(
    t: &'static Text,
    words: &'static TeamText,
    id: &'static str,
    initial: Profile,
    submit: &'static str,
    on_submit: Callback<Profile, Result<(), NameError>>,
    #[prop(optional)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let w = &words.form;
    let error = RwSignal::new(None::<NameError>);
    let (name, groups) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let [role, years, competence] = [(); 3].map(|()| NodeRef::<Select>::new());
    let name_id = format!("{id}-name");
    let [hint_id, error_id, groups_id, groups_hint_id] =
        ["name-hint", "name-error", "groups", "groups-hint"].map(|field| format!("{id}-{field}"));
    let focused = name_id.clone();
    let send = move |ev: SubmitEvent| {
        ev.prevent_default();
        let text =
            |field: NodeRef<Input>| field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let chosen =
            |field: NodeRef<Select>| field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let result = on_submit.run(Profile {
            name: tidy(&text(name)),
            role: Role::from_name(&chosen(role)),
            groups: groups_in(&text(groups)),
            years: TeachingYears::from_name(&chosen(years)),
            competence: Competence::from_name(&chosen(competence)),
        });
        // The form may be gone by now.
        error.try_set(result.err());
        if result.is_ok() {
            [name, groups]
                .into_iter()
                .filter_map(|field| field.get_untracked())
                .for_each(|field| field.set_value(""));
            [role, years, competence]
                .into_iter()
                .filter_map(|field| field.get_untracked())
                .for_each(|field| field.set_value(""));
        }
        browser::focus(&focused);
    };
    let error_text = move || {
        error.get().map(|error| match error {
            NameError::Empty => w.no_name,
            NameError::Taken => w.taken,
        })
    };
    let described = format!("{hint_id} {error_id}");
    view! {
        <form class="person-form" novalidate on:submit=send>
            <div class="field">
                <label for=name_id.clone()>{w.name}</label>
                <p class="hint" id=hint_id>{w.name_hint}</p>
                <input id=name_id type="text" maxlength=LONGEST_NAME.to_string() required autocomplete="off" prop:value=initial.name
                    node_ref=name aria-describedby=described aria-invalid=move || error.get().map(|_| "true") />
                <p class="error" id=error_id role="alert">{error_text}</p>
            </div>
            <div class="field-row">
                <Choice t words id=format!("{id}-role") label=w.role place=role chosen=initial.role.map(Role::name)
                    options=Role::ALL.iter().map(|one| (one.name(), words.role(*one).to_owned())).collect() />
                <div class="field">
                    <label for=groups_id.clone()>{t.may_stay_empty(w.groups)}</label>
                    <p class="hint" id=groups_hint_id.clone()>{w.groups_hint}</p>
                    <input id=groups_id type="text" autocomplete="off" aria-describedby=groups_hint_id
                        prop:value=initial.groups.join(", ") node_ref=groups />
                </div>
            </div>
            <div class="field-row">
                <Choice t words id=format!("{id}-years") label=w.years place=years chosen=initial.years.map(TeachingYears::name)
                    options=TeachingYears::ALL.iter().map(|one| (one.name(), words.years(*one))).collect() />
                <Choice t words id=format!("{id}-competence") label=w.competence place=competence
                    chosen=initial.competence.map(Competence::name)
                    options=Competence::ALL.iter().map(|one| (one.name(), words.competence(*one).to_owned())).collect() />
            </div>
            <div class="actions">
                <button type="submit" class="btn btn-primary">{submit}</button>
                {on_cancel.map(|cancel| view! {
                    <button type="button" class="btn btn-quiet" on:click=move |_| cancel.run(())>{w.cancel}</button>
                })}
            </div>
        </form>
    }
}

/// One of a few, or none.
#[component]
fn Choice(
    t: &'static Text,
    words: &'static TeamText,
    id: String,
    label: &'static str,
    place: NodeRef<Select>,
    chosen: Option<&'static str>,
    options: Vec<(&'static str, String)>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(name, shown)| view! { <option value=name selected=chosen == Some(name)>{shown}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{t.may_stay_empty(label)}</label>
            <select id=id node_ref=place>
                <option value="" selected=chosen.is_none()>{words.form.unknown}</option>
                {options}
            </select>
        </div>
    }
}

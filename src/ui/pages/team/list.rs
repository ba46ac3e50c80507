//! The list of people: change and delete.

use leptos::prelude::*;

use super::form::PersonForm;
use super::{People, is_free, keep};
use crate::browser;
use crate::domain::{Person, PersonId, Profile};
use crate::i18n::{TeamText, Text};
use crate::ui::deletion::delete_person;
use crate::ui::state::AppState;

#[component]
pub fn PeopleList(
    app: AppState,
    t: &'static Text,
    words: &'static TeamText,
    people: People,
) -> impl IntoView {
    let edited = RwSignal::new(None::<PersonId>);
    let count = Memo::new(move |_| people.with(|(people, _)| people.len()));
    let each = move || people.with(|(people, _)| people.clone());
    view! {
        <section class="card" aria-labelledby="people-title">
            <h2 id="people-title" tabindex="-1">{words.list.title} " (" {count} ")"</h2>
            {move || (count.get() == 0).then(|| view! { <p class="hint">{words.list.empty}</p> })}
            <ul class="lines">
                <For each key=|person| (person.id, person.revision) let:person>
                    <PersonRow app t words people person edited />
                </For>
            </ul>
            {move || people.with(|(_, unreadable)| *unreadable > 0).then(|| view! {
                <p class="error">{move || people.with(|(_, unreadable)| (words.list.unreadable)(*unreadable))}</p>
            })}
        </section>
    }
}

#[component]
fn PersonRow(
    app: AppState,
    t: &'static Text,
    words: &'static TeamText,
    people: People,
    person: Person,
    edited: RwSignal<Option<PersonId>>,
) -> impl IntoView {
    let id = person.id;
    let is_edited = Memo::new(move |_| edited.get() == Some(id));
    move || {
        let person = person.clone();
        if is_edited.get() {
            view! { <li><EditedRow app t words people person edited /></li> }.into_any()
        } else {
            view! { <li><ShownRow app t words person edited /></li> }.into_any()
        }
    }
}

#[component]
fn ShownRow(
    app: AppState,
    t: &'static Text,
    words: &'static TeamText,
    person: Person,
    edited: RwSignal<Option<PersonId>>,
) -> impl IntoView {
    let Person { id, profile, .. } = person;
    let known = words.known(t, &profile);
    let [edit_name, delete_name] =
        [words.list.edit, t.delete].map(|what| format!("{what}: {}", profile.name));
    let edit = move |_| {
        edited.set(Some(id));
        request_animation_frame(|| browser::focus("edit-name"));
    };
    let is_asked = RwSignal::new(false);
    let question_id = format!("question-{id}");
    let asked = question_id.clone();
    let ask = move |_| {
        is_asked.set(true);
        let asked = asked.clone();
        request_animation_frame(move || browser::focus(&asked));
    };
    let stay = Callback::new(move |()| {
        is_asked.set(false);
        request_animation_frame(move || browser::focus(&edit_button(id)));
    });
    let name = profile.name.clone();
    view! {
        <p class="person-name">{profile.name} <span class="count">{known}</span></p>
        <button type="button" id=edit_button(id) class="btn btn-quiet writes" aria-label=edit_name on:click=edit>{words.list.edit}</button>
        <button type="button" class="btn btn-quiet writes" aria-label=delete_name on:click=ask>{t.delete}</button>
        {move || is_asked.get().then(|| view! {
            <DeleteQuestion app t words id question_id=question_id.clone() name=name.clone() stay />
        })}
    }
}

/// A name goes out of all visits, so this is asked first.
#[component]
fn DeleteQuestion(
    app: AppState,
    t: &'static Text,
    words: &'static TeamText,
    id: PersonId,
    question_id: String,
    name: String,
    stay: Callback<()>,
) -> impl IntoView {
    let delete = move |_| {
        delete_person(app, id);
        browser::focus("people-title");
    };
    let labelled_by = question_id.clone();
    view! {
        <div class="notice" data-kind="warn" role="group" aria-labelledby=labelled_by>
            <p id=question_id tabindex="-1">{(words.list.really)(&name)}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=move |_| stay.run(())>{words.form.cancel}</button>
                <button type="button" class="btn btn-danger" on:click=delete>{t.delete}</button>
            </div>
        </div>
    }
}

#[component]
fn EditedRow(
    app: AppState,
    t: &'static Text,
    words: &'static TeamText,
    people: People,
    person: Person,
    edited: RwSignal<Option<PersonId>>,
) -> impl IntoView {
    let (id, initial) = (person.id, person.profile.clone());
    let close = move || {
        edited.set(None);
        // The row is drawn anew.
        request_animation_frame(move || browser::focus(&edit_button(id)));
    };
    let save = Callback::new(move |profile: Profile| {
        is_free(people, &profile.name, Some(id))?;
        let mut person = person.clone();
        if person.change(profile, browser::now()).is_some() {
            keep(app, &person);
        }
        close();
        Ok(())
    });
    view! {
        <PersonForm t words id="edit" initial submit=words.form.save on_submit=save on_cancel=Callback::new(move |()| close()) />
    }
}

fn edit_button(id: PersonId) -> String {
    format!("edit-{id}")
}

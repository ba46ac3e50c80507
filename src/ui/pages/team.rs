//! Team: the people of the school, by hand or from a list.

mod coverage;
mod form;
mod list;
mod sheet;

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Person, PersonId, Profile};
use crate::i18n::{Text, team_text};
use crate::ui::route::Route;
use crate::ui::state::AppState;
pub use coverage::CoveragePage;
use form::{NameError, PersonForm};
use list::PeopleList;
use sheet::SheetCard;

/// Everybody of the list, and how many cannot be read.
type People = Memo<(Vec<Person>, usize)>;

#[component]
pub fn TeamPage(app: AppState, t: &'static Text) -> impl IntoView {
    let words = team_text(t.lang);
    let people: People = Memo::new(move |_| {
        app.visits_changed.track();
        app.shelf().people().unwrap_or_default()
    });
    // Who was added, until the list changes again.
    let added = RwSignal::new((0, String::new()));
    let add = Callback::new(move |profile: Profile| {
        added.set((0, String::new()));
        is_free(people, &profile.name, None)?;
        let text = (words.form.added)(&profile.name);
        keep(app, &Person::begin(PersonId(browser::new_uuid()), profile, browser::now()));
        added.set((app.visits_changed.get_untracked(), text));
        Ok(())
    });
    let is_last = move || added.with(|(change, _)| *change == app.visits_changed.get());
    on_cleanup(move || app.say_kept_no_more());
    view! {
        <h1 id="page-title" tabindex="-1">{t.home.team}</h1>
        <p class="lead">{words.list.lead}</p>
        <div class="actions"><a class="btn" href=Route::Coverage.href()>{words.list.coverage}</a></div>
        <PeopleList app t words people />
        <section class="card writes" aria-labelledby="add-title">
            <h2 id="add-title">{words.form.add_title}</h2>
            <PersonForm t words id="new" initial=Profile::default() submit=words.form.add on_submit=add />
            <p role="status">{move || is_last().then(|| added.with(|(_, text)| text.clone()))}</p>
        </section>
        <SheetCard app t words people />
    }
}

/// Whether somebody may be called so: names are how people are told apart.
fn is_free(people: People, name: &str, own: Option<PersonId>) -> Result<(), NameError> {
    if name.is_empty() {
        return Err(NameError::Empty);
    }
    let folded = name.to_lowercase();
    let is_other = |one: &Person| Some(one.id) != own && one.profile.name.to_lowercase() == folded;
    let is_taken = people.with_untracked(|(people, _)| people.iter().any(is_other));
    if is_taken { Err(NameError::Taken) } else { Ok(()) }
}

/// Keeps somebody, and says so at the top of the screen.
fn keep(app: AppState, person: &Person) {
    app.say_kept(app.shelf().save_person(person), person.updated_at);
    app.tell_visits_changed();
}

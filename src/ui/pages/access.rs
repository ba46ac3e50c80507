//! Inzage: all that is kept about one teacher, to read, to print and as a file.

mod gather;
mod paper;

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{PersonRef, RubricRef};
use crate::exchange::{Access, Purpose};
use crate::i18n::{AccessText, Text, file_stamp, rights_text};
use crate::ui::state::AppState;
use gather::{everybody, gather};
use paper::Paper;

/// How far it is.
#[derive(Clone)]
enum Stage {
    /// Nobody is chosen.
    Asked,
    Gathering,
    Ready(Rc<Access>),
}

#[component]
pub fn AccessPage(app: AppState, t: &'static Text) -> impl IntoView {
    let w = &rights_text(t.lang).access;
    let people = RwSignal::new_local(None::<Vec<PersonRef>>);
    spawn_local(async move {
        let all = everybody(app).await;
        // The screen may be gone by now.
        people.try_set(Some(all));
    });
    let stage = RwSignal::new_local(Stage::Asked);
    let asked = StoredValue::new(0_u32);
    let pick = move |ev| {
        let place = event_target_value(&ev).parse::<usize>().ok();
        let who = people.with_untracked(|people| people.as_ref()?.get(place?).cloned());
        let this = asked.get_value() + 1;
        asked.set_value(this);
        let Some(who) = who else { return stage.set(Stage::Asked) };
        stage.set(Stage::Gathering);
        spawn_local(async move {
            let access = gather(app, who.clone()).await;
            // The screen may be gone, or somebody else asked for.
            if asked.try_get_value() == Some(this) {
                stage.set(Stage::Ready(Rc::new(access)));
            }
        });
    };
    view! {
        <h1 id="page-title" tabindex="-1" class="no-print">{w.title}</h1>
        <p class="lead no-print">{w.lead}</p>
        {move || people.get().map(|people| view! { <Choice w people on_pick=pick /> })}
        {move || match stage.get() {
            Stage::Asked => ().into_any(),
            Stage::Gathering => view! { <p role="status">{w.looking}</p> }.into_any(),
            Stage::Ready(access) => view! {
                <Buttons app w access=Rc::clone(&access) />
                <Paper app t w access=&access />
            }.into_any(),
        }}
    }
}

/// Of whom.
#[component]
fn Choice(
    w: &'static AccessText,
    people: Vec<PersonRef>,
    on_pick: impl Fn(leptos::ev::Event) + 'static,
) -> impl IntoView {
    if people.is_empty() {
        return view! { <p>{w.nobody}</p> }.into_any();
    }
    let options = people.into_iter().enumerate();
    let options = options.map(|(place, who)| view! { <option value=place.to_string()>{who.name}</option> });
    view! {
        <div class="field no-print">
            <label for="access-who">{w.who}</label>
            <select id="access-who" on:change=on_pick><option value="">{w.choose}</option>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

#[component]
fn Buttons(app: AppState, w: &'static AccessText, access: Rc<Access>) -> impl IntoView {
    let save = move |_| {
        let mut refs: Vec<&RubricRef> = access.visits.iter().map(|one| &one.visit.rubric).collect();
        refs.sort_unstable();
        refs.dedup();
        let rubrics: Vec<_> = refs.into_iter().map(|wanted| (*app.rubric_of(wanted)).clone()).collect();
        let header = app.export_header(Purpose::Coaching);
        if let Ok(text) = access.to_json(&header, &rubrics) {
            // A refusal of the browser shows in the browser.
            let _ = browser::download(&format!("{}-{}.json", w.file, file_stamp(header.exported_at)), &text);
        }
    };
    view! {
        <p class="hint no-print">{w.others}</p>
        <div class="actions">
            <button type="button" class="btn btn-primary" on:click=|_| browser::print()>{w.print}</button>
            <button type="button" class="btn" id="access-json" on:click=save>{w.json}</button>
        </div>
    }
}

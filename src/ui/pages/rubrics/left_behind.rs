//! Texts of which one language was changed and the other was not: named before a version is made that never changes.

use leptos::prelude::*;

use super::compare::owner_of;
use super::fields::{Editor, field_in};
use super::publish::{PUBLISH, go_to_place};
use crate::browser;
use crate::domain::{Lang, RubricEdit, RubricPlace};
use crate::ui::route::Route;
use crate::ui::state::AppState;

const NOTICE: &str = "left-behind";

/// Places, each with the language that was left behind.
pub type LeftBehind = Vec<(RubricPlace, Lang)>;

/// Those of the rubric as it is now.
fn found(app: AppState, editor: Editor) -> LeftBehind {
    editor.session.peek(|draft| {
        let from = app.known_rubric(&draft.from);
        from.map(|from| draft.rubric.left_behind_since(&from)).unwrap_or_default()
    })
}

/// Whether there is one that the screen has not named yet; then it names all of them.
pub fn names_more(app: AppState, editor: Editor, named: RwSignal<LeftBehind>) -> bool {
    let found = found(app, editor);
    let is_new = named.with_untracked(|named| found.iter().any(|one| !named.contains(one)));
    if is_new {
        named.set(found);
        request_animation_frame(|| browser::go_to_top(NOTICE));
    }
    is_new
}

/// What was named, each with a link to its field. A warning: who means it so publishes.
#[component]
pub fn LeftBehindNotice(app: AppState, editor: Editor, named: RwSignal<LeftBehind>) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    let w = &words.left_behind;
    let clear = move |_| {
        // Not what was put right meanwhile.
        let places = found(app, editor).into_iter().filter(|(_, lang)| *lang == Lang::En);
        let places: Vec<_> = places.map(|(place, _)| place).collect();
        for place in &places {
            browser::write_in_field(&field_in(place, Lang::En), "");
        }
        session.tap(RubricEdit::ClearEnglish(places));
        named.update(|named| named.retain(|(_, lang)| *lang != Lang::En));
        browser::focus(PUBLISH);
    };
    let of = move |wanted: Lang, title: &'static str| {
        let places = named.get().into_iter().filter(move |(_, lang)| *lang == wanted);
        let items = places.map(|(place, lang)| {
            let text = session.peek(|draft| words.place(&place, &owner_of(&draft.rubric, &place)));
            let go = move |ev: leptos::ev::MouseEvent| {
                ev.prevent_default();
                session.peek(|draft| go_to_place(editor, &draft.rubric, &place, lang));
            };
            view! { <li><a href=Route::Draft(session.id()).href() on:click=go>{text}</a></li> }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <p>{title}</p> <ul>{items}</ul> })
    };
    move || {
        named.with(|named| !named.is_empty()).then(|| {
            let english = of(Lang::En, w.english).map(|list| {
                view! {
                    {list}
                    <p>{words.editor.english_hint}</p>
                    <div class="actions"><button type="button" class="btn" on:click=clear>{w.clear}</button></div>
                }
            });
            view! {
                <section id=NOTICE class="notice" data-kind="warn" tabindex="-1" aria-labelledby="left-behind-title">
                    <h2 id="left-behind-title">{w.title}</h2>
                    {english}
                    {of(Lang::Nl, w.dutch)}
                    <p>{w.go_on}</p>
                </section>
            }
        })
    }
}

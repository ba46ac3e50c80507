//! Publishing: what is still missing, or a version that never changes.

use leptos::prelude::*;

use super::compare::owner_of;
use super::fields::{Editor, field_id, field_in};
use super::left_behind::{LeftBehind, names_more};
use super::list::newest_version;
use crate::browser;
use crate::domain::{IndicatorId, Lang, Rubric, RubricError, RubricPlace};
use crate::exchange::rubric_ref;
use crate::store::SaveStatus;
use crate::ui::route::Route;
use crate::ui::state::AppState;

const SUMMARY: &str = "rubric-problems";

/// The id of the button.
pub const PUBLISH: &str = "publish";

/// Publishes, or says what is still missing, or first where one language was left behind.
pub fn publish(
    app: AppState,
    editor: Editor,
    problems: RwSignal<Vec<RubricError>>,
    left_behind: RwSignal<LeftBehind>,
) {
    let session = editor.session;
    session.flush();
    let made = session.peek(|draft| draft.publish(newest_version(app, &draft.rubric)));
    let rubric = match made {
        Ok(rubric) => rubric,
        Err(found) => {
            problems.set(found);
            request_animation_frame(|| browser::go_to_top(SUMMARY));
            return;
        }
    };
    if names_more(app, editor, left_behind) {
        problems.set(Vec::new());
        return;
    }
    let shelf = app.shelf();
    // The draft goes when the version is there.
    let kept = shelf.save_rubric(&rubric).and_then(|()| shelf.delete_draft(session.id()));
    if let Err(error) = kept {
        app.save.set(SaveStatus::Failed(error));
        return;
    }
    // The default is a rubric of the school, in its newest version.
    let is_default = app.settings().rubric.is_some_and(|chosen| chosen.id == rubric.id);
    if is_default {
        app.change_settings(|settings| settings.rubric = Some(rubric_ref(&rubric)));
    }
    let title = rubric.title.get(editor.t.lang);
    app.leave_message((editor.words.list.published)(title, rubric.version));
    app.tell_visits_changed();
    browser::set_hash(&Route::Rubrics.to_string());
}

/// What is still missing, each with a link to its field.
#[component]
pub fn Problems(editor: Editor, problems: RwSignal<Vec<RubricError>>) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    move || {
        let found = problems.get();
        (!found.is_empty()).then(|| {
            let items = found.into_iter().map(|problem| {
                let owner = match &problem {
                    RubricError::NoText(place) => session.peek(|draft| owner_of(&draft.rubric, place)),
                    _ => String::new(),
                };
                let text = words.problem(&problem, &owner);
                let go = move |ev: leptos::ev::MouseEvent| {
                    // The address names the screen, so the link moves the focus itself.
                    ev.prevent_default();
                    session.peek(|draft| go_to(editor, &draft.rubric, &problem));
                };
                view! { <li><a href=Route::Draft(session.id()).href() on:click=go>{text}</a></li> }
            });
            view! {
                <section id=SUMMARY class="notice" data-kind="error" tabindex="-1" aria-labelledby="rubric-problems-title">
                    <h2 id="rubric-problems-title">{words.problem.title}</h2>
                    <ul>{items.collect_view()}</ul>
                </section>
            }
        })
    }
}

/// Opens what holds the field, and goes there.
fn go_to(editor: Editor, rubric: &Rubric, problem: &RubricError) {
    let field = match problem {
        RubricError::NoText(place) => return go_to_place(editor, rubric, place, Lang::Nl),
        RubricError::Empty(Some(id)) => field_id(&RubricPlace::Domain(id.clone())),
        RubricError::Scale => "rubric-points".to_owned(),
        RubricError::Empty(None) | RubricError::Twice(_) => "domains-title".to_owned(),
    };
    go_to_field(field);
}

/// Opens what holds the field of a text, and goes there.
pub fn go_to_place(editor: Editor, rubric: &Rubric, place: &RubricPlace, lang: Lang) {
    if let Some(id) = indicator_of(rubric, place) {
        editor.opened.set(Some(id));
    }
    if lang == Lang::En {
        editor.with_english.set(true);
    }
    go_to_field(field_in(place, lang));
}

fn go_to_field(field: String) {
    request_animation_frame(move || {
        let _ = browser::go_to(&field);
    });
}

fn indicator_of(rubric: &Rubric, place: &RubricPlace) -> Option<IndicatorId> {
    match place {
        RubricPlace::Sentence(id) | RubricPlace::Low(id) | RubricPlace::High(id) => Some(id.clone()),
        RubricPlace::LookFor(_) => owner_of(rubric, place).parse().ok(),
        RubricPlace::Title | RubricPlace::Label(_) | RubricPlace::Domain(_) => None,
    }
}

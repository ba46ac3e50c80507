//! The editor: a rubric in the making.

use leptos::prelude::*;

use super::domains::{Domains, add_domain};
use super::fields::{Editor, PlaceField};
use super::left_behind::LeftBehindNotice;
use super::list::{next_version, title_of};
use super::paper::Paper;
use super::publish::{PUBLISH, Problems, publish};
use super::retired::Retired;
use super::scale::ScaleCard;
use crate::domain::{DraftId, Lang, RubricDraft, RubricEdit, RubricPlace};
use crate::i18n::{RubricText, Text, rubric_text};
use crate::ui::pages::not_found::NotFoundPage;
use crate::ui::parts::{BottomBar, TextArea, UndoButton};
use crate::ui::route::Route;
use crate::ui::rubric_session::RubricSession;
use crate::ui::state::AppState;

#[component]
pub fn DraftPage(app: AppState, t: &'static Text, id: DraftId) -> impl IntoView {
    let words = rubric_text(t.lang);
    match app.shelf().draft(id) {
        Ok(Some(draft)) => view! { <OneDraft app t words draft /> }.into_any(),
        Ok(None) => view! { <NotFoundPage t /> }.into_any(),
        Err(error) => view! {
            <h1 id="page-title" tabindex="-1">{words.list.unreadable}</h1>
            <p class="error">{t.store_error(&error)}</p>
            <div class="actions"><a class="btn" href=Route::Data.href()>{t.data().title}</a></div>
        }
        .into_any(),
    }
}

#[component]
fn OneDraft(
    app: AppState,
    t: &'static Text,
    words: &'static RubricText,
    draft: RubricDraft,
) -> impl IntoView {
    let has_english = draft.rubric.texts().any(|(_, text)| !text.en.is_empty());
    let lead = if draft.is_next_version() {
        (words.editor.lead_next)(next_version(app, &draft))
    } else {
        words.editor.lead_copy.to_owned()
    };
    let session = RubricSession::open(app, draft);
    let editor = Editor {
        t,
        words,
        session,
        with_english: RwSignal::new((has_english || t.lang == Lang::En) && !app.settings().hides_english),
        opened: RwSignal::new(None),
        dragged: RwSignal::new(None),
    };
    let (problems, left_behind) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    view! {
        <p class="no-print"><a class="btn btn-quiet rubric-back" href=Route::Rubrics.href()>{words.list.all}</a></p>
        <h1 id="page-title" tabindex="-1">{move || session.read(|draft| title_of(words, &draft.rubric, t))}</h1>
        <p class="lead">{lead}</p>
        {move || {
            // In a tab that does not write the rubric is for reading.
            if !app.is_writer.get() {
                return session.read(|draft| view! {
                    <p>{words.editor.read_only}</p>
                    <Paper t words title=title_of(words, &draft.rubric, t) rubric=&draft.rubric />
                }.into_any());
            }
            view! {
                <Problems editor problems />
                <LeftBehindNotice app editor named=left_behind />
                <div class="rubric-edit">
                    <About app editor />
                    <ScaleCard editor />
                    <Domains editor />
                    <Retired editor />
                </div>
                <p class="hint">{words.editor.publish_lead}</p>
                <BottomBar>
                    <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
                    <button type="button" class="btn" on:click=move |_| add_domain(editor)>{words.editor.add_domain}</button>
                    <button id=PUBLISH type="button" class="btn btn-primary" on:click=move |_| publish(app, editor, problems, left_behind)>
                        {words.editor.publish}
                    </button>
                </BottomBar>
            }.into_any()
        }}
    }
}

/// The title and the sources.
#[component]
fn About(app: AppState, editor: Editor) -> impl IntoView {
    let Editor { words, session, with_english, .. } = editor;
    let sources = Callback::new(move |text: String| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        session.typed(RubricEdit::Sources(lines.map(str::to_owned).collect()));
    });
    let show_english = move |ev| {
        let shows = event_target_checked(&ev);
        with_english.set(shows);
        app.change_settings(|settings| settings.hides_english = !shows);
    };
    view! {
        <section class="card" aria-labelledby="about-title">
            <h2 id="about-title">{words.editor.about}</h2>
            <label class="check">
                <input type="checkbox" prop:checked=move || with_english.get() on:change=show_english />
                <span>{words.editor.with_english}</span>
            </label>
            <p class="hint">{words.editor.english_hint}</p>
            {move || {
                session.drawing();
                let lines = session.peek(|draft| draft.rubric.sources.join("\n"));
                view! {
                    <PlaceField editor place=RubricPlace::Title label=words.field.title />
                    <TextArea id="rubric-sources" label=editor.t.may_stay_empty(words.field.sources) hint=words.field.sources_hint
                        initial=lines on_type=sources />
                }
            }}
        </section>
    }
}

//! The scale: how many points, and what they mean.

use leptos::prelude::*;

use super::fields::{Editor, PlaceField};
use crate::domain::{LangText, RubricEdit, RubricPlace, SCALE_LENGTHS, ScalePoint, Score};

#[component]
pub fn ScaleCard(editor: Editor) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    let is_fixed = session.peek(|draft| draft.is_next_version());
    let points = Memo::new(move |_| session.read(|draft| draft.rubric.scores().collect::<Vec<_>>()));
    let pick = move |ev| {
        if let Ok(length) = event_target_value(&ev).parse() {
            session.tap(RubricEdit::Scale(session.peek(|draft| of_length(&draft.rubric.scale, length))));
        }
    };
    let length = move || {
        session.drawing();
        let options = SCALE_LENGTHS.map(|length| {
            let is_chosen = points.with_untracked(Vec::len) == length;
            view! { <option value=length selected=is_chosen>{length}</option> }
        });
        view! {
            <div class="field rubric-length">
                <label for="rubric-points">{words.editor.points}</label>
                <select id="rubric-points" on:change=pick>{options.collect_view()}</select>
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="scale-title">
            <h2 id="scale-title">{words.editor.scale}</h2>
            {if is_fixed { view! { <p class="hint">{words.editor.scale_fixed}</p> }.into_any() } else { length.into_any() }}
            {move || {
                session.drawing();
                let fields = points.get().into_iter().map(|point| {
                    view! { <PlaceField editor place=RubricPlace::Label(point) label=(words.field.label)(point.get()) /> }
                });
                fields.collect_view()
            }}
        </section>
    }
}

/// The first of these points, and empty ones as many as are wanted more.
fn of_length(scale: &[ScalePoint], length: usize) -> Vec<ScalePoint> {
    let blank = |value| ScalePoint { value, label: LangText { nl: String::new(), en: String::new() } };
    let here = scale.iter().cloned().map(Some).chain(std::iter::repeat(None));
    Score::longest_scale()
        .take(length)
        .zip(here)
        .map(|(value, here)| here.unwrap_or_else(|| blank(value)))
        .collect()
}

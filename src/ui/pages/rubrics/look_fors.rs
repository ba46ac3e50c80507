//! The look-fors of an indicator in the editor.

use leptos::prelude::*;

use super::domains::blank;
use super::fields::{Editor, PlaceField, field_id};
use crate::browser;
use crate::domain::{IndicatorId, LookFor, LookForId, RubricEdit, RubricPlace};

#[component]
pub fn LookFors(editor: Editor, id: IndicatorId) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    let title = StoredValue::new(format!("looks-{id}"));
    let id = StoredValue::new(id);
    let looks = Memo::new(move |_| {
        let drawing = session.drawing();
        session.read(|draft| {
            let all = draft.rubric.indicator(&id.get_value()).map(|one| &one.look_fors);
            all.into_iter().flatten().map(|one| (one.id.clone(), drawing)).collect::<Vec<_>>()
        })
    });
    let number = move |look: &LookForId| {
        looks.with(|all| all.iter().position(|(one, _)| one == look)).unwrap_or_default() + 1
    };
    let add = move |_| {
        let new = LookForId::under(&id.get_value(), browser::new_uuid());
        let look_for = LookFor { id: new.clone(), text: blank() };
        session.tap(RubricEdit::InsertLookFor(id.get_value(), usize::MAX, look_for));
        request_animation_frame(move || browser::focus(&field_id(&RubricPlace::LookFor(new))));
    };
    view! {
        <section class="rubric-look-fors" aria-labelledby=title.get_value()>
            <h4 id=title.get_value() tabindex="-1">{words.editor.look_fors}</h4>
            <ol>
                // One that has another number is another item.
                <For each=move || looks.get().into_iter().enumerate() key=|key| key.clone() let:key>
                    <LookForItem editor id=key.1.0 number=Callback::new(move |look| number(&look)) heading=title />
                </For>
            </ol>
            <div class="actions">
                <button type="button" class="btn" on:click=add>{words.editor.add_look_for}</button>
            </div>
        </section>
    }
}

#[component]
fn LookForItem(
    editor: Editor,
    id: LookForId,
    number: Callback<LookForId, usize>,
    heading: StoredValue<String>,
) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    let place = RubricPlace::LookFor(id.clone());
    let id = StoredValue::new(id);
    let label = (words.editor.numbered)(number.run(id.get_value()));
    let move_by = move |up: bool| {
        let at = number.run(id.get_value()) - 1;
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to {
            let button = move_id(&id.get_value(), up);
            session.tap(RubricEdit::MoveLookFor(id.get_value(), to));
            request_animation_frame(move || browser::focus(&button));
        }
    };
    let remove = move |_| {
        session.tap(RubricEdit::RemoveLookFor(id.get_value()));
        heading.with_value(|heading| browser::focus(heading));
    };
    let named = |what: &str| format!("{what}: {label}");
    let [up, down, away] = [words.editor.up, words.editor.down, words.editor.remove].map(named);
    view! {
        <li class="rubric-look-for">
            <PlaceField editor place label=label />
            <div class="rubric-bar">
                <button type="button" id=move_id(&id.get_value(), true) class="btn btn-quiet" aria-label=up on:click=move |_| move_by(true)>"↑"</button>
                <button type="button" id=move_id(&id.get_value(), false) class="btn btn-quiet" aria-label=down on:click=move |_| move_by(false)>"↓"</button>
                <button type="button" class="btn btn-quiet" aria-label=away on:click=remove>{words.editor.remove}</button>
            </div>
        </li>
    }
}

/// The id of the button that moves a look-for.
fn move_id(id: &LookForId, up: bool) -> String {
    format!("look-{}-{id}", if up { "up" } else { "down" })
}

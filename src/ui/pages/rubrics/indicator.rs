//! An indicator in the editor: in short, and all of it when it is opened.

use leptos::ev::DragEvent;
use leptos::prelude::*;

use super::fields::{Editor, PlaceField};
use super::look_fors::LookFors;
use crate::browser;
use crate::domain::{DomainId, IndicatorId, Rubric, RubricEdit, RubricPlace};

/// The id of the button that opens an indicator.
pub fn head_id(id: &IndicatorId) -> String {
    format!("head-{id}")
}

#[component]
pub fn IndicatorItem(editor: Editor, id: IndicatorId) -> impl IntoView {
    let Editor { words, session, opened, dragged, .. } = editor;
    let button = head_id(&id);
    let id = StoredValue::new(id);
    let is_open = Memo::new(move |_| opened.with(|opened| opened.as_ref() == Some(&id.get_value())));
    let sentence = Memo::new(move |_| {
        session.read(|draft| {
            let text = draft
                .rubric
                .indicator(&id.get_value())
                .map(|one| one.text.get(editor.t.lang).trim().to_owned());
            text.filter(|text| !text.is_empty()).unwrap_or_else(|| words.editor.untitled.to_owned())
        })
    });
    let toggle = move |_| opened.set((!is_open.get_untracked()).then(|| id.get_value()));
    let move_by = move |up: bool| {
        let to = session.peek(|draft| neighbour(&draft.rubric, &id.get_value(), up));
        if let Some((domain, place)) = to {
            // In another domain it is another row: this one, and what it keeps, is gone by then.
            let button = move_id(&id.get_value(), up);
            session.tap(RubricEdit::MoveIndicator(id.get_value(), domain, place));
            request_animation_frame(move || browser::focus(&button));
        }
    };
    let drop = move |ev: DragEvent| {
        ev.prevent_default();
        let Some(moved) = dragged.get_untracked() else { return };
        dragged.set(None);
        if let Some((domain, place)) = session.peek(|draft| place_of(&draft.rubric, &id.get_value())) {
            session.tap(RubricEdit::MoveIndicator(moved, domain, place));
        }
    };
    let start = move |ev: &DragEvent| {
        browser::let_drag(ev, id.get_value().as_str());
        dragged.set(Some(id.get_value()));
    };
    let named = move |what: &str| format!("{what}: {}", id.get_value());
    view! {
        <li class="rubric-indicator" data-indicator=id.get_value().to_string() draggable=move || (!is_open.get()).to_string()
            on:dragstart=move |ev| start(&ev) on:dragend=move |_| dragged.set(None)
            on:dragover=move |ev| ev.prevent_default() on:drop=drop>
            <div class="rubric-bar">
                <button type="button" id=button class="rubric-open" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    <b>{id.get_value().to_string()}</b> " " <span>{move || sentence.get()}</span>
                </button>
                <button type="button" id=move_id(&id.get_value(), true) class="btn btn-quiet" aria-label=named(words.editor.up)
                    on:click=move |_| move_by(true)>"↑"</button>
                <button type="button" id=move_id(&id.get_value(), false) class="btn btn-quiet" aria-label=named(words.editor.down)
                    on:click=move |_| move_by(false)>"↓"</button>
            </div>
            {move || is_open.get().then(|| view! { <IndicatorForm editor id=id.get_value() /> })}
        </li>
    }
}

fn move_id(id: &IndicatorId, up: bool) -> String {
    format!("{}-{id}", if up { "up" } else { "down" })
}

/// Where an indicator stands.
fn place_of(rubric: &Rubric, id: &IndicatorId) -> Option<(DomainId, usize)> {
    let mut domains = rubric.domains.iter();
    domains.find_map(|domain| {
        let place = domain.indicators.iter().position(|one| one.id == *id)?;
        Some((domain.id.clone(), place))
    })
}

/// The indicator after this one, or else the one before it.
fn beside<'a>(rubric: &'a Rubric, id: &IndicatorId) -> Option<&'a IndicatorId> {
    let mut before = None;
    let mut all = rubric.indicators().map(|one| &one.id);
    for one in all.by_ref().take_while(|one| *one != id) {
        before = Some(one);
    }
    all.next().or(before)
}

/// The place above or below: at the end of a domain the next domain begins.
fn neighbour(rubric: &Rubric, id: &IndicatorId, up: bool) -> Option<(DomainId, usize)> {
    let (at, domain) =
        rubric.domains.iter().enumerate().find(|(_, one)| one.indicators.iter().any(|one| one.id == *id))?;
    let place = domain.indicators.iter().position(|one| one.id == *id)?;
    match (up, place) {
        (true, 0) => {
            let above = rubric.domains.get(at.checked_sub(1)?)?;
            Some((above.id.clone(), above.indicators.len()))
        }
        (true, place) => Some((domain.id.clone(), place - 1)),
        (false, place) if place + 1 < domain.indicators.len() => Some((domain.id.clone(), place + 1)),
        (false, _) => rubric.domains.get(at + 1).map(|below| (below.id.clone(), 0)),
    }
}

#[component]
fn IndicatorForm(editor: Editor, id: IndicatorId) -> impl IntoView {
    let Editor { words, session, opened, .. } = editor;
    let must_stay = session.peek(|draft| draft.must_stay(&id));
    let looked_at = id.clone();
    let gone = id.clone();
    let remove = move |_| {
        opened.set(None);
        let next = session.peek(|draft| beside(&draft.rubric, &gone).map(head_id));
        session.tap(if must_stay {
            RubricEdit::Retire(gone.clone(), usize::MAX)
        } else {
            RubricEdit::RemoveIndicator(gone.clone())
        });
        browser::focus(next.as_deref().unwrap_or("domains-title"));
    };
    view! {
        <div class="rubric-form">
            <PlaceField editor place=RubricPlace::Sentence(id.clone()) label=words.field.sentence hint=words.field.sentence_hint is_long=true />
            <PlaceField editor place=RubricPlace::Low(id.clone()) label=words.field.low is_long=true />
            <PlaceField editor place=RubricPlace::High(id) label=words.field.high is_long=true />
            <LookFors editor id=looked_at />
            <div class="actions">
                <button type="button" class="btn btn-danger" on:click=remove>
                    {if must_stay { words.editor.retire } else { words.editor.remove }}
                </button>
            </div>
        </div>
    }
}

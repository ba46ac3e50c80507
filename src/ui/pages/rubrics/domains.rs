//! The domains with their indicators in short; one that is opened can be changed in place.

use leptos::prelude::*;

use super::fields::{Editor, PlaceField, field_id};
use super::indicator::{IndicatorItem, head_id};
use crate::browser;
use crate::domain::{DomainId, Indicator, LangText, RubricDomain, RubricEdit, RubricPlace};

/// A text that is still to be written.
pub fn blank() -> LangText {
    LangText { nl: String::new(), en: String::new() }
}

/// Adds a domain at the end.
pub fn add_domain(editor: Editor) {
    let id = editor.session.peek(|draft| draft.next_domain());
    let domain = RubricDomain { id: id.clone(), title: blank(), indicators: Vec::new() };
    editor.session.tap(RubricEdit::InsertDomain(usize::MAX, domain));
    request_animation_frame(move || browser::focus(&field_id(&RubricPlace::Domain(id))));
}

#[component]
pub fn Domains(editor: Editor) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    let ids = Memo::new(move |_| {
        let drawing = session.drawing();
        session.read(|draft| {
            draft.rubric.domains.iter().map(|one| (one.id.clone(), drawing)).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="rubric-domains" aria-labelledby="domains-title">
            <h2 id="domains-title" tabindex="-1">{words.editor.domains}</h2>
            <p class="hint">{words.editor.drag}</p>
            <For each=move || ids.get() key=|key| key.clone() let:key>
                <DomainCard editor id=key.0 />
            </For>
        </section>
    }
}

#[component]
fn DomainCard(editor: Editor, id: DomainId) -> impl IntoView {
    let Editor { words, session, .. } = editor;
    let place = RubricPlace::Domain(id.clone());
    let [heading, heading_named] = [(); 2].map(|()| format!("domain-{id}-title"));
    let id = StoredValue::new(id);
    let domain = move || id.get_value();
    let title = move || {
        let title = session.read(|draft| draft.rubric.domain_title(&domain(), editor.t.lang));
        format!("{}: {title}", domain())
    };
    let indicators = Memo::new(move |_| {
        session.read(|draft| {
            let here = draft.rubric.domains.iter().find(|one| one.id == domain());
            here.map(|here| here.indicators.iter().map(|one| one.id.clone()).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let move_by = move |up: bool| {
        let at = session.peek(|draft| draft.rubric.domains.iter().position(|one| one.id == domain()));
        let Some(at) = at else { return };
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(to) = to {
            session.tap(RubricEdit::MoveDomain(domain(), to));
            request_animation_frame(move || browser::focus(&move_id(&domain(), up)));
        }
    };
    let remove = move |_| {
        session.tap(RubricEdit::RemoveDomain(domain()));
        browser::focus("domains-title");
    };
    let add = move |_| add_indicator(editor, &domain());
    // Onto the free place behind the last one.
    let drop = move |ev: leptos::ev::DragEvent| {
        ev.prevent_default();
        if let Some(dragged) = editor.dragged.get_untracked() {
            editor.dragged.set(None);
            session.tap(RubricEdit::MoveIndicator(dragged, domain(), usize::MAX));
        }
    };
    let named = move |what: &str| format!("{what}: {} {}", words.field.domain, domain());
    view! {
        <section class="card rubric-domain-card" data-domain=domain().to_string() aria-labelledby=heading_named>
            <div class="rubric-bar">
                <h3 id=heading>{title}</h3>
                <span class="count">{move || (words.editor.indicators)(indicators.with(Vec::len))}</span>
                <button type="button" id=move_id(&domain(), true) class="btn btn-quiet" aria-label=named(words.editor.up) on:click=move |_| move_by(true)>"↑"</button>
                <button type="button" id=move_id(&domain(), false) class="btn btn-quiet" aria-label=named(words.editor.down) on:click=move |_| move_by(false)>"↓"</button>
            </div>
            <PlaceField editor place label=words.field.title />
            <ol class="rubric-indicators">
                <For each=move || indicators.get() key=|id| id.clone() let:id>
                    <IndicatorItem editor id />
                </For>
            </ol>
            <div class="actions" on:dragover=move |ev| ev.prevent_default() on:drop=drop>
                <button type="button" class="btn" aria-label=named(words.editor.add_indicator) on:click=add>
                    {words.editor.add_indicator}
                </button>
                <button type="button" class="btn btn-quiet" aria-label=named(words.editor.remove_domain) on:click=remove>
                    {words.editor.remove_domain}
                </button>
            </div>
        </section>
    }
}

/// The id of the button that moves a domain.
fn move_id(id: &DomainId, up: bool) -> String {
    format!("domain-{}-{id}", if up { "up" } else { "down" })
}

/// Adds an indicator at the end of a domain and opens it.
fn add_indicator(editor: Editor, domain: &DomainId) {
    let id = editor.session.peek(|draft| draft.next_indicator(domain));
    let new = Indicator { id: id.clone(), text: blank(), look_fors: Vec::new(), low: blank(), high: blank() };
    editor.session.tap(RubricEdit::InsertIndicator(domain.clone(), usize::MAX, new));
    editor.opened.set(Some(id.clone()));
    request_animation_frame(move || {
        // At the top first, so that what is to be filled in is in sight.
        browser::go_to_top(&head_id(&id));
        browser::focus(&field_id(&RubricPlace::Sentence(id)));
    });
}

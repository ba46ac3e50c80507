//! The indicators that are no longer used.

use leptos::prelude::*;

use super::fields::Editor;
use crate::browser;
use crate::domain::{DomainId, IndicatorId, Rubric, RubricEdit};

#[component]
pub fn Retired(editor: Editor) -> impl IntoView {
    let Editor { t, words, session, .. } = editor;
    let retired = Memo::new(move |_| {
        session.read(|draft| {
            let named =
                draft.rubric.retired.iter().map(|one| (one.id.clone(), one.text.get(t.lang).to_owned()));
            named.collect::<Vec<_>>()
        })
    });
    let bring_back = move |id: IndicatorId| {
        if let Some(domain) = session.peek(|draft| home_of(&draft.rubric, &id)) {
            session.tap(RubricEdit::BringBack(id, domain, usize::MAX));
            browser::focus("domains-title");
        }
    };
    move || {
        (!retired.with(Vec::is_empty)).then(|| view! {
            <section class="card" aria-labelledby="retired-title">
                <h2 id="retired-title">{words.editor.retired}</h2>
                <p class="hint">{words.editor.retired_lead}</p>
                <ul class="rubric-list">
                    {retired.get().into_iter().map(|(id, sentence)| {
                        let label = format!("{}: {id}", words.editor.bring_back);
                        let name = format!("{id} {sentence}");
                        view! {
                            <li class="rubric-bar">
                                <span class="rubric-open">{name}</span>
                                <button type="button" class="btn" aria-label=label on:click=move |_| bring_back(id.clone())>
                                    {words.editor.bring_back}
                                </button>
                            </li>
                        }
                    }).collect_view()}
                </ul>
            </section>
        })
    }
}

/// The domain whose name an indicator bears, or else the last one.
fn home_of(rubric: &Rubric, id: &IndicatorId) -> Option<DomainId> {
    let bears = |domain: &&DomainId| id.as_str().starts_with(domain.as_str());
    let domains = || rubric.domains.iter().map(|domain| &domain.id);
    domains().find(bears).or_else(|| domains().next_back()).cloned()
}

//! The text of an export, pasted: where a file cannot be picked, or came in a message.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::i18n::Text;

/// Folded away until it is needed; `read` gets the text as it was pasted.
#[component]
pub fn PasteField(t: &'static Text, read: Callback<String>) -> impl IntoView {
    let field = NodeRef::<Textarea>::new();
    let read = move |_| {
        if let Some(field) = field.get_untracked() {
            read.run(field.value());
        }
    };
    view! {
        <details>
            <summary>{t.import().paste}</summary>
            <div class="field">
                <label for="import-text">{t.import().paste_label}</label>
                <textarea id="import-text" class="export-text" rows="4" autocomplete="off" spellcheck="false" node_ref=field></textarea>
                <div class="actions">
                    <button type="button" class="btn" on:click=read>{t.import().paste_read}</button>
                </div>
            </div>
        </details>
    }
}

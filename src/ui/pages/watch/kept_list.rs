//! A list of short texts that the observer edits where it is used: one on each line. It is kept on the device.

use leptos::prelude::*;

use crate::browser;
use crate::i18n::Text;
use crate::store::Settings;
use crate::ui::parts::TextArea;
use crate::ui::state::AppState;

/// What tells one list from another.
pub struct ListKind {
    /// The id of its field; the button that opens it has this id with `-edit`.
    pub id: &'static str,
    /// The texts of a list that was typed, one on each line.
    pub read: fn(&str) -> Vec<String>,
    /// Puts the list into the settings.
    pub keep: fn(&mut Settings, Vec<String>),
}

/// A list with its state on screen; cheap to copy.
#[derive(Clone, Copy)]
pub struct KeptList {
    app: AppState,
    kind: &'static ListKind,
    /// The texts, as they were when they were last edited to the end.
    pub items: RwSignal<Vec<String>>,
    /// Whether it is being edited.
    pub is_editing: RwSignal<bool>,
}

impl KeptList {
    /// The list as it is kept.
    pub fn open(app: AppState, kind: &'static ListKind, items: Vec<String>) -> Self {
        Self { app, kind, items: RwSignal::new(items), is_editing: RwSignal::new(false) }
    }

    fn opener(self) -> String {
        format!("{}-edit", self.kind.id)
    }

    fn close(self) {
        self.is_editing.set(false);
        browser::focus(&self.opener());
    }
}

/// The button that opens the list for change, or closes it.
#[component]
pub fn ListOpener(list: KeptList, name: &'static str, t: &'static Text) -> impl IntoView {
    let is_editing = list.is_editing;
    view! {
        <button type="button" id=list.opener() class="btn btn-quiet" aria-label=name
            aria-expanded=move || if is_editing.get() { "true" } else { "false" }
            on:click=move |_| is_editing.update(|is_editing| *is_editing = !*is_editing)>{t.check().change}</button>
    }
}

/// The list as one field, as long as it is edited. Each key is kept; what shows the list changes once it is done.
#[component]
pub fn ListEditor(t: &'static Text, list: KeptList, name: &'static str, hint: &'static str) -> impl IntoView {
    let KeptList { app, kind, items, is_editing } = list;
    let edit = move || {
        let typed = StoredValue::new(items.get_untracked());
        let on_type = Callback::new(move |text: String| {
            let texts = (kind.read)(&text);
            typed.set_value(texts.clone());
            app.change_settings(|settings| (kind.keep)(settings, texts));
        });
        // Also when the screen goes, where nobody reads it any more.
        on_cleanup(move || drop(typed.try_get_value().map(|typed| items.try_set(typed))));
        request_animation_frame(move || browser::focus(kind.id));
        let initial = items.with_untracked(|items| items.join("\n"));
        view! {
            <div class="list-editor" on:keydown=move |ev| if ev.key() == "Escape" { list.close() }>
                <TextArea id=kind.id label=name hint initial on_type />
                <button type="button" class="btn btn-primary" on:click=move |_| list.close()>{t.lesson().done}</button>
            </div>
        }
    };
    move || is_editing.get().then(edit)
}

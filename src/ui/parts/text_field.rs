//! Text fields. They are uncontrolled: the first text is set once, after that the field only tells what was typed.
//! Writing the value back while typing would break input methods and move the cursor. Only undo writes into a field.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

/// The type of an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// One line of text.
    #[default]
    Text,
    /// A day.
    Date,
    /// A whole number.
    Number,
}

impl InputKind {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Number => "number",
        }
    }
}

/// A label with a one-line field.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] kind: InputKind,
    initial: String,
    /// What undo has made of it; what the field shows already is not written again.
    #[prop(optional)]
    undone: Option<Memo<String>>,
    on_type: Callback<String>,
) -> impl IntoView {
    let hint_id = hint_id(&id, &hint);
    let field = NodeRef::<Input>::new();
    write_undone(
        undone,
        move || field.get().map(|field| field.value()),
        move |text| {
            if let Some(field) = field.get_untracked() {
                field.set_value(text);
            }
        },
    );
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_line(&hint_id, hint)}
            <input id=id node_ref=field type=kind.name() aria-describedby=hint_id prop:value=initial autocomplete="off"
                on:input=move |ev| on_type.run(event_target_value(&ev)) />
        </div>
    }
}

/// A label with a field of several lines that grows.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    initial: String,
    /// As in [`TextField`].
    #[prop(optional)]
    undone: Option<Memo<String>>,
    on_type: Callback<String>,
) -> impl IntoView {
    let hint_id = hint_id(&id, &hint);
    let field = NodeRef::<Textarea>::new();
    write_undone(
        undone,
        move || field.get().map(|field| field.value()),
        move |text| {
            if let Some(field) = field.get_untracked() {
                field.set_value(text);
            }
        },
    );
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_line(&hint_id, hint)}
            <textarea id=id node_ref=field rows="2" aria-describedby=hint_id prop:value=initial
                on:input=move |ev| on_type.run(event_target_value(&ev))></textarea>
        </div>
    }
}

/// Writes what undo has made of a field into it, unless it stands there.
fn write_undone(
    undone: Option<Memo<String>>,
    shown: impl Fn() -> Option<String> + 'static,
    write: impl Fn(&str) + 'static,
) {
    let Some(undone) = undone else { return };
    Effect::new(move |_| {
        let text = undone.get();
        if shown().is_some_and(|shown| shown != text) {
            write(&text);
        }
    });
}

fn hint_id(id: &str, hint: &str) -> Option<String> {
    (!hint.is_empty()).then(|| format!("{id}-hint"))
}

fn hint_line(id: &Option<String>, hint: String) -> impl IntoView + use<> {
    let id = id.clone();
    id.map(|id| view! { <p class="hint" id=id>{hint}</p> })
}

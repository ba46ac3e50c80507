//! Text fields. They are uncontrolled: the first text is set once, after that the field only tells what was typed.
//! Writing the value back while typing would break input methods and move the cursor.

use chrono::Datelike;
use leptos::html;
use leptos::prelude::*;

use crate::domain::parse_day;

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
    /// The list of what it offers, by id.
    #[prop(optional)]
    offers: Option<&'static str>,
    /// It tells what was typed when it is left, not at each key: half a number or day is another one.
    #[prop(optional)]
    late: bool,
    initial: String,
    on_type: Callback<String>,
) -> impl IntoView {
    let hint_id = hint_id(&id, &hint);
    // A field that is taken off the screen in the middle of a word says at last that it changed: then nobody is there any more.
    let told = StoredValue::new(initial.clone());
    let tell = move |text: String| {
        told.try_set_value(text.clone());
        on_type.try_run(text);
    };
    let field = NodeRef::<html::Input>::new();
    // A field may also be left by leaving the screen, as by the browser's way back: a whole day is kept then.
    on_cleanup(move || {
        let typed = field.try_get_untracked().flatten().map(|field| field.value());
        let is_meant = |typed: &String| late && is_day(typed) && told.try_get_value().as_ref() != Some(typed);
        typed.filter(is_meant).into_iter().for_each(tell);
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_line(&hint_id, hint)}
            <input id=id node_ref=field type=kind.name() list=offers aria-describedby=hint_id prop:value=initial autocomplete="off"
                on:input=move |ev| if !late { tell(event_target_value(&ev)) }
                on:change=move |ev| if late { tell(event_target_value(&ev)) } />
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
    on_type: Callback<String>,
) -> impl IntoView {
    let hint_id = hint_id(&id, &hint);
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {hint_line(&hint_id, hint)}
            <textarea id=id rows="2" aria-describedby=hint_id prop:value=initial autocomplete="off"
                on:input=move |ev| on_type.run(event_target_value(&ev))></textarea>
        </div>
    }
}

/// Whether it is a day of our time: while a year is being typed, a date field has one of long ago.
fn is_day(typed: &str) -> bool {
    parse_day(typed).is_some_and(|day| day.year() >= 1900)
}

fn hint_id(id: &str, hint: &str) -> Option<String> {
    (!hint.is_empty()).then(|| format!("{id}-hint"))
}

fn hint_line(id: &Option<String>, hint: String) -> impl IntoView + use<> {
    let id = id.clone();
    id.map(|id| view! { <p class="hint" id=id>{hint}</p> })
}

//! A segmented control: native radios stretched over large labels.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

use crate::browser::{self, Pattern};

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The value of the radio.
    pub value: &'static str,
    /// What is shown large.
    pub label: String,
    /// What it means, shown where there is room.
    pub detail: Option<String>,
}

/// The choices of a question, drawn once for all questions that have the same.
#[derive(Clone)]
pub struct Segments {
    values: Rc<[&'static str]>,
    pattern: Pattern,
}

impl Segments {
    /// Draws the choices.
    pub fn new(segments: impl IntoIterator<Item = Segment>) -> Self {
        let segments: Vec<Segment> = segments.into_iter().collect();
        let values = segments.iter().map(|segment| segment.value).collect();
        let drawn = segments.into_iter().map(|Segment { value, label, detail }| {
            view! {
                <label class="segment">
                    <input type="radio" value=value />
                    <span class="segment-text">
                        <span class="segment-label">{label}</span>
                        {detail.map(|detail| view! { <span class="segment-detail">{detail}</span> })}
                    </span>
                </label>
            }
        });
        let mut drawn = drawn.collect_view().build();
        Self { values, pattern: Pattern::drawn(|holder| drawn.mount(holder, None)) }
    }

    fn value(&self, name: Option<String>) -> Option<&'static str> {
        let name = name?;
        self.values.iter().copied().find(|value| *value == name)
    }
}

/// The choices of one fieldset. `on_tap` hears every tap, also one on the choice that is made already.
#[component]
pub fn SegmentedChoice(
    name: String,
    segments: Segments,
    chosen: Memo<Option<&'static str>>,
    on_tap: Callback<&'static str>,
) -> impl IntoView {
    let pattern = segments.pattern.clone();
    let segments = StoredValue::new_local(segments);
    let value = move |name| segments.with_value(|segments| segments.value(name));
    let fill = move |place: Element, ()| {
        pattern.copy_into(&place, &name);
        Effect::new(move |_| browser::mark_radio(&place, chosen.get()));
    };
    view! {
        <div class="segments" use:fill
            on:click=move |ev| {
                // A tap on a label is heard twice: once of the label, once of its radio.
                if let Some(tapped) = value(browser::radio_value(&ev)) {
                    on_tap.run(tapped);
                }
            }
            on:keydown=move |ev| {
                // A key on the radio that is marked is no click: these clear it.
                let clears = matches!(ev.key().as_str(), "Delete" | "Backspace" | " ");
                let Some(marked) = chosen.get_untracked().filter(|_| clears) else { return };
                if value(browser::radio_value(&ev)) == Some(marked) {
                    ev.prevent_default();
                    on_tap.run(marked);
                }
            }></div>
    }
}

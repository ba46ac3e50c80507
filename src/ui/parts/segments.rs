//! A segmented control: native radios stretched over large labels.

use leptos::prelude::*;

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

/// The choices of one fieldset. `on_tap` hears every tap, also one on the choice that is made already.
#[component]
pub fn Segments(
    name: String,
    segments: Vec<Segment>,
    chosen: Memo<Option<&'static str>>,
    on_tap: Callback<&'static str>,
) -> impl IntoView {
    let segments = segments
        .into_iter()
        .map(|Segment { value, label, detail }| {
            view! {
                <label class="segment">
                    <input type="radio" name=name.clone() value=value prop:checked=move || chosen.get() == Some(value)
                        on:click=move |_| on_tap.run(value)
                        on:keydown=move |ev| {
                            // A key on the radio that is marked is no click: these clear it.
                            let clears = matches!(ev.key().as_str(), "Delete" | "Backspace" | " ");
                            if clears && chosen.get_untracked() == Some(value) {
                                ev.prevent_default();
                                on_tap.run(value);
                            }
                        } />
                    <span class="segment-text">
                        <span class="segment-label">{label}</span>
                        {detail.map(|detail| view! { <span class="segment-detail">{detail}</span> })}
                    </span>
                </label>
            }
        })
        .collect_view();
    view! { <div class="segments">{segments}</div> }
}

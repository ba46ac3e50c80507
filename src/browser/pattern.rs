//! Radios that are drawn once and copied: a browser copies a row of a form far faster than it makes one, call by call.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::page::document;

/// Radios that are on no screen, to be copied.
#[derive(Clone)]
pub struct Pattern(Option<Element>);

impl Pattern {
    /// What `draw` puts into the element that it is given.
    pub fn drawn(draw: impl FnOnce(&Element)) -> Self {
        let holder = document().and_then(|document| document.create_element("div").ok());
        if let Some(holder) = &holder {
            draw(holder);
        }
        Self(holder)
    }

    /// Puts a copy into `place`, and makes its radios one group.
    pub fn copy_into(&self, place: &Element, group: &str) {
        let copy = self.0.as_ref().and_then(|holder| holder.clone_node_with_deep(true).ok());
        let Some(copy) = copy.and_then(|copy| copy.dyn_into::<Element>().ok()) else { return };
        while let Some(choice) = copy.first_element_child() {
            if let Some(radio) = choice.first_element_child() {
                let _ = radio.set_attribute("name", group);
            }
            let _ = place.append_child(&choice);
        }
    }
}

/// Marks the radio in `place` that has this value, or none.
pub fn mark_radio(place: &Element, value: Option<&str>) {
    let selector = value.map_or("input:checked".to_owned(), |value| format!("input[value='{value}']"));
    let radio = place.query_selector(&selector).ok().flatten();
    if let Some(radio) = radio.and_then(|radio| radio.dyn_into::<HtmlInputElement>().ok()) {
        radio.set_checked(value.is_some());
    }
}

/// The value of the radio that heard this.
pub fn radio_value(event: &Event) -> Option<String> {
    let radio = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    Some(radio.value())
}

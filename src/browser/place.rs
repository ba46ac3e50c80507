//! Places on a screen: where something stands, going there, and bringing it into sight.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions,
};

/// What takes the focus.
const CONTROL: &str = "input, textarea, select, button, summary, a";

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// How far below the top of the window the element with this id stands, in pixels.
#[must_use]
pub fn top_of(id: &str) -> Option<f64> {
    element(id).map(|element| element.get_bounding_client_rect().top())
}

/// Brings the element with this id into sight and moves the focus to it, or to the first control in it (of radios
/// the one that is chosen); `false` if it is not there.
#[must_use]
pub fn go_to(id: &str) -> bool {
    let Some(place) = element(id) else { return false };
    let is_control = place.matches(CONTROL).unwrap_or_default() || place.has_attribute("tabindex");
    let inside = || {
        let find = |selector| place.query_selector(selector).ok().flatten();
        find(":checked").or_else(|| find(CONTROL))
    };
    let control = if is_control { Some(place.clone()) } else { inside() };
    scroll_to(&place, if is_control { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
    if let Some(control) = control {
        focus_where_it_is(control);
    }
    true
}

/// Moves the focus to the element with this id and scrolls so that it stands `top` pixels below the top of the
/// window, or else in sight; `false` if it is not there.
#[must_use]
pub fn focus_at(id: &str, top: f64) -> bool {
    let (Some(window), Some(place)) = (web_sys::window(), element(id)) else { return false };
    focus_where_it_is(place.clone());
    let by = ScrollToOptions::new();
    by.set_top(place.get_bounding_client_rect().top() - top);
    window.scroll_by_with_scroll_to_options(&by);
    // The tablet may have been turned meanwhile.
    scroll_to(&place, ScrollLogicalPosition::Nearest);
    true
}

/// Brings the element with this id into sight, if it is not.
pub fn show(id: &str) {
    if let Some(place) = element(id) {
        scroll_to(&place, ScrollLogicalPosition::Nearest);
    }
}

/// The bars at the top and the foot count as out of sight: `scroll-padding` in the style sheet says so.
fn scroll_to(place: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    place.scroll_into_view_with_scroll_into_view_options(&options);
}

fn focus_where_it_is(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

//! Places on a screen: where something stands, going there, the focus, and bringing it into sight.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, ScrollToOptions,
};

/// What takes the focus.
const CONTROL: &str = "input, textarea, select, button, summary, a";

/// So much stays free, in pixels, around what is brought into sight beside a bar.
const AIR: f64 = 8.0;

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
    let control = if is_control { Some(place.clone()) } else { control_in(&place) };
    scroll_to(&place, if is_control { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Start });
    if let Some(control) = control {
        focus_where_it_is(control);
    }
    true
}

/// Moves the focus to the element with this id and the page so that it stands at the top, below the bars.
pub fn go_to_top(id: &str) {
    if let Some(place) = element(id) {
        scroll_to(&place, ScrollLogicalPosition::Start);
        focus_where_it_is(place);
    }
}

/// Makes the field with this id hold `text`, unless it does: writing moves the cursor, and disturbs an input method.
pub fn write_in_field(id: &str, text: &str) {
    let Some(field) = element(id) else { return };
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        if field.value() != text {
            field.set_value(text);
        }
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>()
        && field.value() != text
    {
        field.set_value(text);
    }
}

/// Moves the focus to the element with this id, if it is there.
pub fn focus(id: &str) {
    give_focus(element(id));
}

/// Moves the focus to the element with this id, if it is there; the page stays where it is.
pub fn focus_in_place(id: &str) {
    element(id).into_iter().for_each(focus_where_it_is);
}

/// Moves the focus to the radio that is chosen in the element with this id, else to the first control in it.
pub fn focus_in(id: &str) {
    give_focus(element(id).and_then(|place| control_in(&place)));
}

/// Opens the first that is folded in the element with this id, or folds it, with the focus on its summary.
pub fn toggle_fold_in(id: &str) {
    let Some(fold) = element(id).and_then(|place| find_in(&place, "details")) else { return };
    let _ = fold.toggle_attribute("open");
    give_focus(find_in(&fold, "summary"));
}

/// The radio that is chosen, else the first control.
fn control_in(place: &Element) -> Option<Element> {
    find_in(place, ":checked").or_else(|| find_in(place, CONTROL))
}

fn find_in(place: &Element, selector: &str) -> Option<Element> {
    place.query_selector(selector).ok().flatten()
}

fn give_focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        show_field(&element);
    }
}

/// Brings a field to type in from under the bars. One in a bar is in sight, and the page would move for nothing.
fn show_field(field: &Element) {
    let is_in_bar = field.closest(".topbar, .bottombar, .watch-dock").is_ok_and(|bar| bar.is_some());
    if !is_in_bar && field.matches("input:not([type=radio], [type=checkbox]), textarea").unwrap_or_default() {
        scroll_to(field, ScrollLogicalPosition::Nearest);
    }
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

/// Brings the element with this id into sight above the bar with the id `bar`, whole if there is room for it. What is
/// in sight already stays where it is.
pub fn show_above(id: &str, bar: &str) {
    let (Some(window), Some(place), Some(bar)) = (web_sys::window(), element(id), element(bar)) else {
        return;
    };
    let place = place.get_bounding_client_rect();
    let foot = bar.get_bounding_client_rect().top() - AIR;
    let topbar = window.document().and_then(|document| document.query_selector(".topbar").ok().flatten());
    let head = topbar.map_or(0.0, |topbar| topbar.get_bounding_client_rect().bottom().max(0.0)) + AIR;
    // What is higher than the room shows its beginning.
    let down = (place.bottom() - foot).max(0.0).min(place.top() - head);
    let up = (place.top() - head).min(0.0);
    let by = ScrollToOptions::new();
    by.set_top(if up < 0.0 { up } else { down });
    window.scroll_by_with_scroll_to_options(&by);
}

/// From now on what a key leads the focus to is brought into sight. Browsers do so by themselves, but Chromium and WebKit
/// mind no bar where a text field gets the cursor. Of what is tapped only a text field, when the finger is up again: else
/// the page would move under it.
pub fn keep_in_sight_what_keys_lead_to() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let of = document.clone();
    let before = RefCell::new(None::<Element>);
    // Whatever the key: Tab with Shift has no name in every WebKit.
    let look = Closure::<dyn Fn()>::new(move || {
        let focused = of.active_element();
        if *before.borrow() != focused {
            focused.iter().for_each(|focused| scroll_to(focused, ScrollLogicalPosition::Nearest));
            before.replace(focused);
        }
    });
    let tapped = Closure::<dyn Fn(Event)>::new(|tap: Event| {
        let field = tap.target().and_then(|target| target.dyn_into::<Element>().ok());
        field.iter().for_each(show_field);
    });
    // Both live as long as the page.
    let (look, tapped) = (look.into_js_value(), tapped.into_js_value());
    let _ = document.add_event_listener_with_callback("keyup", look.unchecked_ref());
    let _ = document.add_event_listener_with_callback("click", tapped.unchecked_ref());
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

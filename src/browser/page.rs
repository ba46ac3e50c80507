//! The page as a whole: address, title, language, theme, and its end.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlElement, ScrollToOptions};

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The element that the app lives in. It holds the loading text until the first screen is there.
#[must_use]
pub fn app_element() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// The part of the address behind `#`; empty if there is none.
#[must_use]
pub fn hash() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Lets the page do what waits: draw, and answer a tap.
pub async fn pause() {
    let mut later = |done: Function, _| {
        if let Some(window) = web_sys::window() {
            // Refused by no browser; the promise would wait for ever.
            let _ = window.set_timeout_with_callback(&done);
        }
    };
    let _ = JsFuture::from(Promise::new(&mut later)).await;
}

/// Goes to another screen, with an entry in the history.
pub fn set_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only while the page is being left.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another screen in place of this one: the back button skips it.
pub fn replace_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        // `replace` fires `hashchange`, which `history.replaceState` does not.
        let _ = window.location().replace(&format!("#{hash}"));
    }
}

/// Tells screen readers and hyphenation which language the page is in.
pub fn set_lang(tag: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets the theme by name; `None` follows the device.
pub fn set_theme(name: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match name {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
}

/// Tells the style sheet that this tab only reads: what changes anything is out of sight.
pub fn mark_reader(is_reader: bool) {
    if let Some(root) = root() {
        let _ = root.toggle_attribute_with_force("data-reader", is_reader);
    }
}

/// The title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether a key goes into a text field.
#[must_use]
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        element.matches("textarea, input:not([type=radio], [type=checkbox])").unwrap_or(false)
    })
}

/// Shows the top of a screen.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        let options = ScrollToOptions::new();
        options.set_top(0.0);
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// The text as other keyboards would write it too: a letter and its accent as one.
#[must_use]
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// In small letters. By the browser: the letters of all alphabets are a part of the first load otherwise.
#[must_use]
pub fn small_letters(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Opens the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Opens the print window of the browser.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Whether a key belongs to an input method that is still composing a character.
#[must_use]
pub fn is_composing(event: &web_sys::KeyboardEvent) -> bool {
    event.is_composing()
}

/// Calls `save` whenever the page is hidden or left. Lives as long as the page.
pub fn on_hidden(save: impl Fn() + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let save = Closure::<dyn Fn(Event)>::new(move |_| save()).into_js_value();
    let save = save.unchecked_ref();
    let _ = window.add_event_listener_with_callback("pagehide", save);
    let _ = document.add_event_listener_with_callback("visibilitychange", save);
}

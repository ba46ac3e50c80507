//! A new version of the app that waits. `shell/boot.js` speaks with the service worker; this asks and tells it.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Whether a new version is ready and waits. It is told by the window event `lesbezoek-update-ready`.
#[must_use]
pub fn update_waits() -> bool {
    web_sys::window()
        .and_then(|window| Reflect::get(&window, &JsValue::from_str("lesbezoekUpdateReady")).ok())
        .is_some_and(|ready| ready.is_truthy())
}

/// Starts the latest version there is: the one that waits, or what a reload brings.
pub fn start_latest() {
    if update_waits() {
        apply_update();
    } else if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Starts the waiting version; the page reloads.
pub fn apply_update() {
    let Some(window) = web_sys::window() else { return };
    let apply = Reflect::get(&window, &JsValue::from_str("lesbezoekApplyUpdate"))
        .and_then(JsCast::dyn_into::<Function>);
    if let Ok(apply) = apply {
        let _ = apply.call0(&window);
    }
}

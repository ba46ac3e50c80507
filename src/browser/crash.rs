//! What happens on a panic: a static notice that lives in index.html is uncovered.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Ends the app with the notice, for what only a broken build can cause.
pub fn stop(message: &str) -> ! {
    notice(message);
    wasm_bindgen::throw_str(message)
}

/// Installs the panic hook. The notice needs no WebAssembly: after a panic this instance is dead.
pub fn show_notice_on_panic() {
    std::panic::set_hook(Box::new(|panic| notice(&panic.to_string())));
}

/// Downloads both copies of every record as they are, sound or not (`shell/boot.js` does it, for the crash notice too).
/// `records` is what the program reads.
pub fn download_everything(records: Vec<(String, String)>) {
    let kept = Object::new();
    for (key, value) in records {
        let _ = Reflect::set(&kept, &JsValue::from_str(&key), &JsValue::from_str(&value));
    }
    let Some(window) = web_sys::window() else { return };
    let rescue =
        Reflect::get(&window, &JsValue::from_str("lesbezoekRescue")).and_then(JsCast::dyn_into::<Function>);
    if let Ok(rescue) = rescue {
        let _ = rescue.call1(&window, &kept);
    }
}

/// Downloads both copies as the device has them.
pub fn download_as_it_is() {
    if let Some(window) = web_sys::window()
        && let Ok(rescue) = Reflect::get(&window, &JsValue::from_str("lesbezoekRescue"))
        && let Ok(rescue) = rescue.dyn_into::<Function>()
    {
        let _ = rescue.call0(&window);
    }
}

fn notice(message: &str) {
    let message = JsValue::from_str(message);
    let Some(window) = web_sys::window() else { return };
    web_sys::console::error_1(&message);
    let shown = Reflect::get(&window, &JsValue::from_str("lesbezoekCrash"))
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|show| show.call1(&window, &message));
    if shown.is_err() {
        web_sys::console::error_1(&JsValue::from_str("the crash notice is missing"));
    }
}

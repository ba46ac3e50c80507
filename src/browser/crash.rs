//! What happens on a panic: the page opens itself again, or a static notice that lives in index.html is uncovered.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Ends the program, for what only a broken build can cause.
pub fn stop(message: &str) -> ! {
    tell(message);
    wasm_bindgen::throw_str(message)
}

/// Installs the panic hook. What it calls needs no WebAssembly: after a panic this instance is dead. A release has no use for it:
/// there a panic is a trap, which the page sees by itself.
pub fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| tell(&panic.to_string())));
}

/// Whether the program that was here before stopped, and the page opened itself again (`shell/boot.js`).
#[must_use]
pub fn opened_itself_again() -> bool {
    Reflect::get(&js_sys::global(), &JsValue::from_str("lesbezoekStopped"))
        .is_ok_and(|stopped| stopped.is_truthy())
}

/// Downloads both copies of every record as they are, sound or not (`shell/boot.js` does it, for the crash notice too).
/// `records` is what the program reads.
pub fn download_everything(records: Vec<(String, String)>) {
    let kept = Object::new();
    for (key, value) in records {
        let _ = Reflect::set(&kept, &JsValue::from_str(&key), &JsValue::from_str(&value));
    }
    // Without the function there is nobody to tell.
    let _ = call("lesbezoekRescue", &kept);
}

/// Downloads both copies as the device has them.
pub fn download_as_it_is() {
    let _ = call("lesbezoekRescue", &JsValue::UNDEFINED);
}

/// Calls a function of `shell/boot.js`.
fn call(name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let global = js_sys::global();
    Reflect::get(&global, &JsValue::from_str(name))?.dyn_into::<Function>()?.call1(&global, argument)
}

fn tell(message: &str) {
    let message = JsValue::from_str(message);
    web_sys::console::error_1(&message);
    if call("lesbezoekCrash", &message).is_err() {
        web_sys::console::error_1(&JsValue::from_str("the crash notice is missing"));
    }
}

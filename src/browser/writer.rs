//! Which tab may write. `shell/writer.js` holds the lock; this asks and tells it.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::StorageEvent;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = lesbezoekWriter, js_name = isWriter, catch)]
    async fn is_writer_now() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekWriter, js_name = giveUp, catch)]
    fn give_up() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekWriter, js_name = takeOver, catch)]
    fn take_over() -> Result<JsValue, JsValue>;
}

/// Whether this tab may write. Where nobody can tell, every tab may.
pub async fn is_writer() -> bool {
    is_writer_now().await.map_or(true, |answer| !answer.is_falsy())
}

/// Lets another tab write.
pub fn stop_writing() {
    // Refused only where there is no lock to give up.
    let _ = give_up();
}

/// Makes this tab the one that writes; the page reloads.
pub fn start_writing() {
    let _ = take_over();
}

/// Calls `act` whenever another tab changed a record, with its key and what it is now. Lives as long as the page.
pub fn on_change_elsewhere(act: impl Fn(String, Option<String>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let act = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        // Without a key all was cleared, which no tab of ours does.
        if let Some(key) = event.key() {
            act(key, event.new_value());
        }
    });
    let act = act.into_js_value();
    let _ = window.add_event_listener_with_callback("storage", act.unchecked_ref());
}

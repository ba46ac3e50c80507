//! Keeps the screen on. Not every browser can; then the screen goes dark when the device says so.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

#[wasm_bindgen]
extern "C" {
    // web-sys has these only behind unstable flags.
    type WakeLock;
    #[wasm_bindgen(method, catch)]
    async fn request(this: &WakeLock, kind: &str) -> Result<JsValue, JsValue>;

    type WakeLockSentinel;
    #[wasm_bindgen(method, catch)]
    async fn release(this: &WakeLockSentinel) -> Result<JsValue, JsValue>;
}

/// As long as this lives, the screen stays on while the page is in sight.
pub struct ScreenOn {
    held: Rc<RefCell<Held>>,
    listener: Option<(Document, Closure<dyn Fn()>)>,
}

#[derive(Default)]
struct Held {
    is_over: bool,
    sentinel: Option<WakeLockSentinel>,
}

impl ScreenOn {
    /// Asks for it, and again whenever the page comes back into sight: the browser lets go of it when the page is hidden.
    #[must_use]
    pub fn ask() -> Self {
        let held = Rc::new(RefCell::new(Held::default()));
        take(&held);
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let (again, seen) = (Rc::clone(&held), document.clone());
            let listener = Closure::<dyn Fn()>::new(move || {
                if !seen.hidden() {
                    take(&again);
                }
            });
            let _ = document.add_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref());
            (document, listener)
        });
        Self { held, listener }
    }
}

const EVENT: &str = "visibilitychange";

impl Drop for ScreenOn {
    fn drop(&mut self) {
        if let Some((document, listener)) = &self.listener {
            let _ = document.remove_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref());
        }
        let mut held = self.held.borrow_mut();
        held.is_over = true;
        if let Some(sentinel) = held.sentinel.take() {
            let_go(sentinel);
        }
    }
}

fn take(held: &Rc<RefCell<Held>>) {
    let Some(lock) = wake_lock() else { return };
    let held = Rc::clone(held);
    wasm_bindgen_futures::spawn_local(async move {
        // Refused with a low battery, say: then as if the browser had none.
        let Ok(sentinel) = lock.request("screen").await else { return };
        let sentinel: WakeLockSentinel = sentinel.unchecked_into();
        let mut held = held.borrow_mut();
        if held.is_over {
            let_go(sentinel);
        } else if let Some(before) = held.sentinel.replace(sentinel) {
            let_go(before);
        }
    });
}

fn let_go(sentinel: WakeLockSentinel) {
    wasm_bindgen_futures::spawn_local(async move {
        // It may have been let go of already.
        let _ = sentinel.release().await;
    });
}

fn wake_lock() -> Option<WakeLock> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("wakeLock")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

//! The worker that makes files for other programs, and seals and opens backups. It is there as long as it is at one.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::files::download_bytes;
use crate::domain::Lang;
use crate::exchange::{AgeError, DocumentKind};

/// What the worker tells.
#[derive(Debug)]
pub enum DocumentNews {
    /// So many of so many rows are done.
    Progress(u32, u32),
    /// It is ready.
    Ready(DocumentFile),
    /// What was sealed could not be opened.
    NotOpened(AgeError),
    /// It could not be made; the reason is in the console.
    Failed,
}

/// A file that was made.
#[derive(Debug)]
pub struct DocumentFile(Uint8Array);

impl DocumentFile {
    /// Saves it in the browser's download folder; `false` if the browser refuses.
    #[must_use]
    pub fn download(&self, name: &str) -> bool {
        download_bytes(name, &self.0)
    }

    /// What is in it, if that is text.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        String::from_utf8(self.0.to_vec()).ok()
    }
}

/// A worker at work; dropped, it stops.
pub struct DocumentWorker {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut()>,
}

impl Drop for DocumentWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What a file is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentSource {
    /// An export document.
    pub text: String,
    /// What was counted of the team, as JSON (see `src/documents.rs`); empty: nothing.
    pub team: String,
}

/// Begins to make a file; `None` if this browser has no such workers.
pub fn make_document(
    kind: DocumentKind,
    lang: Lang,
    source: &DocumentSource,
    tell: impl Fn(DocumentNews) + Clone + 'static,
) -> Option<DocumentWorker> {
    let DocumentSource { text, team } = source;
    let asked = [("kind", kind.name()), ("lang", lang.tag()), ("text", text), ("team", team)];
    begin(&asked.map(|(name, value)| (name, value.into())), tell)
}

/// Begins to seal the export document `text` under a passphrase; `None` if this browser has no such workers.
pub fn seal_document(
    passphrase: &str,
    text: &str,
    tell: impl Fn(DocumentNews) + Clone + 'static,
) -> Option<DocumentWorker> {
    begin(&[("passphrase", passphrase.into()), ("text", text.into())], tell)
}

/// Begins to open a file under a passphrase; `None` if this browser has no such workers.
pub fn open_sealed(
    passphrase: &str,
    sealed: &[u8],
    tell: impl Fn(DocumentNews) + Clone + 'static,
) -> Option<DocumentWorker> {
    begin(&[("passphrase", passphrase.into()), ("sealed", Uint8Array::from(sealed).into())], tell)
}

fn begin(asked: &[(&str, JsValue)], tell: impl Fn(DocumentNews) + Clone + 'static) -> Option<DocumentWorker> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address()?, &options).ok()?;
    let failed = tell.clone();
    let on_message = Closure::new(move |event: MessageEvent| tell(news(&event.data())));
    let on_error = Closure::new(move || failed(DocumentNews::Failed));
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let message = Object::new();
    for (name, value) in asked {
        Reflect::set(&message, &(*name).into(), value).ok()?;
    }
    worker.post_message(&message).ok()?;
    Some(DocumentWorker { worker, _on_message: on_message, _on_error: on_error })
}

/// It stands beside the program.
fn address() -> Option<String> {
    let script = web_sys::window()?.document()?.query_selector("script[data-wasm]").ok()??;
    let wasm = script.get_attribute("data-wasm")?;
    let folder = wasm.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(format!("{folder}/documents-worker.js"))
}

fn news(data: &JsValue) -> DocumentNews {
    let part = |name: &str| Reflect::get(data, &name.into()).ok().filter(|part| !part.is_undefined());
    if let Some(file) = part("file").and_then(|file| file.dyn_into().ok()) {
        return DocumentNews::Ready(DocumentFile(file));
    }
    if let Some(error) = part("error") {
        let said = error.as_string().unwrap_or_default();
        if let Ok(why) = serde_json::from_str(&said) {
            return DocumentNews::NotOpened(why);
        }
        web_sys::console::error_1(&error);
        return DocumentNews::Failed;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of rows")]
    let count = |name| part(name).and_then(|count| count.as_f64()).unwrap_or_default() as u32;
    DocumentNews::Progress(count("done"), count("of"))
}

//! Files out (download, share) and in (pick, fetch).

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Event, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url,
};

/// What a file is, by the ending of its name.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("txt") => "text/plain;charset=utf-8",
        Some("ics") => "text/calendar;charset=utf-8",
        Some("age") => "application/octet-stream",
        Some("csv") => "text/csv;charset=utf-8",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json",
    }
}

/// Saves `text` as a file in the browser's download folder; `false` if the browser refuses.
#[must_use]
pub fn download(name: &str, text: &str) -> bool {
    try_download(name, &JsValue::from_str(text)).is_some()
}

/// As [`download`].
#[must_use]
pub(super) fn download_bytes(name: &str, bytes: &Uint8Array) -> bool {
    try_download(name, bytes).is_some()
}

fn try_download(name: &str, content: &JsValue) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type(name));
    // A blob takes texts and bytes alike.
    let parts = Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The address is not revoked here: WebKit reads it after the click has returned. It goes with the page.
    Some(())
}

/// How sharing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareOutcome {
    /// The user gave the file to another app.
    Shared,
    /// The user closed the sheet: nothing happened, and nothing need be said.
    Cancelled,
    /// The browser refused.
    Failed,
}

fn share_data(name: &str, text: &str) -> Option<ShareData> {
    let options = FilePropertyBag::new();
    options.set_type(media_type(name));
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some(data)
}

/// Whether this browser can hand a file with a name like this to another app.
#[must_use]
pub fn can_share(name: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let known = Reflect::has(&navigator, &JsValue::from_str("canShare")).unwrap_or(false);
    known && share_data(name, "{}").is_some_and(|data| navigator.can_share_with_data(&data))
}

/// Shares `text` as a file. Call it directly in the tap: browsers demand a user's gesture.
pub async fn share(name: &str, text: &str) -> ShareOutcome {
    let (Some(window), Some(data)) = (web_sys::window(), share_data(name, text)) else {
        return ShareOutcome::Failed;
    };
    match JsFuture::from(window.navigator().share_with_data(&data)).await {
        Ok(_) => ShareOutcome::Shared,
        Err(error) => match error.dyn_ref::<web_sys::DomException>() {
            Some(exception) if exception.name() == "AbortError" => ShareOutcome::Cancelled,
            _ => ShareOutcome::Failed,
        },
    }
}

/// A file that the user picked, not yet read.
pub struct Picked {
    file: File,
}

impl Picked {
    /// The file's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// The file's size in bytes, known before it is read.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file size")]
        let bytes = self.file.size().max(0.0) as u64;
        bytes
    }

    /// The whole content, byte for byte; `None` if it cannot be read.
    pub async fn content(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.file.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }

    /// The whole content as text; `None` if it cannot be read.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.file.text()).await.ok()?.as_string()
    }
}

/// The file picked in the input that sent `event`. Empties the input, so that the same file can be picked again.
#[must_use]
pub fn picked_file(event: &Event) -> Option<Picked> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(Picked { file })
}

/// The text of a file of this app; `None` if it is not to be had.
pub async fn fetch_text(path: &str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(path)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

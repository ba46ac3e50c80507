//! What a button gives to the person who taps it, byte by byte.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::tablet::Tablet;

/// From here on the bytes of what is downloaded are kept in the page: not every driver keeps files.
const CATCH: &str = "
    window.caught = null;
    const make = window.makeObjectURL ??= URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => {
        blob.arrayBuffer().then(bytes => { window.caught = Array.from(new Uint8Array(bytes)); });
        return make(blob);
    }";

impl Tablet {
    /// The file that the button makes, when the screen says `ready`.
    ///
    /// # Errors
    /// If it does not say so, or nothing comes out.
    pub async fn file_of(&self, button: &str, ready: &str) -> Result<Vec<u8>> {
        let browser = &self.browser;
        browser.script(CATCH, vec![]).await?;
        browser.press(button).await?;
        browser.sees(ready).await?;
        browser.until_true("the file", "return !!window.caught", vec![]).await?;
        let bytes = browser.script("return window.caught", vec![]).await?;
        let byte = |one: &Value| one.as_u64().and_then(|byte| u8::try_from(byte).ok());
        bytes.as_array().context("bytes")?.iter().map(|one| byte(one).context("a byte")).collect()
    }
}

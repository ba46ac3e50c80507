//! What the page downloads, also where the driver keeps no files.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;
use crate::tablet::Tablet;

const CATCH: &str = "
    window.caught = window.named = null;
    if (window.catches) return;
    window.catches = true;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => {
        blob.arrayBuffer().then(bytes => { window.caught = Array.from(new Uint8Array(bytes)); });
        return make(blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { window.named = this.download; click.call(this); }";

const KEEP_FROM_WINDOW: &str = "
    if (window.downloadsNothing) return;
    window.downloadsNothing = true;
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); }";

impl Browser {
    /// Where the driver keeps no files, the page offers its files in vain from here on. The window that WebKitGTK's driver opens
    /// else makes room below the page for a bar, at some moment after: a tap that is on its way lands beside its aim.
    ///
    /// # Errors
    /// If the driver fails.
    pub(crate) async fn keep_files_from_window(&self) -> Result<()> {
        if !self.engine.downloads() {
            self.script(KEEP_FROM_WINDOW, vec![]).await?;
        }
        Ok(())
    }

    /// From here on the name and the bytes of what is downloaded are kept in the page.
    ///
    /// # Errors
    /// If the driver fails.
    pub async fn catch_download(&self) -> Result<()> {
        self.script(CATCH, vec![]).await.map(drop)
    }

    /// The name and the bytes of what was downloaded since.
    ///
    /// # Errors
    /// If nothing was.
    pub async fn caught(&self) -> Result<(String, Vec<u8>)> {
        self.until_true("a file", "return !!(window.caught && window.named)", vec![]).await?;
        let name = self.script("return window.named", vec![]).await?;
        let bytes = self.script("return window.caught", vec![]).await?;
        let byte = |one: &Value| one.as_u64().and_then(|byte| u8::try_from(byte).ok());
        let bytes = bytes.as_array().context("bytes")?.iter().map(|one| byte(one).context("a byte"));
        Ok((name.as_str().context("a name")?.to_owned(), bytes.collect::<Result<_>>()?))
    }
}

impl Tablet {
    /// The file that the button makes, when the screen says `ready`.
    ///
    /// # Errors
    /// If it does not say so, or nothing comes out.
    pub async fn file_of(&self, button: &str, ready: &str) -> Result<Vec<u8>> {
        self.browser.catch_download().await?;
        self.browser.press(button).await?;
        self.browser.sees(ready).await?;
        Ok(self.browser.caught().await?.1)
    }
}

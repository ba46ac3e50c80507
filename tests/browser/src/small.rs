//! A small screen. No browser makes its window as narrow as a phone, so the app stands in a frame of that size.

use anyhow::Result;
use serde_json::json;

use crate::browser::{Browser, Profile};
use crate::engine::Engine;
use crate::tablet::Tablet;

/// Runs in a file of the server that is not the app.
const FRAME: &str = "
    const frame = document.createElement('iframe');
    Object.assign(frame.style, { position: 'fixed', inset: 0, border: 0, width: `${arguments[1]}px`, height: `${arguments[2]}px` });
    frame.src = arguments[0];
    document.body.replaceChildren(frame);
";

impl Tablet {
    /// Opens the app on a screen of `width` by `height` CSS pixels. [`visit`](Self::visit) would leave the frame:
    /// [`jump`](Self::jump) instead.
    ///
    /// # Errors
    /// If the app does not come up.
    pub async fn small(engine: Engine, origin: &str, width: u32, height: u32) -> Result<Self> {
        let browser = Browser::open(engine, Profile::fresh()?).await?;
        browser.session().goto(format!("{origin}sw.js")).await?;
        browser.script(FRAME, vec![json!(origin), json!(width), json!(height)]).await?;
        browser.session().enter_frame(0).await?;
        let tablet = Self::in_browser(browser, origin);
        tablet.is_up().await?;
        Ok(tablet)
    }

    /// Goes to another address without loading the page anew, and waits for the heading of that screen.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn jump(&self, hash: &str, heading: &str) -> Result<()> {
        self.browser.script("location.hash = arguments[0]", vec![json!(hash)]).await?;
        self.is_at(heading).await
    }
}

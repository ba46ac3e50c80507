//! What an observer counts and times while the lesson goes on.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::By;

use crate::engine::Engine;
use crate::fixtures::dist;
use crate::server::Server;
use crate::tablet::Tablet;
use crate::visit::Step;

/// A tablet in the lesson of a new visit with 24 pupils.
///
/// # Errors
/// If the app does not come up.
pub async fn watching(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Aantal leerlingen (optioneel)", "24").await?;
    tablet.go_to(Step::Watch).await?;
    Ok((server, tablet))
}

impl Tablet {
    /// Taps a counter, such as `turn`, once.
    ///
    /// # Errors
    /// If it is not on screen.
    pub async fn count(&self, counter: &str) -> Result<()> {
        self.browser.tap(By::Css(format!("[data-counter={counter}] .counter-more")), counter).await
    }

    /// Takes back the last tap on a counter with the button beside it.
    ///
    /// # Errors
    /// If it is not on screen.
    pub async fn count_back(&self, counter: &str) -> Result<()> {
        self.browser.tap(By::Css(format!("[data-counter={counter}] .btn-quiet")), counter).await
    }

    /// Waits until a counter shows this number.
    ///
    /// # Errors
    /// If it does not.
    pub async fn counts(&self, counter: &str, number: usize) -> Result<()> {
        let script =
            "return document.querySelector(`[data-counter=${arguments[0]}] .counter-number`)?.textContent
            === String(arguments[1])";
        let arguments = vec![json!(counter), json!(number)];
        self.browser.until_true(&format!("{number} at {counter}"), script, arguments).await
    }

    /// Starts a phase by its name.
    ///
    /// # Errors
    /// If it is not on screen.
    pub async fn start_phase(&self, name: &str) -> Result<()> {
        let by = By::XPath(format!("//button[contains(@class, 'phase')][span=\"{name}\"]"));
        self.browser.tap(by, name).await
    }

    /// Waits until this phase, and no other, is the one that goes on.
    ///
    /// # Errors
    /// If it is not.
    pub async fn is_in_phase(&self, name: &str) -> Result<()> {
        let script = "const now = [...document.querySelectorAll('.phase[aria-pressed=true]')];
            return now.length === 1 && now[0].firstElementChild.textContent === arguments[0]";
        self.browser.until_true(&format!("the phase {name}"), script, vec![json!(name)]).await
    }

    /// What the scan button says under its name: the last scan, or that one is due.
    ///
    /// # Errors
    /// If it is not on screen, or says something else.
    pub async fn scan_says(&self, words: &str) -> Result<()> {
        let script = "return document.querySelector('.scan-detail')?.textContent === arguments[0]";
        self.browser.until_true(&format!("\"{words}\" on the scan button"), script, vec![json!(words)]).await
    }

    /// Opens a scan.
    ///
    /// # Errors
    /// If it does not open.
    pub async fn open_scan(&self) -> Result<()> {
        self.browser.tap(By::Id("scan-open"), "Taakscan").await?;
        self.browser.until_true("a scan", "return !!document.querySelector('.scan')", Vec::new()).await
    }

    /// Unfolds the tags of the newest line of the log.
    ///
    /// # Errors
    /// If there is no line.
    pub async fn open_line(&self) -> Result<()> {
        self.browser.tap(By::Css(".log-opener"), "Labels").await?;
        let open = "return !!document.querySelector('.log-line .chip')";
        self.browser.until_true("the tags of the line", open, Vec::new()).await
    }

    /// Goes to the check page and gives back the visit as exported there.
    ///
    /// # Errors
    /// If the export fails.
    pub async fn exported_visit(&self) -> Result<Value> {
        self.go_to(Step::Check).await?;
        let export: Value = serde_json::from_str(&self.export_text().await?)?;
        export["observations"].get(0).cloned().context("one visit")
    }
}

//! The text of an export is read where it is pasted, as a file is.

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Tablet, dist, fixtures, in_every_engine};
use serde_json::json;
use thirtyfour::By;

/// Pastes `text` on the screen Gegevens, at once as the clipboard does, and has it read.
async fn paste(tablet: &Tablet, text: &str) -> Result<()> {
    tablet.jump("", "Lesbezoeken").await?;
    tablet.jump("#/gegevens", "Gegevens").await?;
    tablet.browser.tap(By::XPath("//summary[contains(., 'plak de tekst')]"), "the fold").await?;
    let put = "document.getElementById('import-text').value = arguments[0]";
    tablet.browser.script(put, vec![json!(text)]).await?;
    tablet.browser.press("Deze tekst inlezen").await
}

async fn a_pasted_export_comes_in(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let lesson = std::fs::read_to_string(fixtures()?.first().context("a lesson")?)?;
    paste(&tablet, &lesson).await?;
    tablet.browser.sees("De geplakte tekst: 1 bezoek").await?;
    tablet.browser.press("1 bezoek importeren").await?;
    tablet.browser.sees("1 bezoek geïmporteerd.").await?;
    paste(&tablet, &lesson).await?;
    tablet.browser.sees("Alles in dit bestand heb je al").await
}

async fn a_pasted_text_that_is_no_export_is_refused_with_its_reason(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    paste(&tablet, "Beste collega, hierbij…").await?;
    tablet.browser.sees("De geplakte tekst kan niet worden geïmporteerd").await?;
    tablet.browser.sees("Dit is geen JSON").await?;
    tablet.browser.sees("Er is niets veranderd").await
}

in_every_engine!(a_pasted_export_comes_in, a_pasted_text_that_is_no_export_is_refused_with_its_reason);

//! What the list says of exports is true at once, and of what was exported alone.

use anyhow::Result;
use browser_tests::{Engine, Server, Tablet, dist, in_every_engine};
use serde_json::json;
use thirtyfour::By;

/// Waits until so many rows say that they were exported today.
async fn exported(tablet: &Tablet, rows: usize) -> Result<()> {
    let says = "return [...document.querySelectorAll('.visit-row')]
        .filter(row => row.textContent.includes('vandaag geëxporteerd')).length === arguments[0]";
    tablet.browser.until_true(&format!("{rows} rows exported"), says, vec![json!(rows)]).await
}

async fn a_selection_is_exported_at_once_and_is_not_everything(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    for _ in 0..2 {
        tablet.start_visit().await?;
        tablet.jump("#/", "Lesbezoeken").await?;
    }
    exported(&tablet, 0).await?;
    tablet.browser.press("Selecteren en exporteren").await?;
    tablet.browser.tap(By::Css(".visit-row:first-child .visit-select"), "the first visit").await?;
    tablet.browser.press("Downloaden").await?;
    exported(&tablet, 1).await?;
    tablet.browser.sees("Er is nog geen reservekopie van alles.").await?;
    tablet.browser.tap(By::Css(".visit-row:last-child .visit-select"), "the last visit").await?;
    tablet.browser.press("Downloaden").await?;
    exported(&tablet, 2).await?;
    tablet.browser.sees("Laatste keer alles geëxporteerd").await
}

async fn everything_that_left_is_a_backup_at_once(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.visit("#/gegevens").await?;
    tablet.browser.sees("Er is nog geen reservekopie van alles.").await?;
    tablet.browser.press("Downloaden").await?;
    tablet.browser.sees("Laatste keer alles geëxporteerd").await
}

in_every_engine!(
    a_selection_is_exported_at_once_and_is_not_everything,
    everything_that_left_is_a_backup_at_once,
);

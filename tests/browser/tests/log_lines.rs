//! Lines of the log: what was seen and what it means; whatever is typed, however long the log.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::By;

async fn watching(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    Ok((server, tablet))
}

async fn what_a_line_means_is_apart_from_what_was_seen(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.note_line("Drie leerlingen wachten", &[]).await?;
    // Nobody asks for it.
    let asked = "return document.querySelectorAll('.log-details *').length + document.querySelector('.log-meaning').textContent.length";
    assert_eq!(tablet.browser.script(asked, vec![]).await?, 0);
    tablet.open_line().await?;
    tablet.browser.fill("Wat betekent het? (optioneel)", "De hulpronde is te lang").await?;
    tablet.browser.tap(By::Css(".log-opener"), "Labels").await?;
    tablet.browser.sees("Betekenis: De hulpronde is te lang").await?;
    // Undo takes back these words, not the line.
    tablet.open_line().await?;
    tablet.browser.press("Ongedaan maken").await?;
    assert_eq!(tablet.browser.value_of("Wat betekent het? (optioneel)").await?, "");
    tablet.browser.fill("Wat betekent het? (optioneel)", "Kort").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.browser.sees("Betekenis: Kort").await?;
    let visit = tablet.exported_visit().await?;
    assert_eq!(visit["log"][0]["text"], "Drie leerlingen wachten");
    assert_eq!(visit["log"][0]["meaning"], "Kort");
    tablet.browser.sees("Betekenis: Kort").await?;
    // Without it the line is written as before.
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("Wisbordjes", &[]).await?;
    let visit = tablet.exported_visit().await?;
    assert!(visit["log"][1].get("meaning").is_none());
    Ok(())
}

in_every_engine!(what_a_line_means_is_apart_from_what_was_seen);

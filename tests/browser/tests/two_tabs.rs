//! Two tabs: one writes, the other follows it, and the user can go on in either.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use serde_json::json;

const ONLY_READS: &str = "Lesbezoek is ook open in een ander tabblad";

/// Whether a change can be made on this screen.
const CAN_CHANGE: &str = "return [...document.querySelectorAll('main button.writes, main fieldset')]
    .some(one => one.checkVisibility())";

async fn the_second_tab_follows_and_takes_over_without_a_loss(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    let first = browser.session().window().await?;
    let second = browser.session().new_tab().await?;

    browser.session().switch_to_window(second.clone()).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.sees(ONLY_READS).await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));
    tablet.go_to(Step::Check).await?;
    browser.sees("3 (meer sterk dan zwak)").await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));

    browser.session().switch_to_window(first.clone()).await?;
    tablet.answer("D1", "1").await?;
    tablet.is_kept().await?;
    tablet.explain("D2", "Half").await?;

    browser.session().switch_to_window(second.clone()).await?;
    browser.sees("1 (zwak)").await?;
    browser.press("Hier verder werken").await?;
    browser.until_true("the tab that writes", CAN_CHANGE, Vec::new()).await?;
    // What was typed last in the other tab was written first.
    browser.sees("Half").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D3", "4").await?;
    tablet.is_kept().await?;

    browser.session().switch_to_window(first).await?;
    browser.sees(ONLY_READS).await?;
    tablet.go_to(Step::Check).await?;
    browser.sees("4 (sterk)").await
}

async fn a_page_that_is_loaded_anew_writes_again(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    for _ in 0..5 {
        tablet.reload().await?;
        let reads = "return document.documentElement.hasAttribute('data-reader')";
        assert_eq!(tablet.browser.script(reads, Vec::new()).await?, json!(false));
    }
    Ok(())
}

in_every_engine!(
    the_second_tab_follows_and_takes_over_without_a_loss,
    a_page_that_is_loaded_anew_writes_again
);

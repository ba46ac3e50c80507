//! The memory of the program is there from the start: in WebKit 2.50 a part of the program may go by the size of before it grew,
//! which stops the app. Watched in Chromium, where a test can look into a page before its first script.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Tablet, WATCH_WASM, dist, in_engine, seed};
use school::School;
use serde_json::json;

async fn bytes(tablet: &Tablet) -> Result<u64> {
    let size = "return window.__memories[0]?.buffer.byteLength ?? null";
    tablet.browser.script(size, vec![]).await?.as_u64().context("a memory")
}

async fn with_400_visits_it_stays_as_large_as_it_was(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    seed(&tablet.browser, &School::seeded().records()).await?;
    let watch = json!({ "source": WATCH_WASM });
    tablet.browser.session().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", watch).await?;
    tablet.visit("").await?;
    let before = bytes(&tablet).await?;
    for (hash, title) in [
        ("#/inzicht", "Inzicht"),
        ("#/team/dekking", "Dekking"),
        ("#/plan", "Plan van aanpak"),
        ("#/gegevens", "Gegevens"),
    ] {
        tablet.jump(hash, title).await?;
        assert_eq!(bytes(&tablet).await?, before, "{title}");
    }
    Ok(())
}

in_engine!(chromium Chromium: with_400_visits_it_stays_as_large_as_it_was);

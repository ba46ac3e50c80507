//! Scoring with the keyboard alone.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

/// The indicator that has the focus.
async fn place(tablet: &Tablet) -> Result<Value> {
    let script = "return document.activeElement.closest('fieldset')?.dataset.indicator ?? null";
    tablet.browser.script(script, vec![]).await
}

async fn press(tablet: &Tablet, keys: impl Into<TypingData>) -> Result<()> {
    Ok(tablet.browser.session().active_element().await?.send_keys(keys).await?)
}

async fn keys_score_clear_and_move(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.browser.script("document.querySelector('[data-indicator=D1] input').focus()", vec![]).await?;
    press(&tablet, "3").await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    press(&tablet, Key::Down + "n").await?;
    assert_eq!(place(&tablet).await?, json!("D2"));
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"), "moving scores nothing");
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("not_observed"));
    press(&tablet, "5").await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("not_observed"), "5 is no score");
    press(&tablet, Key::Up + "0").await?;
    assert_eq!(place(&tablet).await?, json!("D1"));
    assert_eq!(tablet.answer_of("D1").await?, None);

    press(&tablet, "e").await?;
    let note = By::Css("[data-indicator=D1] textarea");
    let opened = || async { Ok(tablet.browser.session().find(note.clone()).await.ok()) };
    let note = tablet.browser.until("what is folded", opened).await?;
    note.send_keys("2 keer niet gezien").await?;
    assert_eq!(tablet.answer_of("D1").await?, None, "in a note a digit is a digit");
    tablet.is_kept().await
}

in_every_engine!(keys_score_clear_and_move);

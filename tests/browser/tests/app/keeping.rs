//! What is kept, and when.

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Step, Tablet, dist, fixtures, in_every_engine, record_key, stored};
use serde_json::Value;
use thirtyfour::By;

async fn a_tap_is_stored_before_anything_else_happens(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    let tap_and_read = "document.querySelector(\"fieldset[data-indicator='D1'] input[value='3']\").click();
        return localStorage.getItem(arguments[0])";
    let record = tablet.browser.script(tap_and_read, vec![Value::from(record_key(&id))]).await?;
    let record: Value = serde_json::from_str(record.as_str().unwrap())?;
    assert_eq!(record["body"]["ratings"]["D1"]["answer"]["score"], 3);
    Ok(())
}

async fn a_half_typed_word_survives_the_page(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    tablet.browser.fill("Nieuwe regel", "Halverwege het woo").await?;
    // No pause: leaving the page must write it.
    tablet.visit("#/gegevens").await?;
    let records = stored(&tablet.browser).await?;
    let record: Value = serde_json::from_str(records[record_key(&id)].as_str().unwrap())?;
    assert_eq!(record["body"]["log"][0]["text"], "Halverwege het woo");
    Ok(())
}

async fn a_visit_that_is_opened_says_since_when_it_is_kept(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.is_kept().await?;
    // Of another day the time alone would not be true.
    tablet.import(fixtures()?.first().context("a lesson")?).await?;
    tablet.jump("#/", "Lesbezoeken").await?;
    tablet.browser.tap(By::PartialLinkText("12-11-2026"), "the lesson").await?;
    tablet.browser.sees("Bewaard op 12-11-2026").await
}

async fn a_deleted_visit_comes_back_whole(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.is_kept().await?;
    tablet.visit("").await?;
    let before = stored(&tablet.browser).await?[record_key(&id)].clone();
    tablet.delete_first_visit().await?;
    tablet.browser.sees("Bezoek verwijderd.").await?;
    assert!(stored(&tablet.browser).await?[record_key(&id)].is_null());
    tablet.browser.press("Ongedaan maken").await?;
    tablet.browser.sees("Juf Ans").await?;
    let body = |record: &Value| -> Value {
        let mut record: Value = serde_json::from_str(record.as_str().unwrap()).unwrap();
        // It is newer than its own deletion.
        record["body"].as_object_mut().unwrap().remove("revision");
        record["body"].clone()
    };
    let after = stored(&tablet.browser).await?[record_key(&id)].clone();
    assert_eq!(body(&after), body(&before));
    Ok(())
}

async fn a_page_that_is_left_in_the_middle_of_a_write_does_not_keep_the_next_one_waiting(
    engine: Engine,
) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    let address = format!("#/bezoek/{id}/scoren");
    tablet.visit(&address).await?;
    for score in ["1", "2", "3", "4", "1", "2", "3", "4"] {
        tablet.answer("D1", score).await?;
        tablet.visit(&address).await?;
        tablet.is_at("Scoren").await?;
        assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some(score));
        // Not even for a while: a journal that does not answer is told.
        let state = "return document.querySelector('.save-status').dataset.state";
        assert_ne!(tablet.browser.script(state, vec![]).await?, "not-safe");
    }
    tablet.answer("D2", "2").await?;
    tablet.is_kept().await
}

in_every_engine!(
    a_page_that_is_left_in_the_middle_of_a_write_does_not_keep_the_next_one_waiting,
    a_tap_is_stored_before_anything_else_happens,
    a_half_typed_word_survives_the_page,
    a_visit_that_is_opened_says_since_when_it_is_kept,
    a_deleted_visit_comes_back_whole,
);

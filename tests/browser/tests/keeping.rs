//! What is kept, and when.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, record_key, stored};
use serde_json::Value;

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

in_every_engine!(
    a_tap_is_stored_before_anything_else_happens,
    a_half_typed_word_survives_the_page,
    a_deleted_visit_comes_back_whole,
);

//! What was done can be undone on the screen where it was done: after a detour, and after a reload.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use serde_json::json;

/// What keeps it over a reload comes after the first screen, and is in its place when the last part of the program is fetched.
const IS_LOADED: &str =
    "return performance.getEntriesByType('resource').some(one => one.name.includes('/school.wasm'))";
const CAN_UNDO: &str = "return document.querySelector('.btn-undo').ariaDisabled !== 'true'";

async fn undo(tablet: &Tablet) -> Result<()> {
    tablet.browser.until_true("something to undo", CAN_UNDO, Vec::new()).await?;
    tablet.browser.press("Ongedaan maken").await
}

async fn lines(tablet: &Tablet) -> Result<u64> {
    let count =
        tablet.browser.script("return document.querySelectorAll('.log textarea').length", Vec::new()).await?;
    Ok(count.as_u64().unwrap())
}

async fn what_was_done_can_be_undone_after_a_detour_and_a_reload(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("een", &[]).await?;
    tablet.note_line("twee", &[]).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D2", "4").await?;
    tablet.explain("D2", "Niet weg").await?;
    tablet.browser.until_true("the part that keeps it", IS_LOADED, Vec::new()).await?;
    tablet.reload().await?;
    // The list is a detour too.
    let screen = tablet.hash().await?;
    tablet.browser.until_true("something to undo", CAN_UNDO, Vec::new()).await?;
    tablet.jump("#/", "Lesbezoeken").await?;
    tablet.jump(&format!("#{}", screen.trim_start_matches('#')), "Scoren").await?;

    // The look-for that was ticked with the note, then the answer.
    undo(&tablet).await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"));
    undo(&tablet).await?;
    assert_eq!((tablet.answer_of("D1").await?.as_deref(), tablet.answer_of("D2").await?), (Some("3"), None));
    tablet.answer("D3", "1").await?;
    // First what was done since, then what was done before.
    undo(&tablet).await?;
    tablet.browser.sees("Ongedaan gemaakt: score van D3").await?;
    undo(&tablet).await?;
    tablet.browser.sees("Ongedaan gemaakt: score van D1").await?;
    assert_eq!((tablet.answer_of("D1").await?, tablet.answer_of("D3").await?), (None, None));
    assert_eq!(tablet.browser.script(CAN_UNDO, Vec::new()).await?, json!(false));

    tablet.go_to(Step::Watch).await?;
    assert_eq!(lines(&tablet).await?, 2);
    undo(&tablet).await?;
    assert_eq!(lines(&tablet).await?, 1);
    tablet.browser.sees("Ongedaan gemaakt: regel van").await?;
    // The next change is what counts then.
    tablet.count("turn").await?;
    tablet.browser.sees("Bewaard om").await?;
    // A note has an undo of its own, and is no step here.
    tablet.go_to(Step::Check).await?;
    tablet.browser.sees("Niet weg").await
}

in_every_engine!(what_was_done_can_be_undone_after_a_detour_and_a_reload);

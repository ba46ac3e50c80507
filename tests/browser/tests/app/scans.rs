//! A scan of who is at work: what stands in its fields is what is kept.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, watching};
use serde_json::json;
use thirtyfour::By;

/// What stands in the field of a scan.
async fn on_task(tablet: &Tablet, number: &str) -> Result<()> {
    assert_eq!(tablet.browser.value_of("Aan het werk").await?, number);
    Ok(())
}

async fn a_scan_begins_empty_then_with_the_last_one_and_survives(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.open_scan().await?;
    on_task(&tablet, "").await?;
    tablet.browser.press("Iedereen").await?;
    on_task(&tablet, "24").await?;
    tablet.browser.press("Eén meer aan het werk").await?;
    on_task(&tablet, "24").await?;
    for _ in 0..3 {
        tablet.browser.press("Eén minder aan het werk").await?;
    }
    tablet.browser.press("Klaar").await?;
    tablet.scan_says("21 van 24").await?;
    let focus = "return document.activeElement.id";
    assert_eq!(tablet.browser.script(focus, vec![]).await?, "scan-open");
    tablet.open_scan().await?;
    on_task(&tablet, "21").await?;
    tablet.browser.press("Eén minder aan het werk").await?;
    tablet.browser.press("Klaar").await?;
    tablet.scan_says("20 van 24").await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.scan_says("21 van 24").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.scan_says("21 van 24").await?;
    let visit = tablet.exported_visit().await?;
    let [scan] = visit["scans"].as_array().unwrap().as_slice() else { panic!("{}", visit["scans"]) };
    assert_eq!((&scan["on_task"], &scan["of"]), (&json!(21), &json!(24)));
    tablet.browser.sees("21 van 24 om").await
}

/// Empties a field of the scan and types this.
async fn retype(tablet: &Tablet, label: &str, text: &str) -> Result<()> {
    let id = if label == "Aanwezig" { "scan-of" } else { "scan-on-task" };
    let field = tablet.browser.session().find(By::Id(id)).await?;
    field.clear().await?;
    field.send_keys(text).await?;
    Ok(())
}

async fn what_stands_in_the_field_of_a_scan_is_what_is_kept(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.open_scan().await?;
    tablet.browser.press("Iedereen").await?;
    for _ in 0..5 {
        tablet.browser.press("Eén minder aan het werk").await?;
    }
    on_task(&tablet, "19").await?;
    retype(&tablet, "Aan het werk", "22").await?;
    tablet.browser.press("Klaar").await?;
    tablet.scan_says("22 van 24").await?;
    // What cannot be is not made fit in silence.
    tablet.open_scan().await?;
    retype(&tablet, "Aan het werk", "30").await?;
    tablet.browser.press("Klaar").await?;
    tablet.browser.sees("niet meer leerlingen aan het werk").await?;
    on_task(&tablet, "30").await?;
    tablet.scan_says("22 van 24").await?;
    retype(&tablet, "Aan het werk", "-5").await?;
    tablet.browser.press("Klaar").await?;
    tablet.browser.sees("Vul beide getallen in").await?;
    tablet.scan_says("22 van 24").await?;
    retype(&tablet, "Aan het werk", "30").await?;
    retype(&tablet, "Aanwezig", "31").await?;
    tablet.browser.press("Klaar").await?;
    tablet.scan_says("30 van 31").await
}

async fn without_a_number_of_pupils_a_scan_asks_for_it(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    tablet.open_scan().await?;
    tablet.browser.fill("Aan het werk", "19").await?;
    let focus = "return document.activeElement.id";
    for ask in ["Klaar", "Iedereen"] {
        tablet.browser.script("document.activeElement.blur()", vec![]).await?;
        tablet.browser.press(ask).await?;
        assert_eq!(tablet.browser.script(focus, vec![]).await?, "scan-of");
    }
    tablet.browser.session().active_element().await?.send_keys("20").await?;
    tablet.browser.press("Klaar").await?;
    tablet.scan_says("19 van 20").await
}

in_every_engine!(
    a_scan_begins_empty_then_with_the_last_one_and_survives,
    what_stands_in_the_field_of_a_scan_is_what_is_kept,
    without_a_number_of_pupils_a_scan_asks_for_it,
);

//! Excel, CSV and Word files, made in the browser with no network at all.
#![allow(missing_docs, reason = "the names of the tests say it")]
// A test that cannot go on must fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::Cursor;

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Tablet, dist, in_every_engine, violations};
use calamine::{Reader, Xlsx};
use serde_json::{Value, json};
use thirtyfour::By;

/// From here on the bytes of what is downloaded are kept in the page.
const CATCH: &str = "
    window.caught = null;
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => {
        blob.arrayBuffer().then(bytes => { window.caught = Array.from(new Uint8Array(bytes)); });
        return make(blob);
    }";

/// The file that the button makes.
async fn made(tablet: &Tablet, button: &str) -> Result<Vec<u8>> {
    let browser = &tablet.browser;
    browser.script(CATCH, vec![]).await?;
    browser.press(button).await?;
    browser.sees("Het bestand is gedownload.").await?;
    browser.until_true("the file", "return !!window.caught", vec![]).await?;
    let bytes = browser.script("return window.caught", vec![]).await?;
    let byte = |one: &Value| one.as_u64().and_then(|byte| u8::try_from(byte).ok());
    bytes.as_array().context("bytes")?.iter().map(|one| byte(one).context("a byte")).collect()
}

async fn without_a_network_visits_go_to_excel_and_the_plan_to_word(engine: Engine) -> Result<()> {
    let mut server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    browser.press("Voorbeeld bekijken").await?;
    browser.sees("25 gescoord").await?;
    tablet.is_ready_for_offline().await?;
    server.kill();
    tablet.visit("#/gegevens").await?;
    let book = made(&tablet, "Download voor Excel").await?;
    let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book))?;
    assert_eq!(book.sheet_names(), ["Bezoeken", "Scores", "Logboek", "Afspraken"]);
    let ratings = String::from_utf8(made(&tablet, "Download scores als CSV").await?)?;
    assert_eq!(
        ratings.lines().next(),
        Some(
            "\u{feff}Bezoek;Datum;Leraar;Observator;Domein;Indicator;Wat;Score;Niet gezien;Kijkpunten gezien;Notitie"
        )
    );
    assert!(violations(browser).await?.is_empty());

    tablet.visit("#/plan").await?;
    let begin = By::XPath("//button[starts-with(normalize-space(.), 'Maak een plan voor')]");
    browser.tap(begin, "Maak een plan").await?;
    let word = made(&tablet, "Download voor Word").await?;
    assert!(word.starts_with(b"PK"));
    Ok(())
}

async fn with_nothing_to_put_in_it_no_file_is_made(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.jump("#/gegevens", "Gegevens").await?;
    tablet.browser.press("Download voor Excel").await?;
    tablet.browser.sees("Er is nog niets om in een bestand te zetten.").await?;
    assert_eq!(
        tablet.browser.script("return document.querySelectorAll('progress').length", vec![]).await?,
        json!(0)
    );
    Ok(())
}

in_every_engine!(
    without_a_network_visits_go_to_excel_and_the_plan_to_word,
    with_nothing_to_put_in_it_no_file_is_made,
);

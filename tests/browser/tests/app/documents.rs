//! Excel, CSV and Word files, made in the browser with no network at all.

use std::io::Cursor;

use anyhow::Result;
use browser_tests::{Engine, Server, Tablet, dist, in_every_engine, violations};
use calamine::{Reader, Xlsx};
use serde_json::json;
use thirtyfour::By;

const READY: &str = "Het bestand is gedownload.";

async fn without_a_network_visits_go_to_excel_and_the_plan_to_word(engine: Engine) -> Result<()> {
    let mut server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    browser.press("Voorbeeld bekijken").await?;
    browser.sees("25 gescoord").await?;
    tablet.is_ready_for_offline().await?;
    server.kill();
    tablet.visit("#/gegevens").await?;
    let book = tablet.file_of("Download voor Excel", READY).await?;
    let book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book))?;
    assert_eq!(book.sheet_names(), ["Bezoeken", "Scores", "Logboek", "Afspraken"]);
    let ratings = String::from_utf8(tablet.file_of("Download scores als CSV", READY).await?)?;
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
    let word = tablet.file_of("Download voor Word", READY).await?;
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

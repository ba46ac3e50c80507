//! The main job: a whole visit without a network, from the first tap to the export, and into another tablet.

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Step, Tablet, dist, fill_whole_visit, in_every_engine};
use serde_json::Value;

/// Opens the app once more: with the tablet put away in between where the engine can, else by loading the page anew.
async fn opened_again(tablet: Tablet, server: &Server) -> Result<Tablet> {
    let hash = tablet.hash().await?;
    if !tablet.browser.engine.reopens() {
        tablet.reload().await?;
        return Ok(tablet);
    }
    let engine = tablet.browser.engine;
    let tablet = Tablet::open(engine, tablet.browser.close(), &server.origin()).await?;
    tablet.visit(&hash).await?;
    Ok(tablet)
}

/// What the visit says, whatever the moment and the device of the export.
fn visit_in(export: &Value) -> Result<&Value> {
    let visits = export["observations"].as_array().context("an export has observations")?;
    assert_eq!(visits.len(), 1);
    Ok(&visits[0])
}

fn says_what_was_filled_in(visit: &Value) {
    assert_eq!(visit["status"], "completed");
    assert!(visit["completed_at"].is_string());
    let about = &visit["visit"];
    assert_eq!(about["teacher"]["name"], "Meester Bram");
    assert_eq!(about["observer"]["name"], "Noor Aydın");
    assert_eq!(about["group"], "5/6");
    assert_eq!(about["subject"], "rekenen");
    assert_eq!(about["pupils"], 24);
    assert_eq!(about["focus"], "Krijgt iedereen genoeg denktijd?");
    assert!(about["started_at"].is_string() && about["ended_at"].is_string());
    let lines: Vec<&str> =
        visit["log"].as_array().unwrap().iter().filter_map(|line| line["text"].as_str()).collect();
    assert_eq!(
        lines,
        [
            "Vraagt: \"Wie weet nog hoe we gisteren telden?\" <b>",
            "Drie kinderen wachten op hulp.",
            "Wisbordjes: iedereen schrijft – ½ + ¼ = ¾.",
        ]
    );
    assert_eq!(visit["log"][0]["sign"], "+");
    assert_eq!(visit["log"][1]["sign"], "-");
    let ratings = &visit["ratings"];
    for (indicator, score) in [("D1", 3), ("D2", 4), ("D3", 1), ("D4", 2), ("D6", 3), ("D8", 4)] {
        assert_eq!(ratings[indicator]["answer"]["score"], score, "{indicator}");
    }
    assert_eq!(ratings["D5"]["answer"], "not_observed");
    // Tapped twice: cleared, which is neither a score nor "niet gezien".
    assert!(ratings["D7"]["answer"].is_null());
    assert!(ratings["I1"]["answer"].is_null());
    assert_eq!(ratings["D3"]["note"], "Iedereen kreeg dezelfde tien sommen.");
    assert_eq!(ratings["D3"]["look_fors"].as_array().map(Vec::len), Some(1));
    let talk = &visit["talk"];
    assert_eq!(talk["teacher_view"], "Ik ging te snel.");
    assert_eq!(talk["observer_view"], "Veel kinderen wachtten.");
    assert_eq!(talk["strengths"][0]["text"], "Wisbordjes bij elke stap");
    assert_eq!(talk["growth_points"][0]["text"], "Hulpronde met vaste route");
    assert_eq!(talk["agreements"][0]["what"], "Hulpronde proberen");
    assert_eq!(talk["agreements"][0]["who"], "Bram");
    assert_eq!(talk["agreements"][0]["when"], "2026-12-01");
}

async fn a_whole_visit_without_a_network(engine: Engine) -> Result<()> {
    let mut server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.is_ready_for_offline().await?;

    tablet.start_visit().await?;
    fill_whole_visit(&tablet).await?;
    tablet.reload().await?;
    assert_eq!(tablet.heading().await?, "Gesprek");
    assert_eq!(tablet.browser.value_of("Hoe kijkt de leraar zelf terug?").await?, "Ik ging te snel.");

    server.kill();
    let tablet = opened_again(tablet, &server).await?;
    tablet.go_to(Step::Score).await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"));
    assert_eq!(tablet.answer_of("D5").await?.as_deref(), Some("not_observed"));
    assert_eq!(tablet.answer_of("D7").await?, None);
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Bezoek afronden").await?;
    tablet.browser.sees("Dit bezoek is afgerond.").await?;
    let export = tablet.export().await?;
    assert_eq!(export["format"], "lesbezoek-export");
    assert_eq!(export["version"], 1);
    says_what_was_filled_in(visit_in(&export)?);

    server.revive()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("bezoek.json");
    std::fs::write(&file, export.to_string())?;
    let other = Tablet::new(engine, &server.origin()).await?;
    other.import(&file).await?;
    let imported = other.export().await?;
    assert_eq!(visit_in(&imported)?, visit_in(&export)?);
    assert_eq!(imported["rubrics"], export["rubrics"]);

    // The same file once more changes nothing.
    other.visit("#/gegevens").await?;
    other.pick_import(&file).await?;
    other.browser.sees("Alles in dit bestand heb je al, of je hebt een nieuwere versie.").await
}

in_every_engine!(a_whole_visit_without_a_network);

//! Packing the visits of earlier school years: smaller, and otherwise nothing is different.

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Tablet, dist, fixtures, in_every_engine, record_key, stored};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Imports the two whole lessons as if they were given long ago, and gives back their ids.
async fn import_old_lessons(tablet: &Tablet) -> Result<Vec<String>> {
    let folder = TempDir::new()?;
    let mut ids = Vec::new();
    for lesson in fixtures()? {
        let mut lesson: Value = serde_json::from_str(&std::fs::read_to_string(lesson)?)?;
        let visit = &mut lesson["observations"][0];
        visit["visit"]["date"] = json!("2020-11-12");
        ids.push(visit["id"].as_str().context("an id")?.to_owned());
        let file = folder.path().join("old.json");
        std::fs::write(&file, lesson.to_string())?;
        tablet.import(&file).await?;
    }
    Ok(ids)
}

/// The visits of an export of everything, by id.
async fn all_visits(tablet: &Tablet) -> Result<Vec<Value>> {
    tablet.visit("#/gegevens").await?;
    let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
    let mut visits = export["observations"].as_array().context("visits")?.clone();
    visits.sort_by_key(|visit| visit["id"].to_string());
    Ok(visits)
}

async fn pack(tablet: &Tablet) -> Result<()> {
    tablet.visit("#/gegevens").await?;
    tablet.browser.sees("2 afgeronde bezoeken van vorige schooljaren").await?;
    tablet.browser.press("Inpakken").await?;
    tablet.browser.sees("2 bezoeken ingepakt.").await
}

async fn sizes(tablet: &Tablet, ids: &[String]) -> Result<Vec<usize>> {
    let kept = stored(&tablet.browser).await?;
    let size = |id: &String| kept[record_key(id)].as_str().map(|text| text.encode_utf16().count());
    ids.iter().map(|id| size(id).context("a record")).collect()
}

async fn what_is_packed_is_listed_opened_and_exported_as_before(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let ids = import_old_lessons(&tablet).await?;
    let before = all_visits(&tablet).await?;
    let plain = sizes(&tablet, &ids).await?;
    tablet.visit("").await?;
    let rows = "return [...document.querySelectorAll('.visit-row')].map(row => row.innerText)";
    let listed = tablet.browser.script(rows, Vec::new()).await?;

    pack(&tablet).await?;
    let packed = sizes(&tablet, &ids).await?;
    assert!(plain.iter().zip(&packed).all(|(plain, packed)| packed * 8 < *plain), "{plain:?} {packed:?}");
    let offer = "return document.body.innerText.includes('afgeronde bezoeken van vorige schooljaren')";
    assert_eq!(tablet.browser.script(offer, Vec::new()).await?, json!(false), "nothing is left to pack");

    tablet.visit("").await?;
    assert_eq!(tablet.browser.script(rows, Vec::new()).await?, listed);
    // Straight to a packed visit: the part of the program that opens it is fetched first.
    tablet.visit(&format!("#/bezoek/{}/controle", ids[0])).await?;
    tablet.browser.sees("van 25 gescoord").await?;
    assert_eq!(all_visits(&tablet).await?, before);
    assert_eq!(sizes(&tablet, &ids).await?, packed, "reading unpacks nothing");
    Ok(())
}

async fn a_packed_visit_can_be_opened_again_and_changed(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let ids = import_old_lessons(&tablet).await?;
    pack(&tablet).await?;
    let packed = sizes(&tablet, &ids).await?;
    tablet.visit(&format!("#/bezoek/{}/controle", ids[0])).await?;
    tablet.browser.press("Heropenen").await?;
    tablet.is_kept().await?;
    tablet.visit(&format!("#/bezoek/{}/scoren", ids[0])).await?;
    tablet.answer("D1", "1").await?;
    tablet.is_kept().await?;
    let now = sizes(&tablet, &ids).await?;
    assert!(now[0] > packed[0] && now[1] == packed[1], "one record changed: {packed:?} {now:?}");
    tablet.reload().await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("1"));
    Ok(())
}

async fn what_local_storage_forgot_of_packing_is_made_up_for_in_silence(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let ids = import_old_lessons(&tablet).await?;
    let before = stored(&tablet.browser).await?;
    pack(&tablet).await?;
    let packed = sizes(&tablet, &ids).await?;
    // As after a kill: local storage is late, the journal has it.
    let key = record_key(&ids[0]);
    let forget = "localStorage.setItem(arguments[0], arguments[1])";
    tablet.browser.session().goto("about:blank").await?;
    tablet.browser.session().goto(format!("{}sw.js", server.origin())).await?;
    tablet.browser.script(forget, vec![json!(key), before[&key].clone()]).await?;
    tablet.visit("").await?;
    let mended = "return localStorage.getItem(arguments[0]).length === arguments[1]";
    tablet.browser.until_true("the packed record", mended, vec![json!(key), json!(packed[0])]).await?;
    let kept = stored(&tablet.browser).await?;
    let aside = kept.as_object().context("records")?.keys().any(|key| key.contains(":aside:"));
    assert!(!aside, "nothing is in doubt");
    let told = "return document.querySelectorAll('#main .notice').length";
    assert_eq!(tablet.browser.script(told, Vec::new()).await?, json!(0));
    Ok(())
}

in_every_engine!(
    what_is_packed_is_listed_opened_and_exported_as_before,
    a_packed_visit_can_be_opened_again_and_changed,
    what_local_storage_forgot_of_packing_is_made_up_for_in_silence,
);

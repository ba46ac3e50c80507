//! Storage that is blocked, full or damaged: a plain message, and a way out.

use anyhow::Result;
use browser_tests::{
    Engine, Profile, Server, Step, Tablet, dist, in_engine, in_every_engine, record_key, scored, seed, stored,
};
use serde_json::Value;

async fn blocked_storage_is_told_and_the_visit_can_leave(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let profile = Profile::without_storage()?;
    let tablet = Tablet::open(engine, profile, &server.origin()).await?;
    tablet.browser.sees("Deze browser laat niets bewaren op dit apparaat.").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "2").await?;
    tablet.go_to(Step::Check).await?;
    let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
    assert_eq!(export["observations"][0]["ratings"]["D1"]["answer"]["score"], 2);
    Ok(())
}

/// Fills local storage up to the last character.
const FILL_UP: &str = r"
    let part = 'x'.repeat(1 << 20), number = 0;
    while (part.length > 0) {
        try { localStorage.setItem('filler:' + number, part); number += 1; }
        catch (full) { part = part.slice(0, part.length >> 1); }
    }
    return number;
";

async fn full_storage_is_told_and_the_old_value_survives(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    tablet.browser.script(FILL_UP, Vec::new()).await?;
    let before = stored(&tablet.browser).await?[record_key(&id)].clone();
    tablet.answer("D2", "4").await?;
    tablet.browser.sees("De opslag van dit apparaat is vol.").await?;
    assert_eq!(stored(&tablet.browser).await?[record_key(&id)], before);
    tablet.go_to(Step::Check).await?;
    let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
    assert_eq!(export["observations"][0]["ratings"]["D2"]["answer"]["score"], 4);

    // With room again, the next tap keeps all of it.
    tablet.browser.script("for (const key of Object.keys(localStorage)) if (key.startsWith('filler:')) localStorage.removeItem(key)", Vec::new()).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D3", "1").await?;
    tablet.is_kept().await?;
    let record: Value =
        serde_json::from_str(stored(&tablet.browser).await?[record_key(&id)].as_str().unwrap())?;
    assert_eq!(record["body"]["ratings"]["D2"]["answer"]["score"], 4);
    Ok(())
}

async fn a_damaged_visit_is_shown_and_harms_no_other(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let good = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.is_kept().await?;
    tablet.visit("").await?;
    let record = stored(&tablet.browser).await?[record_key(&good)].as_str().unwrap().to_owned();
    let bad = format!("{}{}", if good.starts_with("00") { "11" } else { "00" }, &good[2..]);
    let damaged = record.replace("Juf Ans", "Juf Anx");
    seed(&tablet.browser, &[(record_key(&bad), damaged.clone())]).await?;
    tablet.visit("").await?;
    tablet.browser.sees("Bezoek kan niet worden gelezen").await?;
    tablet.browser.sees("Juf Ans").await?;
    tablet.visit(&format!("#/bezoek/{bad}/scoren")).await?;
    tablet.browser.sees("Dit bezoek is beschadigd en kan niet worden gelezen.").await?;
    let kept = stored(&tablet.browser).await?;
    assert!(kept.as_object().unwrap().values().any(|value| value == &Value::from(damaged.clone())));
    assert_eq!(kept[record_key(&good)], record);
    Ok(())
}

in_engine!(chromium_blocked Chromium: blocked_storage_is_told_and_the_visit_can_leave);
in_engine!(firefox_blocked Firefox: blocked_storage_is_told_and_the_visit_can_leave);
in_every_engine!(
    full_storage_is_told_and_the_old_value_survives,
    a_damaged_visit_is_shown_and_harms_no_other
);

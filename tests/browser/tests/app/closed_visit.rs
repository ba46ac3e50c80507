//! A completed visit can be read on every step, changed on none, and reopened from each.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, fill_whole_visit, in_every_engine};
use serde_json::{Value, json};

/// What can be changed between the bar at the top and the bar at the foot.
const FIELDS: &str =
    "return document.querySelectorAll('main :is(input, textarea, select, [aria-pressed])').length";

/// Whether the way to reopen lies in the window, with nothing over it.
const REOPEN_IN_SIGHT: &str = "
    const button = [...document.querySelectorAll('button')].find(one => one.textContent.trim() === arguments[0]);
    const box = button?.getBoundingClientRect();
    return !!box && button.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
";

async fn reads(tablet: &Tablet, reopen: &str, words: &[&str]) -> Result<()> {
    for word in words {
        tablet.browser.sees(word).await?;
    }
    assert_eq!(tablet.browser.script(FIELDS, vec![]).await?, 0, "nothing to change");
    assert_eq!(tablet.browser.script(REOPEN_IN_SIGHT, vec![json!(reopen)]).await?, Value::Bool(true));
    Ok(())
}

async fn a_completed_visit_is_read_on_each_step_and_reopened_from_there(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    fill_whole_visit(&tablet).await?;
    tablet.go_to(Step::Watch).await?;
    tablet.count("turn").await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Bezoek afronden").await?;
    tablet.browser.sees("Dit bezoek is afgerond.").await?;
    tablet.go_to(Step::Watch).await?;
    let noted = ["Drie kinderen wachten op hulp.", "Wisbordjes: iedereen schrijft – ½ + ¼ = ¾.", "Beurt 1"];
    reads(&tablet, "Heropenen", &noted).await?;
    // Also when the app starts there: what shows it is fetched by then.
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    let scored = ["6 van 25 gescoord", "1 (zwak)", "Niet gezien", "Iedereen kreeg dezelfde tien sommen."];
    reads(&tablet, "Heropenen", &scored).await?;
    tablet.browser.press("English").await?;
    reads(&tablet, "Reopen", &["6 of 25 scored", "1 (weak)", "Not observed"]).await?;
    tablet.browser.press("Nederlands").await?;
    tablet.browser.press("Heropenen").await?;
    tablet
        .browser
        .until_true(
            "the scores to change",
            "return !!document.querySelector('fieldset[data-indicator=D1]')",
            vec![],
        )
        .await?;
    assert_eq!(tablet.answer_of("D3").await?.as_deref(), Some("1"));
    Ok(())
}

async fn to_complete_a_visit_is_no_change_after_its_export(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Downloaden").await?;
    tablet.browser.sees("Het bestand is gedownload.").await?;
    tablet.browser.press("Bezoek afronden").await?;
    tablet.browser.sees("Dit bezoek is afgerond.").await?;
    tablet.visit("").await?;
    tablet.browser.sees("vandaag geëxporteerd").await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    tablet.browser.press("Heropenen").await?;
    tablet.answer("D1", "3").await?;
    tablet.visit("").await?;
    tablet.browser.sees("gewijzigd na export").await
}

in_every_engine!(
    a_completed_visit_is_read_on_each_step_and_reopened_from_there,
    to_complete_a_visit_is_no_change_after_its_export,
);

//! One visit, changed on two devices: the person chooses part by part, and nothing goes unseen.

use std::collections::BTreeSet;

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, record_key, stored, violations};
use serde_json::{Value, json};

/// A visit on the tablet, and a file with it as another device changed it, as often.
async fn diverged(engine: Engine, server: &Server) -> Result<(Tablet, String, tempfile::NamedTempFile)> {
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("Vijf tweetallen vertellen", &[]).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.answer("D2", "4").await?;
    tablet.is_kept().await?;
    tablet.go_to(Step::Check).await?;
    let mut file: Value = serde_json::from_str(&tablet.export_text().await?)?;
    let visit = &mut file["observations"][0];
    visit["visit"]["teacher"]["name"] = json!("Juf Anja");
    visit["ratings"]["D1"]["answer"] = json!({ "score": 1 });
    visit["ratings"]["D2"]["note"] = json!("Drie routes");
    let line = json!({ "id": "01a1cece-29a0-7b75-93eb-0887823a5bea", "at": visit["created_at"], "text": "Eén bordje fout" });
    visit["log"].as_array_mut().unwrap().push(line);
    let path = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::write(path.path(), file.to_string())?;
    tablet.visit("#/gegevens").await?;
    tablet.pick_import(path.path()).await?;
    tablet.browser.sees("Samenvoegen: Juf Anja").await?;
    Ok((tablet, id, path))
}

/// The parts to choose from, each with what is chosen.
const PARTS: &str = "return Object.fromEntries([...document.querySelectorAll('.merge-part')].map(part =>
    [part.querySelector('legend').innerText, part.querySelector(':checked').parentElement.querySelector('.merge-value').innerText]))";

/// Chooses, in the part `arguments[0]`, what comes from `arguments[1]`.
const CHOOSE: &str = "const part = [...document.querySelectorAll('.merge-part')]
        .find(part => part.querySelector('legend').innerText === arguments[0]);
    [...part.querySelectorAll('label')].find(label => label.innerText.includes(arguments[1])).querySelector('input').click()";

async fn only_what_differs_is_asked_and_both_states_stay(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, id, _file) = diverged(engine, &server).await?;
    let browser = &tablet.browser;
    let parts = browser.script(PARTS, vec![]).await?;
    // Each engine hands over the names in an order of its own.
    let names: BTreeSet<_> = parts.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, BTreeSet::from(["D1: antwoord", "D2: notitie", "Leraar"]), "and no others");
    assert_eq!(parts["D2: notitie"], json!("Drie routes"), "what is there, against nothing");
    assert_eq!(violations(browser).await?, []);
    browser.script(CHOOSE, vec![json!("Leraar"), json!("Uit het bestand")]).await?;
    browser.script(CHOOSE, vec![json!("D1: antwoord"), json!("Van dit apparaat")]).await?;
    browser.press("1 bezoek importeren").await?;
    browser.sees("1 bezoek geïmporteerd.").await?;

    let all = stored(browser).await?;
    let kept: Value = serde_json::from_str(all[record_key(&id)].as_str().unwrap())?;
    let body = &kept["body"];
    assert_eq!(body["visit"]["teacher"]["name"], json!("Juf Anja"));
    assert_eq!(
        [&body["ratings"]["D1"]["answer"]["score"], &body["ratings"]["D2"]["answer"]["score"]],
        [&json!(3), &json!(4)]
    );
    assert_eq!(body["ratings"]["D2"]["note"], json!("Drie routes"));
    assert_eq!(body["log"].as_array().unwrap().len(), 2, "the lines of both");
    let aside = all.as_object().unwrap().keys().filter(|key| key.contains(&format!(":aside:{id}"))).count();
    assert_eq!(aside, 2, "both states are put aside");
    assert_eq!(all.as_object().unwrap().keys().filter(|key| key.contains(":observation:")).count(), 1);
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    Ok(())
}

async fn who_does_not_merge_keeps_both_beside_each_other(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, id, file) = diverged(engine, &server).await?;
    let browser = &tablet.browser;
    let before = stored(browser).await?[record_key(&id)].clone();
    // By the keyboard alone.
    browser.script("document.querySelector('.merge input[type=checkbox]').focus()", vec![]).await?;
    browser.session().active_element().await?.send_keys(" ").await?;
    browser.sees("Anders dan jouw versie: komt erbij als kopie").await?;
    browser
        .until_true("no parts", "return document.querySelectorAll('.merge-part').length === 0", vec![])
        .await?;
    browser.press("1 bezoek importeren").await?;
    browser.sees("1 bezoek geïmporteerd.").await?;
    let all = stored(browser).await?;
    assert_eq!(all[record_key(&id)], before);
    assert_eq!(all.as_object().unwrap().keys().filter(|key| key.contains(":observation:")).count(), 2);
    // The copy is known by now.
    tablet.pick_import(file.path()).await?;
    browser.sees("Alles in dit bestand heb je al, of je hebt een nieuwere versie.").await
}

in_every_engine!(
    only_what_differs_is_asked_and_both_states_stay,
    who_does_not_merge_keeps_both_beside_each_other
);

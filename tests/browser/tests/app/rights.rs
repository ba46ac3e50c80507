//! What a teacher has a right to: how long, everything about her, her objection; and a file that means harm does none.

use anyhow::Result;
use browser_tests::{Engine, Server, Tablet, dist, fixtures, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::By;

/// Sets a field as a person does who picks a day and leaves the field: engines disagree on the keys.
const SET: &str = "const field = document.getElementById(arguments[0]); field.value = arguments[1];
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}));";

/// Whether a word stands anywhere in what this page keeps.
const ANYWHERE: &str = r"
    const [word] = arguments;
    (async () => {
        const found = [];
        for (const store of [localStorage, sessionStorage])
            for (const [key, value] of Object.entries(store)) if (value.includes(word)) found.push(key);
        for (let rows = await lesbezoekJournal.page(); rows.length; rows = await lesbezoekJournal.page(rows.at(-1)[0]))
            for (const [key, , value] of rows) if (value?.includes(word)) found.push('journal ' + key);
        window.__found = found;
    })();
";

async fn with_a_lesson(engine: Engine, server: &Server) -> Result<(Tablet, String)> {
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let lesson = fixtures()?.remove(0);
    tablet.import(&lesson).await?;
    let document: Value = serde_json::from_str(&std::fs::read_to_string(lesson)?)?;
    let id = document["observations"][0]["id"].as_str().unwrap().to_owned();
    Ok((tablet, id))
}

/// The keys of this page under which a word stands.
async fn anywhere(tablet: &Tablet, word: &str) -> Result<Value> {
    tablet.browser.script("window.__found = undefined", Vec::new()).await?;
    tablet.browser.script(ANYWHERE, vec![json!(word)]).await?;
    tablet
        .browser
        .until_true("everything was looked at", "return Array.isArray(window.__found)", Vec::new())
        .await?;
    tablet.browser.script("return window.__found", Vec::new()).await
}

async fn a_visit_past_its_term_is_named_and_once_deleted_is_nowhere(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, id) = with_a_lesson(engine, &server).await?;
    let browser = &tablet.browser;
    tablet.visit("#/gegevens").await?;
    browser.sees("Geen bezoek is over de termijn.").await?;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    browser.sees("blijft bewaard tot en met 31-07-2029").await?;
    browser.script(SET, vec![json!("keep-until"), json!("2026-11-20")]).await?;
    browser.sees("blijft bewaard tot en met 20-11-2026").await?;
    // Left in the middle of a change, as by the browser's way back.
    let typed = "document.getElementById('keep-until').value = '2026-11-19'; location.hash = '#/gegevens'";
    browser.script(typed, vec![]).await?;
    browser.until_true("another screen", "return !document.getElementById('keep-until')", vec![]).await?;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    browser.sees("blijft bewaard tot en met 19-11-2026").await?;

    tablet.visit("#/gegevens").await?;
    browser.sees("1 bezoek is over de termijn.").await?;
    assert_ne!(anywhere(&tablet, "Juf Noor").await?, json!([]));
    browser.press("Dit bezoek verwijderen").await?;
    browser.sees("Dit bezoek verwijderen?").await?;
    browser
        .script(
            "document.querySelector('.notice[aria-labelledby=delete-due-question] .btn-danger').click()",
            Vec::new(),
        )
        .await?;
    browser.sees("Geen bezoek is over de termijn.").await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("1 bezoek is over de termijn.").await?;

    browser
        .script("document.querySelector('[aria-labelledby=due-title] li button').click()", Vec::new())
        .await?;
    browser.sees("Geen bezoek is over de termijn.").await?;
    browser.press("Sluiten").await?;
    let is_nowhere = "const [word] = arguments; return !JSON.stringify([{...localStorage}, {...sessionStorage}]).includes(word)";
    browser.until_true("the stores have nothing of it", is_nowhere, vec![json!("Juf Noor")]).await?;
    tablet.visit("#/gegevens").await?;
    assert_eq!(anywhere(&tablet, "Juf Noor").await?, json!([]));
    Ok(())
}

async fn an_objection_to_a_closed_visit_is_kept_and_goes_along(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, id) = with_a_lesson(engine, &server).await?;
    let browser = &tablet.browser;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    browser.sees("Heropenen").await?;
    browser.fill("Bezwaar of correctie van de leraar (optioneel)", "Ik gaf wel denktijd").await?;
    browser.script(SET, vec![json!("objection-day"), json!("2026-11-24")]).await?;
    browser.sees("Bewaard").await?;
    let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
    assert_eq!(
        export["observations"][0]["objection"],
        json!({"on": "2026-11-24", "text": "Ik gaf wel denktijd"})
    );
    assert_eq!(
        (&export["purpose"], &export["observations"][0]["status"]),
        (&json!("coaching"), &json!("completed"))
    );
    tablet.visit("").await?;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    assert_eq!(
        browser.value_of("Bezwaar of correctie van de leraar (optioneel)").await?,
        "Ik gaf wel denktijd"
    );
    Ok(())
}

async fn everything_about_a_teacher_is_one_choice_away(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, _) = with_a_lesson(engine, &server).await?;
    let browser = &tablet.browser;
    tablet.visit("#/gegevens").await?;
    browser.follow("Inzage geven").await?;
    browser.sees("Van wie").await?;
    let choose = "const who = document.getElementById('access-who');
        who.selectedIndex = [...who.options].findIndex(one => one.text === arguments[0]);
        who.dispatchEvent(new Event('change', {bubbles: true}))";
    browser.script(choose, vec![json!("Juf Noor")]).await?;
    browser.sees("Wat er over Juf Noor is bewaard").await?;
    browser.sees("Bezoeken en eigen lessen (1)").await?;
    let document: Value = serde_json::from_str(&std::fs::read_to_string(fixtures()?.remove(0))?)?;
    let page =
        browser.script("return document.querySelector('article.access').textContent", Vec::new()).await?;
    let page = page.as_str().unwrap();
    for line in document["observations"][0]["log"].as_array().unwrap() {
        let text = line["text"].as_str().unwrap().trim();
        assert!(page.contains(text), "{text}");
    }
    assert_eq!(browser.script("return document.activeElement.id", Vec::new()).await?, "access-title");
    browser.catch_download().await?;
    browser.tap(By::Id("access-json"), "the same as JSON").await?;
    let (name, bytes) = browser.caught().await?;
    assert!(name.ends_with(".json"), "{name}");
    let file: Value = serde_json::from_slice(&bytes)?;
    assert_eq!(file["purpose"], "access");
    assert_eq!(file["visits"][0]["visit"]["log"], document["observations"][0]["log"]);
    Ok(())
}

/// Markup in every text that may hold any.
fn hostile(value: &mut Value) {
    const MARKUP: &str = "<img src=x onerror=\"window.__ran=1\"><script>window.__ran=1</script><a href=\"javascript:window.__ran=1\">x</a>\u{202e}";
    match value {
        Value::Array(items) => items.iter_mut().for_each(hostile),
        Value::Object(fields) => {
            for (name, field) in fields {
                let is_text = [
                    "name", "group", "subject", "focus", "text", "meaning", "note", "what", "who", "counter",
                    "app",
                ]
                .contains(&name.as_str())
                    || name.ends_with("_view")
                    || name.starts_with("told_");
                match field {
                    Value::String(text) if is_text => *text = format!("{MARKUP}{text}"),
                    other => hostile(other),
                }
            }
        }
        _ => {}
    }
}

async fn a_file_full_of_markup_runs_nothing_on_any_screen(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let mut document: Value = serde_json::from_str(&std::fs::read_to_string(fixtures()?.remove(0))?)?;
    hostile(&mut document["observations"]);
    let id = document["observations"][0]["id"].as_str().unwrap().to_owned();
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("kwaad.json");
    std::fs::write(&file, document.to_string())?;
    tablet.visit("").await?;
    tablet.is_ready_for_offline().await?;
    let watch = "window.__stopped = [];
        document.addEventListener('securitypolicyviolation', event => window.__stopped.push(event.violatedDirective));
        performance.clearResourceTimings()";
    browser.script(watch, Vec::new()).await?;
    browser.script("location.hash = '#/gegevens'", Vec::new()).await?;
    browser.sees("Importeren").await?;
    tablet.pick_import(&file).await?;
    browser.press("1 bezoek importeren").await?;
    browser.sees("geïmporteerd.").await?;
    let steps = ["voorbereiden", "kijken", "scoren", "gesprek", "controle", "naast-elkaar"]
        .map(|step| format!("/bezoek/{id}/{step}"));
    let others = [
        "/",
        "/team",
        "/team/dekking",
        "/plan",
        "/inzicht",
        "/inzicht/groei",
        "/kijkwijzers",
        "/formulier",
        "/gegevens",
        "/gegevens/inzage",
    ];
    for screen in steps.into_iter().chain(others.map(str::to_owned)) {
        browser.script("document.getElementById('page-title')?.removeAttribute('id'); location.hash = '#' + arguments[0]", vec![json!(screen)]).await?;
        browser.until_true(&screen, "return !!document.getElementById('page-title')", Vec::new()).await?;
    }
    let choose = "const who = document.getElementById('access-who'); if (!who) return false;
        who.selectedIndex = 1; who.dispatchEvent(new Event('change', {bubbles: true})); return true";
    browser.until_true("somebody to choose", choose, Vec::new()).await?;
    browser
        .until_true("all about her", "return !!document.getElementById('access-title')", Vec::new())
        .await?;
    assert_eq!(browser.script("return window.__ran === undefined", Vec::new()).await?, json!(true));
    assert_eq!(browser.script("return window.__stopped", Vec::new()).await?, json!([]));
    let made = "return document.querySelectorAll('main script, main iframe, main a[href^=\"javascript:\"], main img').length";
    assert_eq!(browser.script(made, Vec::new()).await?, json!(0));
    let elsewhere = "return performance.getEntriesByType('resource').map(entry => entry.name)
        .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('blob:'))";
    assert_eq!(browser.script(elsewhere, Vec::new()).await?, json!([]));
    Ok(())
}

in_every_engine!(
    a_visit_past_its_term_is_named_and_once_deleted_is_nowhere,
    an_objection_to_a_closed_visit_is_kept_and_goes_along,
    everything_about_a_teacher_is_one_choice_away,
    a_file_full_of_markup_runs_nothing_on_any_screen
);

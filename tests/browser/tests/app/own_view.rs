//! The teacher scores her own lesson, on the same tablet or on a device of her own, and both lay their answers side by side.

use anyhow::Result;
use browser_tests::{
    Engine, Server, Step, Tablet, choose_passphrase, dist, in_every_engine, open_lock, violations,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::By;

/// A visit to Juf Ans by Kees, with answers, at Gesprek.
async fn in_the_talk(tablet: &Tablet) -> Result<String> {
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.browser.fill("Observator", "Kees").await?;
    tablet.browser.fill("Groep (optioneel)", "5").await?;
    tablet.go_to(Step::Score).await?;
    for (indicator, answer) in [("D1", "2"), ("D3", "1"), ("I1", "4"), ("F1", "3")] {
        tablet.answer(indicator, answer).await?;
    }
    tablet.go_to(Step::Talk).await?;
    Ok(id)
}

/// Her answers to the rubric that is on screen.
async fn she_scores(tablet: &Tablet) -> Result<()> {
    for (indicator, answer) in [("D1", "3"), ("D3", "4"), ("I1", "4")] {
        tablet.answer(indicator, answer).await?;
    }
    Ok(())
}

const IS_HERS: &str = "return location.hash.endsWith('/eigen-les')";

const TABLES: &str = "
    const row = one => [one.dataset.indicator, ...[...one.cells].slice(1).map(cell => cell.textContent)];
    return [...document.querySelectorAll('#scores .side-table')].map(one => [...one.tBodies[0].rows].map(row))";

/// Both choose to look: what differs comes first, with what she wrote.
async fn both_look(tablet: &Tablet, wrote: &str) -> Result<()> {
    let browser = &tablet.browser;
    assert_eq!(browser.script(TABLES, vec![]).await?, json!([]), "hidden until both want it");
    browser.press("Samen de scores bekijken").await?;
    browser.sees("Jullie antwoorden naast elkaar").await?;
    let strong = "4 (sterk)";
    let said = format!("{strong}{wrote}");
    let expected = json!([
        [["D3", "1 (zwak)", said], ["D1", "2 (meer zwak dan sterk)", "3 (meer sterk dan zwak)"]],
        [["I1", strong, strong]],
    ]);
    assert_eq!(browser.script(TABLES, vec![]).await?, expected);
    browser.sees("Alleen door een van jullie beantwoord: F1.").await?;
    assert!(violations(browser).await?.is_empty());
    Ok(())
}

/// Controle and the report for her hold what she scored, once both looked.
async fn controle_holds_her_answers(tablet: &Tablet, id: &str, shown: bool) -> Result<()> {
    let browser = &tablet.browser;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    browser.press("Verslag tonen").await?;
    let report = browser.value_of("Verslag als tekst").await?;
    assert_eq!(
        report.contains(
            "1 (zwak)\n  De leraar zelf: 4 (sterk)\n  In eigen woorden: Zie mijn map. Dat ging vanzelf."
        ),
        shown,
        "{report}"
    );
    let tables = "return document.querySelectorAll('main .side-table').length";
    assert_eq!(browser.script(tables, vec![]).await?, json!(if shown { 2 } else { 0 }));
    assert!(violations(browser).await?.is_empty());
    Ok(())
}

/// From the list, by an address and in a file nobody sees her answers; she can go on if she gets the tablet again.
async fn her_answers_wait(tablet: &Tablet, id: &str) -> Result<()> {
    let browser = &tablet.browser;
    let file = "return [...document.querySelectorAll('button')].some(one => one.textContent === 'Op een eigen apparaat')";
    assert_eq!(browser.script(file, vec![]).await?, json!(false));
    browser.press("Geef de tablet weer aan de leraar").await?;
    browser.press("Toch iets veranderen").await?;
    tablet.is_at("Hoe ging je les?").await?;
    tablet.explain("D3", " Dat ging vanzelf.").await?;
    tablet.is_kept().await?;
    browser.press("Klaar").await?;
    browser.follow("Naar het gesprek").await?;
    tablet.is_at("Gesprek").await?;
    tablet.visit("").await?;
    browser.tap(By::XPath("//li[contains(., 'Eigen les')]//a"), "her own lesson").await?;
    tablet.is_at("Dank je wel. Geef de tablet terug.").await?;
    let change = "return document.querySelectorAll('.bottombar button').length";
    assert_eq!(browser.script(change, vec![]).await?, json!(0));
    let scores = tablet.hash().await?.replace("/eigen-les", "/scoren");
    tablet.visit(&scores).await?;
    tablet.is_at("Dank je wel. Geef de tablet terug.").await?;
    tablet.visit(&format!("#/bezoek/{id}/gesprek")).await
}

async fn on_the_same_tablet_she_sees_nothing_of_the_observer(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = in_the_talk(&tablet).await?;
    browser.press("Geef de tablet aan de leraar").await?;
    tablet.is_at("Hoe ging je les?").await?;
    // No answer, no way to one, and no name of a step.
    let script = "return [document.querySelectorAll('input[type=radio]:checked').length,
        document.querySelectorAll('.steps, .topbar a[href]').length]";
    assert_eq!(browser.script(script, vec![]).await?, json!([0, 0]));
    assert!(violations(browser).await?.is_empty());
    she_scores(&tablet).await?;
    // She has no log: nothing asks her for lines of it.
    tablet.explain("D3", "Zie mijn map.").await?;
    let asked = "return ['bewijs', 'logboek', 'regels'].filter(word => document.querySelector('main').textContent.includes(word))";
    assert_eq!(browser.script(asked, vec![]).await?, json!([]));
    tablet.is_kept().await?;
    // Back does not lead to what the observer filled in.
    browser.session().back().await?;
    browser.until_true("her screen again", IS_HERS, vec![]).await?;
    tablet.is_at("Hoe ging je les?").await?;
    // Halfway the tablet may be put away; whoever opens the app then is with her, in another tab too.
    tablet.reload().await?;
    tablet.is_at("Hoe ging je les?").await?;
    for address in ["", "#/gegevens"] {
        tablet.visit(address).await?;
        tablet.is_at("Hoe ging je les?").await?;
    }
    let hers = browser.session().window().await?;
    browser.session().switch_to_window(browser.session().new_tab().await?).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.until_true("her screen", IS_HERS, vec![]).await?;
    browser.session().close_window().await?;
    browser.session().switch_to_window(hers).await?;
    browser.press("Klaar").await?;
    tablet.is_at("Dank je wel. Geef de tablet terug.").await?;
    browser.sees("3 van 25 gescoord").await?;
    assert!(violations(browser).await?.is_empty());
    browser.follow("Naar het gesprek").await?;
    tablet.is_at("Gesprek").await?;
    assert!(tablet.hash().await?.contains(&id));
    browser.sees("3 van 25 gescoord, klaar.").await?;
    her_answers_wait(&tablet, &id).await?;
    // Nor are her answers to be seen elsewhere before both want it.
    let beside = format!("#/bezoek/{id}/naast-elkaar");
    let tables = "return document.querySelectorAll('.side-table').length";
    tablet.visit(&beside).await?;
    browser.sees("als jullie bij Gesprek hebben gekozen").await?;
    assert_eq!(browser.script(tables, vec![]).await?, json!(0));
    assert!(violations(browser).await?.is_empty());
    controle_holds_her_answers(&tablet, &id, false).await?;
    tablet.visit(&format!("#/bezoek/{id}/gesprek")).await?;
    both_look(&tablet, "Zie mijn map. Dat ging vanzelf.").await?;
    controle_holds_her_answers(&tablet, &id, true).await?;
    tablet.visit(&beside).await?;
    browser.sees("2 verschillen om te bespreken").await?;
    assert_eq!(browser.script(tables, vec![]).await?, json!(2));
    tablet.visit(&format!("#/bezoek/{id}/gesprek")).await?;
    // The observer's visit is what it was, and hers is a lesson of her own.
    let visit = tablet.exported_visit().await?;
    assert_eq!(visit["ratings"]["D1"]["answer"], json!({ "score": 2 }));
    assert_eq!(visit["visit"]["own_view_of"], Value::Null);
    tablet.visit("").await?;
    browser.sees("Eigen les, bij een bezoek").await?;
    // Nor is it to be peeked at from the list.
    browser.tap(By::XPath("//li[contains(., 'Eigen les')]//a"), "her own lesson").await?;
    tablet.is_at("Dank je wel. Geef de tablet terug.").await?;
    // And by its address no other visit opens as if it were hers.
    tablet.visit(&format!("#/bezoek/{id}/eigen-les")).await?;
    let shown = "return document.querySelectorAll('input[type=radio]').length";
    assert_eq!(browser.script(shown, vec![]).await?, json!(0));
    Ok(())
}

/// A tab that stands at the observer's scores goes to her screen with the tablet. With a lock on each tab is opened first.
async fn a_tab_goes_with_the_tablet(engine: Engine, passphrase: Option<&str>) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = in_the_talk(&tablet).await?;
    if let Some(passphrase) = passphrase {
        tablet.visit("#/gegevens").await?;
        browser.unfold("Slot aanzetten").await?;
        choose_passphrase(browser, passphrase).await?;
        tablet.is_at("Lesbezoek is op slot").await?;
        open_lock(browser, passphrase).await?;
        tablet.is_at("Gegevens").await?;
        tablet.jump(&format!("#/bezoek/{id}/gesprek"), "Gesprek").await?;
    }
    let first = browser.session().window().await?;
    let second = browser.session().new_tab().await?;
    browser.session().switch_to_window(second.clone()).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    if let Some(passphrase) = passphrase {
        open_lock(browser, passphrase).await?;
    }
    let seen = "2 (meer zwak dan sterk)";
    browser.sees(seen).await?;
    browser.session().switch_to_window(first).await?;
    browser.press("Geef de tablet aan de leraar").await?;
    tablet.is_at("Hoe ging je les?").await?;
    browser.session().switch_to_window(second).await?;
    browser.until_true("her screen", IS_HERS, vec![]).await?;
    let is_gone = "return !document.querySelector('main').innerText.includes(arguments[0])";
    browser.until_true("no score of the observer", is_gone, vec![json!(seen)]).await
}

async fn a_tab_that_is_open_goes_with_the_tablet(engine: Engine) -> Result<()> {
    a_tab_goes_with_the_tablet(engine, None).await
}

async fn with_the_lock_on_too(engine: Engine) -> Result<()> {
    a_tab_goes_with_the_tablet(engine, Some("paars kameel lantaarn negen")).await
}

async fn who_looks_at_the_list_has_no_tablet_in_her_hands(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = in_the_talk(&tablet).await?;
    // An empty view of her own, for her own device.
    browser.press("Op een eigen apparaat").await?;
    tablet.visit("").await?;
    browser.tap(By::XPath("//li[contains(., 'Eigen les')]//a"), "her own lesson").await?;
    tablet.is_at("De leraar scoort de eigen les").await?;
    let answers = "return document.querySelectorAll('main input[type=radio]').length";
    assert_eq!(browser.script(answers, vec![]).await?, json!(0));
    assert!(violations(browser).await?.is_empty());
    // And can go on elsewhere.
    tablet.visit("#/gegevens").await?;
    tablet.is_at("Gegevens").await?;
    tablet.visit(&format!("#/bezoek/{id}/gesprek")).await?;
    browser.press("Geef de tablet aan de leraar").await?;
    tablet.is_at("Hoe ging je les?").await
}

async fn on_a_device_of_her_own_a_small_file_goes_there_and_back(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let [there, back] = ["there.json", "back.json"].map(|name| folder.path().join(name));
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = in_the_talk(&tablet).await?;
    browser.press("Op een eigen apparaat").await?;
    browser.press("Tonen als tekst").await?;
    let text = browser.value_of("Export als tekst (JSON)").await?;
    let file: Value = serde_json::from_str(&text)?;
    let asked = &file["observations"][0];
    assert_eq!(
        (file["observations"].as_array().map(Vec::len), &asked["visit"]["kind"]),
        (Some(1), &json!("self"))
    );
    assert_eq!((&asked["ratings"], &asked["visit"]["own_view_of"]), (&json!({}), &json!(id)));
    std::fs::write(&there, text)?;

    let her_own = Tablet::new(engine, &server.origin()).await?;
    her_own.import(&there).await?;
    her_own.visit("").await?;
    her_own.browser.tap(By::Css(".visit-link"), "the visit").await?;
    her_own.is_at("Hoe ging je les?").await?;
    she_scores(&her_own).await?;
    her_own.browser.press("Klaar").await?;
    her_own.is_at("Dank je wel. Stuur het terug.").await?;
    her_own.browser.follow("Naar exporteren").await?;
    her_own.browser.sees("Dit bezoek is afgerond").await?;
    std::fs::write(&back, her_own.export_text().await?)?;

    tablet.import(&back).await?;
    tablet.visit(&format!("#/bezoek/{id}/gesprek")).await?;
    browser.sees("3 van 25 gescoord, klaar.").await?;
    both_look(&tablet, "").await
}

in_every_engine!(
    on_the_same_tablet_she_sees_nothing_of_the_observer,
    a_tab_that_is_open_goes_with_the_tablet,
    with_the_lock_on_too,
    who_looks_at_the_list_has_no_tablet_in_her_hands,
    on_a_device_of_her_own_a_small_file_goes_there_and_back,
);

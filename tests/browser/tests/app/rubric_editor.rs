//! A school makes a rubric its own, without a programmer.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, violations};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::By;

/// Copies the built-in rubric, and gives it a title of its own.
async fn copy(tablet: &Tablet, title: &str) -> Result<()> {
    tablet.visit("").await?;
    tablet.browser.follow("Kijkwijzers").await?;
    tablet.is_at("Kijkwijzers").await?;
    tablet
        .browser
        .press("Kopieer en pas aan: Passend onderwijs in de les (versie 1 · 25 indicatoren)")
        .await?;
    tablet.is_at("Passend onderwijs in de les (eigen versie)").await?;
    write(tablet, "rubric-title", title).await?;
    tablet.is_at(title).await
}

/// Writes in a field, by its id.
async fn write(tablet: &Tablet, id: &str, text: &str) -> Result<()> {
    let script = "const field = document.getElementById(arguments[0]);
        if (!field) return false;
        field.focus();
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true";
    tablet.browser.until_true(id, script, vec![json!(id), json!(text)]).await
}

async fn choose(tablet: &Tablet, id: &str, text: &str) -> Result<()> {
    let script = "const list = document.getElementById(arguments[0]);
        const option = [...list?.options ?? []].find(one => one.textContent === arguments[1]);
        if (!option) return false;
        list.value = option.value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    tablet.browser.until_true(id, script, vec![json!(id), json!(text)]).await
}

async fn open(tablet: &Tablet, indicator: &str) -> Result<()> {
    tablet.browser.tap(By::Id(format!("head-{indicator}")), indicator).await?;
    let form = format!(".rubric-indicator[data-indicator='{indicator}'] .rubric-form");
    is_there(tablet, &form).await
}

async fn is_there(tablet: &Tablet, selector: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0]) !== null";
    tablet.browser.until_true(selector, script, vec![json!(selector)]).await
}

async fn publish(tablet: &Tablet, title: &str, version: u32) -> Result<()> {
    tablet.browser.press("Publiceer").await?;
    tablet.is_at("Kijkwijzers").await?;
    tablet.browser.sees(&format!("{title} is klaar, als versie {version}.")).await?;
    tablet.is_kept().await
}

async fn make_default(tablet: &Tablet, title: &str) -> Result<()> {
    let button = By::XPath(format!("//button[starts-with(@aria-label, 'Maak standaard: {title}')]"));
    tablet.browser.tap(button, "Maak standaard").await?;
    tablet.browser.sees("Nieuwe bezoeken gebruiken nu deze kijkwijzer.").await?;
    tablet.is_kept().await
}

/// The sentence of an indicator on Scoren.
async fn sentence_of(tablet: &Tablet, indicator: &str) -> Result<String> {
    let selector = format!("fieldset[data-indicator='{indicator}'] > legend");
    is_there(tablet, &selector).await?;
    let script = "return document.querySelector(arguments[0]).textContent.trim()";
    Ok(tablet.browser.script(script, vec![json!(selector)]).await?.as_str().unwrap_or_default().to_owned())
}

async fn from_a_copy_to_a_visit_that_scores_with_it(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    // A visit of before keeps the rubric that it began with.
    tablet.visit("").await?;
    let before = tablet.start_visit().await?;
    copy(&tablet, "De Regenboog").await?;
    open(&tablet, "D1").await?;
    write(&tablet, "rubric-sentence-D1", "Het doel staat op het bord.").await?;
    browser.sees("D1 Het doel staat op het bord.").await?;
    choose(&tablet, "rubric-points", "5").await?;
    assert!(violations(browser).await?.is_empty());

    // What is missing is named, and leads to its field.
    browser.press("Publiceer").await?;
    browser.sees("Dit moet nog voordat je kunt publiceren").await?;
    browser.follow("Bij score 5 staat niet wat hij betekent.").await?;
    let focused = "return document.activeElement?.id === 'rubric-label-5'";
    browser.until_true("the focus in the field", focused, vec![]).await?;
    write(&tablet, "rubric-label-5", "voorbeeld voor anderen").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    // English was left behind; who means it so presses once more.
    browser.press("Publiceer").await?;
    browser.sees("Nederlands en Engels zeggen niet meer hetzelfde").await?;
    publish(&tablet, "De Regenboog", 1).await?;
    make_default(&tablet, "De Regenboog").await?;
    assert!(violations(browser).await?.is_empty());

    tablet.visit("").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    assert_eq!(sentence_of(&tablet, "D1").await?, "D1 Het doel staat op het bord.");
    tablet.answer("D1", "5").await?;
    tablet.is_kept().await?;
    tablet.go_to(Step::Check).await?;
    browser.sees("5 (voorbeeld voor anderen)").await?;
    let export = tablet.export().await?;
    assert_eq!(export["observations"][0]["ratings"]["D1"]["answer"], json!({"score": 5}));
    let rubric = &export["rubrics"][0];
    assert_eq!(rubric["scale"]["points"].as_array().expect("points").len(), 5);
    assert_eq!(export["observations"][0]["rubric"]["id"], rubric["id"]);
    let path = folder.path().join("bezoek.json");
    std::fs::write(&path, export.to_string())?;

    tablet.visit(&format!("#/bezoek/{before}")).await?;
    tablet.go_to(Step::Score).await?;
    assert_ne!(sentence_of(&tablet, "D1").await?, "D1 Het doel staat op het bord.");

    // Another tablet gets the rubric with the visit.
    drop(tablet);
    let other = Tablet::new(engine, &server.origin()).await?;
    other.import(&path).await?;
    other.browser.sees("1 bezoek en 1 kijkwijzer geïmporteerd.").await?;
    other.visit("#/kijkwijzers").await?;
    other.browser.sees("De Regenboog").await
}

async fn a_next_version_retires_and_old_visits_stay_as_they_are(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    copy(&tablet, "De Regenboog").await?;
    publish(&tablet, "De Regenboog", 1).await?;
    make_default(&tablet, "De Regenboog").await?;
    tablet.visit("").await?;
    let first = tablet.start_visit().await?;

    tablet.visit("#/kijkwijzers").await?;
    browser.press("Maak een nieuwe versie: De Regenboog (versie 1 · 25 indicatoren)").await?;
    browser.sees("Dit wordt versie 2.").await?;
    browser.sees("Het aantal punten ligt vast").await?;
    open(&tablet, "D2").await?;
    browser.press("Niet meer gebruiken").await?;
    browser.sees("7 indicatoren").await?;
    browser.press("Ongedaan maken").await?;
    open(&tablet, "D2").await?;
    browser.press("Niet meer gebruiken").await?;
    browser.sees("7 indicatoren").await?;
    publish(&tablet, "De Regenboog", 2).await?;
    browser.sees("Niet meer in gebruik: D2").await?;

    // The default goes along with the new version.
    tablet.visit("").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    sentence_of(&tablet, "D3").await?;
    let has =
        |id: &str| format!("return document.querySelector(\"fieldset[data-indicator='{id}']\") !== null");
    assert_eq!(browser.script(&has("D2"), vec![]).await?, json!(false));
    tablet.visit(&format!("#/bezoek/{first}")).await?;
    tablet.go_to(Step::Score).await?;
    sentence_of(&tablet, "D2").await?;
    Ok(())
}

/// With English out of sight, a Dutch sentence is changed: what English still says is named, and can be emptied at once.
async fn english_that_was_left_behind_is_named_before_it_is_published(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    copy(&tablet, "De Regenboog").await?;
    let tick = By::XPath("//label[contains(., 'Toon ook de Engelse teksten')]/input");
    browser.tap(tick, "the tick").await?;
    open(&tablet, "D1").await?;
    write(&tablet, "rubric-sentence-D1", "Het doel staat op het bord.").await?;
    write(&tablet, "rubric-low-D1", "Er staat niets.").await?;
    tablet.is_kept().await?;
    // What was chosen to be shown stays chosen.
    tablet.reload().await?;
    open(&tablet, "D1").await?;
    let no_english = "return document.querySelector('[id$=\"-en\"]') === null";
    assert_eq!(browser.script(no_english, vec![]).await?, json!(true));

    browser.press("Publiceer").await?;
    let named = "return [...document.querySelectorAll('#left-behind li')].map(one => one.textContent)";
    browser.until_true("the notice", "return document.activeElement.id === 'left-behind'", vec![]).await?;
    let places = json!(["D1", "D1: Zo ziet de laagste score eruit"]);
    assert_eq!(browser.script(named, vec![]).await?, places);
    assert!(violations(browser).await?.is_empty());
    browser.follow("D1: Zo ziet de laagste score eruit").await?;
    let focused = "return document.activeElement?.id === 'rubric-low-D1-en'";
    browser.until_true("the focus in the English field", focused, vec![]).await?;
    browser.press("Maak deze Engelse teksten leeg").await?;
    let english = "const texts = ['sentence', 'low', 'high'].map(name => document.getElementById(`rubric-${name}-D1-en`).value);
        return texts.map(text => text !== '').join() === arguments[0]";
    browser.until_true("emptied", english, vec![json!("false,false,true")]).await?;
    browser.press("Ongedaan maken").await?;
    browser.until_true("there again", english, vec![json!("true,true,true")]).await?;
    browser.press("Publiceer").await?;
    browser.press("Maak deze Engelse teksten leeg").await?;
    browser.until_true("emptied", english, vec![json!("false,false,true")]).await?;
    publish(&tablet, "De Regenboog", 1).await?;
    make_default(&tablet, "De Regenboog").await?;
    tablet.visit("").await?;
    browser.press("English").await?;
    browser.press("New visit").await?;
    browser.follow("Score").await?;
    assert_eq!(sentence_of(&tablet, "D1").await?, "D1 Het doel staat op het bord.");
    Ok(())
}

async fn what_is_moved_added_and_removed_can_be_undone(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    copy(&tablet, "Kort").await?;
    let order = "return [...document.querySelectorAll('.rubric-indicator')].slice(0, 3).map(one => one.dataset.indicator).join(' ') === arguments[0]";
    browser.press("Omlaag: D1").await?;
    browser.until_true("D1 below D2", order, vec![json!("D2 D1 D3")]).await?;
    browser.press("Ongedaan maken").await?;
    browser.until_true("D1 above D2", order, vec![json!("D1 D2 D3")]).await?;
    // By hand too: D1 is dropped onto D3.
    let drag = "const [from, to] = ['D1', 'D3'].map(id => document.querySelector(`.rubric-indicator[data-indicator='${id}']`));
        const send = (place, name) => place.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true }));
        send(from, 'dragstart');
        send(to, 'drop')";
    browser.script(drag, vec![]).await?;
    browser.until_true("D1 below D3", order, vec![json!("D2 D3 D1")]).await?;
    // Into the domain above: the row is another one then, and the focus goes along.
    browser.press("Omhoog: I1").await?;
    let in_d = "return document.activeElement.getAttribute('aria-label') === 'Omhoog: I1'
        && document.activeElement.closest('.rubric-domain-card').querySelector('[data-indicator=D2]') !== null";
    browser.until_true("I1 in the first domain", in_d, vec![]).await?;
    browser.press("Ongedaan maken").await?;
    open(&tablet, "D1").await?;
    browser.press("Kijkpunt erbij").await?;
    browser.sees("Kijkpunt 4").await?;
    browser.press("Haal weg: Kijkpunt 4").await?;
    let gone = "return !document.body.innerText.includes('Kijkpunt 4')";
    browser.until_true("the look-for gone", gone, vec![]).await?;
    browser.press("Haal dit domein weg: Domein F").await?;
    let domains = "return document.querySelectorAll('.rubric-domain-card').length === arguments[0]";
    browser.until_true("two domains", domains, vec![json!(2)]).await?;
    browser.press("Ongedaan maken").await?;
    browser.until_true("three domains", domains, vec![json!(3)]).await?;
    browser.press("Domein erbij").await?;
    browser.until_true("four domains", domains, vec![json!(4)]).await?;
    tablet.is_kept().await?;
    tablet.visit("#/kijkwijzers").await?;
    browser.press("Verwijder dit concept: Kort").await?;
    browser.sees("Concept verwijderd.").await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("In de maak").await
}

async fn what_is_typed_can_be_undone_from_the_first_letter(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let can_undo = "return document.querySelector('.btn-undo').ariaDisabled !== 'true'";
    copy(&tablet, "Taalles").await?;
    tablet.reload().await?;
    tablet.is_at("Taalles").await?;
    assert_eq!(browser.script(can_undo, vec![]).await?, json!(false), "nothing is done yet");
    browser.session().find(By::Id("rubric-title")).await?.send_keys("!").await?;
    browser.until_true("undo while the field has the focus", can_undo, vec![]).await?;
    tablet.is_at("Taalles!").await?;
    browser.press("Ongedaan maken").await?;
    tablet.is_at("Taalles").await?;
    assert_eq!(browser.script(can_undo, vec![]).await?, json!(false), "all of it was one step");
    // What was added goes after the words in it, not with them.
    browser.press("Domein erbij").await?;
    let domains = "return document.querySelectorAll('.rubric-domain-card').length === arguments[0]";
    browser.until_true("four domains", domains, vec![json!(4)]).await?;
    let title = "const titles = document.querySelectorAll('.rubric-domain-card input[id^=rubric-domain-]:not([id$=-en])');
        const field = [...titles].at(-1);
        field.focus();
        field.value = 'Rust';
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.script(title, vec![]).await?;
    browser.press("Ongedaan maken").await?;
    let is_empty =
        "const titles = document.querySelectorAll('.rubric-domain-card input[id^=rubric-domain-]:not([id$=-en])');
        return titles.length === 4 && [...titles].at(-1).value === ''";
    browser.until_true("the domain without its title", is_empty, vec![]).await?;
    browser.press("Ongedaan maken").await?;
    browser.until_true("three domains", domains, vec![json!(3)]).await
}

async fn a_visit_takes_another_rubric_until_something_hangs_on_it(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    tablet.visit("").await?;
    tablet.start_visit().await?;
    let has_no_choice = "return document.getElementById('rubric') === null";
    assert_eq!(browser.script(has_no_choice, vec![]).await?, json!(true), "there is one rubric");
    copy(&tablet, "Rekenles").await?;
    browser.press("Haal dit domein weg: Domein F").await?;
    publish(&tablet, "Rekenles", 1).await?;
    tablet.visit("").await?;
    tablet.start_visit().await?;
    choose(&tablet, "rubric", "Rekenles").await?;
    browser.sees("alle 17").await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("alle 25").await?;
    choose(&tablet, "rubric", "Rekenles").await?;
    browser.sees("alle 17").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("I1", "3").await?;
    tablet.is_kept().await?;
    tablet.go_to(Step::Prepare).await?;
    browser.sees("Hij ligt vast").await?;
    assert!(violations(browser).await?.is_empty());
    Ok(())
}

async fn a_rubric_goes_to_another_school_as_a_file(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    copy(&tablet, "Taalles").await?;
    publish(&tablet, "Taalles", 1).await?;
    tablet.browser.press("Bekijk: Taalles (versie 1 · 25 indicatoren)").await?;
    tablet.browser.press("Tonen als tekst").await?;
    let text = tablet.browser.value_of("Kijkwijzer als tekst (JSON)").await?;
    let mut file: Value = serde_json::from_str(&text)?;
    assert_eq!((&file["format"], &file["version"]), (&json!("lesbezoek-rubric"), &json!(1)));
    drop(tablet);
    let other = Tablet::new(engine, &server.origin()).await?;
    other.visit("#/kijkwijzers").await?;
    // Bad input is named by its place, and nothing is kept of it.
    let path = folder.path().join("kijkwijzer.json");
    file["rubric"]["scale"]["points"][1]["value"] = json!(9);
    std::fs::write(&path, file.to_string())?;
    other.pick_import(&path).await?;
    other.browser.sees("rubric.scale.points[1].value").await?;
    let good = folder.path().join("goed.json");
    std::fs::write(&good, text)?;
    other.pick_import(&good).await?;
    other.browser.sees("goed.json: 1 kijkwijzer").await?;
    other.browser.press("1 kijkwijzer importeren").await?;
    other.browser.sees("1 kijkwijzer geïmporteerd.").await?;
    other.browser.sees("Taalles").await
}

async fn it_fits_a_screen_of_320_pixels(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 320, 640).await?;
    tablet.jump("#/kijkwijzers", "Kijkwijzers").await?;
    let copy = By::XPath("//button[starts-with(normalize-space(.), 'Kopieer en pas aan')]");
    tablet.browser.tap(copy, "Kopieer en pas aan").await?;
    open(&tablet, "D1").await?;
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    tablet.browser.until_true("a page no wider than the screen", fits, vec![]).await
}

in_every_engine!(
    from_a_copy_to_a_visit_that_scores_with_it,
    a_next_version_retires_and_old_visits_stay_as_they_are,
    english_that_was_left_behind_is_named_before_it_is_published,
    what_is_moved_added_and_removed_can_be_undone,
    what_is_typed_can_be_undone_from_the_first_letter,
    a_visit_takes_another_rubric_until_something_hangs_on_it,
    a_rubric_goes_to_another_school_as_a_file,
    it_fits_a_screen_of_320_pixels,
);

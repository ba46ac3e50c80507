//! What the crash notice saves while a lock is on: it comes to another tablet with the passphrase or the code of that lock.

use anyhow::Result;
use browser_tests::{
    Engine, Server, Step, Tablet, choose_passphrase, dist, in_every_engine, open_lock, record_key, stored,
    violations,
};
use serde_json::Value;

use crate::sealed_backup::visits;

const PASSPHRASE: &str = "paars kameel lantaarn negen";
const FIELD: &str = "Wachtzin of herstelcode van dat slot";

async fn open_with(tablet: &Tablet, typed: &str) -> Result<()> {
    tablet.browser.fill(FIELD, typed).await?;
    tablet.browser.press("Bestand openen").await
}

async fn paste(tablet: &Tablet, text: &str) -> Result<()> {
    tablet.browser.unfold("Of plak de tekst van een export").await?;
    let put = "document.getElementById('import-text').value = arguments[0]";
    tablet.browser.script(put, vec![text.into()]).await?;
    tablet.browser.press("Deze tekst inlezen").await
}

/// Puts on a lock; gives back what the notice saves then, and the recovery code.
async fn rescued(tablet: &Tablet) -> Result<(String, String)> {
    let browser = &tablet.browser;
    browser.unfold("Slot aanzetten").await?;
    let code = choose_passphrase(browser, PASSPHRASE).await?;
    tablet.is_at("Lesbezoek is op slot").await?;
    browser.catch_download().await?;
    // The notice itself stands there only after the program has stopped.
    browser.script("document.getElementById('crash-export').click()", vec![]).await?;
    let (name, bytes) = browser.caught().await?;
    assert_eq!(name, "lesbezoek-alles.json");
    Ok((String::from_utf8(bytes)?, code))
}

async fn it_opens_on_another_tablet_with_the_passphrase_or_the_code(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let first = Tablet::new(engine, &server.origin()).await?;
    first.start_visit().await?;
    first.browser.fill("Leraar", "Juf Zonnebloem").await?;
    first.go_to(Step::Score).await?;
    first.answer("D1", "3").await?;
    first.is_kept().await?;
    let kept = visits(&first).await?;
    let (text, code) = rescued(&first).await?;
    assert!(text.contains("lesbezoek:900:lock") && !text.contains("Zonnebloem"));

    let second = Tablet::new(engine, &server.origin()).await?;
    let browser = &second.browser;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("lesbezoek-alles.json");
    std::fs::write(&file, &text)?;
    second.visit("#/gegevens").await?;
    let before = stored(browser).await?;
    second.pick_import(&file).await?;
    browser.sees("lesbezoek-alles.json is versleuteld").await?;
    assert!(violations(browser).await?.is_empty());
    open_with(&second, "iets heel anders").await?;
    browser.sees("Dat is niet de wachtzin of de herstelcode van dat slot.").await?;
    let field = "const field = document.getElementById('locked-passphrase'); field.select(); return document.activeElement === field";
    browser.until_true("the field has the focus", field, vec![]).await?;
    assert!(violations(browser).await?.is_empty());
    open_with(&second, PASSPHRASE).await?;
    browser.sees("Juf Zonnebloem").await?;
    assert_eq!(stored(browser).await?, before);
    browser.press("1 bezoek importeren").await?;
    browser.sees("geïmporteerd.").await?;
    assert_eq!(visits(&second).await?, kept);

    paste(&second, &text).await?;
    browser.sees("De geplakte tekst is versleuteld").await?;
    open_with(&second, &code.to_lowercase()).await?;
    browser.sees("Alles in dit bestand heb je al").await?;
    assert_eq!(visits(&second).await?, kept);
    Ok(())
}

/// As while the lock was being put on: local storage has the visit in the open.
async fn of_one_that_was_half_way_a_part_comes_without_a_passphrase(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = tablet.start_visit().await?;
    browser.fill("Leraar", "Juf Zonnebloem").await?;
    tablet.is_kept().await?;
    let record = stored(browser).await?[record_key(&id)].clone();
    tablet.visit("#/gegevens").await?;
    let (text, _) = rescued(&tablet).await?;
    let mut file: Value = serde_json::from_str(&text)?;
    file["records"][record_key(&id)] = record;

    open_lock(browser, PASSPHRASE).await?;
    tablet.is_at("Gegevens").await?;
    paste(&tablet, &file.to_string()).await?;
    browser.press("Alleen wat niet op slot zit").await?;
    browser.sees("1 gegeven in dit bestand blijft op slot. Kies het bestand opnieuw").await?;
    browser.sees("De geplakte tekst: 1 bezoek").await?;
    browser.sees("Heb je al").await?;
    assert!(violations(browser).await?.is_empty());

    // With the lock open the program hands over what it reads; the journal beside it is sealed all the same.
    browser.catch_download().await?;
    browser.press("Ruwe gegevens downloaden").await?;
    let (_, bytes) = browser.caught().await?;
    let text = String::from_utf8(bytes)?;
    assert!(text.contains("lesbezoek:900:lock") && text.contains("Zonnebloem"));
    browser.press("Vergrendelen").await?;
    open_lock(browser, PASSPHRASE).await?;
    tablet.is_at("Gegevens").await?;
    paste(&tablet, &text).await?;
    open_with(&tablet, PASSPHRASE).await?;
    browser.sees("Alles in dit bestand heb je al").await
}

/// The mark of the lock is what it takes to try a passphrase.
async fn one_without_a_sound_mark_says_so_and_touches_nothing(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    tablet.visit("#/gegevens").await?;
    let before = stored(browser).await?;
    let file = r#"{"format":"lesbezoek-rescue","version":2,"records":{"lesbezoek:900:lock":"{}","lesbezoek:900:㐀":"S1"},"journal":{}}"#;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("alles.json");
    std::fs::write(&path, file)?;
    tablet.pick_import(&path).await?;
    browser.sees("alles.json kan niet worden geïmporteerd").await?;
    browser.sees("1 gegeven in dit bestand blijft op slot.").await?;
    browser.sees("Er is niets veranderd").await?;
    assert_eq!(stored(browser).await?, before);
    assert!(violations(browser).await?.is_empty());
    Ok(())
}

in_every_engine!(
    it_opens_on_another_tablet_with_the_passphrase_or_the_code,
    of_one_that_was_half_way_a_part_comes_without_a_passphrase,
    one_without_a_sound_mark_says_so_and_touches_nothing,
);

//! A backup under a passphrase: from one tablet to another, and what is said of a file that does not open.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, stored, violations};
use serde_json::{Value, json};

const PASSPHRASE: &str = "paars kameel lantaarn negen";
/// Made by the program age; its work factor is the highest that this app takes.
const BY_AGE: &[u8] = include_bytes!("../../../fixtures/groep5-rekenen.json.age");

/// The file that the button makes, and its name.
async fn sealed_backup(tablet: &Tablet) -> Result<(String, Vec<u8>)> {
    let browser = &tablet.browser;
    browser.catch_download().await?;
    browser.unfold("Met een wachtzin").await?;
    browser.fill("Wachtzin voor dit bestand", PASSPHRASE).await?;
    browser.press("Downloaden met wachtzin").await?;
    browser.sees("De twee wachtzinnen zijn niet hetzelfde.").await?;
    browser.fill("Typ die wachtzin nog een keer", PASSPHRASE).await?;
    browser.press("Downloaden met wachtzin").await?;
    browser.sees("Het versleutelde bestand is gedownload.").await?;
    browser.caught().await
}

async fn open_with(tablet: &Tablet, passphrase: &str) -> Result<()> {
    tablet.browser.fill("Wachtzin van dit bestand", passphrase).await?;
    tablet.browser.press("Bestand openen").await
}

/// The visits of the backup that this tablet would make now.
pub async fn visits(tablet: &Tablet) -> Result<Value> {
    tablet.visit("#/gegevens").await?;
    let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
    Ok(export["observations"].clone())
}

async fn a_backup_under_a_passphrase_is_the_same_on_another_tablet(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let first = Tablet::new(engine, &server.origin()).await?;
    first.start_visit().await?;
    first.browser.fill("Leraar", "Juf Zonnebloem").await?;
    first.go_to(Step::Score).await?;
    first.answer("D1", "3").await?;
    first.is_kept().await?;
    first.visit("#/gegevens").await?;
    first.browser.sees("Er is nog geen reservekopie").await?;
    let (name, bytes) = sealed_backup(&first).await?;
    assert!(name.starts_with("lesbezoek-") && name.ends_with(".json.age"), "{name}");
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert!(!bytes.windows(10).any(|word| word == b"Zonnebloem"));
    first
        .browser
        .until_true(
            "the day of the backup",
            "return !document.body.innerText.includes('Er is nog geen reservekopie')",
            vec![],
        )
        .await?;
    assert!(violations(&first.browser).await?.is_empty());

    let second = Tablet::new(engine, &server.origin()).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(&name);
    std::fs::write(&file, &bytes)?;
    second.visit("#/gegevens").await?;
    let before = stored(&second.browser).await?;
    second.pick_import(&file).await?;
    second.browser.sees("is versleuteld").await?;
    open_with(&second, "iets heel anders").await?;
    second.browser.sees("Dat is niet de wachtzin van dit bestand.").await?;
    assert_eq!(stored(&second.browser).await?, before);
    let field = "const field = document.getElementById('sealed-passphrase'); field.select(); return document.activeElement === field";
    second.browser.until_true("the field has the focus", field, vec![]).await?;
    assert!(violations(&second.browser).await?.is_empty());
    open_with(&second, PASSPHRASE).await?;
    second.browser.sees("Juf Zonnebloem").await?;
    assert_eq!(stored(&second.browser).await?, before);
    second.browser.press("1 bezoek importeren").await?;
    second.browser.sees("geïmporteerd.").await?;
    assert_eq!(visits(&second).await?, visits(&first).await?);
    assert!(violations(&second.browser).await?.is_empty());
    Ok(())
}

async fn a_file_of_the_program_age_is_imported(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("van-age.age");
    std::fs::write(&file, BY_AGE)?;
    tablet.visit("#/gegevens").await?;
    tablet.pick_import(&file).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.browser.press("1 bezoek importeren").await?;
    tablet.browser.sees("geïmporteerd.").await
}

/// With one text of the header in place of another.
fn with(from: &str, to: &str) -> Vec<u8> {
    let at = BY_AGE.windows(from.len()).position(|part| part == from.as_bytes()).expect("it stands there");
    [&BY_AGE[..at], to.as_bytes(), &BY_AGE[at + from.len()..]].concat()
}

async fn what_does_not_open_says_why_and_touches_nothing(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let folder = tempfile::tempdir()?;
    tablet.visit("#/gegevens").await?;
    let before = stored(&tablet.browser).await?;
    let mut flipped = BY_AGE.to_vec();
    flipped[BY_AGE.len() / 2] ^= 1;
    let half = &BY_AGE[..100];
    for (name, bytes, asks, reason) in [
        ("sleutel", with("-> scrypt ", "-> X25519 "), false, "maar met een sleutel"),
        ("zwaar", with(" 18\n", " 25\n"), false, "werkfactor 25, en deze app gaat tot 18"),
        ("versie", with("/v1\n", "/v9\n"), false, "een andere versie van age"),
        ("begin", half.to_vec(), false, "Het bestand houdt op na byte 100"),
        ("einde", BY_AGE[..BY_AGE.len() - 1].to_vec(), true, "Het bestand is beschadigd: wat vanaf byte"),
        ("byte", flipped, true, "Het bestand is beschadigd: wat vanaf byte"),
    ] {
        let file = folder.path().join(format!("{name}.age"));
        std::fs::write(&file, bytes)?;
        tablet.pick_import(&file).await?;
        if asks {
            tablet.browser.sees(&format!("{name}.age is versleuteld")).await?;
            open_with(&tablet, PASSPHRASE).await?;
        }
        tablet.browser.sees(&format!("{name}.age kan niet worden geïmporteerd")).await?;
        tablet.browser.sees(reason).await?;
        tablet.browser.sees("Er is niets veranderd").await?;
        assert_eq!(stored(&tablet.browser).await?, before, "{name}");
    }
    assert_eq!(
        tablet.browser.script("return document.querySelectorAll('progress').length", vec![]).await?,
        json!(0)
    );
    Ok(())
}

in_every_engine!(
    a_backup_under_a_passphrase_is_the_same_on_another_tablet,
    a_file_of_the_program_age_is_imported,
    what_does_not_open_says_why_and_touches_nothing,
);

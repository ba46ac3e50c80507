//! The lock: what it asks, what it opens, and that nothing stays in the open.

use anyhow::Result;
use browser_tests::{
    Engine, Server, Step, Tablet, choose_passphrase, dist, in_every_engine, open_lock, stored,
};
use serde_json::Value;
use thirtyfour::By;

const PASSPHRASE: &str = "paars kameel lantaarn negen";
const NEW_ONE: &str = "groen anker vlieger elf";
const LOCKED: &str = "Lesbezoek is op slot";
const ONLY_READS: &str = "Lesbezoek is ook open in een ander tabblad";

/// Chooses a passphrase on Gegevens; gives back the recovery code when the lock is on.
async fn choose(tablet: &Tablet, passphrase: &str) -> Result<String> {
    let code = choose_passphrase(&tablet.browser, passphrase).await?;
    tablet.is_at(LOCKED).await?;
    Ok(code)
}

async fn put_on(tablet: &Tablet) -> Result<String> {
    tablet.visit("#/gegevens").await?;
    tablet.browser.unfold("Slot aanzetten").await?;
    choose(tablet, PASSPHRASE).await
}

async fn open_with(tablet: &Tablet, typed: &str) -> Result<()> {
    open_lock(&tablet.browser, typed).await
}

/// A visit with an answer and a note, kept.
async fn a_visit(tablet: &Tablet, note: &str) -> Result<String> {
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", note).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    Ok(id)
}

async fn it_asks_at_the_start_and_opens_with_the_passphrase_or_the_code(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = a_visit(&tablet, "Zonnebloem").await?;
    let code = put_on(&tablet).await?;
    let text = stored(browser).await?.to_string();
    for word in ["Zonnebloem", "observation", "settings", &id] {
        assert!(!text.contains(word), "{word} stands in local storage");
    }
    open_with(&tablet, "iets heel anders").await?;
    browser.sees("Dat is niet de wachtzin").await?;
    assert_eq!(tablet.heading().await?, LOCKED);
    tablet.visit("").await?;
    assert_eq!(tablet.heading().await?, LOCKED);
    open_with(&tablet, PASSPHRASE).await?;
    browser.sees("Zonnebloem").await?;
    // A change with the lock on.
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    open_with(&tablet, &code.to_lowercase()).await?;
    tablet.is_at("Scoren").await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    tablet.answer("D2", "4").await?;
    tablet.is_kept().await?;
    browser.press("Vergrendelen").await?;
    tablet.is_at(LOCKED).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Scoren").await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"));
    // Local storage is gone, as after a kill: the second copy has all, the mark of the lock too.
    browser.script("localStorage.clear()", vec![]).await?;
    tablet.reload().await?;
    assert_eq!(tablet.heading().await?, LOCKED);
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Scoren").await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"));
    Ok(())
}

async fn after_wrong_ones_there_is_a_pause_also_over_a_reload(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    put_on(&tablet).await?;
    let tries = "return localStorage.getItem('lesbezoek:900:tries')?.split(' ')[0] === arguments[0]";
    for count in ["1", "2"] {
        open_with(&tablet, "verkeerd ").await?;
        browser.until_true("a try counted", tries, vec![count.into()]).await?;
        browser.sees("Dat is niet de wachtzin").await?;
    }
    // Many more, just now.
    let many = "localStorage.setItem('lesbezoek:900:tries', '12 ' + Date.now())";
    browser.script(many, vec![]).await?;
    tablet.reload().await?;
    browser.sees("Wacht nog").await?;
    let is_off = "return document.querySelector('button[type=submit]').disabled";
    assert_eq!(browser.script(is_off, vec![]).await?, Value::Bool(true));
    let long_ago = "localStorage.setItem('lesbezoek:900:tries', '12 ' + (Date.now() - 400000))";
    browser.script(long_ago, vec![]).await?;
    tablet.reload().await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Gegevens").await?;
    assert_eq!(
        browser.script("return localStorage.getItem('lesbezoek:900:tries')", vec![]).await?,
        Value::Null
    );
    Ok(())
}

async fn it_changes_and_goes_off(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = a_visit(&tablet, "Zonnebloem").await?;
    let old_code = put_on(&tablet).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Gegevens").await?;
    browser.unfold("Wachtzin veranderen").await?;
    let current = "//form[.//input[@id='lock-current']]//button";
    browser.tap(By::XPath("//input[@id='lock-current']"), "the field").await?;
    browser.session().find(By::XPath("//input[@id='lock-current']")).await?.send_keys(PASSPHRASE).await?;
    browser.tap(By::XPath(current), "Verder").await?;
    browser.until_true("the fields", "return !!document.getElementById('lock-new')", vec![]).await?;
    let code = choose(&tablet, NEW_ONE).await?;
    for old in [PASSPHRASE, &old_code] {
        open_with(&tablet, old).await?;
        browser.sees("Dat is niet de wachtzin").await?;
        tablet.reload().await?;
    }
    open_with(&tablet, &code).await?;
    tablet.is_at("Gegevens").await?;
    browser.unfold("Slot uitzetten").await?;
    browser.session().find(By::XPath("//input[@id='lock-off']")).await?.send_keys(NEW_ONE).await?;
    browser.tap(By::XPath("//form[.//input[@id='lock-off']]//button"), "Slot uitzetten").await?;
    // It opens by itself, without a question.
    let is_open = "return document.querySelector('#page-title')?.textContent === 'Gegevens'
        && !document.querySelector('.lock-now') && !!document.querySelector('#lock-title')";
    browser.until_true("the open app", is_open, vec![]).await?;
    // It says so, and goes on where the lock stands.
    let says_so = "return [...document.querySelectorAll('.lock-card [role=status]')].some(one => one.textContent.startsWith('Het slot is uit'))
        && document.activeElement.id === 'lock-title'
        && (({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
    browser.until_true("the lock that went off", says_so, vec![]).await?;
    let is_kept = "return Object.keys(sessionStorage).some(key => key.endsWith('lock-off'))";
    assert_eq!(tablet.browser.script(is_kept, vec![]).await?, Value::Bool(false), "it is said once");
    tablet.reload().await?;
    let says_nothing = "return document.querySelector('.lock-card [role=status]')?.textContent === ''";
    browser.until_true("nothing of it any more", says_nothing, vec![]).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    tablet.answer("D2", "4").await?;
    tablet.is_kept().await?;
    let text = stored(browser).await?;
    assert!(text.as_object().unwrap().keys().all(|key| !key.starts_with("lesbezoek:900:")), "{text}");
    Ok(())
}

async fn what_comes_back_in_the_open_is_sealed_at_the_next_start(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = a_visit(&tablet, "Zonnebloem").await?;
    put_on(&tablet).await?;
    // As a killed browser brings it back: an old record in the open, and the lock not yet on.
    let back = "localStorage.setItem('lesbezoek:1:settings', arguments[0])";
    let settings = r#"{"schema":1,"revision":1,"crc":"00000000","body":{}}"#;
    browser.script(back, vec![settings.into()]).await?;
    tablet.reload().await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Gegevens").await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    open_with(&tablet, PASSPHRASE).await?;
    assert_eq!(
        {
            tablet.is_at("Scoren").await?;
            tablet.answer_of("D1").await?
        }
        .as_deref(),
        Some("3")
    );
    let text = stored(browser).await?;
    assert!(text.as_object().unwrap().keys().all(|key| key.starts_with("lesbezoek:900:")), "{text}");
    Ok(())
}

async fn a_tab_that_waits_for_the_passphrase_gives_way_to_another_one(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = a_visit(&tablet, "Zonnebloem").await?;
    put_on(&tablet).await?;
    let first = browser.session().window().await?;
    let second = browser.session().new_tab().await?;

    browser.session().switch_to_window(second).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Scoren").await?;
    browser.sees(ONLY_READS).await?;
    browser.press("Hier verder werken").await?;
    tablet.is_at(LOCKED).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Scoren").await?;
    tablet.answer("D2", "4").await?;
    tablet.is_kept().await?;

    browser.session().switch_to_window(first).await?;
    open_with(&tablet, PASSPHRASE).await?;
    browser.sees(ONLY_READS).await
}

/// Eleven minutes pass, and the tablet is taken up again.
const ELEVEN_MINUTES_LATER: &str = "const clock = window.Date;
    const now = clock.now.bind(clock);
    clock.now = () => now() + 11 * 60 * 1000;
    window.dispatchEvent(new Event('focus'))";

async fn it_closes_by_itself_but_not_in_a_lesson(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    put_on(&tablet).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Gegevens").await?;
    browser.follow("Lesbezoek").await?;
    tablet.is_at("Lesbezoeken").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("Drie kinderen wachten", &[]).await?;
    tablet.is_kept().await?;
    browser.script("window.__same = true", vec![]).await?;
    browser.script(ELEVEN_MINUTES_LATER, vec![]).await?;
    tablet.note_line("De les gaat door", &[]).await?;
    tablet.is_kept().await?;
    assert_eq!(browser.script("return window.__same", vec![]).await?, Value::Bool(true));

    tablet.go_to(Step::Score).await?;
    browser.script(ELEVEN_MINUTES_LATER, vec![]).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    assert_eq!(browser.script("return window.__same", vec![]).await?, Value::Bool(true));
    tablet.go_to(Step::Talk).await?;
    browser.script(ELEVEN_MINUTES_LATER, vec![]).await?;
    tablet.is_at(LOCKED).await?;
    open_with(&tablet, PASSPHRASE).await?;
    tablet.is_at("Gesprek").await?;

    // Unless that is asked for.
    let visit = browser.script("return location.hash", vec![]).await?;
    browser.follow("Gegevens").await?;
    tablet.is_at("Gegevens").await?;
    let in_lesson = By::XPath("//label[contains(., 'Ook tijdens een les')]/input");
    browser.tap(in_lesson, "the lock in a lesson").await?;
    browser.script("location.hash = arguments[0].replace('gesprek', 'kijken')", vec![visit]).await?;
    tablet.is_at("Kijken").await?;
    browser.script(ELEVEN_MINUTES_LATER, vec![]).await?;
    tablet.is_at(LOCKED).await
}

in_every_engine!(
    it_asks_at_the_start_and_opens_with_the_passphrase_or_the_code,
    after_wrong_ones_there_is_a_pause_also_over_a_reload,
    it_changes_and_goes_off,
    what_comes_back_in_the_open_is_sealed_at_the_next_start,
    a_tab_that_waits_for_the_passphrase_gives_way_to_another_one,
    it_closes_by_itself_but_not_in_a_lesson,
);

//! What a later version of the app wrote: it opens for reading, the tab changes nothing any more, and it is to be had whole.

use anyhow::Result;
use browser_tests::{
    Browser, Engine, Server, Step, Tablet, dist, in_every_engine, record_key, scored, stored,
};
use serde_json::{Value, json};

const ONLY_READS: &str = "Hier staat iets van een nieuwere versie van Lesbezoek";

/// Writes the body of the record `arguments[0]` as a later app would, changed by `arguments[1]`, into both copies.
const WRITE_LATER: &str = r#"
    const [key, from, to, done] = arguments;
    const crc = (bytes) => {
        let sum = -1;
        for (const byte of bytes) {
            sum ^= byte;
            for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
        }
        return ((sum ^ -1) >>> 0).toString(16).padStart(8, '0');
    };
    const text = localStorage.getItem(key);
    const { revision } = JSON.parse(text);
    const body = text.slice(text.indexOf(',"body":') + 8, -1).replace(from, to);
    const head = new DataView(new ArrayBuffer(12));
    head.setUint32(0, 3, true);
    head.setBigUint64(4, BigInt(revision + 1), true);
    const sum = crc([...new Uint8Array(head.buffer), ...new TextEncoder().encode(body)]);
    const later = `{"schema":3,"revision":${revision + 1},"crc":"${sum}","body":${body}}`;
    lesbezoekJournal.read(key)
        .then(([, before]) => lesbezoekJournal.write([[key, revision + 1, later, before.split(',"body":', 1)[0]]]))
        .then(() => localStorage.setItem(key, later))
        .then(() => done(later), error => done(String(error)));
"#;

/// Whether a change can be made on this screen.
const CAN_CHANGE: &str =
    "return [...document.querySelectorAll('main button.writes, main fieldset, main textarea')]
    .some(one => one.checkVisibility())";

async fn write_later(browser: &Browser, key: &str, from: &str, to: &str) -> Result<String> {
    let arguments = vec![json!(key), json!(from), json!(to)];
    let later = browser.session().execute_async(WRITE_LATER, arguments).await?;
    let later = later.json().as_str().unwrap().to_owned();
    assert!(later.starts_with(r#"{"schema":3,"#), "{later}");
    Ok(later)
}

/// The file of the visit that is open is what stands in the record.
async fn saves_it_whole(browser: &Browser, engine: Engine, id: &str, later: &str) -> Result<()> {
    // WebKit's driver knows no downloads.
    if engine != Engine::WebKit {
        browser.press("Bezoek opslaan zoals het is").await?;
        let file: Value = serde_json::from_str(&browser.downloaded().await?)?;
        assert_eq!(file["records"][record_key(id)], json!(later));
    }
    Ok(())
}

async fn a_visit_of_a_later_app_opens_for_reading_alone(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = tablet.start_visit().await?;
    browser.fill("Leraar", "Juf Ans").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    let later = write_later(browser, &record_key(&id), "{", r#"{"weather":"sun","#).await?;

    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.sees(ONLY_READS).await?;
    browser.sees("Dit bezoek is van een nieuwere versie").await?;
    browser.sees("3 (meer sterk dan zwak)").await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));
    tablet.go_to(Step::Check).await?;
    browser.sees("Juf Ans").await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));
    // The file of it has all of it, also what is not understood here.
    saves_it_whole(browser, engine, &id, &later).await?;
    assert_eq!(stored(browser).await?[record_key(&id)], json!(later));
    // The list shows it.
    tablet.visit("").await?;
    browser.sees("Juf Ans").await
}

async fn one_that_is_not_understood_is_named_and_the_rest_is_there(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    tablet.start_visit().await?;
    browser.fill("Leraar", "Meester Bo").await?;
    tablet.is_kept().await?;
    tablet.visit("").await?;
    browser.sees("Meester Bo").await?;
    let id = tablet.start_visit().await?;
    tablet.is_kept().await?;
    let later = write_later(browser, &record_key(&id), r#""ratings":"#, r#""ratings":7,"was":"#).await?;

    // Nobody opened it: the start meets it, and the tab turns to reading.
    tablet.visit("").await?;
    browser.sees(ONLY_READS).await?;
    browser.sees("Meester Bo").await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.sees("Dit bezoek is gemaakt met een nieuwere versie van Lesbezoek").await?;
    saves_it_whole(browser, engine, &id, &later).await?;
    Ok(())
}

/// A later app writes this visit in a second tab; the first one, which is shown, reads from then on.
async fn another_tab_writes(tablet: &Tablet, id: &str) -> Result<String> {
    let browser = &tablet.browser;
    let first = browser.session().window().await?;
    let second = browser.session().new_tab().await?;
    browser.session().switch_to_window(second).await?;
    tablet.visit("").await?;
    browser.sees("Lesbezoek is ook open in een ander tabblad").await?;
    let later = write_later(browser, &record_key(id), "{", r#"{"weather":"sun","#).await?;

    browser.session().switch_to_window(first).await?;
    browser.sees(ONLY_READS).await?;
    Ok(later)
}

async fn a_tab_turns_to_reading_when_a_later_one_writes(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    let browser = &tablet.browser;
    let later = another_tab_writes(&tablet, &id).await?;
    browser
        .until_true(
            "nothing to change",
            "return document.querySelectorAll('main fieldset').length === 0",
            vec![],
        )
        .await?;
    assert_eq!(stored(browser).await?[record_key(&id)], json!(later));
    Ok(())
}

async fn what_was_deleted_waits_for_a_tab_that_can_bring_it_back(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let other = tablet.start_visit().await?;
    tablet.is_kept().await?;
    tablet.jump("#/", "Lesbezoeken").await?;
    let deleted = tablet.start_visit().await?;
    browser.fill("Leraar", "Juf Ans").await?;
    tablet.is_kept().await?;
    tablet.jump("#/", "Lesbezoeken").await?;
    tablet.delete_first_visit().await?;
    another_tab_writes(&tablet, &other).await?;
    browser.press("Ongedaan maken").await?;
    assert!(stored(browser).await?.get(record_key(&deleted)).is_none());
    // It can still be brought back.
    let offered = "return sessionStorage.getItem('lesbezoek:deleted')?.includes('Juf Ans') === true";
    browser.until_true("the offer to bring it back", offered, vec![]).await
}

in_every_engine!(
    what_was_deleted_waits_for_a_tab_that_can_bring_it_back,
    a_visit_of_a_later_app_opens_for_reading_alone,
    one_that_is_not_understood_is_named_and_the_rest_is_there,
    a_tab_turns_to_reading_when_a_later_one_writes
);

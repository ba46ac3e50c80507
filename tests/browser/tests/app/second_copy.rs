//! Two copies of every record: either brings back what the other lost, and a copy that fails is told.

use anyhow::Result;
use browser_tests::{
    Engine, Server, Step, Tablet, dist, in_engine, in_every_engine, record_key, seed, stored,
};
use serde_json::{Value, json};

async fn what_local_storage_forgot_is_there_again_and_told(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    let early = stored(&tablet.browser).await?[record_key(&id)].as_str().unwrap().to_owned();
    tablet.answer("D2", "4").await?;
    tablet.answer("D3", "not_observed").await?;
    tablet.is_kept().await?;

    // As after a kill: an old state on the disk.
    seed(&tablet.browser, &[(record_key(&id), early)]).await?;
    tablet.reload().await?;
    tablet.browser.sees("Teruggehaald na een onverwacht einde").await?;
    tablet.browser.sees("2 wijzigingen teruggehaald.").await?;
    assert_eq!(tablet.answer_of("D3").await?.as_deref(), Some("not_observed"));

    // And nothing of it at all, seen from the list.
    tablet.browser.script("localStorage.clear()", vec![]).await?;
    tablet.visit("").await?;
    tablet.browser.sees("Juf Ans").await?;
    tablet.browser.press("Begrepen").await?;
    tablet.reload().await?;
    let told = "return document.body.innerText.includes('Teruggehaald')";
    assert_eq!(tablet.browser.script(told, vec![]).await?, false);
    Ok(())
}

async fn a_deleted_visit_does_not_come_back_by_itself(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.visit("").await?;
    let before = stored(&tablet.browser).await?[record_key(&id)].as_str().unwrap().to_owned();
    tablet.delete_first_visit().await?;
    tablet.browser.sees("Nog geen bezoeken").await?;
    // The deletion is on the disk when the journal has it.
    let gone = "const done = arguments[arguments.length - 1];
        lesbezoekJournal.read(arguments[0]).then(found => done(!!found && found[1] === null), () => done(false))";
    let gone = || async {
        let answer = tablet.browser.session().execute_async(gone, vec![json!(record_key(&id))]).await?;
        Ok((answer.json() == &Value::Bool(true)).then_some(()))
    };
    tablet.browser.until("the deletion in the journal", gone).await?;
    seed(&tablet.browser, &[(record_key(&id), before)]).await?;
    tablet.visit("").await?;
    tablet.browser.sees("Nog geen bezoeken").await?;
    assert!(stored(&tablet.browser).await?[record_key(&id)].is_null());
    Ok(())
}

async fn a_second_copy_that_fails_is_told_until_it_works_again(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    let breaks = "window.__write = lesbezoekJournal.write;
        lesbezoekJournal.write = () => Promise.reject(new DOMException('broken', 'UnknownError'))";
    tablet.browser.script(breaks, vec![]).await?;
    tablet.answer("D1", "3").await?;
    tablet.browser.sees("Nog niet veilig bewaard").await?;
    tablet.browser.sees("Naar exporteren").await?;
    tablet.browser.script("lesbezoekJournal.write = window.__write", vec![]).await?;
    tablet.answer("D2", "3").await?;
    tablet.is_kept().await
}

/// A trap: the program stops in the middle of something, and no panic tells of it.
/// (An error that a test throws itself is hidden from the page.)
const TRAP: &str =
    "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";

/// A program that traps, in each way in which the browser calls one: an event, a task that waits for nothing, a promise. (Firefox runs
/// what a test brings in a compartment of its own, and hides its errors from the page.)
const REAL_TRAPS: [&str; 3] = [
    "addEventListener('trap', trap); dispatchEvent(new Event('trap'))",
    "queueMicrotask(trap)",
    "Promise.resolve().then(trap)",
];
/// `(module (func (export "trap") unreachable))`.
const TRAPPING: &str = "const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0,
    10, 5, 1, 3, 0, 0, 11]))).exports.trap;";

async fn a_trap_is_told_however_it_came_about(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    for trap in REAL_TRAPS {
        tablet.visit("").await?;
        tablet.browser.script(&format!("{TRAPPING} {trap}"), vec![]).await?;
        tablet.browser.sees("Er ging iets mis").await?;
        tablet.browser.tap(thirtyfour::By::Id("crash-reload"), "Opnieuw openen").await?;
        tablet.is_at("Lesbezoeken").await?;
    }
    Ok(())
}

/// Stops the program, which opened itself again so often and at that time; both as script.
async fn stop(tablet: &Tablet, times: u8, last: &str) -> Result<()> {
    let mark = format!("sessionStorage.setItem('lesbezoek:opened-again', `{times} ${{{last}}}`)");
    tablet.browser.script(&mark, vec![]).await?;
    tablet.browser.script(TRAP, vec![]).await?;
    Ok(())
}

async fn is_open_again(tablet: &Tablet) -> Result<()> {
    tablet.browser.sees("De app is opnieuw geopend").await?;
    tablet.is_at("Voorbereiden").await?;
    assert_eq!(tablet.browser.value_of("Leraar").await?, "Juf Ans");
    tablet.browser.press("Begrepen").await?;
    let closed = "return !document.querySelector('main > .notice')";
    tablet.browser.until_true("nothing of it any more", closed, vec![]).await
}

async fn what_stops_opens_itself_again_but_not_twice_in_a_minute_nor_for_ever(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.is_ready_for_offline().await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.is_kept().await?;
    drop(server);
    stop(&tablet, 0, "0").await?;
    is_open_again(&tablet).await?;
    // It counted that itself.
    tablet.browser.script(TRAP, vec![]).await?;
    tablet.browser.sees("Er ging iets mis").await?;
    tablet.browser.tap(thirtyfour::By::Id("crash-reload"), "Opnieuw openen").await?;
    tablet.is_at("Voorbereiden").await?;
    stop(&tablet, 2, "Date.now() - 61_000").await?;
    is_open_again(&tablet).await?;
    stop(&tablet, 3, "Date.now() - 61_000").await?;
    tablet.browser.sees("Er ging iets mis").await
}

async fn after_a_crash_all_of_both_copies_can_be_saved(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.is_kept().await?;
    tablet.browser.script(TRAP, vec![]).await?;
    tablet.browser.sees("Er ging iets mis").await?;
    let export = thirtyfour::By::Id("crash-export");
    tablet.browser.tap(export, "Alles exporteren").await?;
    let saved: Value = serde_json::from_str(&tablet.browser.downloaded().await?)?;
    let record = saved["records"][record_key(&id)].as_str().unwrap_or_default();
    assert!(record.contains("Juf Ans"), "{saved}");
    assert_eq!(saved["journal"][record_key(&id)]["value"], record);
    tablet.browser.tap(thirtyfour::By::Id("crash-reload"), "Opnieuw openen").await?;
    tablet.is_at("Voorbereiden").await?;

    // And on another device it can be read.
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("lesbezoek-alles.json");
    std::fs::write(&file, saved.to_string())?;
    let other = Tablet::new(engine, &server.origin()).await?;
    other.visit("#/gegevens").await?;
    other.import(&file).await?;
    other.visit("").await?;
    other.browser.sees("Juf Ans").await
}

in_every_engine!(
    what_local_storage_forgot_is_there_again_and_told,
    a_deleted_visit_does_not_come_back_by_itself,
    a_second_copy_that_fails_is_told_until_it_works_again,
    what_stops_opens_itself_again_but_not_twice_in_a_minute_nor_for_ever,
);
in_engine!(chromium_crash Chromium: after_a_crash_all_of_both_copies_can_be_saved, a_trap_is_told_however_it_came_about);
in_engine!(webkit_crash WebKit: a_trap_is_told_however_it_came_about);
in_engine!(firefox_crash Firefox: after_a_crash_all_of_both_copies_can_be_saved);

//! Two tabs: one writes, the other follows it, and the user can go on in either.

use anyhow::Result;
use browser_tests::{
    Browser, Engine, Server, Step, Tablet, changed_copy_of_dist, dist, in_every_engine, record_key, rewrite,
    scored, seed, stored,
};
use serde_json::{Value, json};
use thirtyfour::{By, WindowHandle};

const ONLY_READS: &str = "Lesbezoek is ook open in een ander tabblad";

/// Whether a change can be made on this screen.
const CAN_CHANGE: &str = "return [...document.querySelectorAll('main button.writes, main fieldset')]
    .some(one => one.checkVisibility())";

/// Opens this visit in a second tab as well, which is in front then.
async fn beside_another_tab(tablet: &Tablet, id: &str) -> Result<[WindowHandle; 2]> {
    let browser = &tablet.browser;
    let first = browser.session().window().await?;
    let second = browser.session().new_tab().await?;
    browser.session().switch_to_window(second.clone()).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.sees(ONLY_READS).await?;
    Ok([first, second])
}

async fn the_second_tab_follows_and_takes_over_without_a_loss(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    let browser = &tablet.browser;
    let [first, second] = beside_another_tab(&tablet, &id).await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));
    tablet.go_to(Step::Check).await?;
    browser.sees("3 (meer sterk dan zwak)").await?;
    assert_eq!(browser.script(CAN_CHANGE, Vec::new()).await?, json!(false));

    browser.session().switch_to_window(first.clone()).await?;
    tablet.answer("D1", "1").await?;
    tablet.is_kept().await?;
    tablet.explain("D2", "Half").await?;

    browser.session().switch_to_window(second.clone()).await?;
    browser.sees("1 (zwak)").await?;
    browser.press("Hier verder werken").await?;
    browser.until_true("the tab that writes", CAN_CHANGE, Vec::new()).await?;
    // What was typed last in the other tab was written first.
    browser.sees("Half").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D3", "4").await?;
    tablet.is_kept().await?;

    browser.session().switch_to_window(first).await?;
    browser.sees(ONLY_READS).await?;
    tablet.go_to(Step::Check).await?;
    browser.sees("4 (sterk)").await
}

async fn a_page_that_is_loaded_anew_writes_again(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    for _ in 0..5 {
        tablet.reload().await?;
        let reads = "return document.documentElement.hasAttribute('data-reader')";
        assert_eq!(tablet.browser.script(reads, Vec::new()).await?, json!(false));
    }
    Ok(())
}

/// Makes the journal hold this state of a record, as another tab would.
async fn write_elsewhere(browser: &Browser, key: &str, value: &str) -> Result<()> {
    let script = "const [key, revision, value, done] = arguments;
    lesbezoekJournal.read(key)
        .then(([, before]) => lesbezoekJournal.write([[key, revision, value, before.split(',\"body\":', 1)[0]]]))
        .then(others => done(others.length === 0), error => done(String(error)))";
    let revision = serde_json::from_str::<Value>(value)?["revision"].clone();
    let written = browser.session().execute_async(script, vec![json!(key), revision, json!(value)]).await?;
    assert_eq!(written.json(), &json!(true));
    Ok(())
}

async fn a_visit_that_another_tab_changed_goes_on_from_there(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let key = record_key(&tablet.start_visit().await?);
    let now = || async { Ok::<_, anyhow::Error>(stored(browser).await?[&key].as_str().unwrap().to_owned()) };
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    let early = now().await?;
    tablet.answer("D2", "4").await?;
    tablet.answer("D3", "2").await?;
    tablet.is_kept().await?;
    let late = now().await?;
    write_elsewhere(browser, &key, &early).await?;
    seed(browser, &[(key.clone(), early)]).await?;
    tablet.reload().await?;

    // As a tab that another one wrote beside, where the browser knows no locks.
    write_elsewhere(browser, &key, &late).await?;
    tablet.answer("D4", "1").await?;
    browser.sees("In een ander tabblad is dit bezoek ook veranderd").await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"), "the screen shows what counts");
    assert_eq!(tablet.answer_of("D4").await?, None);
    tablet.answer("D5", "3").await?;
    tablet.is_kept().await?;
    let answers: Value = serde_json::from_str(&now().await?)?;
    let answer = |id: &str| answers["body"]["ratings"][id]["answer"]["score"].clone();
    assert_eq!([answer("D2"), answer("D5")], [json!(4), json!(3)]);
    let all = stored(browser).await?;
    let aside = all.as_object().unwrap().iter().find(|(key, _)| key.contains(":aside:"));
    assert!(aside.unwrap().1.as_str().unwrap().contains("\"D4\""), "ours is put aside");
    Ok(())
}

/// What the list says of a visit that was open and is deleted.
const WAS_DELETED: &str = "Een bezoek is verwijderd";

async fn a_visit_that_the_other_tab_deletes_is_left(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    let browser = &tablet.browser;
    let [first, second] = beside_another_tab(&tablet, &id).await?;
    browser.session().switch_to_window(first).await?;
    tablet.visit("").await?;
    tablet.delete_first_visit().await?;
    browser.sees("Nog geen bezoeken").await?;

    browser.session().switch_to_window(second).await?;
    browser.sees(WAS_DELETED).await?;
    browser.sees("Nog geen bezoeken").await?;
    browser.press("Hier verder werken").await?;
    browser.until_true("the tab that writes", CAN_CHANGE, Vec::new()).await?;
    assert!(stored(browser).await?[record_key(&id)].is_null(), "and it does not come back");
    Ok(())
}

async fn words_for_a_visit_that_was_deleted_while_the_tab_slept_are_put_aside(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    let browser = &tablet.browser;
    let key = record_key(&id);
    tablet.go_to(Step::Score).await?;
    tablet.explain("D2", "Nog ").await?;
    tablet.is_kept().await?;
    // As another tab does it, of which this one heard nothing yet.
    let delete = "const [key, done] = arguments;
    localStorage.removeItem(key);
    lesbezoekJournal.read(key)
        .then(([revision, before]) =>
            lesbezoekJournal.write([[key, revision + 1, null, before.split(',\"body\":', 1)[0]]]))
        .then(others => done(others.length === 0), error => done(String(error)))";
    let deleted = browser.session().execute_async(delete, vec![json!(key)]).await?;
    assert_eq!(deleted.json(), &json!(true));

    browser.session().find(By::Id("note-D2")).await?.send_keys("Half").await?;
    browser.sees(WAS_DELETED).await?;
    browser.sees("Nog geen bezoeken").await?;
    let all = stored(browser).await?;
    assert!(all[&key].is_null(), "it does not come back");
    let aside = all.as_object().unwrap().iter().find(|(key, _)| key.contains(":aside:"));
    assert!(aside.unwrap().1.as_str().unwrap().contains("Half"), "what was typed is put aside");
    Ok(())
}

/// A device so busy that a free lock takes its time.
const SLOW_LOCKS: &str = "{
    const request = navigator.locks.request.bind(navigator.locks);
    const late = new Promise(resolve => setTimeout(resolve, 1500));
    navigator.locks.request = (...asked) => late.then(() => request(...asked));
}";

async fn a_free_lock_that_comes_late_is_no_second_tab(engine: Engine) -> Result<()> {
    let copy = changed_copy_of_dist()?;
    let page = std::fs::read_to_string(copy.path().join("index.html"))?;
    let script = page.split('"').find(|text| text.ends_with("/boot.js")).expect("the page names its script");
    rewrite(&copy.path().join(script), |boot| format!("{SLOW_LOCKS}\n{boot}"))?;
    rewrite(&copy.path().join("index.html"), |page| page.replace(" integrity=", " data-was="))?;
    let server = Server::start(copy.path())?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await
}

in_every_engine!(
    a_free_lock_that_comes_late_is_no_second_tab,
    a_visit_that_another_tab_changed_goes_on_from_there,
    a_visit_that_the_other_tab_deletes_is_left,
    words_for_a_visit_that_was_deleted_while_the_tab_slept_are_put_aside,
    the_second_tab_follows_and_takes_over_without_a_loss,
    a_page_that_is_loaded_anew_writes_again
);

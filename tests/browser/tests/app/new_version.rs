//! A new version waits until the observer wants it.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, changed_copy_of_dist, in_every_engine, rewrite};

/// Asks for a new version, as the browser does by itself now and then.
const LOOK_FOR_UPDATE: &str = "const done = arguments[arguments.length - 1];
    navigator.serviceWorker.getRegistration().then(found => found.update()).then(() => done(true), e => done(String(e)))";

/// Whether a new worker has installed itself and waits.
const WAITS: &str = "const done = arguments[arguments.length - 1];
    navigator.serviceWorker.getRegistration().then(found => done(!!found?.waiting), () => done(false))";

async fn a_new_version_never_replaces_an_open_visit(engine: Engine) -> Result<()> {
    let copy = changed_copy_of_dist()?;
    let server = Server::start(copy.path())?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.is_ready_for_offline().await?;
    tablet.visit("").await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.browser.script("window.__same = true", Vec::new()).await?;

    rewrite(&copy.path().join("sw.js"), |text| format!("{text}\n// A newer version.\n"))?;
    tablet.browser.session().execute_async(LOOK_FOR_UPDATE, Vec::new()).await?;
    let waits = || async {
        let answer = tablet.browser.session().execute_async(WAITS, Vec::new()).await?;
        Ok((answer.json() == &serde_json::Value::Bool(true)).then_some(()))
    };
    tablet.browser.until("a new version that waits", waits).await?;

    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    let offered = "return document.body.innerText.includes('Er is een nieuwe versie')";
    assert_eq!(tablet.browser.script(offered, Vec::new()).await?, false);
    assert_eq!(tablet.browser.script("return window.__same === true", Vec::new()).await?, true);

    // On the list of visits it may be offered, and taken.
    tablet.browser.follow("Lesbezoek").await?;
    tablet.browser.sees("Er is een nieuwe versie").await?;
    tablet.browser.press("Nu bijwerken").await?;
    tablet.browser.until_true("the page anew", "return window.__same === undefined", Vec::new()).await?;
    tablet.is_up().await?;
    tablet.browser.sees("Juf Ans").await
}

in_every_engine!(a_new_version_never_replaces_an_open_visit);

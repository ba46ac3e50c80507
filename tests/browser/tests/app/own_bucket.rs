//! Where the browser has storage buckets, each page writes its second copy into one of its own, and the one before stays.

use anyhow::Result;
use browser_tests::{
    Browser, Engine, Server, Step, Tablet, dist, in_engine, record_key, scored, seed, stored,
};
use serde_json::{Value, json};

const NUMBERS: &str = "const done = arguments[0];
    navigator.storageBuckets.keys().then(keys => done(keys.map(key => +key.split('-')[1]).sort((a, b) => a - b)))";

async fn numbers(browser: &Browser) -> Result<Vec<u64>> {
    let found = browser.session().execute_async(NUMBERS, vec![]).await?;
    Ok(found.json().as_array().unwrap().iter().map(|one| one.as_u64().unwrap()).collect())
}

/// Waits until these are the buckets: old ones go when nobody waits for it.
async fn has(browser: &Browser, expected: &[u64]) -> Result<()> {
    browser
        .until(&format!("the buckets {expected:?}"), || async {
            Ok((numbers(browser).await? == expected).then_some(()))
        })
        .await
}

async fn each_page_writes_into_one_of_its_own_and_the_one_before_stays(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let id = tablet.start_visit().await?;
    tablet.is_kept().await?;
    has(browser, &[1]).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    has(browser, &[1]).await?;
    // A page on which nothing is changed begins none.
    tablet.visit("").await?;
    has(browser, &[1]).await?;
    for (answer, expected) in [("1", [1, 2]), ("2", [2, 3]), ("4", [3, 4])] {
        tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
        tablet.answer("D2", answer).await?;
        tablet.is_kept().await?;
        has(browser, &expected).await?;
    }
    // All went along.
    browser.script("localStorage.clear()", vec![]).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"));
    Ok(())
}

/// A copy as the app kept it before there were buckets, of the record `arguments[0]` as it is.
const AS_BEFORE: &str = "const [key, done] = arguments;
    const value = localStorage.getItem(key);
    const request = indexedDB.open('lesbezoek');
    request.onupgradeneeded = () => request.result.createObjectStore('records');
    request.onsuccess = () => {
        const transaction = request.result.transaction('records', 'readwrite');
        transaction.objectStore('records').put([JSON.parse(value).revision, value], key);
        transaction.oncomplete = async () => {
            for (const name of await navigator.storageBuckets.keys()) await navigator.storageBuckets.delete(name);
            done(true);
        };
    }";

async fn a_copy_from_before_there_were_buckets_is_taken_along(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    let browser = &tablet.browser;
    assert_eq!(
        browser.session().execute_async(AS_BEFORE, vec![json!(record_key(&id))]).await?.json(),
        &json!(true)
    );
    browser.script("localStorage.clear()", vec![]).await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.sees("Teruggehaald na een onverwacht einde").await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    tablet.answer("D2", "4").await?;
    tablet.is_kept().await?;
    has(browser, &[1]).await
}

async fn one_that_was_not_finished_counts_for_nothing(engine: Engine) -> Result<()> {
    let (_server, tablet, id) = scored(engine).await?;
    let browser = &tablet.browser;
    let early = stored(browser).await?[record_key(&id)].as_str().unwrap().to_owned();
    tablet.answer("D2", "4").await?;
    tablet.is_kept().await?;
    // As a kill leaves it between two steps.
    let begun = "navigator.storageBuckets.open('lesbezoek-7').then(() => arguments[0](true))";
    assert_eq!(browser.session().execute_async(begun, vec![]).await?.json(), &Value::Bool(true));
    seed(browser, &[(record_key(&id), early)]).await?;
    tablet.reload().await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("4"));
    tablet.answer("D3", "1").await?;
    tablet.is_kept().await?;
    has(browser, &[1, 8]).await
}

in_engine!(chromium Chromium:
    each_page_writes_into_one_of_its_own_and_the_one_before_stays,
    a_copy_from_before_there_were_buckets_is_taken_along,
    one_that_was_not_finished_counts_for_nothing,
);

//! Taps with the lock on: what sealing each record costs.

use anyhow::{Context, Result};
use browser_tests::{choose_passphrase, open_lock, stored};

use crate::chromium::{Chromium, Condition};
use crate::measure::form_is_there;
use crate::seed::{Templates, Visit};
use crate::subject::Subject;
use crate::touch::{Touch, answers, taps_on};

const PASSPHRASE: &str = "paars kameel lantaarn negen";

/// Taps on Scoren of a device that is locked, with so many other visits on it, at 4x.
pub async fn taps_with_a_lock(app: &Subject, templates: &Templates, others: usize) -> Result<Touch> {
    let chromium = Chromium::open().await?;
    templates.fill(&chromium, app, Visit::Empty, others).await?;
    chromium.load(&format!("{}#/gegevens", app.origin)).await?;
    let browser = &chromium.browser;
    browser.unfold("Slot aanzetten").await?;
    // Each record is copied once before.
    chromium.rest().await?;
    choose_passphrase(browser, PASSPHRASE).await?;
    let is_locked = "return !!document.getElementById('lock-passphrase')
        && !Object.keys(localStorage).some(key => key.includes('observation'))";
    browser.until_true("the lock", is_locked, Vec::new()).await?;
    chromium.rest().await?;
    chromium.load(&app.url).await?;
    open_lock(browser, PASSPHRASE).await?;
    form_is_there(&chromium).await?;
    // The name of the record is sealed too.
    let before = stored(browser).await?;
    let points = answers(&chromium, app).await?;
    let last = points.last().context("an answer")?;
    chromium.tap(last.x, last.y).await?;
    chromium.rest().await?;
    let after = stored(browser).await?;
    let after = after.as_object().context("what is stored")?;
    let changed = after.iter().find(|(key, text)| before.get(key) != Some(text));
    let (key, _) = changed.context("a tap changes a record")?;
    chromium.slow_down(Condition::cpu(4)).await?;
    taps_on(&chromium, app, key).await
}

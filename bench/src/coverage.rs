//! Dekking of a large school: computed and painted, against the finished screen as plain HTML.

use anyhow::{Result, bail};
use browser_tests::seed;
use school::School;
use serde_json::json;

use crate::chromium::{Chromium, Condition};
use crate::screen::{milliseconds, opened};
use crate::subject::Subject;

/// A school of so many people.
const STAFF: usize = 200;
/// With so many visits in two school years.
const VISITS: usize = 2000;

/// The clock of the page stands in the school year of the latest visits, so that Dekking opens with them.
const IN_THEIR_YEAR: &str = r"
    const Real = Date;
    const shift = Real.UTC(2026, 4, 4) - Real.now();
    globalThis.Date = class extends Real {
        constructor(...given) {
            if (given.length) super(...given);
            else super(Real.now() + shift);
        }
        static now() { return Real.now() + shift; }
    };
";

/// The screen as it is, with its styles.
const FINISHED: &str = r"
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText));
    return [rules.join('\n'), document.body.innerHTML];
";

/// From the text of a page to the first task after the frame that shows it.
const PAINT: &str = r"
    const [css, html, done] = arguments;
    const style = document.createElement('style');
    style.textContent = css;
    document.head.replaceChildren(style);
    document.body.replaceChildren();
    const channel = new MessageChannel();
    let start = 0;
    channel.port1.onmessage = () => done(performance.now() - start);
    requestAnimationFrame(() => requestAnimationFrame(() => {
        start = performance.now();
        document.body.innerHTML = html;
        requestAnimationFrame(() => channel.port2.postMessage(0));
    }));
";

/// Milliseconds until Dekking is painted, and until the same screen is painted from its finished HTML; both at 4x.
pub async fn coverage(app: &Subject, floor: &Subject) -> Result<(f64, f64)> {
    let chromium = Chromium::open().await?;
    chromium.load(&app.quiet_page()).await?;
    seed(&chromium.browser, &School::of(2024, STAFF, VISITS).slim().records()).await?;
    let injected = chromium.inject(IN_THEIR_YEAR).await?;
    chromium.load(&format!("{}#/team", app.origin)).await?;
    let team = "return document.querySelectorAll('.person-name').length === arguments[0]";
    chromium.browser.until_true("the team", team, vec![json!(STAFF)]).await?;
    // Each record is copied once: that is no part of the screen.
    chromium.rest().await?;
    chromium.slow_down(Condition::cpu(4)).await?;
    let open = opened(&chromium, "#/team/dekking", ".matrix").await?;
    let screen = chromium.browser.script(FINISHED, Vec::new()).await?;
    chromium.stop(&injected).await?;
    let (css, html) = (screen[0].clone(), screen[1].clone());
    if html.as_str().is_none_or(|html| html.matches("<td").count() < STAFF * STAFF / 4) {
        bail!("Dekking is not that of a large school");
    }
    chromium.load(&floor.url).await?;
    chromium.settle().await?;
    let painted = milliseconds(&chromium, PAINT, vec![css, html]).await?;
    Ok((open, painted))
}

//! Accessibility, with axe-core.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;

/// One rule that is broken.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// What is wrong.
    pub help: String,
    /// Where, as selectors with what was measured.
    pub places: Vec<String>,
}

/// Runs in the page; the tags are those of WCAG 2.2 level AA (`target-size` runs only with `wcag22aa`).
const RUN: &str = r"
    const done = arguments[arguments.length - 1];
    // Half-way down a screen something always lies half under the bar at the top.
    scrollTo({ top: 0, behavior: 'instant' });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
        .then(found => done({ ok: found.violations.map(rule => ({
            id: rule.id,
            help: rule.help,
            places: rule.nodes.map(node => node.target.join(' ') + ': ' + node.failureSummary),
        })) }), error => done({ failed: String(error) }));
";

/// What axe finds on the screen as it is now.
///
/// # Errors
/// If `LESBEZOEK_AXE` does not name `axe.min.js`, or axe itself fails.
pub async fn violations(browser: &Browser) -> Result<Vec<Violation>> {
    let path = std::env::var("LESBEZOEK_AXE").context("LESBEZOEK_AXE is not set; run `cargo xtask test`")?;
    let axe = std::fs::read_to_string(&path).with_context(|| path.clone())?;
    browser.session().execute(format!("if (!window.axe) {{ {axe} }}"), Vec::new()).await?;
    let answer = browser.session().execute_async(RUN, Vec::new()).await?.json().clone();
    if let Some(reason) = answer.get("failed").and_then(Value::as_str) {
        anyhow::bail!("axe failed: {reason}");
    }
    Ok(serde_json::from_value(answer["ok"].clone())?)
}

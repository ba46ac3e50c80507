//! Inzicht of many visits: read, counted and painted, against `JSON.parse` of the same records in the same page.

use anyhow::{Result, ensure};
use browser_tests::seed;
use lesbezoek::domain::Observation;
use school::School;
use serde_json::json;

use crate::chromium::Chromium;
use crate::screen::{milliseconds, opened};
use crate::subject::Subject;

/// The seed and the staff of the school.
const SCHOOL: (u64, usize) = (2024, 30);

/// The middle of so many turns.
const PARSE: &str = r"
    const texts = Object.keys(localStorage).map(key => localStorage.getItem(key));
    const times = [];
    for (let turn = 0; turn < 5; turn += 1) {
        const start = performance.now();
        for (const text of texts) JSON.parse(text);
        times.push(performance.now() - start);
    }
    arguments[0](times.sort((a, b) => a - b)[2]);
";

/// From another choice of the year to the first task after the frame that shows its last card.
const CHANGE: &str = r"
    const done = arguments[0];
    const channel = new MessageChannel();
    const years = document.getElementById('insight-year');
    const last = () => document.getElementById('course-title');
    const before = last();
    const start = performance.now();
    channel.port1.onmessage = () => done(performance.now() - start);
    const look = () => requestAnimationFrame(() => {
        if (last() && last() !== before) channel.port2.postMessage(0);
        else look();
    });
    years.value = [...years.options].find(one => one.value !== years.value).value;
    years.dispatchEvent(new Event('change', { bubbles: true }));
    look();
";

/// What was measured, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Insight {
    /// From the address to the first card on screen.
    pub begun: f64,
    /// From the address to the last card.
    pub opened: f64,
    /// From another year to its figures.
    pub changed: f64,
    /// `JSON.parse` of every record, the half that is not shown too.
    pub parsed: f64,
}

/// Who, when, why and the scores: thousands fit where a browser keeps them.
fn keep_the_scores(visit: &mut Observation) {
    for rating in visit.ratings.values_mut() {
        rating.note.clear();
        rating.look_fors.clear();
        rating.evidence.clear();
    }
    (visit.log, visit.tallies, visit.scans, visit.phases) = Default::default();
    visit.talk = Default::default();
}

/// A browser that keeps a school with so many visits, as scored as real ones and without a log.
pub async fn with_visits(app: &Subject, visits: usize) -> Result<Chromium> {
    let (seeded, staff) = SCHOOL;
    let mut school = School::of(seeded, staff, visits);
    school.visits.iter_mut().for_each(keep_the_scores);
    let chromium = Chromium::open().await?;
    chromium.load(&app.quiet_page()).await?;
    seed(&chromium.browser, &school.records()).await?;
    let kept = chromium.browser.script("return localStorage.length", Vec::new()).await?;
    ensure!(kept.as_u64() >= Some(u64::try_from(visits)?), "{visits} visits do not fit");
    Ok(chromium)
}

/// Inzicht of a school with so many visits.
pub async fn insight(app: &Subject, visits: usize) -> Result<Insight> {
    let chromium = with_visits(app, visits).await?;
    // The screens of the school are loaded with it, and each record is copied once.
    chromium.load(&format!("{}#/team", app.origin)).await?;
    let team = "return document.querySelectorAll('.person-name').length === arguments[0]";
    chromium.browser.until_true("the team", team, vec![json!(SCHOOL.1)]).await?;
    chromium.rest().await?;
    let parsed = milliseconds(&chromium, PARSE, Vec::new()).await?;
    let begun = opened(&chromium, "#/inzicht", "table.figures").await?;
    chromium.rest().await?;
    // Leaves and comes back, to see the whole of it.
    opened(&chromium, "#/team", ".person-name").await?;
    chromium.rest().await?;
    let opened = opened(&chromium, "#/inzicht", "#course-title").await?;
    chromium.rest().await?;
    let changed = milliseconds(&chromium, CHANGE, Vec::new()).await?;
    Ok(Insight { begun, opened, changed, parsed })
}

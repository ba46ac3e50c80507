//! What is in local storage before a measurement.

use anyhow::{Context, Result};
use browser_tests::{record_key, seed, stored};
use serde_json::json;

use crate::chromium::Chromium;
use crate::subject::{Subject, Which};

/// Records that the app itself wrote, so that the bench knows nothing of their format but the checksum.
pub struct Templates {
    /// The visit that is measured.
    pub visit: String,
    /// Nothing answered.
    empty: String,
    /// Some answers: the many visits that are stored beside it.
    partly: String,
    /// Every indicator answered.
    filled: String,
    /// Watched, with [`LINES`] lines in the log.
    watched: String,
}

/// The visit that is measured, as it stands in local storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Nothing answered.
    Empty,
    /// Every indicator answered.
    Filled,
    /// With a long log; the floor has none.
    Watched,
}

/// So many lines has the log of a visit that is watched.
const LINES: usize = 120;

/// Notes so many lines.
const NOTE: &str = r"
    const note = document.getElementById('note');
    for (let n = 1; n <= arguments[0]; n += 1) {
        note.value = `Regel ${n}: een leerling legt de buur uit hoe de breuk in elkaar zit`;
        note.dispatchEvent(new Event('input', { bubbles: true }));
        note.form.requestSubmit();
    }
";

/// So many answers have the visits that are stored beside the one that is measured: 2,000 of them must fit.
const PARTLY: usize = 10;

/// Nothing is stored any more.
const EMPTY: &str = r"
    const done = arguments[0];
    localStorage.clear();
    const empty = async () => {
        for (const name of await navigator.storageBuckets.keys()) await navigator.storageBuckets.delete(name);
        const request = indexedDB.deleteDatabase('lesbezoek');
        request.onsuccess = request.onerror = () => done();
    };
    empty();
";

/// Taps the answer 3 of the first `arguments[0]` indicators.
const ANSWER: &str = r"
    const rows = [...document.querySelectorAll('fieldset[data-indicator]')].slice(0, arguments[0]);
    for (const row of rows) {
        const radio = row.querySelector('input[value=\'3\']');
        if (!radio.checked) radio.click();
    }
    return rows.length;
";

impl Templates {
    /// Lets the app at `origin` make a visit and answer it.
    pub async fn make(chromium: &Chromium, origin: &str) -> Result<Self> {
        let browser = &chromium.browser;
        chromium.load(&format!("{origin}#/nieuw")).await?;
        let begun = "return location.hash.startsWith('#/bezoek/')";
        browser.until_true("a new visit", begun, Vec::new()).await?;
        let hash = browser.script("return location.hash", Vec::new()).await?;
        let visit =
            hash.as_str().and_then(|hash| hash.split('/').nth(2)).context("a visit's address")?.to_owned();
        let key = record_key(&visit);
        let empty = Self::record(chromium, &key).await?;
        chromium.load(&format!("{origin}#/bezoek/{visit}/scoren")).await?;
        let rows = "return document.querySelectorAll('fieldset[data-indicator]').length === 25";
        browser.until_true("the form", rows, Vec::new()).await?;
        browser.script(ANSWER, vec![json!(PARTLY)]).await?;
        let partly = Self::record(chromium, &key).await?;
        browser.script(ANSWER, vec![json!(25)]).await?;
        let filled = Self::record(chromium, &key).await?;
        chromium.load(&format!("{origin}#/bezoek/{visit}/kijken")).await?;
        browser.until_true("Kijken", "return !!document.getElementById('note')", Vec::new()).await?;
        browser.script(NOTE, vec![json!(LINES)]).await?;
        let lines = "return document.querySelectorAll('.log-line').length === arguments[0]";
        browser.until_true("the log", lines, vec![json!(LINES)]).await?;
        let watched = Self::record(chromium, &key).await?;
        Ok(Self { visit, empty, partly, filled, watched })
    }

    async fn record(chromium: &Chromium, key: &str) -> Result<String> {
        let all = stored(&chromium.browser).await?;
        let record = all.get(key).and_then(|text| text.as_str());
        Ok(record.with_context(|| format!("nothing is stored under {key}"))?.to_owned())
    }

    /// Empties local storage and the journal, and puts in the visit that is measured, and `others` beside it.
    pub async fn fill(
        &self,
        chromium: &Chromium,
        subject: &Subject,
        visit: Visit,
        others: usize,
    ) -> Result<()> {
        chromium.load(&subject.quiet_page()).await?;
        chromium.browser.session().execute_async(EMPTY, Vec::new()).await?;
        let mut records = Vec::with_capacity(others + 1);
        let record = match (subject.which, visit) {
            (Which::App, Visit::Empty) => Some(self.empty.clone()),
            (Which::App, Visit::Filled) => Some(self.filled.clone()),
            (Which::App, Visit::Watched) => Some(self.watched.clone()),
            (Which::Floor, Visit::Filled) => Some(floor_filled()),
            (Which::Floor, _) => None,
        };
        records.extend(record.map(|record| (subject.key.clone(), record)));
        for number in 0..others {
            records.push(self.other(number)?);
        }
        seed(&chromium.browser, &records).await
    }

    /// A stored visit with an id of its own and the right checksum.
    fn other(&self, number: usize) -> Result<(String, String)> {
        // The first twelve digits of the id are its time.
        let digits: String = self.visit.chars().filter(char::is_ascii_hexdigit).take(12).collect();
        let earlier = u64::from_str_radix(&digits, 16)?.saturating_sub(1 + u64::try_from(number)? * 1000);
        let time = format!("{earlier:012x}");
        let id = format!("{}-{}{}", &time[..8], &time[8..], &self.visit[13..]);
        let (head, body) = self.partly.split_once("\"body\":").context("a record has a body")?;
        let body = body.strip_suffix('}').context("a record ends with its body")?.replace(&self.visit, &id);
        let (before, rest) = head.split_once("\"crc\":\"").context("a record has a checksum")?;
        let after = rest.get(8..).context("a checksum has eight digits")?;
        let crc = checksum(&self.partly, &body)?;
        Ok((record_key(&id), format!("{before}\"crc\":\"{crc:08x}{after}\"body\":{body}}}")))
    }
}

/// The checksum of a record with the head of `raw` and another body: CRC-32 over schema version, revision and body
/// (docs/data-format.md).
fn checksum(raw: &str, body: &str) -> Result<u32> {
    let envelope: serde_json::Value = serde_json::from_str(raw)?;
    let number = |name: &str| envelope[name].as_u64().with_context(|| format!("a record has a {name}"));
    let mut crc = crc32fast::Hasher::new();
    crc.update(&u32::try_from(number("schema")?)?.to_le_bytes());
    crc.update(&number("revision")?.to_le_bytes());
    crc.update(body.as_bytes());
    Ok(crc.finalize())
}

/// What the floor keeps when every indicator is answered with 3.
fn floor_filled() -> String {
    let ids = [("D", 8), ("I", 9), ("F", 8)];
    let ids =
        ids.iter().flat_map(|(domain, last)| (1..=*last).map(move |number| format!("{domain}{number}")));
    let answers: serde_json::Map<_, _> = ids.map(|id| (id, json!("3"))).collect();
    json!({"answers": answers}).to_string()
}

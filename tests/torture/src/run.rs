//! The app in one engine: change, kill, look, and again.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use browser_tests::record_key;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::ledger::{Fields, Ledger, fields_of};
use crate::life::Lives;
use crate::plan::Plan;
use crate::report::Tally;

/// After so many kills another visit is begun: a record of one visit stays as small as in real life.
const KILLS_A_VISIT: usize = 8;

/// How far it goes.
#[derive(Clone, Copy)]
pub struct Limits {
    /// So many kills.
    pub kills: usize,
    /// And no kill after this moment.
    pub until: Option<Instant>,
}

/// What the page reports when it has looked.
#[derive(Deserialize)]
struct Seen {
    trouble: Option<String>,
    #[serde(default)]
    shown: Fields,
    #[serde(default)]
    mended: bool,
    #[serde(default)]
    records: BTreeMap<String, String>,
}

/// The visit that is open, and what must be in it.
struct Open {
    id: String,
    ledger: Ledger,
    killed: Instant,
    first: &'static str,
    again: Option<Duration>,
    noted: BTreeSet<String>,
}

impl Open {
    fn page(&self, rest: u32) -> String {
        let noted: Vec<&str> = self.noted.iter().map(String::as_str).collect();
        format!("drive.html?visit={}&first={}&notes={}&rest={rest}", self.id, self.first, noted.join(","))
    }
}

/// Runs it.
pub async fn run(mut lives: Lives<'_>, seed: u64, limits: Limits) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut open: Option<Open> = None;
    // The records of the visits that are not open any more, as they were last seen.
    let mut done: BTreeMap<String, String> = BTreeMap::new();
    let mut kill = 0;
    loop {
        let last = kill == limits.kills || limits.until.is_some_and(|until| Instant::now() > until);
        // Time to mend the visits that are not open.
        let rest = if last { 2000 } else { 0 };
        let page = open.as_ref().map_or_else(|| format!("drive.html?rest={rest}"), |open| open.page(rest));
        if let Some(again) = open.as_ref().and_then(|open| open.again) {
            println!("  kill {kill} is followed by one {} ms after the start", again.as_millis());
            lives.stillborn(&page, again).await?;
            tally.at_start += 1;
        }
        let (life, seen) = lives.begin(&page).await?;
        let seen: Seen = serde_json::from_value(seen)?;
        if let Some(trouble) = &seen.trouble {
            println!("  TROUBLE after kill {kill}: {trouble}");
            tally.troubles += 1;
        }
        let base = open.as_ref().map(|open| judge(open, &seen, &mut tally)).transpose()?.flatten();
        if last {
            compare_others(&done, &seen, &mut tally);
            lives.end(life, Value::Null, crate::plan::Moment::After(Duration::ZERO)).await?;
            return Ok(tally);
        }
        // None is open yet, or it is gone.
        let new_visit = kill % KILLS_A_VISIT == 0 || base.is_none() || seen.trouble.is_some();
        if let (true, Some(open)) = (new_visit, &open) {
            let key = record_key(&open.id);
            done.extend(seen.records.get(&key).map(|record| (key, record.clone())));
        }
        let base = base.filter(|_| !new_visit).unwrap_or_default();
        let plan = Plan::make(seed, u64::try_from(kill)?, new_visit, &base);
        let (answer, moment, first, again) = (json!(plan), plan.moment, plan.first, plan.again);
        let mut ledger = Ledger::new(base, plan);
        let end = lives.end(life, answer, moment).await?;
        if let Some(why) = &end.stuck {
            println!("  STUCK before kill {kill}: {why}");
            tally.troubles += 1;
        }
        let mut id = if new_visit { None } else { open.map(|open| open.id) };
        for (what, at) in &end.kept {
            ledger.keep(usize::try_from(what["number"].as_u64().context("a burst has a number")?)?, *at);
            id = what["visit"].as_str().map(str::to_owned).or(id);
        }
        kill += 1;
        if kill % 20 == 0 {
            println!("  {kill} kills, {} acknowledged, {} lost", tally.acknowledged, tally.lost);
        }
        // Killed before the first change was kept: nothing was promised of the new visit.
        tally.kills += usize::from(id.is_none());
        open = id.map(|id| Open { id, noted: ledger.noted(), ledger, killed: end.killed, first, again });
    }
}

/// Compares what was acknowledged with what is kept and what is shown; gives back what is kept, if
/// anything is.
fn judge(open: &Open, seen: &Seen, tally: &mut Tally) -> Result<Option<Fields>> {
    tally.kills += 1;
    tally.kills_with_changes += usize::from(open.ledger.bursts() > 0);
    tally.acknowledged += open.ledger.acknowledged();
    tally.mended += usize::from(seen.mended);
    let kept = seen.records.get(&record_key(&open.id)).map(|record| fields_of(record)).transpose()?;
    let nothing = Fields::new();
    let lost = open.ledger.lost(kept.as_ref().unwrap_or(&nothing), open.killed);
    tally.lose_all("in local storage", &lost);
    // What is gone in both places is counted once.
    let mut unseen = open.ledger.lost(&seen.shown, open.killed);
    unseen.retain(|loss| !lost.iter().any(|other| other.field == loss.field && other.value == loss.value));
    tally.lose_all("on screen", &unseen);
    Ok(kept)
}

/// The visits of before are as they were.
fn compare_others(done: &BTreeMap<String, String>, seen: &Seen, tally: &mut Tally) {
    for (key, record) in done {
        if seen.records.get(key) != Some(record) {
            println!("  LOST: {key} is not as it was when it was last open");
            tally.lose(Duration::ZERO);
        }
    }
}

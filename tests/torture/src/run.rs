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

/// How the keys of sealed records, and of the lock itself, begin (docs/lock.md).
const SEALED: &str = "lesbezoek:900:";

/// With a lock on every so many kills one comes while its passphrase is being changed.
const KILLS_A_CHANGE: usize = 4;

/// How far it goes.
#[derive(Clone, Copy)]
pub struct Limits {
    /// So many kills.
    pub kills: usize,
    /// And no kill after this moment.
    pub until: Option<Instant>,
}

/// The passphrases of the lock.
struct Lock {
    now: String,
    /// It was being put in the place of the other one when the browser was killed.
    next: Option<String>,
}

impl Lock {
    fn page(&self) -> String {
        let Self { now, next } = self;
        next.as_ref().map_or_else(|| format!("&lock={now}"), |next| format!("&lock={next},{now}"))
    }

    /// What opened it is its passphrase.
    fn opened_with(&mut self, passphrase: &str, tally: &mut Tally) {
        let Some(next) = self.next.take() else { return };
        tally.changes.0 += 1;
        if next == passphrase {
            tally.changes.1 += 1;
            self.now = next;
        }
    }
}

/// How a visit was when it was last open.
enum Known {
    Record(String),
    /// With a lock on only the screen tells.
    Shown(Fields),
}

impl Known {
    fn is_in(&self, found: &str) -> Result<bool> {
        Ok(match self {
            Self::Record(record) => record == found,
            Self::Shown(shown) => {
                let found = fields_of(found)?;
                shown.iter().all(|(field, value)| found.get(field) == Some(value))
            }
        })
    }
}

/// What the page reports when it has looked.
#[derive(Deserialize)]
struct Seen {
    trouble: Option<String>,
    #[serde(default)]
    opened: Option<String>,
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
pub async fn run(mut lives: Lives<'_>, seed: u64, limits: Limits, with_lock: bool) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut lock = with_lock.then(|| Lock { now: "wachtzin-nummer-nul-van-het-slot".to_owned(), next: None });
    let mut open: Option<Open> = None;
    // The visits that are not open any more, by the keys of their records.
    let mut done: BTreeMap<String, Known> = BTreeMap::new();
    let mut kill = 0;
    loop {
        let last = kill == limits.kills || limits.until.is_some_and(|until| Instant::now() > until);
        // Time to mend the visits that are not open.
        let rest = if last { 2000 } else { 0 };
        let mut page =
            open.as_ref().map_or_else(|| format!("drive.html?rest={rest}"), |open| open.page(rest));
        if let Some(lock) = &lock {
            page.push_str(&lock.page());
            page.push_str(if kill == 0 { "&put_on" } else { "" });
            page.push_str(if last && open.is_some() { "&take_off" } else { "" });
        }
        if let Some(again) = open.as_ref().and_then(|open| open.again) {
            println!("  kill {kill} is followed by one {} ms after the start", again.as_millis());
            lives.stillborn(&page, again).await?;
            tally.at_start += 1;
        }
        let (life, seen) = lives.begin(&page).await?;
        let mut seen: Seen = serde_json::from_value(seen)?;
        // A note that is empty is none.
        seen.shown.retain(|_, value| !value.is_empty());
        if let Some(trouble) = &seen.trouble {
            println!("  TROUBLE after kill {kill}: {trouble}");
            tally.troubles += 1;
        }
        if let Some(lock) = &mut lock {
            seen.opened.iter().for_each(|opened| lock.opened_with(opened, &mut tally));
            let in_the_open: Vec<_> = seen.records.keys().filter(|key| !key.starts_with(SEALED)).collect();
            if !last && !in_the_open.is_empty() {
                println!("  IN THE OPEN after kill {kill}: {in_the_open:?}");
                tally.troubles += 1;
            }
        }
        let base = open.as_ref().map(|open| judge(open, &seen, with_lock, &mut tally)).transpose()?.flatten();
        if last {
            compare_others(&done, &seen, &mut tally)?;
            lives.end(life, Value::Null, crate::plan::Moment::After(Duration::ZERO)).await?;
            return Ok(tally);
        }
        // None is open yet, or it is gone.
        let new_visit = kill % KILLS_A_VISIT == 0 || base.is_none() || seen.trouble.is_some();
        if let (true, Some(open)) = (new_visit, &open) {
            let key = record_key(&open.id);
            let record = seen.records.get(&key).map(|record| Known::Record(record.clone()));
            let shown = || (with_lock && seen.trouble.is_none()).then(|| Known::Shown(seen.shown.clone()));
            done.extend(record.or_else(shown).map(|known| (key, known)));
        }
        let base = base.filter(|_| !new_visit).unwrap_or_default();
        let number = u64::try_from(kill)?;
        let plan = match &mut lock {
            Some(lock) if kill % KILLS_A_CHANGE == KILLS_A_CHANGE - 1 && !new_visit => {
                let plan = Plan::change_passphrase(seed, number);
                lock.next.clone_from(&plan.passphrase);
                plan
            }
            _ => Plan::make(seed, number, new_visit, &base),
        };
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
fn judge(open: &Open, seen: &Seen, with_lock: bool, tally: &mut Tally) -> Result<Option<Fields>> {
    tally.kills += 1;
    tally.kills_with_changes += usize::from(open.ledger.bursts() > 0);
    tally.acknowledged += open.ledger.acknowledged();
    tally.mended += usize::from(seen.mended);
    let record = seen.records.get(&record_key(&open.id));
    let kept = match record.map(|record| fields_of(record)).transpose()? {
        // Sealed: what the screen shows is all that can be known.
        None if with_lock => Some(seen.shown.clone()),
        kept => kept,
    };
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
fn compare_others(done: &BTreeMap<String, Known>, seen: &Seen, tally: &mut Tally) -> Result<()> {
    for (key, known) in done {
        let found = seen.records.get(key).map(|found| known.is_in(found)).transpose()?;
        if found != Some(true) {
            println!("  LOST: {key} is not as it was when it was last open");
            tally.lose(Duration::ZERO);
        }
    }
    Ok(())
}

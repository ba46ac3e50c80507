//! The control: a page that says too early that a write is kept. If it loses nothing, the harness cannot see a loss.

use std::time::Duration;

use anyhow::{Context, Result};
use fastrand::Rng;
use serde_json::Value;

use crate::life::Lives;
use crate::plan::Moment;
use crate::report::Tally;

/// So often it is killed.
const KILLS: usize = 3;

/// Where the page writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To local storage alone, which browsers keep in memory for a while.
    Local,
    /// To IndexedDB without asking for the disk: it survives a killed browser, and not a power cut.
    Relaxed,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Relaxed => "relaxed",
        }
    }
}

/// Runs it.
pub async fn run(mut lives: Lives<'_>, kind: Kind, seed: u64) -> Result<Tally> {
    let page = format!("control.html?kind={}", kind.name());
    let mut rng = Rng::with_seed(seed);
    let mut tally = Tally::default();
    let mut kept = Vec::new();
    let mut killed = None;
    loop {
        let (life, seen) = lives.begin(&page).await?;
        let found = number(&seen)?;
        if let Some(killed) = killed {
            tally.kills += 1;
            tally.kills_with_changes += usize::from(!kept.is_empty());
            tally.acknowledged += kept.len();
            for (what, at) in &kept {
                if number(what)? > found {
                    tally.lose(std::time::Instant::duration_since(&killed, *at));
                }
            }
        }
        let over = tally.kills == KILLS;
        let moment =
            Moment::After(if over { Duration::ZERO } else { Duration::from_millis(rng.u64(1000..2000)) });
        let end = lives.end(life, Value::Null, moment).await?;
        if over {
            return Ok(tally);
        }
        (kept, killed) = (end.kept, Some(end.killed));
    }
}

fn number(report: &Value) -> Result<u64> {
    report["number"].as_u64().context("the control counts")
}

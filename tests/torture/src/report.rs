//! The counts, and what is said of them.

use std::fmt;
use std::time::Duration;

use crate::ledger::Loss;

/// So many losses are printed one by one.
const PRINTED: usize = 20;

/// What happened in one row of kills.
#[derive(Debug, Default)]
pub struct Tally {
    /// Kills after which was looked.
    pub kills: usize,
    /// Kills before which something was acknowledged.
    pub kills_with_changes: usize,
    /// Kills while the browser started after a kill, and the app mended what that had left.
    pub at_start: usize,
    /// Changes that the page said are kept.
    pub acknowledged: usize,
    /// Those of them that were gone.
    pub lost: usize,
    /// The age of the oldest lost change at the kill.
    pub window: Duration,
    /// Kills after which the app said that it brought something back.
    pub mended: usize,
    /// Kills while the passphrase was being changed, and after how many of them it was the new one.
    pub changes: (usize, usize),
    /// Kills after which the app did not do what it should, or before which it stopped.
    pub troubles: usize,
}

impl Tally {
    /// Whether all that was acknowledged is there, and the app always came up.
    pub fn is_clean(&self) -> bool {
        self.lost == 0 && self.troubles == 0 && self.acknowledged > 0
    }

    /// Adds what is gone.
    pub fn lose(&mut self, age: Duration) {
        self.lost += 1;
        self.window = self.window.max(age);
    }

    /// Adds and prints what is gone. `place` is where it was looked for.
    pub fn lose_all(&mut self, place: &str, lost: &[Loss]) {
        for Loss { field, value, found, age } in lost {
            if self.lost < PRINTED {
                let found = found.as_deref().unwrap_or("nothing");
                let kill = self.kills;
                println!(
                    "  LOST at kill {kill}, {place}: {field} = {value}; there is: {found}; {} ms old",
                    age.as_millis()
                );
            }
            self.lose(*age);
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kills,
            kills_with_changes,
            at_start,
            acknowledged,
            lost,
            window,
            mended,
            changes,
            troubles,
        } = self;
        write!(f, "{kills} kills, {kills_with_changes} of them after an acknowledged change; ")?;
        if *at_start > 0 {
            write!(f, "{at_start} more at the start after; ")?;
        }
        write!(
            f,
            "{acknowledged} changes acknowledged, {lost} lost, worst window {} ms",
            window.as_millis()
        )?;
        if *mended > 0 {
            write!(f, "; {mended} times the app said what it brought back")?;
        }
        if let (kills @ 1.., done) = changes {
            write!(
                f,
                "; {kills} kills during a change of the passphrase, {done} times it was the new one after"
            )?;
        }
        if *troubles > 0 {
            write!(f, "; {troubles} times it was in trouble")?;
        }
        Ok(())
    }
}

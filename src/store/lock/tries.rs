//! How often a wrong passphrase was typed, and how long to wait for the next try. It slows down who tries at the screen, also over a
//! reload; who has the files is slowed down by the cost of each try alone.

/// Where it stands, in local storage only.
pub const TRIES: &str = "lesbezoek:900:tries";

/// What was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// So often in a row.
    pub wrong: u32,
    /// When last, in milliseconds since 1970.
    pub at: u64,
}

impl Tries {
    /// As it is kept; what cannot be read is none.
    #[must_use]
    pub fn read(text: Option<&str>) -> Self {
        let read = |text: &str| {
            let (wrong, at) = text.split_once(' ')?;
            Some(Self { wrong: wrong.parse().ok()?, at: at.parse().ok()? })
        };
        text.and_then(read).unwrap_or_default()
    }

    /// As it is kept.
    #[must_use]
    pub fn write(self) -> String {
        format!("{} {}", self.wrong, self.at)
    }

    /// One more.
    #[must_use]
    pub fn once_more(self, now: u64) -> Self {
        Self { wrong: self.wrong.saturating_add(1), at: now }
    }

    /// The same; if the clock was put back since, the pause counts from now on.
    #[must_use]
    pub fn seen_at(self, now: u64) -> Self {
        Self { at: self.at.min(now), ..self }
    }

    /// The seconds to wait now: none for the first three, then five, doubled each time, at most five minutes. A clock that was put back
    /// makes it no longer than that.
    #[must_use]
    pub fn wait(self, now: u64) -> u64 {
        const FREE: u32 = 3;
        const MOST: u64 = 300;
        let Some(beyond) = self.wrong.checked_sub(FREE) else { return 0 };
        let pause = (5_u64 << beyond.min(6)).min(MOST);
        let since = now.saturating_sub(self.at) / 1000;
        pause.saturating_sub(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_passes() {
        let mut tries = Tries::default();
        let mut pauses = Vec::new();
        for _ in 0..11 {
            tries = tries.once_more(50_000);
            pauses.push(tries.wait(50_000));
        }
        assert_eq!(pauses, [0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
        assert_eq!(tries.wait(50_000 + 299_000), 1);
        assert_eq!(tries.wait(50_000 + 300_000), 0);
        assert_eq!(tries.wait(0), 300);
        let seen = tries.seen_at(1_000);
        assert_eq!((seen.wait(1_000), seen.wait(301_000)), (300, 0));
        assert_eq!(tries.seen_at(60_000), tries);
        assert_eq!(Tries::read(Some(&tries.write())), tries);
        assert_eq!(Tries::read(Some("x")), Tries::default());
    }
}

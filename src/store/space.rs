//! How much room is left, in visits: what people count in.

/// What local storage holds in every browser, over keys and values: UTF-16 units in Chromium and Firefox, bytes in WebKit
/// (docs/storage-limits.md).
const CAPACITY: usize = 5 * 1024 * 1024;

/// What the record of a whole lesson takes, as in the example visits: 30 lines, all indicators.
const WHOLE_LESSON: usize = 16_000;

/// How full the storage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    /// In use, as [`RecordStore::size`](super::RecordStore::size) counts.
    pub used: usize,
}

impl Space {
    /// How full, from 0 to 100.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.used.min(CAPACITY) * 100).div_ceil(CAPACITY)
    }

    /// So many whole lessons still fit.
    #[must_use]
    pub fn visits_left(self) -> usize {
        CAPACITY.saturating_sub(self.used) / WHOLE_LESSON
    }

    /// Whether it is time to say so: a month of visits for a busy school.
    #[must_use]
    pub fn is_scarce(self) -> bool {
        self.visits_left() < 40
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_counted_in_whole_lessons() {
        assert_eq!(Space { used: 0 }.visits_left(), 327);
        assert_eq!((Space { used: 0 }.percent(), Space { used: 1 }.percent()), (0, 1));
        let full = Space { used: CAPACITY + 1 };
        assert_eq!((full.percent(), full.visits_left(), full.is_scarce()), (100, 0, true));
        assert!(!Space { used: CAPACITY / 2 }.is_scarce());
    }
}

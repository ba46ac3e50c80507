//! Moments and the Dutch school year.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

/// A moment with the offset of the place where it was noted, so that a lesson reads the same everywhere.
pub type Moment = DateTime<FixedOffset>;

/// A Dutch school year, 1 August to 31 July, named by the calendar year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year in which `date` falls.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        if date.month() >= 8 { Self(date.year()) } else { Self(date.year() - 1) }
    }
}

impl std::fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_school_year_turns_on_the_first_of_august() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a real date");
        assert_eq!(SchoolYear::of(day(7, 31)).to_string(), "2025-2026");
        assert_eq!(SchoolYear::of(day(8, 1)).to_string(), "2026-2027");
    }
}

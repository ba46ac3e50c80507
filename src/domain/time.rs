//! Moments and the Dutch school year.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};

/// A moment with the offset of the place where it was noted, so that a lesson reads the same everywhere.
pub type Moment = DateTime<FixedOffset>;

/// The same day and place at another time of day, written as a time field does: `09:44`.
#[must_use]
pub fn at_clock(moment: Moment, clock: &str) -> Option<Moment> {
    // By hand: what chrono brings for patterns weighs more than this screen.
    let two_digits = |text: &str| {
        let is_two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_two.then(|| text.parse().ok()).flatten()
    };
    let (hours, rest) = clock.split_once(':')?;
    let minutes = rest.split(':').next()?;
    let time = NaiveTime::from_hms_opt(two_digits(hours)?, two_digits(minutes)?, 0)?;
    moment.with_time(time).single()
}

/// The same time of day on another day.
#[must_use]
pub fn on_day(moment: Moment, day: NaiveDate) -> Option<Moment> {
    day.and_time(moment.time()).and_local_timezone(moment.timezone()).single()
}

/// The time of day as a time field takes it: `09:44`.
#[must_use]
pub fn clock_at(moment: Moment) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// A Dutch school year, 1 August to 31 July, named by the calendar year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year in which `date` falls.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        if date.month() >= 8 { Self(date.year()) } else { Self(date.year() - 1) }
    }

    /// 31 July; the last day there is, of a year that no calendar holds.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0.saturating_add(1), 7, 31).unwrap_or(NaiveDate::MAX)
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
    fn another_time_of_day_keeps_day_and_place() {
        let noted = Moment::parse_from_rfc3339("2026-11-23T09:44:31.5+01:00").expect("a time");
        let moved = at_clock(noted, "09:40").expect("a time");
        assert_eq!(moved.to_rfc3339(), "2026-11-23T09:40:00+01:00");
        assert_eq!(at_clock(noted, "09:40:10"), Some(moved));
        assert_eq!(at_clock(moved, &clock_at(moved)), Some(moved));
        let before = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real date");
        let earlier = on_day(moved, before).map(|moment| moment.to_rfc3339());
        assert_eq!(earlier.as_deref(), Some("2026-11-20T09:40:00+01:00"));
        for wrong in ["", "9:40", "25:00", "é9:40", "+9:40", "09:4", "0940"] {
            assert_eq!(at_clock(noted, wrong), None);
        }
    }

    #[test]
    fn the_school_year_turns_on_the_first_of_august() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a real date");
        assert_eq!(SchoolYear::of(day(7, 31)).to_string(), "2025-2026");
        assert_eq!(SchoolYear::of(day(8, 1)).to_string(), "2026-2027");
    }
}

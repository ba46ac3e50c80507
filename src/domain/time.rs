//! Moments and the Dutch school year.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

/// A moment with the offset of the place where it was noted, so that a lesson reads the same everywhere.
pub type Moment = DateTime<FixedOffset>;

/// A moment in the form of RFC 3339: `2026-11-23T09:44:00+01:00`.
#[must_use]
pub fn parse_moment(text: &str) -> Option<Moment> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// A day as a date field writes it: `2026-11-23`.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    // As the start of a moment: what chrono brings for days alone weighs more than the first screen.
    parse_moment(&format!("{text}T00:00:00Z")).map(|midnight| midnight.date_naive())
}

/// The first day after `day` that is no Saturday or Sunday.
#[must_use]
pub fn next_school_day(day: NaiveDate) -> NaiveDate {
    let is_weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    day.iter_days().skip(1).find(|day| !is_weekend(day)).unwrap_or(day)
}

/// A time of day as a time field writes it: `09:44`.
#[must_use]
pub fn parse_clock(clock: &str) -> Option<NaiveTime> {
    // By hand: what chrono brings for patterns weighs more than this screen.
    let two_digits = |text: &str| {
        let is_two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_two.then(|| text.parse().ok()).flatten()
    };
    let (hours, rest) = clock.split_once(':')?;
    let minutes = rest.split(':').next()?;
    NaiveTime::from_hms_opt(two_digits(hours)?, two_digits(minutes)?, 0)
}

/// The time of day as a time field takes it: `09:44`.
#[must_use]
pub fn clock_at(moment: Moment) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// A Dutch school year, 1 August to 31 July, named by the calendar year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SchoolYear(pub i32);

impl SchoolYear {
    /// The school year in which `date` falls.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        if date.month() >= 8 { Self(date.year()) } else { Self(date.year() - 1) }
    }

    /// The year before this one.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// 31 July; the last day there is, of a year that no calendar holds.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0.saturating_add(1), 7, 31).unwrap_or(NaiveDate::MAX)
    }
}

/// A half of a school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    /// August to January.
    First,
    /// February to July.
    Second,
}

impl Half {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The one in which `date` falls.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        if (2..=7).contains(&date.month()) { Self::Second } else { Self::First }
    }

    /// Its name in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
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
    fn after_friday_comes_monday() {
        let next = |text| parse_day(text).map(next_school_day).map(|day| day.to_string());
        assert_eq!(next("2026-11-26").as_deref(), Some("2026-11-27"));
        assert_eq!(next("2026-11-27").as_deref(), Some("2026-11-30"));
        assert_eq!(next("2026-11-28").as_deref(), Some("2026-11-30"));
    }

    #[test]
    fn a_day_and_a_moment_are_read_in_the_one_form_that_is_written() {
        assert_eq!(parse_day("2026-02-28"), NaiveDate::from_ymd_opt(2026, 2, 28));
        for text in
            ["", "2026-02-29", "2026-2-28", "26-02-28", " 2026-02-28", "2026-02-28T09:44", "28-02-2026"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
        assert_eq!(parse_moment("2026-11-23T09:44:31.5+01:00").map(clock_at).as_deref(), Some("09:44"));
        for text in ["2026-11-23T09:44:31", "2026-11-23", "2026-11-23T25:00:00Z"] {
            assert_eq!(parse_moment(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_of_day_is_read_as_a_time_field_writes_it() {
        let time = NaiveTime::from_hms_opt(9, 40, 0);
        assert_eq!(parse_clock("09:40"), time);
        assert_eq!(parse_clock("09:40:10"), time);
        let noted = Moment::parse_from_rfc3339("2026-11-23T09:44:31.5+01:00").expect("a time");
        assert_eq!(parse_clock(&clock_at(noted)), NaiveTime::from_hms_opt(9, 44, 0));
        for wrong in ["", "9:40", "25:00", "é9:40", "+9:40", "09:4", "0940"] {
            assert_eq!(parse_clock(wrong), None);
        }
    }

    #[test]
    fn the_school_year_turns_on_the_first_of_august() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a real date");
        assert_eq!(SchoolYear::of(day(7, 31)).to_string(), "2025-2026");
        assert_eq!(SchoolYear::of(day(8, 1)).to_string(), "2026-2027");
        assert_eq!(SchoolYear::of(day(8, 1)).before(), SchoolYear::of(day(7, 31)));
    }
}

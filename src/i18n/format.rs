//! Days and times as the Dutch write them, in both languages: the school is Dutch whoever visits it.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::domain::Moment;

/// `23-11-2026`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{:02}-{:02}-{}", day.day(), day.month(), day.year())
}

/// `9.05`: hours and minutes.
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}

/// `2026-11-23-0905`: sorts by time in a folder of files.
#[must_use]
pub fn file_stamp(at: Moment) -> String {
    format!("{}-{:02}{:02}", at.date_naive(), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_written_the_dutch_way() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9).expect("a real day");
        assert_eq!(date(day), "09-03-2026");
        assert_eq!(clock(NaiveTime::from_hms_opt(9, 5, 59).expect("a real time")), "9.05");
    }
}

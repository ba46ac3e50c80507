//! Days as the Dutch write them, in both languages: the school is Dutch whoever visits it. Times as each language does.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::text::Text;
use crate::domain::{Lang, LogLine, Moment};

/// `23-11-2026`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{:02}-{:02}-{}", day.day(), day.month(), day.year())
}

impl Text {
    /// Hours and minutes: `9.05` in Dutch, `9:05` in English.
    #[must_use]
    pub fn clock(&self, time: NaiveTime) -> String {
        let between = match self.lang {
            Lang::Nl => '.',
            Lang::En => ':',
        };
        format!("{}{between}{:02}", time.hour(), time.minute())
    }

    /// A small number with two decimals: `0,51` in Dutch, `0.51` in English.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "a cast of a float stops at the bounds")]
    pub fn hundredths(&self, number: f64) -> String {
        let between = match self.lang {
            Lang::Nl => ',',
            Lang::En => '.',
        };
        let hundredths = (number * 100.0).round() as i32;
        let sign = if hundredths < 0 { "−" } else { "" };
        let hundredths = hundredths.unsigned_abs();
        format!("{sign}{}{between}{:02}", hundredths / 100, hundredths % 100)
    }

    /// A number from zero with one decimal: `9,6` in Dutch, `9.6` in English.
    #[must_use]
    pub fn tenths(&self, number: f64) -> String {
        let hundredths = self.hundredths((number * 10.0).round() / 10.0);
        hundredths.strip_suffix('0').unwrap_or(&hundredths).to_owned()
    }

    /// "9.14 Wisbordjes": a line of the log in a list of such.
    #[must_use]
    pub fn log_line(&self, line: &LogLine) -> String {
        format!("{} {}", self.clock(line.at.time()), line.text.trim())
    }

    /// `23-11-2026, 9.05`.
    #[must_use]
    pub fn moment(&self, at: Moment) -> String {
        format!("{}, {}", date(at.date_naive()), self.clock(at.time()))
    }
}

/// "2 bezoeken, 1 collega en 1 plan": what there is, each in the singular or plural; the first alone if there is nothing.
pub(super) fn counted<const N: usize>(each: [(usize, [&str; 2]); N], and: &str) -> String {
    let is_nothing = each.iter().all(|(n, _)| *n == 0);
    let words = |(n, [one, more]): &(usize, [&str; 2])| format!("{n} {}", if *n == 1 { one } else { more });
    let there = each.iter().enumerate().filter(|(place, (n, _))| *n > 0 || (is_nothing && *place == 0));
    let mut parts: Vec<String> = there.map(|(_, part)| words(part)).collect();
    match parts.pop() {
        Some(last) if parts.is_empty() => last,
        Some(last) => format!("{} {and} {last}", parts.join(", ")),
        None => String::new(),
    }
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
    fn days_are_written_the_dutch_way_and_times_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9).expect("a real day");
        assert_eq!(date(day), "09-03-2026");
        let time = NaiveTime::from_hms_opt(9, 5, 59).expect("a real time");
        let [dutch, english] = [Lang::Nl, Lang::En].map(|lang| crate::i18n::text(lang).clock(time));
        assert_eq!((dutch.as_str(), english.as_str()), ("9.05", "9:05"));
    }

    #[test]
    fn what_there_is_is_counted_and_nothing_else() {
        let said = |visits, plans| {
            counted([(visits, ["visit", "visits"]), (3, ["x", "xs"]), (plans, ["plan", "plans"])], "and")
        };
        assert_eq!(
            [said(1, 2), said(0, 0), said(2, 0)],
            ["1 visit, 3 xs and 2 plans", "3 xs", "2 visits and 3 xs"]
        );
        assert_eq!(counted([(0, ["visit", "visits"]), (0, ["x", "xs"])], "and"), "0 visits");
    }

    #[test]
    fn two_decimals_are_rounded_and_keep_their_sign() {
        let dutch = |number| crate::i18n::text(Lang::Nl).hundredths(number);
        assert_eq!([0.237_4, 1.0, -0.049, -0.001, 0.0].map(dutch), ["0,24", "1,00", "−0,05", "0,00", "0,00"]);
        assert_eq!(crate::i18n::text(Lang::En).hundredths(0.508), "0.51");
    }
}

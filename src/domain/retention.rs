//! How long a visit is kept, and what the teacher says against what is written about her.
//!
//! Both stand beside the visit, not in it: they may be noted with a completed visit, which stays closed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::time::SchoolYear;
use super::visit::Visit;

/// So many school years after its own a visit is kept, if the school says nothing else: the plan of the next year builds on
/// it, and the year after looks whether it worked. Longer it serves nobody.
pub const SCHOOL_YEARS_KEPT: u16 = 2;

/// A correction or an objection of the teacher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The day on which she said it.
    pub on: NaiveDate,
    /// In her words; never empty.
    pub text: String,
}

impl Objection {
    /// What was said on a day; `None` if that is nothing.
    #[must_use]
    pub fn said(on: NaiveDate, text: String) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self { on, text })
    }
}

impl Visit {
    /// The last day on which the visit is kept: its own, else the end of the school year that is so many years after that of
    /// the lesson. After it the visit is due for deletion; nothing is ever deleted by itself.
    #[must_use]
    pub fn kept_until(&self, school_years: u16) -> NaiveDate {
        self.keep_until.unwrap_or_else(|| {
            let SchoolYear(year) = SchoolYear::of(self.date);
            SchoolYear(year.saturating_add(school_years.into())).last_day()
        })
    }

    /// Whether it is due for deletion on that day.
    #[must_use]
    pub fn is_due(&self, school_years: u16, today: NaiveDate) -> bool {
        self.kept_until(school_years) < today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real date")
    }

    #[test]
    fn a_visit_is_kept_to_the_end_of_the_second_school_year_after_its_own() {
        assert_eq!(Visit::on(day(2026, 11, 23)).kept_until(2), day(2029, 7, 31));
        assert_eq!(Visit::on(day(2027, 7, 31)).kept_until(2), day(2029, 7, 31));
        assert_eq!(Visit::on(day(2027, 8, 1)).kept_until(0), day(2028, 7, 31));
    }

    #[test]
    fn a_day_of_its_own_goes_before_the_rule_and_is_itself_still_kept() {
        let visit = Visit { keep_until: Some(day(2026, 12, 31)), ..Visit::on(day(2026, 11, 23)) };
        assert!(!visit.is_due(2, day(2026, 12, 31)));
        assert!(visit.is_due(2, day(2027, 1, 1)));
    }

    #[test]
    fn no_year_is_too_far() {
        assert_eq!(Visit::on(NaiveDate::MAX).kept_until(u16::MAX), NaiveDate::MAX);
        assert!(!Visit::on(NaiveDate::MIN).is_due(u16::MAX, NaiveDate::MIN));
    }

    #[test]
    fn nothing_said_is_no_objection() {
        assert_eq!(Objection::said(day(2026, 11, 23), " \n".to_owned()), None);
    }
}

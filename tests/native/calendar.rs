//! A planned visit as a calendar takes it.

use crate::common::{draft, header};
use chrono::NaiveDate;
use lesbezoek::domain::Visit;
use lesbezoek::exchange::calendar_file;
use proptest::prelude::*;

/// The lines of a calendar file, put together again where they were folded.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn value<'a>(lines: &'a [String], name: &str) -> Option<&'a str> {
    lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
}

#[test]
fn a_planned_visit_is_a_whole_day_with_its_question() {
    let date = NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day");
    let visit =
        Visit { focus: "Krijgt iedereen denktijd;\nook Sam, en \\ wie?".to_owned(), ..Visit::on(date) };
    let file = calendar_file(draft().id, &visit, "Lesbezoek: Noor bij Bram", header().exported_at);
    let lines = lines(&file);
    assert_eq!(
        (lines.first().map(String::as_str), lines.last().map(String::as_str)),
        (Some("BEGIN:VCALENDAR"), Some("END:VCALENDAR"))
    );
    assert_eq!(value(&lines, "VERSION"), Some("2.0"));
    assert_eq!(value(&lines, "UID"), Some(format!("{}@lesbezoek", draft().id).as_str()));
    assert_eq!(value(&lines, "DTSTAMP"), Some("20261123T110000Z"));
    assert_eq!(value(&lines, "DTSTART;VALUE=DATE"), Some("20261231"));
    assert_eq!(value(&lines, "SUMMARY"), Some("Lesbezoek: Noor bij Bram"));
    assert_eq!(value(&lines, "DESCRIPTION"), Some("Krijgt iedereen denktijd\\;\\nook Sam\\, en \\\\ wie?"));
    let again = calendar_file(draft().id, &visit, "Lesbezoek: Noor bij Bram", header().exported_at);
    assert_eq!(file, again);
}

proptest! {
    #[test]
    fn no_text_breaks_out_of_its_line(title in "\\PC{0,120}", focus in "[a-z\\r\\n:;,é]{0,120}") {
        let visit = Visit { focus, ..Visit::on(header().exported_at.date_naive()) };
        let file = calendar_file(draft().id, &visit, &title, header().exported_at);
        let lines = lines(&file);
        let names = lines.iter().filter_map(|line| line.split([':', ';']).next());
        let known = ["BEGIN", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "END"];
        for name in names {
            prop_assert!(known.contains(&name), "{name} in {file}");
        }
    }
}

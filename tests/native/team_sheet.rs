//! The sheet of the team says what Inzicht shows, to a reader other than the crate that wrote it, and never more.

use std::collections::BTreeSet;
use std::io::Cursor;

use crate::common::{builtin, header, visit_with};
use calamine::{DataType, Reader, Xlsx};
use lesbezoek::domain::{Lang, Observation, SchoolYear};
use lesbezoek::exchange::{Cell, Column, Table, xlsx_file};
use lesbezoek::i18n::WordsOfTables;
use lesbezoek::insight::{FEWEST_TEACHERS, Sample, TeamFigures, YearFigures, domain_figures};
use proptest::prelude::*;
use school::School;

/// As the page counts it, sends it, and the worker reads it.
fn sent(school: &School, years: &[i32]) -> Vec<YearFigures> {
    let of = |year: &i32| {
        let year = SchoolYear(*year);
        let sample = Sample::of(&school.rubric, &school.people, &school.visits, year);
        YearFigures { year, domains: domain_figures(&sample, FEWEST_TEACHERS) }
    };
    let text = serde_json::to_string(&years.iter().map(of).collect::<Vec<_>>()).expect("a text");
    serde_json::from_str(&text).expect("the same")
}

fn text(cell: &calamine::Data) -> &str {
    cell.get_string().unwrap_or_default()
}

#[test]
fn excel_has_the_numbers_of_the_screen_as_numbers() {
    let school = School::seeded();
    let words = WordsOfTables::new(Lang::Nl, &school.rubric);
    let table = words.team_table(&sent(&school, &[2025, 2024])).expect("a table");
    let file = xlsx_file(&words, &[table], &header(), |_, _| ()).expect("a file");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).expect("a workbook");
    let sheet = book.worksheet_range("Team").expect("the sheet");
    let titles: Vec<_> = sheet.rows().next().expect("titles").iter().map(text).collect();
    let wanted = "Schooljaar|Domein|Indicator|Wat|Score 1|Score 2|Score 3|Score 4|Niet gezien|Gemiddeld|Bezoeken|Leraren|\
                  Observatoren|Opmerking";
    assert_eq!(titles.join("|"), wanted);
    let mut rows = sheet.rows().skip(1);
    for year in [2025, 2024].map(SchoolYear) {
        let sample = Sample::of(&school.rubric, &school.people, &school.visits, year);
        for domain in TeamFigures::of(&sample, FEWEST_TEACHERS).domains {
            let indicators = domain.indicators.iter().map(|(id, answers)| (id.to_string(), answers.as_ref()));
            for (id, answers) in [(String::new(), Some(&domain.all))].into_iter().chain(indicators) {
                let row = rows.next().expect("a row");
                assert_eq!((text(&row[0]), text(&row[2])), (&*year.to_string(), &*id));
                let answers = answers.expect("a school this large hides nothing");
                let base = answers.base;
                let counts = answers.scores.iter().copied().chain([answers.not_observed]);
                let numbers: Vec<_> = row[4..9].iter().chain(&row[10..13]).map(DataType::get_float).collect();
                let expected = counts.chain([base.visits, base.teachers, base.observers]);
                let expected = expected.map(|n| u32::try_from(n).ok().map(f64::from));
                assert_eq!(numbers, expected.collect::<Vec<_>>(), "{id}");
                let mean = answers.mean.expect("a mean").mean;
                assert!((row[9].get_float().expect("a number") - mean).abs() < 1e-9, "{id}");
            }
        }
    }
    assert!(rows.next().is_none());
}

fn visit(teacher: usize, answers: &[(&str, u8)]) -> Observation {
    visit_with(&format!("Leraar {teacher}"), "", answers)
}

fn table_of(visits: &[Observation]) -> Option<Table> {
    let rubric = builtin();
    let year = SchoolYear(2026);
    let domains = domain_figures(&Sample::of(&rubric, &[], visits, year), FEWEST_TEACHERS);
    WordsOfTables::new(Lang::Nl, &rubric).team_table(&[YearFigures { year, domains }])
}

fn number(table: &Table, row: &[Cell], column: Column) -> Option<u32> {
    let place = table.columns.iter().position(|one| *one == column).expect("the column");
    match row[place] {
        Cell::Count(count) => Some(count),
        Cell::Empty => None,
        _ => panic!("no number in {column:?}"),
    }
}

const OF_D: [&str; 3] = ["D1", "D2", "D3"];

#[test]
fn of_four_teachers_there_is_no_sheet_and_of_an_indicator_with_four_only_its_name() {
    let all: Vec<_> = (0..6).map(|teacher| visit(teacher, &[("D1", 3)])).collect();
    assert!(table_of(&all[..4]).is_none());
    let some: Vec<_> = (0..6)
        .map(|teacher| visit(teacher, if teacher < 4 { &[("D1", 3), ("D2", 4)] } else { &[("D1", 3)] }))
        .collect();
    let table = table_of(&some).expect("a table");
    let hidden = table.rows.iter().find(|row| row[2] == Cell::text("D2")).expect("its name");
    assert!(hidden[4..13].iter().all(|cell| *cell == Cell::Empty), "{hidden:?}");
    assert_eq!(hidden[13], Cell::text("Bij te weinig leraren gescoord om te laten zien."));
}

proptest! {
    /// Up to thirty visits to at most nine teachers: each line with numbers has scores of five, and so has what is left of a domain
    /// without the indicators that have numbers.
    #[test]
    fn no_group_below_the_minimum_is_in_the_sheet(
        visits in proptest::collection::vec((0_usize..9, proptest::collection::vec(proptest::option::of(0_u8..5), 3)), 0..30),
    ) {
        let answers = |given: &[Option<u8>]| OF_D.into_iter().zip(given).filter_map(|(id, point)| Some((id, (*point)?))).collect::<Vec<_>>();
        let all: Vec<_> = visits.iter().map(|(teacher, given)| visit(*teacher, &answers(given))).collect();
        // Counted here anew: what decides is not asked whether it is right.
        let teachers = |ids: &[&str], scored: bool| {
            let has = |given: &[Option<u8>]| answers(given).iter().any(|(id, point)| ids.contains(id) && (*point > 0 || !scored));
            visits.iter().filter(|(_, given)| has(given)).map(|(teacher, _)| *teacher).collect::<BTreeSet<_>>().len()
        };
        let Some(table) = table_of(&all) else {
            prop_assert!(teachers(&OF_D, true) < FEWEST_TEACHERS);
            return Ok(());
        };
        let mut left = OF_D.to_vec();
        for row in &table.rows {
            let shown = number(&table, row, Column::Teachers);
            let numbers = row[4..13].iter().filter(|cell| **cell != Cell::Empty).count();
            prop_assert_eq!(shown.is_some(), numbers > 0, "all of the numbers or none");
            let id = match &row[2] { Cell::Text(id) => id.clone(), _ => String::new() };
            let of: Vec<_> = OF_D.into_iter().filter(|one| id.is_empty() || *one == id).collect();
            if let Some(shown) = shown {
                prop_assert_eq!(usize::try_from(shown).ok(), Some(teachers(&of, true)));
                prop_assert!(teachers(&of, true) >= FEWEST_TEACHERS);
                left.retain(|one| id.is_empty() || *one != id);
            }
        }
        for scored in [true, false] {
            let rest = teachers(&left, scored);
            prop_assert!(rest == 0 || rest >= FEWEST_TEACHERS, "{left:?}: {rest}");
        }
    }
}

//! Excel, CSV and Word files say what the visits and the plan say, to readers other than the crates that wrote them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test may stop"
)]

mod common;

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, DataType, Reader, Xlsx};
use common::{builtin, header};
use lesbezoek::domain::{
    Activity, ActivityId, Edit, Goal, GoalEdit, GoalField, GoalId, Lang, Moment, Plan, PlanEdit, PlanId,
    SchoolYear, VisitEdit,
};
use lesbezoek::exchange::{Document, Sheet, csv_text, parse_document, plan_as_docx, tables, xlsx_file};
use lesbezoek::i18n::{WordsOfPlan, WordsOfTables, plan_text};
use tempfile::TempDir;
use uuid::Uuid;

const FORMULA: &str = "=HYPERLINK(\"http://x\";\"klik\")";

fn now() -> Moment {
    header().exported_at
}

fn plan() -> Plan {
    let mut plan = Plan::begin(PlanId(Uuid::nil()), SchoolYear(2026), now());
    let id = GoalId(Uuid::nil());
    let activity = Activity {
        text: "Modelen in rekenen".to_owned(),
        from: Some("2026-09-01".parse().expect("a day")),
        ..Activity::begin(ActivityId(Uuid::nil()))
    };
    let edits = [
        GoalEdit::Text(GoalField::Title, "Élk kind <krijgt> feedback & tijd".to_owned()),
        GoalEdit::Text(GoalField::Desired, "Regel één\nRegel twee \u{1}".to_owned()),
        GoalEdit::InsertActivity(0, activity),
    ];
    plan.apply(PlanEdit::InsertGoal(0, Goal::titled(id, "")), now());
    for edit in edits {
        plan.apply(PlanEdit::Goal(id, edit), now()).expect("a change");
    }
    plan
}

/// Two whole lessons and a plan; the teacher of the first is called what a spreadsheet could take for a formula.
fn document() -> Document {
    let mut both = parse_document(include_str!("fixtures/groep5-rekenen.json")).expect("a sound fixture");
    let other =
        parse_document(include_str!("fixtures/groep7-begrijpend-lezen.json")).expect("a sound fixture");
    both.observations.extend(other.observations);
    both.plans = vec![plan()];
    let first = &mut both.observations[0];
    first.apply(Edit::Reopen, now());
    let teacher = lesbezoek::domain::PersonRef::typed(FORMULA.to_owned());
    first.apply(Edit::Visit(VisitEdit::Teacher(teacher)), now()).expect("a change");
    both
}

fn file_of(document: &Document) -> Vec<u8> {
    let rubric = builtin();
    let words = WordsOfTables::new(Lang::Nl, &rubric);
    let mut last = (0, 0);
    let file =
        xlsx_file(&words, &tables(&words, document, &rubric), &document.header, |done, of| last = (done, of));
    assert!(last.0 > 0 && last.0 == last.1, "progress ends at the end");
    file.expect("a file")
}

/// The place of a column by its title.
fn column(sheet: &calamine::Range<Data>, title: &str) -> usize {
    let titles = sheet.rows().next().expect("titles");
    titles
        .iter()
        .position(|cell| cell.get_string() == Some(title))
        .unwrap_or_else(|| panic!("{title}: {titles:?}"))
}

#[test]
fn excel_has_a_sheet_for_each_kind_of_thing_with_typed_days_and_numbers() {
    let document = document();
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file_of(&document))).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Bezoeken", "Scores", "Logboek", "Afspraken", "Doelen", "Activiteiten"]);
    let mut sheet = |name: &str| book.worksheet_range(name).expect("a sheet");

    let visits = sheet("Bezoeken");
    assert_eq!(visits.height(), 3);
    let first = &document.observations[0];
    let cell = |row: usize, title: &str| visits[(row, column(&visits, title))].clone();
    assert_eq!(cell(1, "Datum").as_date(), Some(first.visit.date));
    assert_eq!(cell(1, "Leraar").get_string(), Some(FORMULA), "a text, and no formula");
    let progress = first.progress(&builtin());
    assert_eq!(cell(1, "Gescoord").as_i64(), i64::try_from(progress.scored).ok());
    assert_eq!(cell(1, "Niet gezien").as_i64(), i64::try_from(progress.not_observed).ok());
    let begin = first.visit.started_at.expect("a start").time();
    assert_eq!(cell(1, "Begin").as_time(), Some(begin));

    let ratings = sheet("Scores");
    let [number, score, unseen] = ["Bezoek", "Score", "Niet gezien"].map(|title| column(&ratings, title));
    for (place, visit) in (1..).zip(&document.observations) {
        let rows: Vec<_> = ratings.rows().skip(1).filter(|row| row[number].as_i64() == Some(place)).collect();
        let progress = visit.progress(&builtin());
        let scored = rows.iter().filter(|row| row[score].is_float()).count();
        assert_eq!(scored, progress.scored, "no occasion for it is no score");
        assert_eq!(rows.iter().filter(|row| !row[unseen].is_empty()).count(), progress.not_observed);
    }
    let lines: usize = document.observations.iter().map(|visit| visit.log.len()).sum();
    assert_eq!(sheet("Logboek").height(), lines + 1);
    let activities = sheet("Activiteiten");
    assert_eq!(activities[(1, column(&activities, "Vanaf"))].as_date(), "2026-09-01".parse().ok());
    assert!(activities[(1, column(&activities, "Tot en met"))].is_empty());
}

#[test]
fn csv_is_what_a_dutch_excel_opens_and_nothing_in_it_becomes_a_formula() {
    let (document, rubric) = (document(), builtin());
    let words = WordsOfTables::new(Lang::Nl, &rubric);
    let all = tables(&words, &document, &rubric);
    let visits = all.iter().find(|table| table.sheet == Sheet::Visits).expect("visits");
    let text = csv_text(&words, visits).expect("a text");
    assert!(text.starts_with("\u{feff}Bezoek;Datum;Leraar;"));
    let first = text.lines().nth(1).expect("a visit");
    let day = document.observations[0].visit.date.format("%d-%m-%Y");
    assert!(first.starts_with(&format!("1;{day};\"'=HYPERLINK(")), "{first}");
}

/// LibreOffice, if it is here: `cargo xtask test` brings it.
fn office() -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join("soffice"))
        .find(|one| one.exists())
}

/// What LibreOffice makes of a file.
fn converted(folder: &Path, name: &str, content: &[u8], to: &str, ending: &str) -> Option<Vec<u8>> {
    let Some(office) = office() else {
        assert!(std::env::var_os("LESBEZOEK_OFFICE").is_none(), "LibreOffice is missing");
        return None;
    };
    let file = folder.join(name);
    std::fs::write(&file, content).expect("a file");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let done = Command::new(office)
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .arg(&file)
        .output()
        .expect("LibreOffice runs");
    assert!(done.status.success(), "{done:?}");
    Some(std::fs::read(file.with_extension(ending)).expect("a converted file"))
}

#[test]
fn word_reads_the_plan_with_its_headings_and_every_line() {
    let rubric = builtin();
    let words = WordsOfPlan { text: plan_text(Lang::Nl), rubric: &rubric, lang: Lang::Nl };
    let file = plan_as_docx(&words, &plan(), now()).expect("a file");
    let folder = TempDir::new().expect("a folder");
    let Some(page) = converted(folder.path(), "plan.docx", &file, "html:HTML", "html") else { return };
    let page = String::from_utf8_lossy(&page).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "<h1",
        "<h2",
        "Élk kind &lt;krijgt&gt; feedback &amp; tijd",
        "Regel één<br/>",
        "<ul>",
        "Modelen in rekenen",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
}

#[test]
fn libreoffice_reads_the_same_numbers_and_no_formula() {
    let folder = TempDir::new().expect("a folder");
    let filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,0";
    let Some(csv) = converted(folder.path(), "alles.xlsx", &file_of(&document()), filter, "csv") else {
        return;
    };
    let csv = String::from_utf8_lossy(&csv).into_owned();
    let first = csv.lines().nth(1).expect("a visit");
    assert!(first.contains("=HYPERLINK"), "the text itself: {first}");
    let scored = document().observations[0].progress(&builtin());
    assert!(first.contains(&format!(";{};{};{};", scored.scored, scored.not_observed, scored.of)), "{first}");
}

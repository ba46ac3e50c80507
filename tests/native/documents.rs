//! Excel, CSV and Word files say what the visits and the plan say, to readers other than the crates that wrote them.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{builtin, header, visit_with};
use calamine::{Data, DataType, Reader, Xlsx};
use lesbezoek::domain::{
    Activity, ActivityId, Baseline, Edit, Goal, GoalEdit, GoalField, GoalId, Lang, Moment, Plan, PlanEdit,
    PlanId, Proof, SchoolYear, VisitEdit,
};
use lesbezoek::exchange::{Document, Sheet, csv_text, parse_document, plan_as_docx, tables, xlsx_file};
use lesbezoek::i18n::{WordsOfPlan, WordsOfTables, plan_text};
use lesbezoek::insight::{Sample, YearFigures, domain_figures};
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
    let mut both = parse_document(include_str!("../fixtures/groep5-rekenen.json")).expect("a sound fixture");
    let other =
        parse_document(include_str!("../fixtures/groep7-begrijpend-lezen.json")).expect("a sound fixture");
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

/// A Word file as LibreOffice shows it as a page, its spaces made one.
fn page_of(file: &[u8]) -> Option<String> {
    let folder = TempDir::new().expect("a folder");
    let page = converted(folder.path(), "plan.docx", file, "html:HTML", "html")?;
    Some(String::from_utf8_lossy(&page).split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn word_reads_the_plan_with_its_headings_and_every_line() {
    let rubric = builtin();
    let words = WordsOfPlan { text: plan_text(Lang::Nl), rubric: &rubric, lang: Lang::Nl };
    let file = plan_as_docx(&words, &plan(), None, now()).expect("a file");
    let Some(page) = page_of(&file) else { return };
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

/// The pictures of a Word file, in the order of their names.
fn pictures(file: &[u8]) -> Vec<Vec<u8>> {
    let mut folder = zip::ZipArchive::new(Cursor::new(file)).expect("a zip");
    let mut names: Vec<String> =
        folder.file_names().filter(|name| name.ends_with(".png")).map(str::to_owned).collect();
    names.sort();
    let mut read = |name: &String| {
        let mut content = Vec::new();
        folder.by_name(name).expect("a picture").read_to_end(&mut content).expect("its bytes");
        content
    };
    names.iter().map(&mut read).collect()
}

/// One of its lines of dots, counted from the top in hundredths of its height.
fn line_of(picture: &[u8], at: usize) -> Vec<[u8; 3]> {
    let mut decoder = png::Decoder::new(Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut dots = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut dots).expect("dots");
    let line = frame.line_size;
    let line = &dots[line * (frame.height as usize * at / 100)..][..line];
    line.chunks(3).map(|dot| [dot[0], dot[1], dot[2]]).collect()
}

/// Where the line before what was reached stands, in hundredths of the width: above the scores there is nothing else.
fn reached_from(picture: &[u8]) -> usize {
    let line = line_of(picture, 0);
    let ink: Vec<usize> = (0..line.len()).filter(|dot| line[*dot] != [0xff; 3]).collect();
    assert!((5..10).contains(&ink.len()), "one line: {ink:?}");
    (ink[0] + ink[ink.len() - 1]) * 50 / line.len()
}

/// A goal is proved by D1, with these scores at the start.
fn with_baseline(mut plan: Plan, scores: Vec<u32>) -> Plan {
    let id = GoalId(Uuid::from_u128(1));
    let day = "2026-09-01".parse().expect("a day");
    let count = scores.iter().sum();
    let baseline = Baseline {
        text: "Zo was de zin".to_owned(),
        taken_on: day,
        from: day,
        until: day,
        observers: 1,
        teachers: count,
        scores,
        not_observed: 0,
    };
    let proof = Proof { indicator: "D1".parse().expect("an id"), baseline: Some(baseline) };
    plan.apply(PlanEdit::InsertGoal(1, Goal { proofs: vec![proof], ..Goal::titled(id, "Meten") }), now());
    plan
}

#[test]
fn a_bar_in_word_is_as_wide_as_a_score_was_often_given() {
    let rubric = builtin();
    let visit = |teacher: &str, d1: u8| visit_with(teacher, "Kees", &[("D1", d1), ("D2", 4), ("F1", d1)]);
    // Of ten scores of the first domain: 1 twice, 3 three times, 4 five times.
    let visits = [visit("Ans", 1), visit("Bram", 1), visit("Cor", 3), visit("Dik", 3), visit("Els", 3)];
    let year = SchoolYear(2026);
    let figures = domain_figures(&Sample::of(&rubric, &[], &visits, year), 5);
    let words = WordsOfPlan { text: plan_text(Lang::Nl), rubric: &rubric, lang: Lang::Nl };
    let years = [YearFigures { year, domains: figures }];
    let plan = with_baseline(plan(), vec![1, 2, 1]);
    let lessons = words.lessons(&plan, &years).expect("something to show");
    let file = plan_as_docx(&words, &plan, Some(lessons), now()).expect("a file");
    let pictures = pictures(&file);
    let [differentiation, feedback, baseline] = &pictures[..] else {
        panic!("two domains and a baseline, not {}", pictures.len())
    };
    let line = line_of(differentiation, 50);
    // Lightest, one before the darkest, darkest; a few dots of each go to the lines between them.
    let shares = [([0xec, 0xf0, 0xf2], 2), ([0x9b, 0xb4, 0xbb], 3), ([0x0b, 0x55, 0x63], 5)];
    for (colour, times) in shares {
        let found = line.iter().filter(|dot| **dot == colour).count();
        assert!(found.abs_diff(line.len() * times / 10) < 12, "{colour:?}: {found} of {}", line.len());
    }
    // Reached: 8 of 10, 3 of 5, and on a scale of three points, which the school had once, 1 of 4.
    for (bar, from) in [(differentiation, 20), (feedback, 40), (baseline, 75)] {
        assert!(reached_from(bar).abs_diff(from) <= 1, "{} is not {from}", reached_from(bar));
    }
    let Some(page) = page_of(&file) else { return };
    for part in [
        "<img",
        "Wat laten onze lessen zien? 2026-2027",
        "Bereikt: 80 %",
        "10 scores",
        "1: 2×, 2: 0×, 3: 3×, 4: 5×",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    assert_eq!(page.matches("In de balk is elke score").count(), 1);
}

/// A plan of autumn shows the year before it.
#[test]
fn word_shows_the_lessons_of_the_year_before_while_the_year_itself_has_none() {
    let rubric = builtin();
    let words = WordsOfPlan { text: plan_text(Lang::Nl), rubric: &rubric, lang: Lang::Nl };
    let none = |year| YearFigures { year: SchoolYear(year), domains: Vec::new() };
    assert_eq!(words.lessons(&plan(), &[none(2026), none(2025)]), None);
    let visits = ["Ans", "Bram", "Cor", "Dik", "Els"].map(|teacher| {
        let mut visit = visit_with(teacher, "Kees", &[("D1", 2)]);
        visit.visit.date = "2026-03-01".parse().expect("a day");
        visit
    });
    let domains = domain_figures(&Sample::of(&rubric, &[], &visits, SchoolYear(2025)), 5);
    let years = [none(2026), YearFigures { year: SchoolYear(2025), domains }];
    let shown = words.lessons(&plan(), &years).expect("the year before");
    assert_eq!(shown.title, "Wat laten onze lessen zien? 2025-2026");
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

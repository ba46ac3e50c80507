//! From the visits of a whole school to a plan with three goals that leaves in every form, with no network.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Tablet, dist, in_every_engine, violations};
use calamine::{Data, DataType, Range, Reader, Xlsx};
use lesbezoek::domain::{IndicatorId, SchoolYear};
use lesbezoek::insight::{FEWEST_TEACHERS, Sample, TeamFigures, domain_figures};
use school::School;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Of each goal: what it aims at, and who sees to it.
const GOALS: [(&str, &str); 3] = [
    ("In 8 van de 10 bezoeken een 3 of 4", "Werkgroep rekenen"),
    ("In 7 van de 10 bezoeken een 3 of 4", "Taalgroep"),
    ("In elke les minstens een keer", "Zorgteam"),
];

const PLAN_READY: &str = "Het plan is gedownload.";
const FILE_READY: &str = "Het bestand is gedownload.";

/// What a file of the school's plan must hold: each goal with its sentence, its target and its owner.
struct Wanted {
    school: School,
    indicators: Vec<IndicatorId>,
}

impl Wanted {
    /// The goals are the growth points of that year.
    fn of(school: School, year: SchoolYear) -> Result<Self> {
        let sample = Sample::of(&school.rubric, &school.people, &school.visits, year);
        let figures = TeamFigures::of(&sample, FEWEST_TEACHERS);
        let indicators: Vec<_> = figures.growth_points().map(|rung| rung.indicator.clone()).collect();
        anyhow::ensure!(indicators.len() == GOALS.len(), "three growth points, not {}", indicators.len());
        Ok(Self { school, indicators })
    }

    fn sentence(&self, place: usize) -> Result<&str> {
        let indicator = self.school.rubric.indicator(&self.indicators[place]).context("an indicator")?;
        Ok(&indicator.text.nl)
    }

    /// The goals are in it.
    fn are_in(&self, name: &str, text: &str) -> Result<()> {
        for (place, (target, owner)) in GOALS.iter().enumerate() {
            for said in [self.sentence(place)?, self.indicators[place].as_str(), target, owner] {
                anyhow::ensure!(text.contains(said), "{name}: {said} is missing in {text}");
            }
        }
        Ok(())
    }

    /// Nobody is, and nothing that was written about a lesson.
    fn nobody_is_in(&self, name: &str, text: &str) -> Result<()> {
        let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for person in &self.school.people {
            let person = &*person.profile.name;
            anyhow::ensure!(!words.contains(&person), "{name}: {person} is in {text}");
        }
        for visit in &self.school.visits {
            let notes = visit.ratings.values().map(|rating| &*rating.note);
            let lines = visit.log.iter().map(|line| &*line.text);
            let agreed = visit.talk.agreements.iter().map(|one| &*one.what);
            for said in notes.chain(lines).chain(agreed).filter(|said| !said.is_empty()) {
                anyhow::ensure!(!text.contains(said), "{name}: \"{said}\" is in {text}");
            }
        }
        Ok(())
    }

    /// The visits of each year as the screen counts them, with the latest year first.
    fn has_team(&self, sheet: &Range<Data>) -> Result<()> {
        let School { rubric, people, visits, .. } = &self.school;
        let of = |year| Sample::of(rubric, people, visits, SchoolYear(year));
        let lines = [2025, 2024].map(|year| (year, domain_figures(&of(year), FEWEST_TEACHERS)));
        let mut rows = sheet.rows().skip(1);
        for (year, domains) in lines {
            for domain in domains {
                let row = rows.next().context("a row")?;
                let numbers =
                    row[4..9].iter().map(|cell| cell.as_i64().and_then(|n| usize::try_from(n).ok()));
                let counted = domain.all.scores.iter().chain([&domain.all.not_observed]).copied();
                assert_eq!(
                    numbers.collect::<Option<Vec<_>>>(),
                    Some(counted.collect()),
                    "{year} {:?}",
                    domain.id
                );
                rows.by_ref().take(domain.indicators.len()).for_each(drop);
            }
        }
        assert!(rows.next().is_none());
        Ok(())
    }

    fn is_in_plan(&self, name: &str, text: &str) -> Result<()> {
        self.are_in(name, text)?;
        self.nobody_is_in(name, text)
    }
}

/// A growth point of Inzicht becomes a goal of the plan; there it gets a target and an owner.
async fn set_goal(tablet: &Tablet, wanted: &Wanted, place: usize) -> Result<()> {
    let browser = &tablet.browser;
    tablet.jump("#/inzicht", "Inzicht").await?;
    choose_year(tablet).await?;
    browser.press(&format!("Maak hier een doel van: {}", wanted.indicators[place])).await?;
    tablet.is_at("Plan van aanpak").await?;
    // It is open, under the eye and the keyboard.
    let focused = "return document.activeElement?.ariaExpanded === 'true'
        && document.activeElement.textContent.startsWith(arguments[0])";
    browser.until_true("the goal", focused, vec![json!(format!("Doel {}:", place + 1))]).await?;
    let (target, owner) = GOALS[place];
    browser.fill("Streefdoel", target).await?;
    browser.fill("Eigenaar", owner).await?;
    tablet.is_kept().await
}

/// Not the year that is shown at first: so the choice does something.
async fn choose_year(tablet: &Tablet) -> Result<()> {
    let pick = "const list = document.getElementById('insight-year');
        if (!list) return false;
        list.value = '2024';
        list.dispatchEvent(new Event('change', {bubbles: true}));
        return list.value === '2024'";
    tablet.browser.until_true("the choice of a year", pick, vec![]).await
}

/// All texts of a workbook, sheet by sheet.
fn texts_of(book: &mut Xlsx<Cursor<Vec<u8>>>) -> String {
    let sheets = book.worksheets().into_iter();
    let cells =
        sheets.flat_map(|(_, sheet)| sheet.cells().map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>());
    cells.collect::<Vec<_>>().join("\n")
}

/// What stands on the pages of a Word file.
fn text_of_word(file: Vec<u8>) -> Result<String> {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(file))?.by_name("word/document.xml")?.read_to_string(&mut text)?;
    Ok(text)
}

async fn the_plan_leaves(tablet: &Tablet, wanted: &Wanted) -> Result<()> {
    let text = String::from_utf8(tablet.file_of("Plan downloaden als tekst", PLAN_READY).await?)?;
    wanted.is_in_plan("text", &text)?;
    let word = text_of_word(tablet.file_of("Download voor Word", FILE_READY).await?)?;
    wanted.is_in_plan("Word", &word)?;
    let book = tablet.file_of("Download voor Excel", FILE_READY).await?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book))?;
    wanted.is_in_plan("Excel", &texts_of(&mut book))?;
    wanted.has_team(&book.worksheet_range("Team")?)?;
    let json = String::from_utf8(tablet.file_of("Bestand downloaden", FILE_READY).await?)?;
    wanted.is_in_plan("JSON", &json)?;
    let sent: Value = serde_json::from_str(&json)?;
    assert_eq!((&sent["purpose"], &sent["observations"]), (&json!("school_plan"), &json!([])));
    assert_eq!(sent["plans"][0]["goals"].as_array().map(Vec::len), Some(GOALS.len()));
    Ok(())
}

/// All that Gegevens offers: for coaching and as a second copy, so with names.
async fn all_leaves(tablet: &Tablet, wanted: &Wanted) -> Result<()> {
    tablet.jump("#/gegevens", "Gegevens").await?;
    let book = tablet.file_of("Download voor Excel", FILE_READY).await?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book))?;
    assert_eq!(book.worksheet_range("Bezoeken")?.height(), wanted.school.visits.len() + 1);
    wanted.are_in("Excel of all", &texts_of(&mut book))?;
    let ratings = String::from_utf8(tablet.file_of("Download scores als CSV", FILE_READY).await?)?;
    let visits: BTreeSet<_> =
        ratings.lines().skip(1).filter_map(|line| line.split(';').next()?.parse::<usize>().ok()).collect();
    assert_eq!(visits.len(), wanted.school.visits.len(), "scores of every visit");
    let everything = String::from_utf8(tablet.file_of("Downloaden", "gedownload").await?)?;
    wanted.are_in("all", &everything)?;
    let everything: Value = serde_json::from_str(&everything)?;
    let length = |of: &str| everything[of].as_array().map(Vec::len);
    assert_eq!(
        [length("observations"), length("people"), length("plans")],
        [Some(wanted.school.visits.len()), Some(wanted.school.people.len()), Some(1)]
    );
    Ok(())
}

async fn from_400_visits_to_a_plan_in_every_form_without_a_network(engine: Engine) -> Result<()> {
    let mut server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let wanted = Wanted::of(School::seeded(), SchoolYear(2024))?;
    let file = folder.path().join("school.json");
    std::fs::write(&file, wanted.school.export())?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.is_ready_for_offline().await?;
    tablet.import(&file).await?;
    server.kill();
    tablet.reload().await?;
    for place in 0..GOALS.len() {
        set_goal(&tablet, &wanted, place).await?;
    }
    assert!(violations(&tablet.browser).await?.is_empty());
    the_plan_leaves(&tablet, &wanted).await?;
    all_leaves(&tablet, &wanted).await?;
    // And all of it stands after a start from nothing but the tablet.
    tablet.visit("#/plan").await?;
    tablet.browser.sees(&format!("Doel 3: {}", wanted.sentence(2)?)).await
}

in_every_engine!(from_400_visits_to_a_plan_in_every_form_without_a_network);

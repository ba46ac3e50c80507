//! The plan of the school: from the visits to a text that leaves.

use std::path::{Path, PathBuf};

use anyhow::Result;
use browser_tests::{Engine, Server, Tablet, dist, fixtures, in_every_engine, violations};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::By;

const TEACHERS: [&str; 5] = ["Juf Ans", "Meester Bram", "Juf Cor", "Meester Dik", "Juf Els"];

/// A file with a visit to each of these, today or so many years ago, which give D1 a 1, 2, 3, 4 and 1.
async fn visits(tablet: &Tablet, folder: &Path, teachers: &[&str], years_ago: u32) -> Result<PathBuf> {
    let text = std::fs::read_to_string(&fixtures()?[0])?;
    let mut document: Value = serde_json::from_str(&text)?;
    // The first of the month: not every day is there in every year.
    let day = "const then = new Date(), two = n => String(n).padStart(2, '0');
        if (arguments[0]) { then.setDate(1); then.setFullYear(then.getFullYear() - arguments[0]); }
        return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`";
    let day = tablet.browser.script(day, vec![json!(years_ago)]).await?;
    let lesson = document["observations"][0].clone();
    let visit = |(place, teacher): (usize, &&str)| {
        let mut visit = lesson.clone();
        visit["id"] = json!(format!("01a1cebf-d1c0-70e2-b79d-69ad32e5450{place}"));
        visit["visit"]["teacher"]["name"] = json!(teacher);
        visit["visit"]["date"] = day.clone();
        visit["ratings"]["D1"]["answer"] = json!({ "score": place % 4 + 1 });
        visit
    };
    document["observations"] = teachers.iter().enumerate().map(visit).collect();
    let file = folder.join("bezoeken.json");
    std::fs::write(&file, document.to_string())?;
    Ok(file)
}

/// Goes to the plan from the list of visits and makes that of this year.
async fn begin(tablet: &Tablet) -> Result<()> {
    tablet.visit("").await?;
    tablet.browser.follow("Plan van aanpak").await?;
    tablet.is_at("Plan van aanpak").await?;
    let make = By::XPath("//button[starts-with(normalize-space(.), 'Maak een plan voor')]");
    tablet.browser.tap(make, "Maak een plan").await?;
    tablet.browser.sees("Nog geen doelen.").await
}

async fn add_goal(tablet: &Tablet, title: &str, number: usize) -> Result<()> {
    tablet.browser.press("Doel erbij").await?;
    let focused =
        "return document.activeElement?.id.endsWith('-title') && document.activeElement.value === ''";
    tablet.browser.until_true("the new goal, with the focus in it", focused, vec![]).await?;
    tablet.browser.fill("Verbeterpunt", title).await?;
    tablet.browser.sees(&format!("Doel {number}: {title}")).await
}

async fn open_goal(tablet: &Tablet, number: usize) -> Result<()> {
    let head = By::XPath(format!("//button[starts-with(normalize-space(.), 'Doel {number}:')]"));
    tablet.browser.tap(head, "the goal").await?;
    let opened =
        "return document.querySelectorAll('.goal')[arguments[0]].querySelector('.goal-form') !== null";
    tablet.browser.until_true("the goal, opened", opened, vec![json!(number - 1)]).await
}

/// Chooses an indicator for the goal that is open.
async fn add_indicator(tablet: &Tablet, indicator: &str) -> Result<()> {
    let pick = "const list = document.querySelector('.add-proof select');
        if (!list) return false;
        list.value = arguments[0];
        return list.value === arguments[0]";
    tablet.browser.until_true("the indicator", pick, vec![json!(indicator)]).await?;
    tablet.browser.press("Zet indicator erbij").await?;
    tablet.browser.sees("Nog geen beginmeting.").await
}

async fn from_visits_to_a_text_and_a_file_for_another_tablet(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    tablet.import(&visits(&tablet, folder.path(), &TEACHERS, 0).await?).await?;
    begin(&tablet).await?;
    browser.fill("Zo willen we lesgeven", "Elke les heeft een doel dat je ziet.").await?;
    add_goal(&tablet, "Doelen zichtbaar maken", 1).await?;
    browser.fill("Gewenste situatie", "Elk kind weet wat het leert.").await?;
    browser.fill("Eigenaar", "Werkgroep rekenen").await?;
    add_indicator(&tablet, "D1").await?;
    browser.press("Beginmeting uit bezoeken: D1").await?;
    browser.sees("5 bezoeken bij 5 leraren, door 1 observator.").await?;
    browser.sees("Score 1: 2×, 2: 1×, 3: 1×, 4: 1×; niet gezien: 0×.").await?;
    browser.press("Activiteit erbij").await?;
    browser.fill("Wat", "Samen een les voorbereiden").await?;
    add_goal(&tablet, "Meer feedback", 2).await?;
    assert!(violations(browser).await?.is_empty());
    tablet.is_kept().await?;

    tablet.reload().await?;
    assert_eq!(browser.value_of("Zo willen we lesgeven").await?, "Elke les heeft een doel dat je ziet.");
    open_goal(&tablet, 1).await?;
    assert_eq!(browser.value_of("Eigenaar").await?, "Werkgroep rekenen");
    assert_eq!(browser.value_of("Wat").await?, "Samen een les voorbereiden");
    // No visit came after it.
    browser.press("Hoe staat het nu?: D1").await?;
    browser.sees("Sinds de beginmeting is hier bij 0 leraren naar gekeken.").await?;
    browser.press("Plan tonen als tekst").await?;
    let text = browser.value_of("Plan als tekst").await?;
    for said in [
        "DOEL 1: DOELEN ZICHTBAAR MAKEN",
        "Verbeterpunt: Doelen zichtbaar maken",
        "Gewenste situatie: Elk kind weet wat het leert.",
        "5 bezoeken bij 5 leraren, door 1 observator.",
        "• Samen een les voorbereiden",
        "Eigenaar: Werkgroep rekenen",
        "DOEL 2: MEER FEEDBACK",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    browser.press("Bestand tonen").await?;
    let file = browser.value_of("Plan als bestand (JSON)").await?;
    for name in TEACHERS.iter().chain(&["Meester Daan", "toetsmap"]) {
        assert!(!text.contains(name) && !file.contains(name), "{name}");
    }
    let sent: Value = serde_json::from_str(&file)?;
    assert_eq!((&sent["purpose"], &sent["observations"]), (&json!("school_plan"), &json!([])));

    // The normal export has it too, and brings it to a tablet that knows nothing.
    tablet.visit("#/gegevens").await?;
    let everything = tablet.export_text().await?;
    let all: Value = serde_json::from_str(&everything)?;
    assert_eq!(all["plans"], sent["plans"]);
    let path = folder.path().join("alles.json");
    std::fs::write(&path, file)?;
    drop(tablet);
    let other = Tablet::new(engine, &server.origin()).await?;
    other.import(&path).await?;
    other.browser.sees("1 plan geïmporteerd.").await?;
    other.visit("#/plan").await?;
    open_goal(&other, 1).await?;
    other.browser.sees("5 bezoeken bij 5 leraren, door 1 observator.").await?;
    assert_eq!(other.browser.value_of("Gewenste situatie").await?, "Elk kind weet wat het leert.");
    Ok(())
}

async fn of_four_teachers_nothing_is_kept(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.import(&visits(&tablet, folder.path(), &TEACHERS[..4], 0).await?).await?;
    begin(&tablet).await?;
    add_goal(&tablet, "Doelen", 1).await?;
    add_indicator(&tablet, "D1").await?;
    tablet.browser.press("Beginmeting uit bezoeken: D1").await?;
    tablet.browser.sees("bij 4 leraren naar gekeken").await?;
    tablet.browser.sees("Nog geen beginmeting.").await
}

async fn in_autumn_the_year_before_says_where_the_school_stands(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.import(&visits(&tablet, folder.path(), &TEACHERS, 1).await?).await?;
    begin(&tablet).await?;
    add_goal(&tablet, "Doelen", 1).await?;
    add_indicator(&tablet, "D1").await?;
    tablet.browser.press("Beginmeting uit bezoeken: D1").await?;
    tablet.browser.sees("5 bezoeken bij 5 leraren, door 1 observator.").await
}

async fn what_is_missing_becomes_a_goal_and_what_is_taken_away_comes_back(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    begin(&tablet).await?;
    browser.tap(By::XPath("//summary[contains(., 'Zeven voorwaarden')]"), "the conditions").await?;
    let no = By::XPath("//fieldset[legend[.='Er is tijd om mee te doen.']]//label[input[@value='no']]");
    browser.tap(no, "Nee").await?;
    browser.sees("1 van 7 ingevuld").await?;
    browser.fill("Toelichting", "Drie keer uitgesteld").await?;
    assert!(violations(browser).await?.is_empty());
    browser.press("Maak er een doel van: Er is tijd om mee te doen.").await?;
    browser.sees("Doel 1: Er is tijd om mee te doen.").await?;
    tablet.is_kept().await?;
    browser.press("Haal dit doel weg").await?;
    browser.sees("Nog geen doelen.").await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("Doel 1: Er is tijd om mee te doen.").await?;
    // What was typed undo takes back by itself, and nothing with it.
    browser.fill("Toelichting", ", en weer").await?;
    browser.press("Ongedaan maken").await?;
    let is_back = "return [...document.querySelectorAll('textarea, input')].some(one => one.value === 'Drie keer uitgesteld')";
    browser.until_true("the note as it was", is_back, vec![]).await?;
    browser.sees("1 van 7 ingevuld").await?;
    browser.sees("Doel 1: Er is tijd om mee te doen.").await?;
    browser.press("Verwijder dit plan").await?;
    browser.sees("Er is nog geen plan.").await?;
    browser.sees("Plan verwijderd.").await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("Doel 1: Er is tijd om mee te doen.").await?;
    tablet.reload().await?;
    browser.tap(By::XPath("//summary[contains(., 'Zeven voorwaarden')]"), "the conditions").await?;
    assert_eq!(browser.value_of("Toelichting").await?, "Drie keer uitgesteld");
    Ok(())
}

async fn it_fits_a_screen_of_320_pixels(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 320, 640).await?;
    tablet.jump("#/plan", "Plan van aanpak").await?;
    let make = By::XPath("//button[starts-with(normalize-space(.), 'Maak een plan voor')]");
    tablet.browser.tap(make, "Maak een plan").await?;
    add_goal(&tablet, "Doelen zichtbaar maken in elke les", 1).await?;
    add_indicator(&tablet, "D1").await?;
    tablet.browser.press("Activiteit erbij").await?;
    tablet.browser.sees("Activiteit 1").await?;
    let wide = "
        if (document.documentElement.scrollWidth <= innerWidth) return [];
        const ends = one => one.getBoundingClientRect().right;
        const root = document.documentElement;
        return [...document.querySelectorAll('body *')].filter(one => ends(one) > innerWidth + 1).map(one => `${one.tagName}.${one.className}#${one.id}: ${ends(one)}`)
            .concat(`${root.scrollWidth} in ${innerWidth} or ${root.clientWidth}`)";
    assert_eq!(tablet.browser.script(wide, vec![]).await?, json!([]));
    Ok(())
}

in_every_engine!(
    from_visits_to_a_text_and_a_file_for_another_tablet,
    of_four_teachers_nothing_is_kept,
    in_autumn_the_year_before_says_where_the_school_stands,
    what_is_missing_becomes_a_goal_and_what_is_taken_away_comes_back,
    it_fits_a_screen_of_320_pixels,
);

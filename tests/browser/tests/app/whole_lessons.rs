//! The two whole lessons can be imported, and the pictures in the README are made from them.

use anyhow::{Context, Result};
use browser_tests::{
    Engine, Server, Step, Tablet, Window, dist, fixtures, in_engine, in_every_engine, pictures_dir,
};
use serde_json::Value;

async fn a_whole_lesson_comes_in_and_goes_out_the_same(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let lessons = fixtures()?;
    assert_eq!(lessons.len(), 2);
    let mut ids = Vec::new();
    for lesson in &lessons {
        tablet.import(lesson).await?;
        let original: Value = serde_json::from_str(&std::fs::read_to_string(lesson)?)?;
        for visit in original["observations"].as_array().context("observations")? {
            assert!(visit["log"].as_array().is_some_and(|log| log.len() >= 30));
            let id = visit["id"].as_str().context("an id")?.to_owned();
            tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
            let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
            assert_eq!(&export["observations"][0], visit);
            ids.push(id);
        }
    }
    assert_eq!(ids.len(), 2);
    Ok(())
}

async fn the_example_opens_from_an_empty_list(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.press("Voorbeeld bekijken").await?;
    tablet
        .browser
        .until_true("the check page", "return location.hash.endsWith('/controle')", Vec::new())
        .await?;
    tablet.browser.sees("van 25 gescoord").await?;
    // In the list it is told from a real visit.
    tablet.visit("").await?;
    tablet.start_visit().await?;
    tablet.visit("").await?;
    let badges = "return [...document.querySelectorAll('.visit-row')].map(
        row => row.innerText.includes('Juf Noor') === [...row.querySelectorAll('.badge')].some(one => one.textContent === 'Voorbeeld'))";
    assert_eq!(tablet.browser.script(badges, Vec::new()).await?, serde_json::json!([true, true]));
    Ok(())
}

async fn pictures_for_the_readme(engine: Engine) -> Result<()> {
    let folder = pictures_dir();
    std::fs::create_dir_all(&folder)?;
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let mut last = String::new();
    for lesson in fixtures()? {
        tablet.import(&lesson).await?;
        let lesson: Value = serde_json::from_str(&std::fs::read_to_string(lesson)?)?;
        last = lesson["observations"][0]["id"].as_str().context("an id")?.to_owned();
    }
    tablet.browser.resize(Window::Landscape).await?;
    tablet.visit(&format!("#/bezoek/{last}/controle")).await?;
    picture(&tablet, &folder.join("controle.png")).await?;
    tablet.browser.press("Heropenen").await?;
    for step in [Step::Watch, Step::Score, Step::Talk] {
        tablet.go_to(step).await?;
        picture(&tablet, &folder.join(format!("{}.png", step.slug()))).await?;
    }
    tablet.visit("").await?;
    picture(&tablet, &folder.join("bezoeken.png")).await
}

async fn picture(tablet: &Tablet, path: &std::path::Path) -> Result<()> {
    tablet.browser.script("scrollTo(0, 0)", Vec::new()).await?;
    tablet.browser.session().screenshot(path).await?;
    // A screen with words on it packs badly; an empty one is a few hundred bytes.
    assert!(std::fs::metadata(path)?.len() > 20_000, "{} is blank", path.display());
    Ok(())
}

in_every_engine!(a_whole_lesson_comes_in_and_goes_out_the_same, the_example_opens_from_an_empty_list);
in_engine!(pictures Chromium: pictures_for_the_readme);

//! Addresses, the back button, reload, and the language.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use thirtyfour::By;

async fn the_back_button_goes_back_through_the_steps(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.browser.session().back().await?;
    tablet.is_at("Kijken").await?;
    tablet.browser.session().back().await?;
    tablet.is_at("Voorbereiden").await?;
    tablet.browser.session().back().await?;
    tablet.is_at("Lesbezoeken").await?;
    tablet.browser.session().forward().await?;
    tablet.is_at("Voorbereiden").await?;
    tablet.go_to(Step::Score).await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    Ok(())
}

async fn every_step_opens_from_its_address_and_stays_on_reload(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    for step in Step::ALL {
        tablet.visit(&format!("#/bezoek/{id}/{}", step.slug())).await?;
        let current =
            "return document.querySelector('nav [aria-current=step]')?.textContent.trim() === arguments[0]";
        tablet.browser.until_true(step.name(), current, vec![step.name().into()]).await?;
        tablet.reload().await?;
        tablet.browser.until_true(step.name(), current, vec![step.name().into()]).await?;
    }
    tablet.visit("#/gegevens").await?;
    tablet.is_at("Gegevens").await?;
    tablet.visit("#/bezoek/niets/scoren").await?;
    tablet.is_at("Niet gevonden").await
}

async fn the_shortcut_starts_one_visit_and_back_does_not_make_another(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.visit("#/nieuw").await?;
    tablet.is_at("Voorbereiden").await?;
    tablet.visit("").await?;
    let rows = "return document.querySelectorAll('.visit-row').length";
    assert_eq!(tablet.browser.script(rows, Vec::new()).await?, 1);
    Ok(())
}

async fn a_draft_opens_from_the_list_where_the_lesson_is(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    for (button, step) in
        [(None, "Voorbereiden"), (Some("Start de les"), "Kijken"), (Some("Einde les"), "Scoren")]
    {
        if let Some(button) = button {
            tablet.go_to(Step::Watch).await?;
            tablet.browser.press(button).await?;
        }
        tablet.jump("#/", "Lesbezoeken").await?;
        tablet.browser.tap(By::Css(".visit-link"), "the visit").await?;
        tablet.is_at(step).await?;
    }
    Ok(())
}

async fn the_language_changes_in_the_middle_of_a_visit_and_loses_nothing(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.browser.press("English").await?;
    tablet.is_at("Prepare").await?;
    let lang = "return document.documentElement.lang";
    assert_eq!(tablet.browser.script(lang, Vec::new()).await?, "en");
    assert_eq!(tablet.browser.value_of("Teacher").await?, "Juf Ans");
    tablet.reload().await?;
    tablet.is_at("Prepare").await?;
    tablet.browser.press("Nederlands").await?;
    tablet.is_at("Voorbereiden").await?;
    assert_eq!(tablet.browser.script(lang, Vec::new()).await?, "nl");
    assert_eq!(tablet.browser.value_of("Leraar").await?, "Juf Ans");
    Ok(())
}

in_every_engine!(
    the_back_button_goes_back_through_the_steps,
    every_step_opens_from_its_address_and_stays_on_reload,
    the_shortcut_starts_one_visit_and_back_does_not_make_another,
    a_draft_opens_from_the_list_where_the_lesson_is,
    the_language_changes_in_the_middle_of_a_visit_and_loses_nothing,
);

//! A visit that looks at chosen indicators only.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::{By, Key};

/// The indicators that can be scored on this screen.
async fn shown(tablet: &Tablet) -> Result<Value> {
    let script =
        "return [...document.querySelectorAll('fieldset[data-indicator]')].map(one => one.dataset.indicator)";
    tablet.browser.script(script, vec![]).await
}

async fn choose(tablet: &Tablet, indicator: &str) -> Result<()> {
    let label = By::XPath(format!("//details[@id='choice']//label[input[@value='{indicator}']]"));
    tablet.browser.tap(label, indicator).await
}

async fn a_walkthrough_scores_what_was_chosen_and_says_so_everywhere(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    let browser = &tablet.browser;
    // A score from before the choice.
    tablet.go_to(Step::Score).await?;
    tablet.answer("I1", "2").await?;
    tablet.go_to(Step::Prepare).await?;
    browser.sees("alle 25").await?;
    let is_open = "return document.getElementById('choice').open";
    assert_eq!(browser.script(is_open, vec![]).await?, Value::Bool(false));
    browser.tap(By::XPath("//label[input[@value='walkthrough']]"), "Flitsbezoek").await?;
    browser.until_true("the choice, unfolded", is_open, vec![]).await?;
    for indicator in ["D1", "D3", "D5"] {
        choose(&tablet, indicator).await?;
    }
    browser.press("Heel domein: Feedback").await?;
    choose(&tablet, "D5").await?;
    browser.sees("10 van 25 gekozen").await?;

    tablet.go_to(Step::Score).await?;
    assert_eq!(shown(&tablet).await?, json!(["D1", "D3", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"]));
    browser.sees("Dit bezoek kijkt naar 10 van de 25 indicatoren.").await?;
    browser.sees("Bij 1 andere indicator is ook iets gescoord of genoteerd; dat telt niet mee.").await?;
    tablet.answer("D3", "4").await?;
    browser.sees("1 van 2 gekozen indicatoren beantwoord").await?;
    // Down goes by those that are not on screen.
    let radio = browser.session().find(By::Css("fieldset[data-indicator=D3] input[value='4']")).await?;
    radio.send_keys("" + Key::Down).await?;
    let at = "return document.activeElement.closest('fieldset')?.dataset.indicator === 'F1'";
    browser.until_true("the focus at F1", at, vec![]).await?;
    browser.press("Toon alle indicatoren").await?;
    assert_eq!(tablet.answer_of("I1").await?.as_deref(), Some("2"));
    assert_eq!(tablet.answer_of("D3").await?.as_deref(), Some("4"));
    browser.sees("1 van 2 gekozen indicatoren beantwoord").await?;
    browser.press("Toon alleen de keuze").await?;
    assert_eq!(shown(&tablet).await?.as_array().map(Vec::len), Some(10));

    tablet.go_to(Step::Check).await?;
    browser.sees("1 van 10 gekozen indicatoren gescoord, 9 nog niet gescoord.").await?;
    for words in ["10 van 25 gekozen: D1, D3, F1", "Buiten de keuze", "2 (meer zwak dan sterk)"] {
        browser.sees(words).await?;
    }
    let open = "return [...document.querySelectorAll('.open-ids a')].map(one => one.textContent)";
    let open = browser.script(open, vec![]).await?;
    assert_eq!(
        open,
        json!(["D1", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "D3"]),
        "a 4 without evidence too"
    );
    // The way to change what was not chosen leads to it.
    browser.tap(By::Id("change-indicator-I1"), "Wijzig").await?;
    let at = "return document.activeElement.closest('fieldset')?.dataset.indicator === 'I1'";
    browser.until_true("the focus at I1", at, vec![]).await?;
    let visit = tablet.exported_visit().await?;
    assert_eq!(visit["visit"]["chosen_indicators"].as_array().map(Vec::len), Some(10));
    tablet.visit("").await?;
    browser.sees("1 van 10 gekozen indicatoren gescoord").await?;
    browser.press("English").await?;
    browser.sees("1 of 10 chosen indicators scored").await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren")).await?;
    browser.sees("This visit looks at 10 of the 25 indicators.").await
}

async fn on_its_side_the_choice_of_a_walkthrough_opens_in_sight(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    // The frame is larger than some windows, so no driver can tap in all of it.
    let tablet = Tablet::small(engine, &server.origin(), 1194, 834).await?;
    tablet.jump("#/nieuw", "Voorbereiden").await?;
    let tap = async |what: &str| {
        tablet.browser.script("document.querySelector(arguments[0]).click()", vec![json!(what)]).await
    };
    tap("input[value=walkthrough]").await?;
    // Where the finger is.
    let in_sight = "document.querySelector('input[value=walkthrough]').closest('label').scrollIntoView({block: 'center'});
        const clear = document.querySelector('#choice > .btn')?.getBoundingClientRect();
        return !!clear && clear.top < document.querySelector('.bottombar').getBoundingClientRect().top";
    tablet.browser.until_true("the choice above the bar", in_sight, vec![]).await?;
    // What clears nothing says so.
    let clears = "return document.querySelector('#choice > .btn').ariaDisabled !== 'true'";
    assert_eq!(tablet.browser.script(clears, vec![]).await?, json!(false));
    tap("#choice input[value=D1]").await?;
    tablet.browser.until_true("something to clear", clears, vec![]).await?;
    tap("#choice > .btn").await?;
    tablet.browser.sees("alle 25").await?;
    assert_eq!(tablet.browser.script(clears, vec![]).await?, json!(false));
    Ok(())
}

in_every_engine!(
    a_walkthrough_scores_what_was_chosen_and_says_so_everywhere,
    on_its_side_the_choice_of_a_walkthrough_opens_in_sight,
);

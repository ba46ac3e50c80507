//! A whole visit with the keyboard alone, and the keys of scoring.

use anyhow::{Result, bail};
use browser_tests::{Engine, Server, Step, Tablet, Window, dist, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

/// The indicator that has the focus.
async fn place(tablet: &Tablet) -> Result<Value> {
    let script = "return document.activeElement.closest('fieldset')?.dataset.indicator ?? null";
    tablet.browser.script(script, vec![]).await
}

async fn press(tablet: &Tablet, keys: impl Into<TypingData>) -> Result<()> {
    Ok(tablet.browser.session().active_element().await?.send_keys(keys).await?)
}

async fn keys_score_clear_and_move(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.browser.script("document.querySelector('[data-indicator=D1] input').focus()", vec![]).await?;
    press(&tablet, "3").await?;
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"));
    press(&tablet, Key::Down + "n").await?;
    assert_eq!(place(&tablet).await?, json!("D2"));
    assert_eq!(tablet.answer_of("D1").await?.as_deref(), Some("3"), "moving scores nothing");
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("not_observed"));
    press(&tablet, "5").await?;
    assert_eq!(tablet.answer_of("D2").await?.as_deref(), Some("not_observed"), "5 is no score");
    press(&tablet, Key::Up + "0").await?;
    assert_eq!(place(&tablet).await?, json!("D1"));
    assert_eq!(tablet.answer_of("D1").await?, None);

    press(&tablet, "e").await?;
    let note = By::Css("[data-indicator=D1] textarea");
    let opened = || async { Ok(tablet.browser.session().find(note.clone()).await.ok()) };
    let note = tablet.browser.until("what is folded", opened).await?;
    note.send_keys("2 keer niet gezien").await?;
    assert_eq!(tablet.answer_of("D1").await?, None, "in a note a digit is a digit");
    tablet.is_kept().await
}

/// Presses keys wherever the focus is.
async fn keys(tablet: &Tablet, keys: impl Into<TypingData>) -> Result<()> {
    Ok(tablet.browser.session().action_chain().send_keys(keys).perform().await?)
}

/// Goes by Tab, or back, to what `selector` names with these words (or any).
async fn reach(tablet: &Tablet, backwards: bool, selector: &str, words: &str) -> Result<()> {
    let script = "const one = document.activeElement;
        return one.matches(arguments[0]) && one.textContent.trim().endsWith(arguments[1])";
    for _ in 0..150 {
        if tablet.browser.script(script, vec![json!(selector), json!(words)]).await? == Value::Bool(true) {
            return Ok(());
        }
        let chain = tablet.browser.session().action_chain();
        let chain = if backwards {
            chain.key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift)
        } else {
            chain.send_keys(Key::Tab + "")
        };
        chain.perform().await?;
    }
    bail!("Tab never comes to {selector} {words}")
}

/// Goes back by Shift and Tab to the row of steps, and on to this one.
async fn step(tablet: &Tablet, step: Step) -> Result<()> {
    reach(tablet, true, ".steps a", step.name()).await?;
    keys(tablet, Key::Enter + "").await?;
    let there = "return location.hash.endsWith(arguments[0])
        && document.querySelector('nav [aria-current=step]')?.hash.endsWith(arguments[0])";
    tablet.browser.until_true(step.name(), there, vec![json!(step.slug())]).await?;
    let on_heading = "return document.activeElement.id === 'page-title'";
    tablet.browser.until_true("the focus on the heading", on_heading, vec![]).await
}

async fn a_whole_visit_needs_no_pointer(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.resize(Window::Landscape).await?;
    reach(&tablet, false, "button", "Nieuw bezoek").await?;
    keys(&tablet, Key::Enter + "").await?;
    tablet.is_at("Voorbereiden").await?;
    reach(&tablet, false, "#teacher", "").await?;
    keys(&tablet, "Meester Bram").await?;

    step(&tablet, Step::Watch).await?;
    reach(&tablet, false, ".timer button", "Start de les").await?;
    keys(&tablet, Key::Enter + "").await?;
    tablet.browser.sees("gestart om").await?;
    reach(&tablet, false, ".phase", "Instructie").await?;
    keys(&tablet, Key::Enter + "").await?;
    tablet.is_in_phase("Instructie").await?;
    reach(&tablet, false, "[data-counter=turn] .counter-more", "").await?;
    keys(&tablet, Key::Enter + "").await?;
    tablet.counts("turn", 1).await?;
    reach(&tablet, false, "#note", "").await?;
    keys(&tablet, "Wisbordjes").await?;
    keys(&tablet, Key::Enter + "").await?;
    tablet.browser.until_true("the line", "return !!document.querySelector('.log-line')", vec![]).await?;
    reach(&tablet, false, "[data-tag=I6]", "").await?;
    keys(&tablet, Key::Enter + "").await?;
    let tagged = "return document.querySelector('.log-opener').textContent === 'I6'";
    tablet.browser.until_true("the tag", tagged, vec![]).await?;

    step(&tablet, Step::Score).await?;
    reach(&tablet, false, "[data-indicator=D1] input", "").await?;
    keys(&tablet, "3").await?;
    step(&tablet, Step::Talk).await?;
    reach(&tablet, false, "#teacher-view", "").await?;
    keys(&tablet, "Ik ging te snel").await?;
    step(&tablet, Step::Check).await?;
    reach(&tablet, false, "button", "Bezoek afronden").await?;
    keys(&tablet, Key::Enter + "").await?;
    tablet.browser.sees("Heropenen").await?;

    let visit: Value = serde_json::from_str(&tablet.export_text().await?)?;
    let visit = &visit["observations"][0];
    assert_eq!(visit["visit"]["teacher"]["name"], "Meester Bram");
    assert_eq!(
        (&visit["log"][0]["text"], &visit["log"][0]["indicator"]),
        (&json!("Wisbordjes"), &json!("I6"))
    );
    assert_eq!(visit["ratings"]["D1"]["answer"], json!({"score": 3}));
    assert_eq!(visit["talk"]["teacher_view"], "Ik ging te snel");
    assert_eq!(visit["status"], "completed");
    Ok(())
}

in_every_engine!(keys_score_clear_and_move, a_whole_visit_needs_no_pointer);

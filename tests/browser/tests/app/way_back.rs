//! Every slip has a way back, and no way back takes more than the slip.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::{By, Key};

/// A tablet with a new visit, at this step.
async fn in_a_visit(engine: Engine, step: Step) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(step).await?;
    Ok((server, tablet))
}

async fn lines(tablet: &Tablet) -> Result<Value> {
    tablet
        .browser
        .script("return [...document.querySelectorAll('.log textarea')].map(one => one.value)", vec![])
        .await
}

async fn undo_takes_back_the_words_and_not_the_line_and_leaves_the_draft_alone(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    tablet.note_line("een", &[]).await?;
    tablet.note_line("twee", &[]).await?;
    let newest = tablet.browser.session().find(By::Css(".log textarea")).await?;
    newest.send_keys(" en meer").await?;
    tablet.browser.fill("Nieuwe regel", "half woord").await?;
    assert_eq!(lines(&tablet).await?, json!(["twee en meer", "een"]));
    tablet.browser.press("Ongedaan maken").await?;
    assert_eq!(lines(&tablet).await?, json!(["twee", "een"]));
    assert_eq!(tablet.browser.value_of("Nieuwe regel").await?, "half woord");
    tablet.browser.press("Ongedaan maken").await?;
    assert_eq!(lines(&tablet).await?, json!(["een"]));
    // On another screen there is nothing of this one to undo.
    tablet.go_to(Step::Score).await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.go_to(Step::Watch).await?;
    assert_eq!(lines(&tablet).await?, json!(["half woord", "een"]));
    Ok(())
}

async fn a_note_that_was_rubbed_out_is_no_line(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    tablet.browser.fill("Nieuwe regel", "ah").await?;
    let field = tablet.browser.session().active_element().await?;
    field.send_keys(Key::Backspace + Key::Backspace).await?;
    assert_eq!(tablet.browser.value_of("Nieuwe regel").await?, "");
    tablet.go_to(Step::Score).await?;
    tablet.go_to(Step::Watch).await?;
    assert_eq!(lines(&tablet).await?, json!([]));
    Ok(())
}

async fn a_half_note_is_a_line_that_undo_takes_back_when_the_language_changes(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    tablet.browser.fill("Nieuwe regel", "half").await?;
    tablet.browser.press("English").await?;
    tablet.browser.sees("Undo").await?;
    assert_eq!(lines(&tablet).await?, json!(["half"]));
    tablet.browser.press("Undo").await?;
    assert_eq!(lines(&tablet).await?, json!([]));
    tablet.browser.press("Nederlands").await?;
    tablet.browser.fill("Nieuwe regel", "weer half").await?;
    // On another step undo does not reach it.
    tablet.go_to(Step::Score).await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.go_to(Step::Watch).await?;
    assert_eq!(lines(&tablet).await?, json!(["weer half"]));
    Ok(())
}

/// Leaves the screen by the browser's way back, in the middle of a change.
async fn leave(tablet: &Tablet) -> Result<()> {
    tablet.browser.script("location.hash = '#/'", vec![]).await?;
    tablet.is_at("Lesbezoeken").await
}

async fn a_line_or_a_time_that_is_being_changed_is_kept_when_the_screen_goes(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    let address = tablet.hash().await?;
    tablet.note_line("Gezien", &[]).await?;
    let line = tablet.browser.session().find(By::Css(".log textarea")).await?;
    line.send_keys(" bij #D3").await?;
    assert_eq!(lines(&tablet).await?, json!(["Gezien bij #D3"]));
    leave(&tablet).await?;
    tablet.jump(&address, "Kijken").await?;
    assert_eq!(lines(&tablet).await?, json!(["Gezien bij #D3"]));
    let tagged = "return document.querySelector('.log-opener').textContent";
    assert_eq!(tablet.browser.script(tagged, vec![]).await?, "D3");

    tablet.browser.tap(By::Css(".log .log-time"), "the time").await?;
    let typed = "const field = document.querySelector('.log-time-field');
        if (!field) return false;
        field.focus();
        field.value = '07:05';
        return true";
    tablet.browser.until_true("the field for the time", typed, vec![]).await?;
    leave(&tablet).await?;
    tablet.jump(&address, "Kijken").await?;
    let time = "return document.querySelector('.log .log-time').textContent";
    assert_eq!(tablet.browser.script(time, vec![]).await?, "7.05");
    Ok(())
}

async fn a_tag_leaves_the_keyboard_where_it_is(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    tablet.browser.fill("Nieuwe regel", "Verlengde ").await?;
    tablet.browser.tap(By::Css(".note-entry .chip"), "D").await?;
    let typing = tablet.browser.session().active_element().await?;
    typing.send_keys("instructie" + Key::Enter).await?;
    tablet
        .browser
        .until_true(
            "the line",
            "return document.querySelector('.log textarea')?.value === 'Verlengde instructie'",
            vec![],
        )
        .await?;
    let tagged = "return document.querySelector('.log-opener').textContent";
    assert_eq!(tablet.browser.script(tagged, vec![]).await?, "D");
    Ok(())
}

async fn the_keyboard_clears_a_score(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Score).await?;
    tablet.answer("D1", "3").await?;
    let radio =
        tablet.browser.session().find(By::Css("fieldset[data-indicator=D1] input[value='3']")).await?;
    radio.send_keys("" + Key::Delete).await?;
    assert_eq!(tablet.answer_of("D1").await?, None);
    Ok(())
}

async fn a_note_shows_at_once_in_the_row_that_holds_it(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Score).await?;
    tablet.explain("D2", "Gezien").await?;
    let row = "return document.querySelector('fieldset[data-indicator=D2] .count').innerText";
    assert_eq!(tablet.browser.script(row, vec![]).await?, "1 kijkpunt, notitie");
    Ok(())
}

async fn a_one_or_a_four_asks_softly_what_it_rests_on(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Score).await?;
    let row = "return document.querySelector('fieldset[data-indicator=D2] .count').innerText";
    for (answer, asks) in
        [("3", ""), ("4", "nog zonder bewijs"), ("not_observed", ""), ("1", "nog zonder bewijs")]
    {
        tablet.answer("D2", answer).await?;
        assert_eq!(tablet.browser.script(row, vec![]).await?, asks, "{answer}");
    }
    tablet.explain("D2", "Gezien").await?;
    assert_eq!(tablet.browser.script(row, vec![]).await?, "1 kijkpunt, notitie");
    Ok(())
}

async fn a_score_rests_on_a_line_that_names_its_indicator(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    tablet.note_line("Groepje aan de instructietafel #D2", &[]).await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D2", "4").await?;
    let row = "return document.querySelector('fieldset[data-indicator=D2] .count').innerText";
    assert_eq!(tablet.browser.script(row, vec![]).await?, "1 regel");
    Ok(())
}

async fn a_line_without_a_tag_can_be_evidence(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_a_visit(engine, Step::Watch).await?;
    tablet.note_line("Zonder label", &[]).await?;
    tablet.note_line("Met label", &["Differentiatie"]).await?;
    tablet.go_to(Step::Score).await?;
    let row = "//fieldset[@data-indicator='D2']";
    tablet.browser.tap(By::XPath(format!("{row}//summary")), "the details").await?;
    let fold = format!("{row}//details[contains(@class, 'others')]");
    // The tagged line stands outside the fold, the other one inside.
    let tagged = format!("{row}//div[contains(@class, 'evidence')]/label[contains(., 'Met label')]");
    tablet.browser.tap(By::XPath(tagged), "the tagged line").await?;
    tablet.browser.tap(By::XPath(format!("{fold}/summary")), "the fold").await?;
    let other = format!("{fold}//label[contains(., 'Zonder label')]");
    tablet.browser.tap(By::XPath(other), "the other line").await?;
    let kept = "return document.querySelector('fieldset[data-indicator=D2] .count').innerText";
    assert_eq!(tablet.browser.script(kept, vec![]).await?, "2 regels");
    Ok(())
}

async fn visits_deleted_in_a_row_come_back_together(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    for _ in 0..3 {
        tablet.start_visit().await?;
        tablet.visit("").await?;
    }
    let rows = "return document.querySelectorAll('.visit-row').length === arguments[0]";
    for left in [2, 1] {
        tablet.delete_first_visit().await?;
        tablet.browser.until_true("one row less", rows, vec![json!(left)]).await?;
    }
    // In a visit the offer is in nobody's way.
    let offered = "return document.querySelectorAll('.snackbar').length === arguments[0]";
    tablet.browser.until_true("an offer", offered, vec![json!(1)]).await?;
    tablet.start_visit().await?;
    tablet.browser.until_true("no offer", offered, vec![json!(0)]).await?;
    tablet.jump("#/", "Lesbezoeken").await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.browser.until_true("all rows", rows, vec![json!(4)]).await
}

async fn a_deletion_can_be_undone_after_a_reload_until_it_is_answered(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Noor").await?;
    tablet.is_kept().await?;
    tablet.visit("").await?;
    tablet.delete_first_visit().await?;
    tablet.browser.sees("Bezoek verwijderd. Het is nooit geëxporteerd: er is geen andere kopie.").await?;
    let kept = "return !!sessionStorage.getItem('lesbezoek:deleted')";
    tablet.browser.until_true("that the way back is kept", kept, vec![]).await?;
    tablet.reload().await?;
    tablet.browser.sees("Bezoek verwijderd. Het is nooit geëxporteerd: er is geen andere kopie.").await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.browser.sees("Juf Noor").await?;
    // It stays, and there is nothing to bring back any more.
    tablet.reload().await?;
    tablet.browser.sees("Juf Noor").await?;
    let gone = "return !sessionStorage.getItem('lesbezoek:deleted') && !document.querySelector('.snackbar')";
    tablet.browser.until_true("no message", gone, vec![]).await?;
    tablet.delete_first_visit().await?;
    tablet.browser.until_true("that the way back is kept", kept, vec![]).await?;
    tablet.browser.press("Sluiten").await?;
    tablet.browser.until_true("no message", gone, vec![]).await
}

async fn an_export_of_nothing_says_so(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.visit("").await?;
    tablet.browser.press("Selecteren en exporteren").await?;
    tablet.browser.press("Downloaden").await?;
    tablet.browser.sees("Kies eerst een bezoek.").await
}

in_every_engine!(
    a_note_that_was_rubbed_out_is_no_line,
    a_half_note_is_a_line_that_undo_takes_back_when_the_language_changes,
    undo_takes_back_the_words_and_not_the_line_and_leaves_the_draft_alone,
    a_line_or_a_time_that_is_being_changed_is_kept_when_the_screen_goes,
    a_tag_leaves_the_keyboard_where_it_is,
    the_keyboard_clears_a_score,
    a_note_shows_at_once_in_the_row_that_holds_it,
    a_one_or_a_four_asks_softly_what_it_rests_on,
    a_score_rests_on_a_line_that_names_its_indicator,
    a_line_without_a_tag_can_be_evidence,
    visits_deleted_in_a_row_come_back_together,
    a_deletion_can_be_undone_after_a_reload_until_it_is_answered,
    an_export_of_nothing_says_so,
);

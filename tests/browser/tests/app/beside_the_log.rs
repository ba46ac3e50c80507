//! On a tablet on its side the rubric stands in short beside the log: it counts what was noted, and a tap on it tags.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, Window, dist, in_every_engine, watching};
use serde_json::{Value, json};
use thirtyfour::By;

async fn beside_the_log(engine: Engine) -> Result<(Server, Tablet)> {
    let (server, tablet) = watching(engine).await?;
    tablet.browser.resize(Window::Landscape).await?;
    Ok((server, tablet))
}

async fn tap(tablet: &Tablet, indicator: &str) -> Result<()> {
    tablet.browser.tap(By::Css(format!("[data-tag={indicator}]")), indicator).await
}

/// Waits until the rows that are on, and the rows with lines, are these.
async fn shows(tablet: &Tablet, on: &[&str], lines: &[(&str, &str)]) -> Result<()> {
    let script = "
        const rows = [...document.querySelectorAll('.tag-row')];
        const on = rows.filter(row => row.getAttribute('aria-pressed') === 'true').map(row => row.dataset.tag);
        const lines = rows.map(row => [row.dataset.tag, row.querySelector('.tag-lines').textContent]).filter(([, lines]) => lines);
        return JSON.stringify([on, lines]) === JSON.stringify(arguments[0])";
    let what = format!("{on:?} on, with {lines:?}");
    tablet.browser.until_true(&what, script, vec![json!([on, lines])]).await
}

async fn newest_has(tablet: &Tablet, tags: &str) -> Result<()> {
    let script = "return document.querySelector('.log-opener')?.textContent === arguments[0]";
    tablet.browser.until_true(&format!("a newest line with {tags}"), script, vec![json!(tags)]).await
}

async fn a_tap_tags_the_newest_line_and_a_second_takes_it_off(engine: Engine) -> Result<()> {
    let (_server, tablet) = beside_the_log(engine).await?;
    // Without a line there is nothing to tag.
    tap(&tablet, "I6").await?;
    shows(&tablet, &[], &[]).await?;
    tablet.note_line("Wisbordjes", &["werkt"]).await?;
    let places = "scrollTo(0, 0);
        document.querySelector('.watch-rubric').scrollTop = 0;
        const all = ['#note', '.log-line', '[data-tag=I6]', '[data-tag=D3]', '[data-counter=turn]'];
        return all.map(one => { const box = document.querySelector(one).getBoundingClientRect(); return [box.x, box.y, box.width, box.height]; })";
    let before = tablet.browser.script(places, vec![]).await?;
    tap(&tablet, "I6").await?;
    shows(&tablet, &["I6"], &[("I6", "1 regel")]).await?;
    newest_has(&tablet, "I6 +").await?;
    tap(&tablet, "D3").await?;
    shows(&tablet, &["D3"], &[("D3", "1 regel")]).await?;
    tap(&tablet, "D3").await?;
    shows(&tablet, &[], &[]).await?;
    newest_has(&tablet, "+").await?;
    assert_eq!(tablet.browser.script(places, vec![]).await?, before, "nothing moves");
    // One tap is one step of undo.
    tablet.browser.press("Ongedaan maken").await?;
    shows(&tablet, &["D3"], &[("D3", "1 regel")]).await?;
    tablet.browser.press("Ongedaan maken").await?;
    shows(&tablet, &["I6"], &[("I6", "1 regel")]).await?;
    // The domain that came with an indicator goes with it.
    tap(&tablet, "D3").await?;
    shows(&tablet, &["D3"], &[("D3", "1 regel")]).await?;
    tablet.is_kept().await?;
    let line = &tablet.exported_visit().await?["log"][0];
    assert_eq!((&line["indicator"], &line["domain"]), (&json!("D3"), &json!("D")));
    Ok(())
}

async fn a_tap_while_writing_tags_what_is_written_and_leaves_the_words_alone(engine: Engine) -> Result<()> {
    let (_server, tablet) = beside_the_log(engine).await?;
    tablet.note_line("eerst", &[]).await?;
    tap(&tablet, "F8").await?;
    tablet.browser.fill("Nieuwe regel", "half").await?;
    shows(&tablet, &[], &[("F8", "1 regel")]).await?;
    tap(&tablet, "D3").await?;
    shows(&tablet, &["D3"], &[("D3", "1 regel"), ("F8", "1 regel")]).await?;
    let writing = "const note = document.activeElement;
        return [note.id, note.value, document.querySelector('.note-entry .chip[aria-pressed=true]')?.textContent]";
    assert_eq!(tablet.browser.script(writing, vec![]).await?, json!(["note", "half", "D"]));
    tablet.browser.press("Noteer").await?;
    newest_has(&tablet, "D3").await?;
    shows(&tablet, &["D3"], &[("D3", "1 regel"), ("F8", "1 regel")]).await?;
    // Undo takes the line, and its tag with it.
    tablet.browser.press("Ongedaan maken").await?;
    shows(&tablet, &["F8"], &[("F8", "1 regel")]).await
}

async fn it_leads_to_the_scores_and_says_them(engine: Engine) -> Result<()> {
    let (_server, tablet) = beside_the_log(engine).await?;
    tablet.browser.tap(By::Css(".tag-domain[data-domain=I] > a"), "Instructie").await?;
    tablet.is_at("Scoren").await?;
    let place = "return document.activeElement.closest('fieldset')?.dataset.indicator === 'I1'";
    tablet.browser.until_true("the first row of the domain", place, vec![]).await?;
    tablet.answer("I1", "3").await?;
    tablet.answer("I2", "not_observed").await?;
    tablet.go_to(Step::Watch).await?;
    let said = "
        const places = ['.tag-domain[data-domain=I] .count', '[data-tag=I1] .tag-score', '[data-tag=I2] .tag-score'];
        const shown = places.map(one => document.querySelector(`${one} [aria-hidden]`)?.textContent);
        return JSON.stringify(shown) === JSON.stringify(['2/9', '3', '–'])";
    tablet.browser.until_true("the scores", said, vec![]).await?;
    // Upright there is no room for it.
    tablet.browser.resize(Window::Portrait).await?;
    let hidden = "return document.querySelector('.watch-rubric').checkVisibility()";
    assert_eq!(tablet.browser.script(hidden, vec![]).await?, Value::Bool(false));
    Ok(())
}

async fn a_release_has_no_page_of_all_controls(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.visit("#/stijl").await?;
    tablet.is_at("Niet gevonden").await
}

in_every_engine!(
    a_tap_tags_the_newest_line_and_a_second_takes_it_off,
    a_tap_while_writing_tags_what_is_written_and_leaves_the_words_alone,
    it_leads_to_the_scores_and_says_them,
);
browser_tests::in_engine!(release Chromium: a_release_has_no_page_of_all_controls);

//! Quick phrases: one tap is a line with its time; the observer edits them; nothing of it disturbs the typing.

use anyhow::Result;
use browser_tests::{Engine, Step, Tablet, in_every_engine, watching};
use serde_json::json;
use thirtyfour::{By, Key};

/// Waits until the log has these lines, newest first.
async fn log_is(tablet: &Tablet, lines: &[&str]) -> Result<()> {
    let script =
        "return JSON.stringify([...document.querySelectorAll('.log textarea')].map(one => one.value))
        === JSON.stringify(arguments[0])";
    tablet.browser.until_true(&format!("the lines {lines:?}"), script, vec![json!(lines)]).await
}

/// Waits until these phrases are there to tap.
async fn phrases_are(tablet: &Tablet, phrases: &[&str]) -> Result<()> {
    let script =
        "return JSON.stringify([...document.querySelectorAll('.phrase')].map(one => one.textContent))
        === JSON.stringify(arguments[0])";
    tablet.browser.until_true(&format!("the phrases {phrases:?}"), script, vec![json!(phrases)]).await
}

/// Replaces the whole list.
async fn write_phrases(tablet: &Tablet, text: &str) -> Result<()> {
    tablet.browser.press("Snelle zinnen wijzigen").await?;
    tablet.browser.rewrite_list("phrases", text).await?;
    tablet.browser.press("Klaar").await
}

async fn one_tap_is_a_line_and_undo_takes_it_back(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.press("Denkt hardop voor").await?;
    tablet.browser.press("Noemt het lesdoel").await?;
    log_is(&tablet, &["Noemt het lesdoel", "Denkt hardop voor"]).await?;
    tablet.browser.press("Ongedaan maken").await?;
    log_is(&tablet, &["Denkt hardop voor"]).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    log_is(&tablet, &["Denkt hardop voor"]).await?;
    let visit = tablet.exported_visit().await?;
    assert!(visit["log"][0]["at"].is_string());
    Ok(())
}

async fn a_phrase_takes_the_tags_that_wait_and_an_empty_note_leaves_them(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.tap(By::Css(".note-entry .chip"), "D").await?;
    tablet.browser.press("Noteer").await?;
    tablet.browser.press("Noemt het lesdoel").await?;
    log_is(&tablet, &["Noemt het lesdoel"]).await?;
    tablet.note_line("Nog een regel", &[]).await?;
    let tags = "return [...document.querySelectorAll('.log-opener')].map(one => one.textContent)";
    assert_eq!(tablet.browser.script(tags, vec![]).await?, json!(["Labels", "D"]));
    Ok(())
}

async fn a_phrase_leaves_what_is_being_typed_as_it_is(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.fill("Nieuwe regel", "hal").await?;
    let caret = "document.querySelector('#note').setSelectionRange(1, 2)";
    tablet.browser.script(caret, vec![]).await?;
    tablet.browser.press("Noemt het lesdoel").await?;
    log_is(&tablet, &["Noemt het lesdoel"]).await?;
    let typing = "const note = document.activeElement; return [note.id, note.value, note.selectionStart, note.selectionEnd]";
    assert_eq!(tablet.browser.script(typing, vec![]).await?, json!(["note", "hal", 1, 2]));
    let typing = tablet.browser.session().active_element().await?;
    typing.send_keys(Key::End + "f").await?;
    typing.send_keys("" + Key::Enter).await?;
    log_is(&tablet, &["Noemt het lesdoel", "half"]).await
}

async fn the_list_is_edited_in_place_and_kept_on_the_device(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    write_phrases(&tablet, "  Loopt een hulpronde #d3\n\nDeelt wisbordjes uit\nDeelt wisbordjes uit").await?;
    phrases_are(&tablet, &["Loopt een hulpronde #d3", "Deelt wisbordjes uit"]).await?;
    let focus = "return document.activeElement.id";
    assert_eq!(tablet.browser.script(focus, vec![]).await?, "phrases-edit");
    tablet.browser.press("Loopt een hulpronde #d3").await?;
    log_is(&tablet, &["Loopt een hulpronde #d3"]).await?;
    tablet.reload().await?;
    phrases_are(&tablet, &["Loopt een hulpronde #d3", "Deelt wisbordjes uit"]).await?;
    // Another visit has them too; the other language does not bring the first ones back.
    let visit = tablet.exported_visit().await?;
    assert_eq!((&visit["log"][0]["indicator"], &visit["log"][0]["domain"]), (&json!("D3"), &json!("D")));
    tablet.visit("").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    phrases_are(&tablet, &["Loopt een hulpronde #d3", "Deelt wisbordjes uit"]).await?;
    write_phrases(&tablet, " ").await?;
    phrases_are(&tablet, &[]).await?;
    tablet.browser.press("English").await?;
    tablet.is_at("Watch").await?;
    phrases_are(&tablet, &[]).await
}

async fn without_a_choice_the_phrases_speak_the_language_on_screen(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    let phrases = "return [...document.querySelectorAll('.phrase')].map(one => one.textContent)";
    let dutch = tablet.browser.script(phrases, vec![]).await?;
    tablet.browser.press("English").await?;
    tablet.is_at("Watch").await?;
    let english = tablet.browser.script(phrases, vec![]).await?;
    assert_eq!((dutch.as_array().map(Vec::len), english.as_array().map(Vec::len)), (Some(6), Some(6)));
    assert_ne!(dutch, english);
    tablet.browser.press("Thinks aloud").await?;
    log_is(&tablet, &["Thinks aloud"]).await
}

in_every_engine!(
    one_tap_is_a_line_and_undo_takes_it_back,
    a_phrase_takes_the_tags_that_wait_and_an_empty_note_leaves_them,
    a_phrase_leaves_what_is_being_typed_as_it_is,
    the_list_is_edited_in_place_and_kept_on_the_device,
    without_a_choice_the_phrases_speak_the_language_on_screen,
);

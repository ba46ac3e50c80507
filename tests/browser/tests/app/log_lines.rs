//! Lines of the log: what was seen and what it means; whatever is typed, however long the log.

use anyhow::{Context, Result};
use browser_tests::{
    Engine, Server, Step, Tablet, WATCH_WASM, dist, fixtures, in_engine, in_every_engine, wasm_bytes,
    watching,
};
use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

async fn what_a_line_means_is_apart_from_what_was_seen(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.note_line("Drie leerlingen wachten", &[]).await?;
    // Nobody asks for it.
    let asked = "return document.querySelectorAll('.log-details *').length + document.querySelector('.log-meaning').textContent.length";
    assert_eq!(tablet.browser.script(asked, vec![]).await?, 0);
    tablet.open_line().await?;
    tablet.browser.fill("Wat betekent het? (optioneel)", "De hulpronde is te lang").await?;
    tablet.browser.tap(By::Css(".log-opener"), "Labels").await?;
    tablet.browser.sees("Betekenis: De hulpronde is te lang").await?;
    // Undo takes back these words, not the line.
    tablet.open_line().await?;
    tablet.browser.press("Ongedaan maken").await?;
    assert_eq!(tablet.browser.value_of("Wat betekent het? (optioneel)").await?, "");
    tablet.browser.fill("Wat betekent het? (optioneel)", "Kort").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.browser.sees("Betekenis: Kort").await?;
    let visit = tablet.exported_visit().await?;
    assert_eq!(visit["log"][0]["text"], "Drie leerlingen wachten");
    assert_eq!(visit["log"][0]["meaning"], "Kort");
    tablet.browser.sees("Betekenis: Kort").await?;
    // Without it the line is written as before.
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("Wisbordjes", &[]).await?;
    let visit = tablet.exported_visit().await?;
    assert!(visit["log"][1].get("meaning").is_none());
    Ok(())
}

/// The field for a note as it is: what has the focus, its text, its caret.
const TYPING: &str = "const note = document.activeElement; return [note.id, note.value, note.selectionStart, note.selectionEnd]";

/// Types where the caret is, as a keyboard does.
async fn type_here(tablet: &Tablet, keys: impl Into<TypingData>) -> Result<()> {
    tablet.browser.session().action_chain().send_keys(keys).perform().await?;
    Ok(())
}

/// Puts a text into the field that has the focus, as a paste does, and the caret at a place in it.
async fn paste(tablet: &Tablet, text: &str, caret: usize) -> Result<()> {
    let script = "
        const field = document.activeElement;
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'}));
        field.setSelectionRange(arguments[1], arguments[1])";
    tablet.browser.script(script, vec![json!(text), json!(caret)]).await?;
    Ok(())
}

async fn newest_is(tablet: &Tablet, text: &str) -> Result<()> {
    let script = "return document.querySelector('.log textarea')?.value === arguments[0]";
    tablet.browser.until_true("the line", script, vec![json!(text)]).await
}

async fn an_input_method_composes_undisturbed(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.tap(By::Id("note"), "the field").await?;
    let compose = "
        const note = document.activeElement;
        const say = (name, data) => note.dispatchEvent(new CompositionEvent(name, {bubbles: true, data}));
        say('compositionstart', '');
        for (const part of ['に', 'にほ', 'にほん']) {
            say('compositionupdate', part);
            note.value = part;
            note.setSelectionRange(part.length, part.length);
            note.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true, data: part, inputType: 'insertCompositionText'}));
        }
        note.setSelectionRange(1, 2);
        note.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}));";
    tablet.browser.script(compose, vec![]).await?;
    // What is composed is kept already, and Enter chose a word: no line yet.
    tablet.is_kept().await?;
    assert_eq!(tablet.browser.script(TYPING, vec![]).await?, json!(["note", "にほん", 1, 2]));
    assert_eq!(
        tablet.browser.script("return document.querySelectorAll('.log-line').length", vec![]).await?,
        0
    );
    let end = "
        const note = document.activeElement;
        note.value = '日本';
        note.setSelectionRange(2, 2);
        note.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, data: '日本'}));
        note.dispatchEvent(new InputEvent('input', {bubbles: true, data: '日本'}));";
    tablet.browser.script(end, vec![]).await?;
    type_here(&tablet, "!").await?;
    assert_eq!(tablet.browser.script(TYPING, vec![]).await?, json!(["note", "日本!", 3, 3]));
    type_here(&tablet, Key::Enter + "").await?;
    newest_is(&tablet, "日本!").await
}

async fn whatever_is_typed_keeps_its_caret_and_comes_out_the_same(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    let long = "De leraar loopt een ronde. ".repeat(371)[..10_000].to_owned();
    let mut expected = Vec::new();
    for (text, caret) in [("👩🏽‍🏫 wijst 👍", 8), ("שלום אמרה המורה", 5), (&long, 5_000)]
    {
        tablet.browser.tap(By::Id("note"), "the field").await?;
        paste(&tablet, text, caret).await?;
        type_here(&tablet, "x").await?;
        // Places in UTF-16, as a browser counts them.
        let units: Vec<u16> = text.encode_utf16().collect();
        let typed = [&units[..caret], &[u16::from(b'x')], &units[caret..]].concat();
        let typed = String::from_utf16(&typed)?;
        assert_eq!(
            tablet.browser.script(TYPING, vec![]).await?,
            json!(["note", typed, caret + 1, caret + 1])
        );
        // Kept, and still the same field with the caret where it was.
        tablet.is_kept().await?;
        assert_eq!(
            tablet.browser.script(TYPING, vec![]).await?,
            json!(["note", typed, caret + 1, caret + 1])
        );
        type_here(&tablet, Key::Enter + "").await?;
        newest_is(&tablet, &typed).await?;
        // The same in the line that it became.
        tablet.browser.script("const line = document.querySelector('.log textarea'); line.focus(); line.setSelectionRange(arguments[0], arguments[0])", vec![json!(caret)]).await?;
        type_here(&tablet, "y").await?;
        tablet.is_kept().await?;
        let place =
            "const line = document.activeElement; return [line.selectionStart, line.value[arguments[0]]]";
        assert_eq!(tablet.browser.script(place, vec![json!(caret)]).await?, json!([caret + 1, "y"]));
        let with_y = [&units[..caret], &[u16::from(b'y'), u16::from(b'x')], &units[caret..]].concat();
        expected.push(json!(String::from_utf16(&with_y)?));
    }
    let visit = tablet.exported_visit().await?;
    let texts: Vec<Value> =
        visit["log"].as_array().unwrap().iter().map(|line| line["text"].clone()).collect();
    assert_eq!(texts, expected);
    Ok(())
}

/// An export with one open visit of 500 lines.
fn long_visit() -> Result<(tempfile::TempDir, std::path::PathBuf, String)> {
    let fixture = fixtures()?.into_iter().next().context("a lesson")?;
    let mut document: Value = serde_json::from_str(&std::fs::read_to_string(fixture)?)?;
    let visit = &mut document["observations"][0];
    let line = visit["log"][0].clone();
    let lines = (0..500).map(|n| {
        let mut line = line.clone();
        line["id"] = json!(format!("01a1cee3-4bc8-71a5-9160-{n:012x}"));
        line["text"] = json!(format!("Regel {n}: een leerling legt de buur uit hoe de breuk in elkaar zit"));
        line
    });
    visit["log"] = lines.collect();
    visit["ratings"] = json!({});
    visit["status"] = json!("draft");
    visit.as_object_mut().context("an object")?.remove("completed_at");
    let id = visit["id"].as_str().context("an id")?.to_owned();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("lang.json");
    std::fs::write(&path, document.to_string())?;
    Ok((folder, path, id))
}

async fn a_log_of_500_lines_stays_usable(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let (_folder, path, id) = long_visit()?;
    tablet.import(&path).await?;
    tablet.visit(&format!("#/bezoek/{id}/kijken")).await?;
    let mark = "const rows = [...document.querySelectorAll('.log-line')];
        rows.forEach(row => row.dataset.before = '');
        return rows.length === 500";
    tablet.browser.until_true("all lines", mark, vec![]).await?;
    tablet.browser.tap(By::Id("note"), "the field").await?;
    type_here(&tablet, "nog een regel").await?;
    assert_eq!(tablet.browser.script(TYPING, vec![]).await?, json!(["note", "nog een regel", 13, 13]));
    type_here(&tablet, Key::Enter + "").await?;
    newest_is(&tablet, "nog een regel").await?;
    tablet.count("turn").await?;
    tablet.open_line().await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.browser.press("Ongedaan maken").await?;
    newest_is(&tablet, "Regel 499: een leerling legt de buur uit hoe de breuk in elkaar zit").await?;
    // One line more or less draws no other anew.
    let same = "return document.querySelectorAll('.log-line[data-before]').length === 500";
    assert_eq!(tablet.browser.script(same, vec![]).await?, true);
    Ok(())
}

/// Each key puts off what is done after the last; a timer that was put off and never freed took 200 bytes a key.
async fn keys_take_no_memory(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let script = json!({"source": WATCH_WASM});
    tablet.browser.session().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    tablet.start_visit().await?;
    tablet.reload().await?;
    tablet.go_to(Step::Watch).await?;
    // The last part of the program brings memory of its own.
    let is_whole =
        "return performance.getEntriesByType('resource').some(one => one.name.includes('/data.wasm'))";
    tablet.browser.until_true("the whole program", is_whole, vec![]).await?;
    let type_much = "const note = document.getElementById('note');
        for (let key = 0; key < 6000; key += 1) {
            note.value = 'Wisbordjes na elke som'.slice(0, 1 + key % 22);
            note.dispatchEvent(new Event('input', { bubbles: true }));
        }";
    tablet.browser.script(type_much, vec![]).await?;
    let before = wasm_bytes(&tablet.browser).await?;
    assert!(before > 1e6, "the memory is seen: {before}");
    tablet.browser.script(type_much, vec![]).await?;
    let grown = wasm_bytes(&tablet.browser).await? - before;
    assert!(grown < 6000.0 * 40.0, "{grown} bytes for 6,000 keys");
    Ok(())
}

in_engine!(chromium_memory Chromium: keys_take_no_memory);
in_every_engine!(
    what_a_line_means_is_apart_from_what_was_seen,
    an_input_method_composes_undisturbed,
    whatever_is_typed_keeps_its_caret_and_comes_out_the_same,
    a_log_of_500_lines_stays_usable,
);

//! Counters, scans and phases: one tap each, a way back from each, kept, exported, and nothing moves or beeps.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, Window, dist, in_every_engine, watching};
use serde_json::{Value, json};
use thirtyfour::By;

/// The values of one field of each item of a list.
fn each(list: &Value, field: &str) -> Vec<Value> {
    list.as_array().map(|items| items.iter().map(|item| item[field].clone()).collect()).unwrap_or_default()
}

async fn a_counter_counts_takes_back_and_survives(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    let inactive =
        "return document.querySelector('[data-counter=turn] .btn-quiet').getAttribute('aria-disabled')";
    assert_eq!(tablet.browser.script(inactive, vec![]).await?, "true");
    tablet.count_back("turn").await?;
    tablet.counts("turn", 0).await?;
    for _ in 0..3 {
        tablet.count("turn").await?;
    }
    tablet.count("question-open").await?;
    tablet.counts("turn", 3).await?;
    assert_eq!(tablet.browser.script(inactive, vec![]).await?, Value::Null);
    tablet.count_back("turn").await?;
    tablet.counts("turn", 2).await?;
    tablet.counts("question-open", 1).await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.counts("turn", 3).await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.counts("question-open", 0).await?;
    tablet.count("instruction-extended").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.counts("turn", 3).await?;
    tablet.counts("instruction-extended", 1).await?;
    let visit = tablet.exported_visit().await?;
    assert_eq!(each(&visit["tallies"], "counter"), ["turn", "turn", "turn", "instruction-extended"]);
    assert!(each(&visit["tallies"], "at").iter().all(Value::is_string));
    assert!(visit.get("phases").is_none(), "a visit without phases is written as before");
    tablet.browser.sees("Verlengd 1").await
}

/// Sets the clock of the page forward; the app asks for the time in one place.
async fn minutes_pass(tablet: &Tablet, minutes: u32) -> Result<()> {
    // Firefox runs the scripts of a driver in a sandbox with a clock of its own.
    let script =
        "const page = window.wrappedJSObject ?? window, now = page.Date.now, more = arguments[0] * 60_000;
        page.Date.now = () => now() + more";
    tablet.browser.script(script, vec![json!(minutes)]).await?;
    Ok(())
}

async fn the_reminder_is_seen_can_be_skipped_and_pauses(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.press("Start de les").await?;
    tablet.open_scan().await?;
    let choose = "const every = document.querySelector('#scan-every'); every.value = '5';
        every.dispatchEvent(new Event('change', {bubbles: true}))";
    tablet.browser.script(choose, vec![]).await?;
    tablet.browser.tap(By::Id("scan-open"), "Taakscan").await?;
    tablet.scan_says("").await?;
    minutes_pass(&tablet, 6).await?;
    tablet.scan_says("nu scannen").await?;
    let is_said =
        "return !!document.querySelector('.scan-button').closest('[role=status], [role=alert], [aria-live]')";
    assert_eq!(tablet.browser.script(is_said, vec![]).await?, false);
    tablet.open_scan().await?;
    tablet.browser.press("Overslaan").await?;
    tablet.scan_says("").await?;
    minutes_pass(&tablet, 6).await?;
    tablet.scan_says("nu scannen").await?;
    tablet.open_scan().await?;
    tablet.browser.press("Even niet").await?;
    tablet.scan_says("").await?;
    tablet.browser.press("Iedereen").await?;
    tablet.browser.press("Klaar").await?;
    tablet.scan_says("24 van 24").await?;
    minutes_pass(&tablet, 6).await?;
    tablet.open_scan().await?;
    tablet.scan_says("24 van 24").await?;
    // The interval belongs to the device, the pause to the lesson that is on screen.
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.open_scan().await?;
    let every = "return document.querySelector('#scan-every').value";
    assert_eq!(tablet.browser.script(every, vec![]).await?, "5");
    Ok(())
}

async fn a_phase_ends_the_one_before_and_survives(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.press("Start de les").await?;
    tablet.start_phase("Instructie").await?;
    tablet.is_in_phase("Instructie").await?;
    minutes_pass(&tablet, 12).await?;
    tablet.start_phase("Hulprondes").await?;
    tablet.is_in_phase("Hulprondes").await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.is_in_phase("Instructie").await?;
    tablet.start_phase("Hulprondes").await?;
    tablet.start_phase("Hulprondes").await?;
    tablet.is_in_phase("Hulprondes").await?;
    let minutes = "return [...document.querySelectorAll('.phase-minutes')].map(one => one.textContent)";
    assert_eq!(tablet.browser.script(minutes, vec![]).await?, json!(["", "12 min", "", "", "0 min", ""]));
    tablet.browser.press("Einde les").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    let none = "const phases = [...document.querySelectorAll('.phase')];
        return phases.length > 0 && phases.every(one => one.getAttribute('aria-pressed') === 'false')";
    tablet.browser.until_true("no phase that goes on after the lesson", none, vec![]).await?;
    assert_eq!(tablet.browser.script(minutes, vec![]).await?, json!(["", "12 min", "", "", "0 min", ""]));
    let visit = tablet.exported_visit().await?;
    assert_eq!(each(&visit["phases"], "phase"), ["instruction", "rounds"]);
    assert!(visit["visit"]["started_at"].is_string(), "the first phase begins the lesson");
    // The picture has both phases, and the words beside it say the same.
    let drawn = "return document.querySelectorAll('svg.strip .strip-phase').length";
    assert_eq!(tablet.browser.script(drawn, vec![]).await?, 2);
    tablet.browser.sees("1. Instructie").await?;
    tablet.browser.sees("(12 min)").await?;
    tablet.browser.sees("2. Hulprondes").await
}

async fn nothing_moves_under_the_finger(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    let places = "scrollTo(0, 0);
        document.querySelector('.watch-side').scrollTop = 0;
        const all = ['#note', '.phase', '[data-counter=turn] .counter-more', '#log-title', '#scan-open'];
        return all.map(one => { const box = document.querySelector(one).getBoundingClientRect(); return [box.x, box.y, box.width]; })";
    for window in [Window::Portrait, Window::Landscape] {
        tablet.browser.resize(window).await?;
        let before = tablet.browser.script(places, vec![]).await?;
        for _ in 0..10 {
            tablet.count("turn").await?;
        }
        tablet.start_phase(if window == Window::Portrait { "Start samen" } else { "Afsluiting" }).await?;
        tablet.open_scan().await?;
        assert_eq!(tablet.browser.script(places, vec![]).await?, before, "{window:?}, with a scan open");
        tablet.browser.press("Iedereen").await?;
        tablet.browser.press("Klaar").await?;
        assert_eq!(tablet.browser.script(places, vec![]).await?, before, "{window:?}");
    }
    Ok(())
}

/// Pairs of controls of one area that are nearer than 8 px to each other.
const NEAR: &str = r"
    const near = [];
    for (const area of document.querySelectorAll('.watch-top, .watch-side, .watch-rubric, .scan, .note-entry, .phrase-list')) {
        // A phrase may be out of sight, under what stands beside the list.
        const all = [...area.querySelectorAll('button, input, select, textarea')].filter(
            one => one.checkVisibility() && (area.matches('.phrase-list') || !one.closest('.phrase-list')));
        const boxes = all.map(one => one.getBoundingClientRect());
        boxes.forEach((a, i) => boxes.slice(0, i).forEach((b, j) => {
            const across = Math.max(a.left - b.right, b.left - a.right), down = Math.max(a.top - b.bottom, b.top - a.bottom);
            if (Math.max(across, down) < 7.5) near.push(`${all[i].textContent} | ${all[j].textContent}`);
        }));
    }
    return near;
";

async fn no_two_controls_are_nearer_than_8_pixels(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.browser.session().set_window_rect(0, 0, 600, 900).await?;
    tablet.browser.press("Tellen").await?;
    tablet.open_scan().await?;
    for (width, height) in [(600, 900), (1180, 820), (820, 1180)] {
        tablet.browser.session().set_window_rect(0, 0, width, height).await?;
        assert_eq!(tablet.browser.script(NEAR, vec![]).await?, json!([]), "{width} x {height}");
    }
    Ok(())
}

async fn a_typed_hash_tags_a_line_and_its_time_can_be_set(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.note_line("Minder sommen #d3", &[]).await?;
    let opener = "return document.querySelector('.log-opener').textContent";
    assert_eq!(tablet.browser.script(opener, vec![]).await?, "D3");
    tablet.open_line().await?;
    let tags =
        "return [...document.querySelectorAll('.log .chip[aria-pressed=true]')].map(one => one.textContent)";
    assert_eq!(tablet.browser.script(tags, vec![]).await?, json!(["D", "D3"]));
    let time = "return document.querySelector('.log-time')?.textContent";
    let noted = tablet.browser.script(time, vec![]).await?;
    tablet.browser.tap(By::Css(".log-time"), "the time of the line").await?;
    // As with a day, the keys differ from engine to engine: set as a picker would.
    let pick = "const field = document.querySelector('.log-time-field'); field.value = '08:05'; field.blur()";
    tablet.browser.script(pick, vec![]).await?;
    let is_time = "return document.querySelector('.log-time')?.textContent === arguments[0]";
    tablet.browser.until_true("the new time", is_time, vec![json!("8.05")]).await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.browser.until_true("the time before", is_time, vec![noted]).await?;
    tablet.browser.tap(By::Css(".log-time"), "the time of the line").await?;
    tablet.browser.script(pick, vec![]).await?;
    tablet.browser.until_true("the new time", is_time, vec![json!("8.05")]).await?;
    tablet.is_kept().await?;
    let line = &tablet.exported_visit().await?["log"][0];
    assert_eq!((&line["indicator"], &line["domain"]), (&json!("D3"), &json!("D")));
    assert!(line["at"].as_str().is_some_and(|at| at.contains("T08:05:00")));
    tablet.go_to(Step::Watch).await?;
    tablet.open_line().await?;
    tablet.browser.tap(By::Css(".chip-indicator"), "D3").await?;
    let is_tagged = "return !!document.querySelector('.chip-indicator') === arguments[0]";
    tablet.browser.until_true("no tag", is_tagged, vec![json!(false)]).await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.browser.until_true("the tag again", is_tagged, vec![json!(true)]).await
}

async fn the_counters_speak_english(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    tablet.count("turn").await?;
    tablet.browser.press("English").await?;
    tablet.is_at("Watch").await?;
    tablet.browser.press("Turn: −1").await?;
    tablet.counts("turn", 0).await?;
    tablet.start_phase("Guided practice").await?;
    tablet.is_in_phase("Guided practice").await
}

/// Sets a time that shows as `button`, as a picker would.
async fn set_time(tablet: &Tablet, button: &str, time: &str) -> Result<()> {
    tablet.browser.tap(By::Id(button), button).await?;
    let pick = "const field = document.querySelector('.timer .log-time-field');
        if (!field) return false;
        field.value = arguments[0];
        field.blur();
        return true";
    tablet.browser.until_true("the field for the time", pick, vec![json!(time)]).await?;
    let shown = "return document.getElementById(arguments[0])?.textContent === arguments[1]";
    let words = time.replace(':', ".").trim_start_matches('0').to_owned();
    tablet.browser.until_true("the time", shown, vec![json!(button), json!(words)]).await
}

async fn start_and_end_of_a_lesson_on_another_day_are_set_afterwards(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.pick_day("Datum", "2026-03-09").await?;
    tablet.go_to(Step::Watch).await?;
    tablet.browser.press("Start de les").await?;
    set_time(&tablet, "lesson-start", "09:00").await?;
    tablet.browser.press("Einde les").await?;
    set_time(&tablet, "lesson-end", "09:45").await?;
    tablet.browser.sees("45:00").await?;
    // One step back each.
    tablet.browser.press("Ongedaan maken").await?;
    tablet
        .browser
        .until_true(
            "another time",
            "return document.querySelector('.timer-time').textContent !== '45:00'",
            vec![],
        )
        .await?;
    set_time(&tablet, "lesson-end", "09:45").await?;
    tablet.browser.sees("45:00").await?;
    tablet.is_kept().await?;
    let visit = &tablet.exported_visit().await?["visit"];
    for (name, time) in [("started_at", "2026-03-09T09:00:00"), ("ended_at", "2026-03-09T09:45:00")] {
        assert!(visit[name].as_str().is_some_and(|at| at.starts_with(time)), "{}", visit[name]);
    }
    Ok(())
}

in_every_engine!(
    start_and_end_of_a_lesson_on_another_day_are_set_afterwards,
    a_counter_counts_takes_back_and_survives,
    the_reminder_is_seen_can_be_skipped_and_pauses,
    a_phase_ends_the_one_before_and_survives,
    nothing_moves_under_the_finger,
    no_two_controls_are_nearer_than_8_pixels,
    a_typed_hash_tags_a_line_and_its_time_can_be_set,
    the_counters_speak_english,
);

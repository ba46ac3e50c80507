//! The screen stays on while the lesson is watched, and only then.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine};

/// A wake lock that counts what is held. The real one cannot be asked from outside, and a test machine may refuse it.
const COUNTS: &str = "window.__held = 0;
    const lock = { request: async () => {
        window.__held += 1;
        window.__asked = (window.__asked ?? 0) + 1;
        let isHeld = true;
        return { release: async () => { if (isHeld) window.__held -= 1; isHeld = false } };
    } };
    Object.defineProperty(navigator, 'wakeLock', { value: lock, configurable: true })";

async fn the_screen_stays_on_while_the_lesson_is_watched(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.script(COUNTS, vec![]).await?;
    let held = |times: usize| format!("return window.__held === {times}");
    tablet.go_to(Step::Watch).await?;
    tablet.browser.until_true("the screen kept on", &held(1), vec![]).await?;
    // The page comes back into sight: the browser had let go.
    tablet.browser.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    tablet.browser.until_true("another one", "return window.__asked === 2", vec![]).await?;
    tablet.browser.until_true("only one", &held(1), vec![]).await?;
    tablet.go_to(Step::Score).await?;
    tablet.browser.until_true("the screen let go", &held(0), vec![]).await?;
    tablet.browser.script("document.dispatchEvent(new Event('visibilitychange'))", vec![]).await?;
    assert_eq!(tablet.browser.script("return window.__asked", vec![]).await?, 2, "elsewhere it may go dark");
    Ok(())
}

async fn a_browser_without_it_works_as_ever(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    let none = "Object.defineProperty(navigator, 'wakeLock', { value: undefined, configurable: true })";
    tablet.browser.script(none, vec![]).await?;
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("Start met instructie", &[]).await?;
    tablet.is_kept().await
}

in_every_engine!(the_screen_stays_on_while_the_lesson_is_watched, a_browser_without_it_works_as_ever);

//! The report for the teacher leaves the tablet by every way that there is.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, fill_whole_visit, in_every_engine};
use serde_json::json;

/// A tablet with a visit that is filled in, at Gesprek.
async fn after_a_visit(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    fill_whole_visit(&tablet).await?;
    Ok((server, tablet))
}

async fn the_report_is_shown_and_downloaded_as_text(engine: Engine) -> Result<()> {
    let (_server, tablet) = after_a_visit(engine).await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Verslag tonen").await?;
    let report = tablet.browser.value_of("Verslag als tekst").await?;
    for said in
        ["VERSLAG VAN EEN LESBEZOEK", "Leraar: Meester Bram", "• Hulpronde proberen (Bram, 01-12-2026)"]
    {
        assert!(report.contains(said), "{said}\n{report}");
    }
    tablet.browser.press("Verslag downloaden").await?;
    tablet.browser.sees("Het verslag is gedownload.").await?;
    if engine.downloads() {
        let file = tablet.browser.downloaded().await?;
        // Marked as UTF-8, so that no program guesses.
        assert_eq!(file.replace("\r\n", "\n"), format!("\u{feff}{report}"));
    }
    Ok(())
}

/// Puts a share sheet into the page that keeps what it gets and ends as `window.__ends` says.
const SHEET: &str = "
    const put = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
    put('canShare', data => data.files.length === 1);
    put('share', data => {
        window.__shared = { name: data.files[0].name, type: data.files[0].type, inTap: navigator.userActivation?.isActive ?? true };
        return window.__ends ? Promise.reject(new DOMException('', window.__ends)) : Promise.resolve();
    });
    window.__ends = 'AbortError';
";

async fn sharing_is_asked_for_in_the_tap_and_closing_the_sheet_is_no_error(engine: Engine) -> Result<()> {
    let (_server, tablet) = after_a_visit(engine).await?;
    tablet.browser.script(SHEET, vec![]).await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Verslag delen").await?;
    let shared = "return window.__shared?.name.endsWith('.txt') && window.__shared.type.startsWith('text/plain') && window.__shared.inTap";
    tablet.browser.until_true("the share sheet", shared, vec![]).await?;
    let said = "return document.getElementById('report-outcome').textContent";
    assert_eq!(tablet.browser.script(said, vec![]).await?, "");
    for (ends, says) in [("NotAllowedError", "Dat is hier niet gelukt."), ("", "Het verslag is gedeeld.")] {
        tablet.browser.script("window.__ends = arguments[0]", vec![json!(ends)]).await?;
        tablet.browser.press("Verslag delen").await?;
        tablet.browser.sees(says).await?;
    }
    Ok(())
}

async fn what_came_of_it_is_in_sight_above_the_bar(engine: Engine) -> Result<()> {
    let (_server, tablet) = after_a_visit(engine).await?;
    tablet.go_to(Step::Check).await?;
    // The button stands just above the bar at the foot, and the line that answers would come under it.
    let press = "
        const button = [...document.querySelectorAll('button')].find(one => one.textContent === arguments[0]);
        const bar = document.querySelector('.bottombar').getBoundingClientRect().top;
        scrollBy({ top: button.getBoundingClientRect().bottom - bar + 4, behavior: 'instant' });
        button.click();
    ";
    // Not the download: MiniBrowser then makes the window lower, with a bar of its own.
    tablet.browser.script(press, vec![json!("Verslag kopiëren")]).await?;
    let in_sight = "
        const line = document.getElementById('report-outcome');
        const box = line.getBoundingClientRect();
        return !!line.textContent.trim() && line.contains(document.elementFromPoint(box.left + 4, box.bottom - 4));
    ";
    tablet.browser.until_true("the answer, in sight", in_sight, vec![]).await
}

in_every_engine!(
    the_report_is_shown_and_downloaded_as_text,
    sharing_is_asked_for_in_the_tap_and_closing_the_sheet_is_no_error,
    what_came_of_it_is_in_sight_above_the_bar,
);

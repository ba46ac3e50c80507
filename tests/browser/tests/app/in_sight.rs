//! Nothing is cut off on a narrow screen, and what has the focus is never under a bar.

use anyhow::{Context, Result, bail};
use browser_tests::{Engine, Server, Step, Tablet, Window, dist, in_every_engine};
use serde_json::json;
use thirtyfour::{By, Key};

/// What sticks out of the page to the right; empty if it does not scroll sideways.
const TOO_WIDE: &str = "
    if (document.scrollingElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5);
    return wide.map(one => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`).concat('scrollWidth ' + document.scrollingElement.scrollWidth);
";

/// Opens what is folded away, a few at a time; true when there is nothing more to open.
const UNFOLD: &str = "
    const folds = [...document.querySelectorAll('details')].slice(0, 6);
    const shut = folds.filter(one => !one.open);
    shut.forEach(one => one.querySelector('summary').click());
    return shut.length === 0 && folds.every(one => one.children.length > 1);
";

async fn fits(tablet: &Tablet, screen: &str) -> Result<()> {
    let wide = tablet.browser.script(TOO_WIDE, vec![]).await?;
    assert_eq!(wide, json!([]), "{screen}");
    Ok(())
}

/// The five steps, the folds in them opened, then the list of visits and Gegevens.
async fn every_screen_fits(
    tablet: &Tablet,
    id: &str,
    headings: &[&str; 4],
    home: &str,
    data: &str,
) -> Result<()> {
    for (step, heading) in Step::ALL.into_iter().zip(headings) {
        tablet.jump(&format!("#/bezoek/{id}/{}", step.slug()), heading).await?;
        fits(tablet, heading).await?;
        tablet.browser.until_true("the first folds open, and those in them", UNFOLD, vec![]).await?;
        fits(tablet, &format!("{heading}, unfolded")).await?;
    }
    tablet.jump(&format!("#/bezoek/{id}/controle"), "Juf Noor").await?;
    fits(tablet, "check").await?;
    tablet.browser.tap(By::Css("#report-outcome ~ *, .actions .btn-quiet"), "the report").await?;
    fits(tablet, "check with the report").await?;
    tablet.jump("#/", home).await?;
    fits(tablet, home).await?;
    tablet.browser.tap(By::Css(".bottombar .btn[aria-pressed]"), "select").await?;
    fits(tablet, "selecting").await?;
    tablet.jump("#/gegevens", data).await?;
    tablet.browser.tap(By::Css("summary"), "paste").await?;
    fits(tablet, data).await
}

async fn no_screen_scrolls_sideways_at_320_pixels(engine: Engine) -> Result<()> {
    no_screen_scrolls_sideways(engine, 640).await
}

/// A window of 1280 by 1024 that is zoomed in four times.
async fn no_screen_scrolls_sideways_at_400_percent(engine: Engine) -> Result<()> {
    no_screen_scrolls_sideways(engine, 256).await
}

async fn no_screen_scrolls_sideways(engine: Engine, height: u32) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 320, height).await?;
    assert_eq!(tablet.browser.script("return innerWidth", vec![]).await?, 320);
    fits(&tablet, "empty list").await?;
    tablet.browser.press("Voorbeeld bekijken").await?;
    tablet.browser.press("Heropenen").await?;
    let hash = tablet.hash().await?;
    let id = hash.split('/').nth(2).context("the address names the visit")?;
    every_screen_fits(
        &tablet,
        id,
        &["Voorbereiden", "Kijken", "Scoren", "Gesprek"],
        "Lesbezoeken",
        "Gegevens",
    )
    .await?;
    tablet.browser.press("English").await?;
    every_screen_fits(&tablet, id, &["Prepare", "Watch", "Score", "Talk"], "Lesson visits", "Data").await
}

/// Puts the focus on the first control (or the last one) and marks the last (or the first).
const BEGIN: &str = "
    document.querySelector('[data-end]')?.removeAttribute('data-end');
    const controls = [...document.querySelectorAll('a, button, input, select, textarea, summary')];
    const stops = controls.filter(one => one.checkVisibility());
    const ends = [stops[0], stops.at(-1)];
    ends.at(arguments[0] ? 1 : 0).focus();
    ends.at(arguments[0] ? 0 : 1).setAttribute('data-end', '');
";

/// What has the focus, and whether a bar lies over a corner of it, or the edge of the window cuts it off.
const FOCUSED: &str = "
    const focused = document.activeElement;
    const target = focused.matches('[type=radio], [type=checkbox]') ? focused.closest('label') : focused;
    const box = target.getBoundingClientRect();
    const free = (x, y) => {
        const seen = document.elementFromPoint(x, y);
        const bar = seen?.closest('.topbar, .bottombar, .note-entry, .snackbar, .score-legend');
        return !!seen && (!bar || bar.contains(target));
    };
    const [left, right, top, bottom] = [box.left + 4, box.right - 4, box.top + 4, box.bottom - 4];
    const covered = ![[left, top], [right, top], [left, bottom], [right, bottom]].every(([x, y]) => free(x, y));
    // What is in the way, and whether the page became taller meanwhile, to tell why.
    const what = `${focused.tagName} ${focused.id} ${focused.textContent.slice(0, 30)} at ${box.top} to ${box.bottom}`;
    const where = `page at ${scrollY} of ${document.documentElement.scrollHeight}, window of ${innerHeight}`;
    const notices = [...document.querySelectorAll('.notice, .snackbar')].map(one => one.textContent.slice(0, 40));
    return { end: focused.hasAttribute('data-end'), covered, name: `${what}, ${where}, notices: ${notices}` };
";

/// Waits until nothing lies over what has the focus; whether that is the end.
async fn focus_in_sight(tablet: &Tablet, screen: &str) -> Result<bool> {
    let look = || async {
        let focused = tablet.browser.script(FOCUSED, vec![]).await?;
        if focused["covered"] == true {
            bail!("{screen}: out of sight: {}", focused["name"]);
        }
        Ok(Some(focused["end"] == true))
    };
    tablet.browser.until("the focus in sight", look).await
}

/// Goes through the screen by Tab, and back again.
async fn tab_through(tablet: &Tablet, screen: &str) -> Result<()> {
    for backwards in [false, true] {
        tablet.browser.script(BEGIN, vec![json!(backwards)]).await?;
        let mut stops = 0;
        while !focus_in_sight(tablet, screen).await? {
            let keys = tablet.browser.session().action_chain();
            let keys = if backwards {
                keys.key_down(Key::Shift).send_keys(Key::Tab + "").key_up(Key::Shift)
            } else {
                keys.send_keys(Key::Tab + "")
            };
            keys.perform().await?;
            stops += 1;
            assert!(stops < 300, "{screen}: no end");
        }
        assert!(stops >= 4, "{screen}: only {stops} stops");
    }
    Ok(())
}

async fn tab_through_every_screen(tablet: &Tablet) -> Result<()> {
    tablet.start_visit().await?;
    for step in Step::ALL {
        tablet.go_to(step).await?;
        if step == Step::Watch {
            for n in 1..=8 {
                tablet.note_line(&format!("Regel {n}"), &[]).await?;
            }
        }
        if step == Step::Talk {
            tablet.browser.press("Sterk punt erbij").await?;
            tablet.browser.press("Afspraak erbij").await?;
        }
        tab_through(tablet, step.name()).await?;
    }
    tablet.jump("#/gegevens", "Gegevens").await?;
    tab_through(tablet, "Gegevens").await?;
    tablet.jump("#/", "Lesbezoeken").await?;
    tab_through(tablet, "Lesbezoeken").await
}

async fn the_focus_is_never_under_a_bar_on_a_tablet(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.resize(Window::Landscape).await?;
    tab_through_every_screen(&tablet).await
}

async fn the_focus_is_never_under_a_bar_on_a_phone(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 390, 844).await?;
    tab_through_every_screen(&tablet).await
}

/// Scrolls so that half of a control lies under the bar at the foot, and taps it as a finger does, without a key.
const TAP_UNDER_BAR: &str = "
    const control = document.querySelector(arguments[0]);
    const bar = document.querySelector('.bottombar').getBoundingClientRect().top;
    const box = control.getBoundingClientRect();
    scrollBy({ top: box.top + box.height / 2 - bar, behavior: 'instant' });
    control.focus({ preventScroll: true });
    control.click();
";

async fn a_field_that_is_tapped_or_made_comes_out_from_under_the_bar(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 390, 660).await?;
    tablet.start_visit().await?;
    tablet.browser.script(TAP_UNDER_BAR, vec![json!("#focus")]).await?;
    focus_in_sight(&tablet, "the focus question").await?;
    tablet.go_to(Step::Talk).await?;
    tablet.browser.script(TAP_UNDER_BAR, vec![json!("#agreements > button")]).await?;
    let is_made = "return document.activeElement.id.startsWith('what-')";
    tablet.browser.until_true("the field for what was agreed", is_made, vec![]).await?;
    focus_in_sight(&tablet, "the agreement").await?;
    Ok(())
}

/// How many lines the bar at the top has, and whether the meaning of the scores is in sight.
const LINES: &str = "
    const tops = [...document.querySelectorAll('.topbar > *')].map(one => one.getBoundingClientRect());
    const legend = document.querySelector('.score-legend').getBoundingClientRect();
    const over = document.elementFromPoint(legend.left + 9, legend.top + legend.height / 2);
    return [Math.max(...tops.map(one => one.top)) < Math.min(...tops.map(one => one.bottom)), over?.className];
";

async fn on_a_phone_the_top_bar_is_one_line_and_the_scores_say_what_they_mean(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 390, 844).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    for (scale, other) in [("2 meer zwak dan sterk", "English"), ("2 more weak than strong", "Nederlands")] {
        tablet.browser.sees(scale).await?;
        tablet.answer("I4", "3").await?;
        tablet.is_kept().await?;
        assert_eq!(tablet.browser.script(LINES, vec![]).await?, json!([true, "score-legend"]), "{scale}");
        tablet.browser.press(other).await?;
    }
    Ok(())
}

/// A row that gets its real size when it comes near must not move another one away under the finger.
async fn a_tap_right_after_a_jump_lands(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    for indicator in ["D1", "D3", "I1", "F1", "F8", "D2", "I9"] {
        tablet.answer(indicator, "4").await?;
        assert_eq!(tablet.answer_of(indicator).await?.as_deref(), Some("4"), "{indicator}");
    }
    Ok(())
}

in_every_engine!(
    a_tap_right_after_a_jump_lands,
    a_field_that_is_tapped_or_made_comes_out_from_under_the_bar,
    on_a_phone_the_top_bar_is_one_line_and_the_scores_say_what_they_mean,
    no_screen_scrolls_sideways_at_320_pixels,
    no_screen_scrolls_sideways_at_400_percent,
    the_focus_is_never_under_a_bar_on_a_tablet,
    the_focus_is_never_under_a_bar_on_a_phone,
);

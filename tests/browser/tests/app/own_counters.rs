//! What an observer sets up for the way this school watches: counters of its own, and the side on which they stand.

use anyhow::Result;
use browser_tests::{Engine, Step, Tablet, Window, in_every_engine, watching};
use serde_json::json;

/// Replaces the list of own counters.
async fn write_counters(tablet: &Tablet, text: &str) -> Result<()> {
    tablet.browser.press("Eigen tellers wijzigen").await?;
    tablet.browser.rewrite_list("own-counters", text).await?;
    tablet.browser.press("Klaar").await
}

/// Waits until the own counters are these, each with its number.
async fn own_counters_are(tablet: &Tablet, counters: &[&str]) -> Result<()> {
    let script = "return JSON.stringify([...document.querySelectorAll('[data-group=own] .counter-more')].map(one => one.textContent))
        === JSON.stringify(arguments[0])";
    tablet.browser.until_true(&format!("the counters {counters:?}"), script, vec![json!(counters)]).await
}

async fn an_own_counter_counts_as_any_other_and_outlives_the_list(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    write_counters(&tablet, " Wacht na een vraag \nturn\nZegt \"goed zo\" <b>\n\n").await?;
    // A name of a counter of the app would count for that one.
    own_counters_are(&tablet, &["Wacht na een vraag 0", "Zegt \"goed zo\" <b> 0"]).await?;
    tablet.browser.press("Wacht na een vraag 0").await?;
    tablet.browser.press("Wacht na een vraag 1").await?;
    tablet.browser.press("Wacht na een vraag 2").await?;
    tablet.browser.press("Wacht na een vraag: −1").await?;
    own_counters_are(&tablet, &["Wacht na een vraag 2", "Zegt \"goed zo\" <b> 0"]).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    own_counters_are(&tablet, &["Wacht na een vraag 2", "Zegt \"goed zo\" <b> 0"]).await?;
    // Off the list it stays where it was counted.
    write_counters(&tablet, "Complimenten").await?;
    own_counters_are(&tablet, &["Complimenten 0", "Wacht na een vraag 2"]).await?;
    let visit = tablet.exported_visit().await?;
    let counted: Vec<_> =
        visit["tallies"].as_array().unwrap().iter().map(|one| one["counter"].clone()).collect();
    assert_eq!(counted, ["Wacht na een vraag", "Wacht na een vraag"]);
    tablet.browser.sees("Eigen tellers").await?;
    tablet.browser.sees("Wacht na een vraag 2").await?;
    // And nowhere else.
    tablet.visit("").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    own_counters_are(&tablet, &["Complimenten 0"]).await
}

async fn the_counters_change_sides_for_the_other_hand(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching(engine).await?;
    let switch = "return document.querySelector('.side-switch').checkVisibility()";
    assert_eq!(tablet.browser.script(switch, vec![]).await?, false);
    tablet.browser.resize(Window::Landscape).await?;
    let is_left = "
        const [side, dock] = ['.watch-side', '.watch-dock'].map(one => document.querySelector(one).getBoundingClientRect());
        if (side.right > dock.left && dock.right > side.left) return 'one over the other';
        return side.right <= dock.left ? 'left' : 'right'";
    assert_eq!(tablet.browser.script(is_left, vec![]).await?, "right");
    tablet.browser.press("Tellers links").await?;
    assert_eq!(tablet.browser.script(is_left, vec![]).await?, "left");
    tablet.count("turn").await?;
    tablet.counts("turn", 1).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    assert_eq!(tablet.browser.script(is_left, vec![]).await?, "left");
    tablet.browser.press("Tellers rechts").await?;
    assert_eq!(tablet.browser.script(is_left, vec![]).await?, "right");
    Ok(())
}

in_every_engine!(
    an_own_counter_counts_as_any_other_and_outlives_the_list,
    the_counters_change_sides_for_the_other_hand,
);

//! Kijken on every screen: what was just added is in sight, nothing lies over the counters, and what is folded stays open.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, Window, dist, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::By;

async fn watching(tablet: &Tablet) -> Result<()> {
    tablet.start_visit().await?;
    tablet.browser.fill("Kijkvraag van de leraar (optioneel)", "Krijgt iedereen een beurt?").await?;
    tablet.go_to(Step::Watch).await
}

/// Whether the newest line and what unfolds at it stand between the bar at the top and the bar for a note.
const NEWEST_IN_SIGHT: &str = "
    const line = document.querySelector('.log-line')?.getBoundingClientRect();
    const foot = document.querySelector('.watch-dock').getBoundingClientRect().top;
    const head = document.querySelector('.topbar').getBoundingClientRect().bottom;
    return !!line && line.top >= Math.max(head, 0) && line.bottom <= foot;
";

/// Notes a line as a person does: by the keyboard, so that the driver scrolls nothing.
async fn note(tablet: &Tablet, text: &str) -> Result<()> {
    let field = tablet.browser.session().find(By::Id("note")).await?;
    field.send_keys(text).await?;
    field.send_keys("\u{e007}").await?;
    let is_newest = "return document.querySelector('.log textarea')?.value === arguments[0]";
    tablet.browser.until_true("the line in the log", is_newest, vec![json!(text)]).await?;
    tablet.browser.until_true("the line in sight", NEWEST_IN_SIGHT, vec![]).await
}

/// How far the page is scrolled, once it rests: where it was at the look before.
async fn scrolled(tablet: &Tablet) -> Result<Value> {
    // Two frames apart: what a tap asks for is done in the next one.
    let watch = "window.restsAt = undefined;
        const look = before => requestAnimationFrame(() => requestAnimationFrame(() => {
            if (before === scrollY) window.restsAt = scrollY; else look(scrollY);
        }));
        look(scrollY)";
    tablet.browser.script(watch, vec![]).await?;
    let rests = "return window.restsAt !== undefined";
    tablet.browser.until_true("a page at rest", rests, vec![]).await?;
    tablet.browser.script("return scrollY", vec![]).await
}

async fn each_added_line_comes_in_sight_and_nothing_else_moves(tablet: &Tablet) -> Result<()> {
    watching(tablet).await?;
    tablet.browser.press("Start de les").await?;
    for n in 0..8 {
        note(
            tablet,
            &format!("Regel {n}: de leraar loopt rond en kijkt mee in het schrift van wie vastloopt"),
        )
        .await?;
    }
    // In sight already: the page stays.
    let before = scrolled(tablet).await?;
    note(tablet, "kort").await?;
    assert_eq!(scrolled(tablet).await?, before);
    // Far from it: the page comes back.
    tablet.browser.script("scrollTo(0, document.documentElement.scrollHeight)", vec![]).await?;
    note(tablet, "nog een").await?;
    // What unfolds at a line is in sight too.
    tablet.browser.script("document.querySelector('.log-opener').click()", vec![]).await?;
    tablet
        .browser
        .until_true("its tags", "return !!document.querySelector('.log-line .chip')", vec![])
        .await?;
    tablet.browser.until_true("the tags in sight", NEWEST_IN_SIGHT, vec![]).await
}

async fn what_was_added_stands_above_the_bar_on_a_tablet(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.resize(Window::Landscape).await?;
    each_added_line_comes_in_sight_and_nothing_else_moves(&tablet).await
}

async fn what_was_added_stands_above_the_bar_on_a_phone(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 390, 844).await?;
    each_added_line_comes_in_sight_and_nothing_else_moves(&tablet).await
}

async fn on_its_side_the_bar_covers_no_counter_and_the_counters_stand_in_two_columns(
    engine: Engine,
) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.resize(Window::Landscape).await?;
    watching(&tablet).await?;
    let covered = "
        const box = selector => document.querySelector(selector).getBoundingClientRect();
        return box('.watch-dock').right <= box('.watch-side').left";
    assert_eq!(tablet.browser.script(covered, vec![]).await?, true);
    // Each group is a block with straight sides.
    let ragged = "
        const middle = box => (box.top + box.bottom) / 2;
        return [...document.querySelectorAll('.counters:not([data-group=own])')].filter(group => {
            const lines = [];
            for (const cell of group.children) {
                const box = cell.getBoundingClientRect();
                const line = lines.find(line => Math.abs(middle(line[0]) - middle(box)) < 8);
                line ? line.push(box) : lines.push([box]);
            }
            const sides = lines.map(
                line => [Math.min(...line.map(box => box.left)), Math.max(...line.map(box => box.right))].map(Math.round).join());
            return lines.length > 3 || new Set(sides).size !== 1;
        }).map(group => group.dataset.group)";
    assert_eq!(tablet.browser.script(ragged, vec![]).await?, json!([]));
    Ok(())
}

/// A tablet on its side, of exactly this size whatever a window has around it. The frame is larger than some windows, so no
/// driver can tap in all of it.
async fn watching_on_its_side(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 1194, 834).await?;
    tablet.jump("#/nieuw", "Voorbereiden").await?;
    let hash = tablet.hash().await?.replace(Step::Prepare.slug(), Step::Watch.slug());
    tablet.jump(&hash, Step::Watch.name()).await?;
    Ok((server, tablet))
}

/// Presses by script.
async fn press(tablet: &Tablet, name: &str) -> Result<()> {
    let script = "
        const named = one => one.ariaLabel === arguments[0] || one.textContent.trim().startsWith(arguments[0]);
        const button = [...document.querySelectorAll('button')].find(named);
        button?.click();
        return !!button";
    tablet.browser.until_true(name, script, vec![json!(name)]).await
}

async fn on_its_side_all_counters_begin_in_sight_and_no_word_breaks(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching_on_its_side(engine).await?;
    press(&tablet, "Eigen tellers wijzigen").await?;
    tablet.browser.rewrite_list("own-counters", "Compliment\nWisbordje\nBeurt per naam\nWachttijd").await?;
    press(&tablet, "Klaar").await?;
    let begins = "scrollTo(0, 0); document.querySelector('.watch-side').scrollTo(0, 0);
        const own = document.querySelector('[data-counter=Compliment]')?.getBoundingClientRect();
        return !!own && own.bottom <= document.querySelector('.bottombar').getBoundingClientRect().top";
    tablet.browser.until_true("the first own counter above the bar", begins, vec![]).await?;
    // Also beside a scroll bar as wide as they come.
    let breaks = "
        const side = document.querySelector('.watch-side');
        side.style.setProperty('padding-right', `calc(0.375rem + ${17 - side.offsetWidth + side.clientWidth}px)`);
        return [...document.querySelectorAll('.counter-more > :first-child')].filter(name => {
            const range = document.createRange();
            range.selectNodeContents(name);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
            return lines > name.textContent.split(' ').length;
        }).map(name => name.textContent)";
    assert_eq!(tablet.browser.script(breaks, vec![]).await?, json!([]));
    Ok(())
}

async fn the_minutes_of_a_phase_touch_no_word_of_its_name(engine: Engine) -> Result<()> {
    let (_server, tablet) = watching_on_its_side(engine).await?;
    for phase in ["Begeleid oefenen", "Zelfstandig werken"] {
        press(&tablet, phase).await?;
        tablet.is_in_phase(phase).await?;
    }
    let touching = "return [...document.querySelectorAll('.phase')].filter(phase => {
        const [name, minutes] = [...phase.children].map(one => one.getBoundingClientRect());
        return minutes.height > 0 && phase.textContent.includes('min') && name.bottom > minutes.top;
    }).map(phase => phase.textContent)";
    assert_eq!(tablet.browser.script(touching, vec![]).await?, json!([]));
    Ok(())
}

async fn a_long_phrase_can_be_read_whole(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 320, 700).await?;
    watching(&tablet).await?;
    tablet.browser.press("Snelle zinnen wijzigen").await?;
    let long = "Vraagt aan wie niet meedoet wat hij van het antwoord van een ander vindt";
    tablet.browser.rewrite_list("phrases", long).await?;
    tablet.browser.press("Klaar").await?;
    let is_whole = "
        const phrase = document.querySelector('.phrase');
        if (!phrase || phrase.textContent !== arguments[0]) return false;
        const [box, list] = [phrase, phrase.parentElement].map(one => one.getBoundingClientRect());
        return box.left >= list.left && box.right <= list.right && phrase.scrollHeight <= phrase.clientHeight";
    tablet.browser.until_true("the whole phrase", is_whole, vec![json!(long)]).await
}

async fn the_names_of_phases_and_scan_stand_in_the_middle(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    watching(&tablet).await?;
    let off = "
        const middle = box => (box.top + box.bottom) / 2;
        return [...document.querySelectorAll('.phase, .scan-button')].filter(one => {
            const words = one.firstElementChild.getBoundingClientRect();
            return Math.abs(middle(words) - middle(one.getBoundingClientRect())) > 1.5;
        }).map(one => one.textContent)";
    assert_eq!(tablet.browser.script(off, vec![]).await?, json!([]));
    tablet.start_phase("Instructie").await?;
    tablet.is_in_phase("Instructie").await?;
    assert_eq!(tablet.browser.script(off, vec![]).await?, json!([]));
    Ok(())
}

async fn a_phone_folds_the_counters_until_they_are_opened_and_then_they_stay(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 390, 844).await?;
    watching(&tablet).await?;
    let seen = "return ['#timer', '.phase', '#note', '#scan-open', '[data-counter=turn]'].map(
        one => document.querySelector(one).checkVisibility())";
    assert_eq!(tablet.browser.script(seen, vec![]).await?, json!([true, true, true, true, false]));
    tablet.browser.fill("Nieuwe regel", "half").await?;
    tablet.browser.press("Tellen").await?;
    assert_eq!(tablet.browser.script(seen, vec![]).await?, json!([true, true, true, true, true]));
    // However much stands above it, the field for a note stays at the foot.
    let at_hand = "scrollTo(0, 0); const box = document.querySelector('#note').getBoundingClientRect();
        return box.bottom < innerHeight && document.elementFromPoint(box.left + 20, box.top + 20).id === 'note'";
    assert_eq!(tablet.browser.script(at_hand, vec![]).await?, true);
    tablet.count("turn").await?;
    tablet.counts("turn", 1).await?;
    // A tap on a counter leaves the word that is being written, and the keyboard, where they are.
    let typing = "return document.activeElement.id + document.activeElement.value";
    assert_eq!(tablet.browser.script(typing, vec![]).await?, "notehalf");
    tablet.go_to(Step::Score).await?;
    tablet.go_to(Step::Watch).await?;
    assert_eq!(tablet.browser.script(seen, vec![]).await?, json!([true, true, true, true, true]));
    tablet.browser.press("English").await?;
    tablet.is_at("Watch").await?;
    assert_eq!(tablet.browser.script(seen, vec![]).await?, json!([true, true, true, true, true]));
    tablet.browser.press("Count").await?;
    assert_eq!(tablet.browser.script(seen, vec![]).await?, json!([true, true, true, true, false]));
    Ok(())
}

async fn typing_a_note_moves_nothing(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::small(engine, &server.origin(), 820, 900).await?;
    watching(&tablet).await?;
    for n in 0..8 {
        note(&tablet, &format!("Regel {n}")).await?;
    }
    // What the last line had the page do is done.
    scrolled(&tablet).await?;
    // Where a finger puts it: nothing has scrolled for it.
    let focus = "scrollTo(0, 0); document.getElementById('note').focus({ preventScroll: true })";
    tablet.browser.script(focus, vec![]).await?;
    tablet.browser.session().find(By::Id("note")).await?.send_keys("Wisbordjes").await?;
    assert_eq!(scrolled(&tablet).await?, json!(0));
    Ok(())
}

in_every_engine!(
    typing_a_note_moves_nothing,
    what_was_added_stands_above_the_bar_on_a_tablet,
    what_was_added_stands_above_the_bar_on_a_phone,
    on_its_side_the_bar_covers_no_counter_and_the_counters_stand_in_two_columns,
    on_its_side_all_counters_begin_in_sight_and_no_word_breaks,
    the_minutes_of_a_phase_touch_no_word_of_its_name,
    a_long_phrase_can_be_read_whole,
    the_names_of_phases_and_scan_stand_in_the_middle,
    a_phone_folds_the_counters_until_they_are_opened_and_then_they_stay,
);

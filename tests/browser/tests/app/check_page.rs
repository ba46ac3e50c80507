//! Controle: what is still open, ways to change it, and the way back to the same place.

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Step, Tablet, dist, fill_whole_visit, fixtures, in_every_engine};
use serde_json::{Value, json};
use thirtyfour::By;

/// A tablet with a new visit, at Controle.
async fn at_check(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Check).await?;
    Ok((server, tablet))
}

/// The links of the list of what is open, by their visible text.
async fn open_links(tablet: &Tablet) -> Result<Value> {
    let links = "return [...document.querySelectorAll('.notice a[id^=open-]')].map(one => one.textContent)";
    tablet.browser.script(links, vec![]).await
}

/// Waits until the focus is on (or in) the element, and all of the element's top is in sight between the bars.
async fn is_led_to(tablet: &Tablet, selector: &str) -> Result<()> {
    let script = "
        const place = document.querySelector(arguments[0]);
        if (!place?.contains(document.activeElement)) return false;
        const box = place.getBoundingClientRect();
        const seen = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 24) / 2);
        return !!seen && (place.contains(seen) || seen.contains(place));
    ";
    tablet
        .browser
        .until_true(&format!("the focus on {selector}, in sight"), script, vec![json!(selector)])
        .await
}

async fn a_colleague_who_is_named_is_pointed_out_and_stops_nothing(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    tablet.visit("#/team").await?;
    tablet.add_colleague("Fatma Yildiz").await?;
    browser.follow("Lesbezoek").await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    tablet.note_line("De assistent loopt een ronde", &[]).await?;
    tablet.go_to(Step::Check).await?;
    let pointed = "return document.getElementById('names-in-notes')?.textContent ?? ''";
    assert_eq!(browser.script(pointed, vec![]).await?, "");
    tablet.go_to(Step::Talk).await?;
    browser.fill("Hoe kijkt de leraar zelf terug?", "Het ging zoals bij Fatma").await?;
    tablet.is_kept().await?;
    tablet.go_to(Step::Check).await?;
    browser.sees("Fatma Yildiz").await?;
    assert!(browser.script(pointed, vec![]).await?.as_str().unwrap().contains("Fatma Yildiz"));
    Ok(())
}

async fn what_is_open_is_listed_and_never_blocks(engine: Engine) -> Result<()> {
    let (_server, tablet) = at_check(engine).await?;
    let links = open_links(&tablet).await?;
    let links: Vec<&str> = links.as_array().context("links")?.iter().filter_map(Value::as_str).collect();
    // Two names, 25 indicators, an agreement.
    assert_eq!(links.len(), 28);
    for expected in ["De naam van de leraar is nog niet ingevuld.", "D1", "F8", "Er is nog geen afspraak."] {
        assert!(links.contains(&expected), "{expected} in {links:?}");
    }
    tablet.browser.press("Bezoek afronden").await?;
    tablet.browser.sees("Dit bezoek is afgerond.").await?;
    assert_eq!(open_links(&tablet).await?, json!([]));
    Ok(())
}

async fn each_open_point_leads_to_its_field_and_is_gone_when_it_is_filled(engine: Engine) -> Result<()> {
    let (_server, tablet) = at_check(engine).await?;
    tablet.browser.follow("De naam van de leraar is nog niet ingevuld.").await?;
    is_led_to(&tablet, "#teacher").await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.browser.session().back().await?;
    tablet.is_at("Juf Ans").await?;
    tablet.browser.tap(By::Id("open-indicator-I4"), "I4").await?;
    is_led_to(&tablet, "fieldset[data-indicator=I4]").await?;
    tablet.answer("I4", "3").await?;
    tablet.go_to(Step::Check).await?;
    let links = open_links(&tablet).await?;
    assert!(!links.as_array().context("links")?.contains(&json!("I4")));
    tablet.browser.follow("Er is nog geen afspraak.").await?;
    is_led_to(&tablet, "#agreements").await
}

async fn a_lesson_without_an_end_and_a_four_without_evidence_are_open(engine: Engine) -> Result<()> {
    let (_server, tablet) = at_check(engine).await?;
    tablet.go_to(Step::Watch).await?;
    tablet.browser.press("Start de les").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "4").await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.sees("De laagste of de hoogste score, nog zonder bewijs:").await?;
    tablet.browser.tap(By::Id("open-indicator-D1"), "D1").await?;
    is_led_to(&tablet, "fieldset[data-indicator=D1]").await?;
    tablet.explain("D1", "Gezien").await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.follow("De les is gestart en nog niet beëindigd.").await?;
    is_led_to(&tablet, "#timer").await?;
    tablet.browser.press("Einde les").await?;
    tablet.go_to(Step::Check).await?;
    let links = open_links(&tablet).await?;
    let links: Vec<&str> = links.as_array().context("links")?.iter().filter_map(Value::as_str).collect();
    // Two names, 24 indicators, an agreement.
    assert_eq!((links.len(), links.contains(&"D1")), (27, false));
    Ok(())
}

async fn a_whole_lesson_has_nothing_open(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.import(fixtures()?.first().context("a lesson")?).await?;
    tablet.jump("", "Lesbezoeken").await?;
    tablet.browser.tap(By::Css(".visit-link"), "the visit").await?;
    tablet.browser.press("Heropenen").await?;
    tablet.browser.sees("Er staat niets meer open.").await
}

/// The link that changes an answer, and how far it is from the top of the window.
async fn stands_at(tablet: &Tablet, id: &str) -> Result<f64> {
    let top = "return document.getElementById(arguments[0]).getBoundingClientRect().top";
    tablet.browser.script(top, vec![json!(id)]).await?.as_f64().context("a place")
}

async fn changing_an_answer_ends_where_it_began(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    fill_whole_visit(&tablet).await?;
    tablet.go_to(Step::Check).await?;
    for (id, target) in
        [("change-indicator-D6", "fieldset[data-indicator=D6]"), ("change-observer-view", "#observer-view")]
    {
        // By the browser's way back, and by the row of steps: an installed app has no back button.
        for by_steps in [false, true] {
            tablet.browser.tap(By::Id(id), id).await?;
            is_led_to(&tablet, target).await?;
            if by_steps {
                tablet.go_to(Step::Check).await?;
            } else {
                tablet.browser.session().back().await?;
            }
            is_led_to(&tablet, &format!("#{id}")).await?;
            // `tap` has put it in the middle of the window.
            let middle = tablet.browser.script("return innerHeight / 2", vec![]).await?;
            let off = stands_at(&tablet, id).await? - middle.as_f64().context("a height")?;
            assert!(off.abs() < 60.0, "{id}: {off} px off, by steps: {by_steps}");
        }
    }
    // Who comes by another way begins at the top.
    tablet.go_to(Step::Talk).await?;
    tablet.go_to(Step::Check).await?;
    is_led_to(&tablet, "#page-title").await
}

async fn the_address_of_a_place_opens_there(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.visit(&format!("#/bezoek/{id}/scoren/indicator-F6")).await?;
    is_led_to(&tablet, "fieldset[data-indicator=F6]").await
}

/// What the section called `title` says, question by question: the question, then the lines under it.
const LINES: &str = "
    const title = [...document.querySelectorAll('.summary-section > h2')].find(one => one.textContent === arguments[0]);
    const rows = [...(title?.parentElement.querySelectorAll('.summary-row') ?? [])];
    const said = rows.map(row => [row.querySelector('dt').textContent, ...[...row.querySelectorAll('li')].map(one => one.textContent.replace(/^\\d+.\\d+ /, ''))]);
    return said.filter(row => row.length > 1);
";

async fn each_indicator_shows_its_lines_and_the_others_stand_apart(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    for (line, tags) in [
        ("Wisbordjes #D3", &[][..]),
        ("Rustig", &["Instructie"]),
        ("Deur open", &[]),
        ("Beurten", &["Feedback"]),
    ] {
        tablet.note_line(line, tags).await?;
    }
    tablet.go_to(Step::Score).await?;
    tablet.browser.tap(By::XPath("//fieldset[@data-indicator='F5']//summary"), "the details").await?;
    let line = By::XPath("//fieldset[@data-indicator='F5']//label[contains(., 'Beurten')]");
    tablet.browser.tap(line, "the line").await?;
    tablet.go_to(Step::Check).await?;
    let lines = async |title: &str| tablet.browser.script(LINES, vec![json!(title)]).await;
    let d3 = "D3 De leraar stemt de verwerking af op de leerlingen.";
    assert_eq!(lines("Differentiatie").await?, json!([[d3, "Wisbordjes #D3"]]));
    let f5 = "F5 De leraar verdeelt feedback over alle leerlingen.";
    assert_eq!(lines("Feedback").await?, json!([[f5, "Beurten"]]));
    let loose = json!([["Instructie", "Rustig"], ["Overig", "Deur open"]]);
    assert_eq!(lines("Regels zonder indicator").await?, loose);
    tablet.browser.press("English").await?;
    let loose = json!([["Instruction", "Rustig"], ["Other", "Deur open"]]);
    assert_eq!(lines("Lines without an indicator").await?, loose);
    Ok(())
}

in_every_engine!(
    a_colleague_who_is_named_is_pointed_out_and_stops_nothing,
    each_indicator_shows_its_lines_and_the_others_stand_apart,
    what_is_open_is_listed_and_never_blocks,
    each_open_point_leads_to_its_field_and_is_gone_when_it_is_filled,
    a_lesson_without_an_end_and_a_four_without_evidence_are_open,
    a_whole_lesson_has_nothing_open,
    changing_an_answer_ends_where_it_began,
    the_address_of_a_place_opens_there,
);

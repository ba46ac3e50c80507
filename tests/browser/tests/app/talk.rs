//! The talk: her words first, no score in sight until both want it, both confirm, and the next visit takes it up.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Server, Step, Tablet, dist, fill_whole_visit, in_every_engine, violations};
use serde_json::{Value, json};
use thirtyfour::By;

/// A tablet with a visit that is filled in, at Gesprek.
async fn in_the_talk(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    fill_whole_visit(&tablet).await?;
    Ok((server, tablet))
}

async fn hides(tablet: &Tablet, words: &[&str]) -> Result<()> {
    for word in words {
        let script = "return !document.querySelector('main').textContent.includes(arguments[0])";
        tablet.browser.until_true(&format!("no \"{word}\""), script, vec![json!(word)]).await?;
    }
    Ok(())
}

async fn no_axe_violations(tablet: &Tablet) -> Result<()> {
    let found = violations(&tablet.browser).await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

async fn no_score_is_in_sight_until_both_choose_to_look(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let browser = &tablet.browser;
    // What was scored, and what it rests on.
    let scores = [
        "3 (meer sterk dan zwak)",
        "1 (zwak)",
        "Iedereen kreeg dezelfde tien sommen.",
        "Drie kinderen wachten op hulp.",
    ];
    hides(&tablet, &scores).await?;
    browser.press("Samen de scores bekijken").await?;
    for words in scores {
        browser.sees(words).await?;
    }
    tablet.is_kept().await?;
    tablet.reload().await?;
    browser.sees("1 (zwak)").await?;
    no_axe_violations(&tablet).await?;
    browser.press("Scores verbergen").await?;
    hides(&tablet, &scores).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    browser.sees("Samen de scores bekijken").await?;
    hides(&tablet, &scores).await
}

async fn each_step_of_the_talk_is_one_tap_away(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let at = "const title = document.getElementById(arguments[0]);
        const box = title.getBoundingClientRect();
        return document.activeElement === title && title.contains(document.elementFromPoint(box.left + 60, box.top + 9));";
    // The one that was gone to last leads there again.
    for (step, title) in [
        ("Verder", "talk-next"),
        ("Leraar", "talk-teacher"),
        ("Betekenis", "talk-meaning"),
        ("Gezien", "talk-seen"),
        ("Verder", "talk-next"),
    ] {
        let link = tablet.browser.session().find(By::XPath(format!("//nav//a[.='{step}']"))).await?;
        link.click().await?;
        tablet.browser.until_true(&format!("the step {step}, in sight"), at, vec![json!(title)]).await?;
        tablet.browser.script("scrollBy({ top: 60, behavior: 'instant' })", vec![]).await?;
    }
    Ok(())
}

const TICKS: &str =
    "return ['teacher', 'observer'].map(who => document.getElementById('confirm-' + who).checked)";

async fn ticks_are(tablet: &Tablet, on: bool) -> Result<()> {
    let script = "return ['teacher', 'observer'].every(who => document.getElementById('confirm-' + who).checked === arguments[0])";
    tablet.browser.until_true(&format!("both ticks: {on}"), script, vec![json!(on)]).await
}

async fn both_confirm(tablet: &Tablet) -> Result<()> {
    for who in ["leraar", "observator"] {
        let tick = By::XPath(format!("//label[contains(., 'Klopt zo: {who}')]/input"));
        tablet.browser.tap(tick, who).await?;
    }
    ticks_are(tablet, true).await
}

async fn a_change_takes_the_ticks_away_and_undo_gives_them_back(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let browser = &tablet.browser;
    browser.sees("Krijgt iedereen genoeg denktijd?").await?;
    browser.fill("Wat is het antwoord op de vraag?", "Bijna iedereen.").await?;
    assert_eq!(browser.script(TICKS, vec![]).await?, json!([false, false]));
    both_confirm(&tablet).await?;
    // Who takes a tick back has changed nothing that was said.
    browser.press("Ongedaan maken").await?;
    browser.press("Ongedaan maken").await?;
    ticks_are(&tablet, false).await?;
    hides(&tablet, &["Het gesprek is veranderd"]).await?;
    both_confirm(&tablet).await?;
    // Words.
    browser.fill("Wat is het antwoord op de vraag?", " Of niet?").await?;
    ticks_are(&tablet, false).await?;
    browser.sees("Het gesprek is veranderd, dus de vinkjes zijn weg.").await?;
    browser.press("Ongedaan maken").await?;
    ticks_are(&tablet, true).await?;
    assert_eq!(browser.value_of("Wat is het antwoord op de vraag?").await?, "Bijna iedereen.");
    hides(&tablet, &["Het gesprek is veranderd"]).await?;
    // A tap.
    browser.press("Weghalen: Afspraak 1").await?;
    ticks_are(&tablet, false).await?;
    browser.press("Ongedaan maken").await?;
    ticks_are(&tablet, true).await?;
    assert_eq!(browser.value_of("Wat").await?, "Hulpronde proberen");
    // What is begun and says nothing yet.
    browser.press("Sterk punt erbij").await?;
    ticks_are(&tablet, true).await?;
    tablet.reload().await?;
    ticks_are(&tablet, true).await?;
    let visit = tablet.exported_visit().await?;
    let talk = &visit["talk"];
    assert!(talk["confirmed_by_teacher"].is_string() && talk["confirmed_by_observer"].is_string());
    assert_eq!(talk["answer"], "Bijna iedereen.");
    browser.press("Verslag tonen").await?;
    let report = browser.value_of("Verslag als tekst").await?;
    assert!(
        report.contains("Wat is het antwoord op de vraag?\n  Bijna iedereen.\n\nKlopt zo: leraar ("),
        "{report}"
    );
    Ok(())
}

/// Chooses in a list as a finger does, without the list of the system, which no driver reaches in every engine.
const CHOOSE: &str = "const list = document.querySelector(arguments[0]);
    list.value = arguments[1];
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return list.value === arguments[1]";

async fn a_point_belongs_to_an_indicator_if_both_want_so(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let browser = &tablet.browser;
    let list = json!("#strengths select");
    let shown = "return document.querySelector(arguments[0]).value === arguments[1]";
    browser.until_true("the list", CHOOSE, vec![list.clone(), json!("I6")]).await?;
    browser.press("Ongedaan maken").await?;
    browser.until_true("no indicator", shown, vec![list.clone(), json!("")]).await?;
    browser.until_true("the list", CHOOSE, vec![list.clone(), json!("I7")]).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    browser.until_true("the indicator", shown, vec![list, json!("I7")]).await?;
    let visit = tablet.exported_visit().await?;
    assert_eq!(visit["talk"]["strengths"][0]["indicator"], "I7");
    browser.sees("Wisbordjes bij elke stap (I7)").await
}

/// Whether all that was written in the fields of the points is in sight, and how wide each is beside its row.
const POINTS_IN_SIGHT: &str = "
    return [...document.querySelectorAll('.point > .field:first-child > :last-child')].map(field => {
        const fits = field.scrollHeight <= field.clientHeight + 1 && field.scrollWidth <= field.clientWidth;
        return fits && field.offsetWidth > 0.98 * field.closest('.point').clientWidth;
    })";

async fn a_point_is_read_whole_on_a_phone_and_on_a_tablet(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    for (width, height) in [(390, 844), (820, 900)] {
        let tablet = Tablet::small(engine, &server.origin(), width, height).await?;
        let browser = &tablet.browser;
        tablet.start_visit().await?;
        tablet.go_to(Step::Talk).await?;
        for (add, label) in [("Sterk punt erbij", "Sterk punt"), ("Ontwikkelpunt erbij", "Ontwikkelpunt")] {
            browser.press(add).await?;
            browser.fill(label, "Iedereen kreeg bij elke stap van de uitleg de tijd.").await?;
        }
        assert_eq!(
            browser.script(POINTS_IN_SIGHT, vec![]).await?,
            json!([true, true]),
            "{width} pixels wide"
        );
    }
    Ok(())
}

async fn what_a_lesson_alone_does_not_show_stands_apart(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let browser = &tablet.browser;
    let is_open = "return document.getElementById('around').open";
    assert_eq!(browser.script(is_open, vec![]).await?, Value::Bool(false));
    browser.tap(By::Css("#around > summary"), "Rond de les").await?;
    let question = "Hoe zijn resultaten gebruikt bij het voorbereiden?";
    browser.fill(question, "De toets van M5.").await?;
    no_axe_violations(&tablet).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    assert_eq!(browser.script(is_open, vec![]).await?, Value::Bool(true));
    assert_eq!(browser.value_of(question).await?, "De toets van M5.");
    let visit = tablet.exported_visit().await?;
    assert_eq!(visit["talk"]["told_of_preparing"], "De toets van M5.");
    assert!(visit["log"].as_array().unwrap().iter().all(|line| line["text"] != "De toets van M5."));
    browser.sees("Rond de les (verteld, niet gezien)").await
}

async fn complete(tablet: &Tablet) -> Result<()> {
    tablet.go_to(Step::Check).await?;
    tablet.browser.press("Bezoek afronden").await?;
    tablet.browser.sees("Dit bezoek is afgerond.").await
}

async fn begin_with(tablet: &Tablet, teacher: &str) -> Result<String> {
    tablet.visit("").await?;
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", teacher).await?;
    Ok(id)
}

async fn the_next_visit_asks_what_came_of_what_was_agreed(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let browser = &tablet.browser;
    let first = tablet.exported_visit().await?;
    let first_id = first["id"].as_str().unwrap().to_owned();
    complete(&tablet).await?;
    let closed = browser
        .script(
            "return Object.entries(localStorage).find(([key]) => key.endsWith(arguments[0]))[1]",
            vec![json!(first_id)],
        )
        .await?;

    let second = begin_with(&tablet, "meester bram ").await?;
    for words in ["Afspraken van de vorige keer", "Hulpronde proberen", "Bram, 01-12-2026"] {
        browser.sees(words).await?;
    }
    no_axe_violations(&tablet).await?;
    browser
        .tap(By::XPath("//label[contains(@class, 'segment')][contains(., 'Deels gelukt')]"), "Deels gelukt")
        .await?;
    browser.fill("Kort erbij (optioneel)", "Twee keer gedaan.").await?;
    tablet.go_to(Step::Talk).await?;
    assert_eq!(browser.value_of("Kort erbij (optioneel)").await?, "Twee keer gedaan.");
    no_axe_violations(&tablet).await?;
    let visit = tablet.exported_visit().await?;
    let taken_up = &visit["talk"]["follow_ups"][0];
    assert_eq!(visit["talk"]["follows"], json!(first_id));
    assert_eq!(taken_up["agreement"], first["talk"]["agreements"][0]);
    assert_eq!((&taken_up["outcome"], &taken_up["note"]), (&json!("partly"), &json!("Twee keer gedaan.")));
    browser.sees("Vorige afspraak").await?;
    browser.press("Verslag tonen").await?;
    let report = browser.value_of("Verslag als tekst").await?;
    assert!(report.contains("Afspraken van de vorige keer:\n  • Hulpronde proberen\n"), "{report}");
    complete(&tablet).await?;
    tablet.go_to(Step::Talk).await?;
    browser.sees("Twee keer gedaan.").await?;
    // The first visit is as it was.
    let now = browser
        .script(
            "return Object.entries(localStorage).find(([key]) => key.endsWith(arguments[0]))[1]",
            vec![json!(first_id)],
        )
        .await?;
    assert_eq!(now, closed);

    // Done in part is open again, and asked anew.
    begin_with(&tablet, "Meester Bram").await?;
    browser.sees("Hulpronde proberen").await?;
    assert_eq!(browser.value_of("Kort erbij (optioneel)").await?, "");
    let third = tablet.exported_visit().await?;
    assert_eq!(third["talk"]["follows"], json!(second));
    assert_eq!(third["talk"]["follow_ups"][0]["visit"], json!(first_id));
    Ok(())
}

async fn what_was_agreed_with_one_teacher_is_not_shown_with_another(engine: Engine) -> Result<()> {
    let (_server, tablet) = in_the_talk(engine).await?;
    let browser = &tablet.browser;
    complete(&tablet).await?;
    begin_with(&tablet, "Meester Bram").await?;
    browser.sees("Hulpronde proberen").await?;
    browser.fill("Leraar", "s broer").await?;
    hides(&tablet, &["Hulpronde proberen", "Afspraken van de vorige keer"]).await?;
    // Who does not want it here takes it out, and it stays out.
    begin_with(&tablet, "Meester Bram").await?;
    browser.press("Weghalen: Vorige afspraak 1").await?;
    hides(&tablet, &["Hulpronde proberen"]).await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("Hulpronde proberen").await?;
    browser.press("Weghalen: Vorige afspraak 1").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.go_to(Step::Talk).await?;
    hides(&tablet, &["Hulpronde proberen"]).await?;
    let visit = tablet.exported_visit().await?;
    assert!(visit["talk"]["follow_ups"].is_null(), "{}", visit["talk"]);
    Ok(())
}

in_every_engine!(
    no_score_is_in_sight_until_both_choose_to_look,
    each_step_of_the_talk_is_one_tap_away,
    a_change_takes_the_ticks_away_and_undo_gives_them_back,
    a_point_belongs_to_an_indicator_if_both_want_so,
    a_point_is_read_whole_on_a_phone_and_on_a_tablet,
    what_a_lesson_alone_does_not_show_stands_apart,
    the_next_visit_asks_what_came_of_what_was_agreed,
    what_was_agreed_with_one_teacher_is_not_shown_with_another,
);

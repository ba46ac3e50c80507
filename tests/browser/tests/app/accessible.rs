//! Every screen passes axe, filled and empty, in every theme; targets are large enough.

use anyhow::{Context, Result, bail};
use browser_tests::{Engine, Server, Step, Tablet, Window, dist, fixtures, in_every_engine, violations};
use thirtyfour::By;

async fn no_violations(tablet: &Tablet, screen: &str) -> Result<()> {
    let found = violations(&tablet.browser).await?;
    if !found.is_empty() {
        bail!("{screen}: {found:#?}");
    }
    Ok(())
}

async fn every_screen(tablet: &Tablet, theme: &str) -> Result<()> {
    tablet.visit("").await?;
    no_violations(tablet, &format!("list of visits, {theme}")).await?;
    tablet.start_visit().await?;
    for step in Step::ALL {
        tablet.go_to(step).await?;
        if step == Step::Watch {
            tablet.note_line("Wisbordjes #D3", &["werkt"]).await?;
            tablet.count("turn").await?;
            tablet.start_phase("Instructie").await?;
            tablet.open_scan().await?;
            // With the rubric beside the log.
            tablet.browser.resize(Window::Landscape).await?;
            no_violations(tablet, &format!("Kijken on its side, {theme}")).await?;
            tablet.browser.resize(Window::Portrait).await?;
        }
        if step == Step::Score {
            tablet.answer("D1", "3").await?;
            tablet.explain("D2", "Notitie").await?;
        }
        if step == Step::Talk {
            tablet.browser.press("Afspraak erbij").await?;
            tablet.browser.press("Ontwikkelpunt erbij").await?;
            tablet.browser.press("Samen de scores bekijken").await?;
            tablet.browser.sees("3 (meer sterk dan zwak)").await?;
        }
        no_violations(tablet, &format!("{}, {theme}", step.name())).await?;
    }
    tablet.browser.press("Bezoek afronden").await?;
    tablet.browser.press("Tonen als tekst").await?;
    no_violations(tablet, &format!("completed, {theme}")).await?;
    tablet.visit("#/gegevens").await?;
    no_violations(tablet, &format!("Gegevens, {theme}")).await?;
    if let Some(lesson) = fixtures()?.first() {
        tablet.pick_import(lesson).await?;
        tablet.browser.sees("importeren").await?;
        no_violations(tablet, &format!("import, {theme}")).await?;
    }
    team_screens(tablet, theme).await?;
    rubric_screens(tablet, theme).await?;
    tablet.visit("#/bestaat-niet").await?;
    no_violations(tablet, &format!("not found, {theme}")).await
}

/// The rubrics, and one in the making that may not be published yet.
async fn rubric_screens(tablet: &Tablet, theme: &str) -> Result<()> {
    tablet.visit("#/kijkwijzers").await?;
    no_violations(tablet, &format!("Kijkwijzers, {theme}")).await?;
    tablet.browser.tap(By::XPath("(//button[.='Kopieer en pas aan'])[1]"), "Kopieer en pas aan").await?;
    tablet.browser.tap(By::Id("head-D1"), "D1").await?;
    tablet.browser.press("Indicator erbij: Domein D").await?;
    tablet.browser.press("Publiceer").await?;
    tablet.browser.sees("Dit moet nog voordat je kunt publiceren").await?;
    no_violations(tablet, &format!("a rubric in the making, {theme}")).await
}

/// The people of the school with a list that has an error, and who visited whom.
async fn team_screens(tablet: &Tablet, theme: &str) -> Result<()> {
    tablet.visit("#/team").await?;
    tablet.paste_list(&format!("Naam;Jaren\nAnna {theme};2\nBram {theme};12\nZoë;veel\n")).await?;
    tablet.browser.sees("Regel 4").await?;
    no_violations(tablet, &format!("list of staff, {theme}")).await?;
    tablet.browser.press("2 collega's inlezen").await?;
    tablet.browser.sees("2 toegevoegd").await?;
    tablet.browser.press(&format!("Wijzig: Anna {theme}")).await?;
    tablet.browser.press("Zet in de lijst").await?;
    tablet.browser.sees("Vul een naam in.").await?;
    no_violations(tablet, &format!("Team, {theme}")).await?;
    tablet.visit("#/team/dekking").await?;
    let plan = By::XPath("(//button[starts-with(@aria-label, 'Plan dit bezoek')])[1]");
    tablet.browser.tap(plan, "Plan dit bezoek").await?;
    tablet.is_at("Voorbereiden").await?;
    // What is planned is no visit yet.
    let today = tablet.browser.script("return new Date().toLocaleDateString('sv')", vec![]).await?;
    tablet.browser.pick_day("Datum", today.as_str().context("a day")?).await?;
    tablet.is_kept().await?;
    tablet.jump("#/team/dekking", "Dekking").await?;
    tablet.browser.sees("Als lijst").await?;
    no_violations(tablet, &format!("Dekking, {theme}")).await
}

async fn no_screen_breaks_a_rule_of_axe(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    no_violations(&tablet, "empty list of visits").await?;
    for theme in ["light", "dark", "dim"] {
        let pick = "const theme = document.querySelector('select.theme'); theme.value = arguments[0];
            theme.dispatchEvent(new Event('change', {bubbles: true}))";
        tablet.browser.script(pick, vec![theme.into()]).await?;
        every_screen(&tablet, theme).await?;
    }
    Ok(())
}

/// Controls in sight that are lower or narrower than 48 px, or nearer than 8 px to their neighbour in the same group.
const SMALL: &str = r"
    const target = one => one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') ?? one : one;
    const all = [...document.querySelectorAll('main button, main a, main input, main textarea, main select, main summary')];
    const targets = [...new Set(all.filter(one => one.checkVisibility()).map(target))];
    const small = [];
    for (const one of targets) {
        const box = one.getBoundingClientRect();
        if (box.width === 0) continue;
        if (box.height < 47.5 || box.width < 47.5)
            small.push(`${one.tagName} ${(one.textContent || one.id).trim().slice(0, 30)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
    }
    return [...new Set(small)];
";

async fn every_control_is_48_pixels(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    for step in Step::ALL {
        tablet.visit(&format!("#/bezoek/{id}/{}", step.slug())).await?;
        if step == Step::Watch {
            tablet.note_line("Wisbordjes #D3", &[]).await?;
            tablet.open_scan().await?;
        }
        let small = tablet.browser.script(SMALL, Vec::new()).await?;
        assert_eq!(small, serde_json::json!([]), "{}", step.name());
    }
    tablet.visit("#/team").await?;
    tablet.add_colleague("Anna").await?;
    tablet.add_colleague("Bram").await?;
    for hash in ["", "#/gegevens", "#/team", "#/team/dekking", "#/kijkwijzers"] {
        tablet.visit(hash).await?;
        let small = tablet.browser.script(SMALL, Vec::new()).await?;
        assert_eq!(small, serde_json::json!([]), "{hash}");
    }
    Ok(())
}

/// Names that more than one control of the screen has; a tag that is on or off is told apart by its group.
const REPEATED: &str = "
    const all = [...document.querySelectorAll('main button, main a, main summary')];
    const names = all.filter(one => one.checkVisibility() && !one.hasAttribute('aria-pressed'))
        .map(one => one.getAttribute('aria-label') ?? one.textContent.trim());
    return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
";

async fn no_two_controls_of_a_list_have_one_name(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.go_to(Step::Watch).await?;
    for line in ["een", "twee"] {
        tablet.note_line(line, &[]).await?;
    }
    tablet.go_to(Step::Talk).await?;
    for add in ["Sterk punt erbij", "Ontwikkelpunt erbij", "Afspraak erbij"] {
        tablet.browser.press(add).await?;
        tablet.browser.press(add).await?;
    }
    tablet.browser.press("Weghalen: Sterk punt 1").await?;
    tablet.browser.press("Sterk punt erbij").await?;
    for step in [Step::Talk, Step::Score, Step::Check] {
        tablet.go_to(step).await?;
        let repeated = tablet.browser.script(REPEATED, Vec::new()).await?;
        assert_eq!(repeated, serde_json::json!([]), "{}", step.name());
    }
    Ok(())
}

in_every_engine!(
    no_screen_breaks_a_rule_of_axe,
    every_control_is_48_pixels,
    no_two_controls_of_a_list_have_one_name
);

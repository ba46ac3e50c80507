//! Two visits to one lesson beside each other.

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, violations};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A visit of `observer` to Juf Ans with these answers; gives back its id, at Controle.
async fn visit(tablet: &Tablet, observer: &str, answers: &[(&str, &str)]) -> Result<String> {
    let id = tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.browser.fill("Observator", observer).await?;
    tablet.go_to(Step::Score).await?;
    for (indicator, answer) in answers {
        tablet.answer(indicator, answer).await?;
    }
    tablet.go_to(Step::Check).await?;
    Ok(id)
}

/// The indicators in each table, with the answers of both.
async fn tables(tablet: &Tablet) -> Result<Value> {
    let script = "
        const row = one => [one.dataset.indicator, ...[...one.cells].slice(1).map(cell => cell.textContent)];
        return [...document.querySelectorAll('.side-table')].map(one => [...one.tBodies[0].rows].map(row))";
    tablet.browser.script(script, vec![]).await
}

async fn a_colleagues_file_is_laid_beside_the_own_visit_with_the_widest_difference_first(
    engine: Engine,
) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let folder = TempDir::new()?;
    let file = folder.path().join("noor.json");
    let colleague = Tablet::new(engine, &server.origin()).await?;
    visit(&colleague, "Noor", &[("D1", "3"), ("D3", "4"), ("I1", "4"), ("F1", "2"), ("F2", "not_observed")])
        .await?;
    std::fs::write(&file, colleague.export_text().await?)?;
    drop(colleague);

    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id =
        visit(&tablet, "Kees", &[("D1", "2"), ("D3", "1"), ("I1", "4"), ("F2", "1"), ("F3", "1")]).await?;
    let browser = &tablet.browser;
    browser.follow("Leg naast elkaar").await?;
    browser.sees("Er staat op dit apparaat geen ander bezoek aan deze les").await?;
    // Back is where one left: at the end of a long page.
    browser.session().back().await?;
    let is_there = "return document.activeElement?.id === 'to-compare' && scrollY > 100";
    browser.until_true("the link that was followed", is_there, vec![]).await?;
    tablet.import(&file).await?;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    browser.follow("Leg naast elkaar").await?;
    browser.sees("3 verschillen om te bespreken, het grootste eerst").await?;
    let (weak, strong) = ("1 (zwak)", "4 (sterk)");
    let (rather_weak, rather_strong) = ("2 (meer zwak dan sterk)", "3 (meer sterk dan zwak)");
    let expected = json!([
        [["D3", weak, strong], ["D1", rather_weak, rather_strong], ["F2", weak, "Niet gezien"]],
        [["I1", strong, strong]],
    ]);
    assert_eq!(tables(&tablet).await?, expected);
    let heads = "return [...document.querySelectorAll('.side-table')][0].tHead.rows[0].innerText.split(/\\s+/).join(' ')";
    assert_eq!(browser.script(heads, vec![]).await?, "Indicator Kees Noor");
    // Kappa by hand: the scores 2 1 4 and 3 4 4 are 4 points apart in 3 pairs, by chance 14 in 9: 1 - (4/3) / (14/9).
    for words in [
        "Alleen door een van jullie beantwoord: F1, F3.",
        "3 indicatoren kregen van beiden een score.",
        "1 van 3 (33 %)",
        "2 van 3 (67 %)",
        "0,14",
    ] {
        browser.sees(words).await?;
    }
    assert!(violations(browser).await?.is_empty());
    // Both stay as they were.
    browser.follow("Terug naar controle").await?;
    browser.sees("5 van 25 gescoord").await?;
    tablet.visit("").await?;
    browser.sees("door Noor").await
}

async fn a_deleted_visit_that_comes_back_is_there_at_once(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let browser = &tablet.browser;
    let first = visit(&tablet, "Kees", &[("D1", "2")]).await?;
    tablet.visit("").await?;
    visit(&tablet, "Noor", &[("D1", "4")]).await?;
    tablet.jump("", "Lesbezoeken").await?;
    let delete = "const row = [...document.querySelectorAll('.visit-row')].find(one => one.innerText.includes('Noor'));
        row?.querySelector('button[aria-label^=Verwijderen]').click();
        return !!row";
    browser.until_true("the visit of Noor", delete, vec![]).await?;
    browser.sees("Bezoek verwijderd").await?;
    tablet.jump(&format!("#/bezoek/{first}/naast-elkaar"), "Naast elkaar").await?;
    browser.sees("Er staat op dit apparaat geen ander bezoek aan deze les").await?;
    browser.press("Ongedaan maken").await?;
    browser.sees("1 verschil om te bespreken").await?;
    assert_eq!(tables(&tablet).await?, json!([[["D1", "2 (meer zwak dan sterk)", "4 (sterk)"]]]));
    Ok(())
}

in_every_engine!(
    a_colleagues_file_is_laid_beside_the_own_visit_with_the_widest_difference_first,
    a_deleted_visit_that_comes_back_is_there_at_once,
);

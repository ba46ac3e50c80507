//! The people of the school: by hand, from a list, in a visit, and with one name everywhere.

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, record_key, stored};
use serde_json::{Value, json};
use thirtyfour::By;

async fn on_team(engine: Engine) -> Result<(Server, Tablet)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.follow("Team").await?;
    tablet.is_at("Team").await?;
    Ok((server, tablet))
}

async fn focus_is_on(tablet: &Tablet, id: &str) -> Result<()> {
    let script = "return document.activeElement.id === arguments[0]";
    tablet.browser.until_true(&format!("the focus on {id}"), script, vec![json!(id)]).await
}

async fn colleagues_are_added_changed_deleted_and_brought_back(engine: Engine) -> Result<()> {
    let (_server, tablet) = on_team(engine).await?;
    tablet.browser.sees("Nog niemand.").await?;
    tablet.browser.press("Zet in de lijst").await?;
    tablet.browser.sees("Vul een naam in.").await?;
    focus_is_on(&tablet, "new-name").await?;
    tablet.add_colleague("Juf Noor").await?;
    tablet.add_colleague("Bram <b>").await?;
    tablet.browser.fill("Naam", "juf NOOR").await?;
    tablet.browser.press("Zet in de lijst").await?;
    tablet.browser.sees("Deze naam staat al in de lijst.").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.has_colleagues(&["Bram <b>", "Juf Noor"]).await?;
    tablet.browser.press("Wijzig: Juf Noor").await?;
    focus_is_on(&tablet, "edit-name").await?;
    tablet.browser.rewrite_list("edit-name", "Anna").await?;
    tablet.browser.rewrite_list("edit-groups", "3/4, 5").await?;
    tablet.browser.press("Klaar").await?;
    tablet.has_colleagues(&["Anna", "Bram <b>"]).await?;
    tablet.browser.sees("groep 3/4, 5").await?;
    // A name goes out of all visits: that is asked first.
    tablet.browser.press("Verwijderen: Anna").await?;
    tablet.browser.sees("Anna uit de lijst halen? De naam gaat dan ook weg uit alle bezoeken.").await?;
    tablet.browser.press("Laat zoals het was").await?;
    tablet.has_colleagues(&["Anna", "Bram <b>"]).await?;
    for (name, left) in [("Anna", vec!["Bram <b>"]), ("Bram <b>", vec![])] {
        tablet.browser.press(&format!("Verwijderen: {name}")).await?;
        tablet.browser.sees(&format!("{name} uit de lijst halen?")).await?;
        tablet.browser.tap(By::Css(".lines .btn-danger"), "Verwijderen").await?;
        tablet.has_colleagues(&left).await?;
    }
    tablet.browser.sees("Namen van verwijderde collega's zijn ook weg uit de bezoeken.").await?;
    tablet.browser.press("Ongedaan maken").await?;
    tablet.has_colleagues(&["Anna", "Bram <b>"]).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.has_colleagues(&["Anna", "Bram <b>"]).await
}

/// Waits until this, and no more, stands beside the name in the list.
async fn is_known(tablet: &Tablet, name: &str, known: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll('.person-name')].some(one =>
        one.firstChild.textContent.trim() === arguments[0] && one.querySelector('.count').textContent === arguments[1])";
    let what = format!("\"{known}\" beside {name}");
    tablet.browser.until_true(&what, script, vec![json!(name), json!(known)]).await
}

/// The observer and the teacher of the first visit in an export.
fn people_of(export: &Value) -> (Value, Value) {
    let visit = &export["observations"][0]["visit"];
    (visit["teacher"].clone(), visit["observer"].clone())
}

async fn a_name_chosen_from_the_team_changes_everywhere(engine: Engine) -> Result<()> {
    let (server, tablet) = on_team(engine).await?;
    tablet.add_colleague("Juf Noor").await?;
    tablet.add_colleague("Meester Bram").await?;
    tablet.jump("", "Lesbezoeken").await?;
    let visit = tablet.start_visit().await?;
    let offered =
        "return JSON.stringify([...document.getElementById('teacher').list.options].map(one => one.value))";
    assert_eq!(tablet.browser.script(offered, vec![]).await?, json!(r#"["Juf Noor","Meester Bram"]"#));
    tablet.browser.fill("Leraar", "Juf Noor").await?;
    tablet.browser.fill("Observator", "Iemand van buiten").await?;
    tablet.go_to(Step::Check).await?;
    tablet.browser.sees("Juf Noor").await?;
    tablet.browser.press("Bezoek afronden").await?;
    tablet.is_kept().await?;
    let before = stored(&tablet.browser).await?;
    let record = before[record_key(&visit)].as_str().context("a record")?.to_owned();
    assert!(!record.contains("Juf Noor") && record.contains("Iemand van buiten"), "{record}");

    tablet.jump("#/team", "Team").await?;
    tablet.browser.press("Wijzig: Juf Noor").await?;
    tablet.browser.rewrite_list("edit-name", "Collega 7").await?;
    tablet.browser.press("Klaar").await?;
    tablet.has_colleagues(&["Collega 7", "Meester Bram"]).await?;
    tablet.jump("", "Lesbezoeken").await?;
    tablet.browser.sees("Collega 7").await?;
    tablet.jump(&format!("#/bezoek/{visit}/controle"), "Collega 7").await?;
    assert_eq!(stored(&tablet.browser).await?[record_key(&visit)], json!(record), "no visit was written");
    tablet.browser.press("Verslag tonen").await?;
    assert!(tablet.browser.value_of("Verslag als tekst").await?.contains("Collega 7"));
    // The file for one teacher has the names of the visit, and nobody else of the school.
    let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
    let (teacher, observer) = people_of(&export);
    assert_eq!((&teacher["name"], &observer), (&json!("Collega 7"), &json!({"name": "Iemand van buiten"})));
    assert!(teacher["id"].is_string());
    assert_eq!(export["people"], json!([]));
    tablet.jump("#/gegevens", "Gegevens").await?;
    let all: Value = serde_json::from_str(&tablet.export_text().await?)?;
    let names: Vec<_> = all["people"].as_array().context("a list")?.iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["Collega 7", "Meester Bram"]);

    // On another tablet it comes in whole, and twice is once.
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::write(file.path(), all.to_string())?;
    let other = Tablet::new(engine, &server.origin()).await?;
    other.import(file.path()).await?;
    other.browser.sees("1 bezoek en 2 collega's geïmporteerd.").await?;
    other.jump("#/team", "Team").await?;
    other.has_colleagues(&["Collega 7", "Meester Bram"]).await?;
    other.jump("#/gegevens", "Gegevens").await?;
    other.pick_import(file.path()).await?;
    other.browser.sees("Alles in dit bestand heb je al, of je hebt een nieuwere versie.").await
}

/// The field of the pasted list.
const LIST: &str = "Een lijst met namen, één op elke regel, of cellen uit Excel";

async fn a_list_from_excel_is_looked_at_before_it_acts(engine: Engine) -> Result<()> {
    let (_server, tablet) = on_team(engine).await?;
    tablet.add_colleague("Noor").await?;
    let file = tempfile::Builder::new().suffix(".csv").tempfile()?;
    // As an old Excel saves it: Latin-1.
    let list = b"Naam;Functie;Groep;Jaren ervaring\r\nZo\xeb;leerkracht;3/4;12\r\n\r\nnoor;ib'er;;\r\n\"Smit; Jan\";conci\xebrge;;\r\n;;5;\r\n";
    std::fs::write(file.path(), list)?;
    tablet.browser.give_file("Kies een bestand (.csv)", file.path()).await?;
    tablet.browser.sees("1 nieuw, 1 aangevuld, 0 heb je al, 2 met een fout.").await?;
    tablet.browser.sees("Regel 5: conciërge is geen rol.").await?;
    tablet.browser.sees("Regel 6: er staat geen naam.").await?;
    tablet.has_colleagues(&["Noor"]).await?;
    tablet.browser.press("2 collega's inlezen").await?;
    tablet.browser.sees("1 toegevoegd, 1 aangevuld.").await?;
    tablet.has_colleagues(&["Noor", "Zoë"]).await?;
    tablet.browser.sees("IB'er").await?;
    // What could not be read is to be mended in the field, and is read from there.
    tablet.browser.sees("2 regels zijn niet ingelezen").await?;
    let left = "Naam;Functie;Groep;Jaren ervaring\n\"Smit; Jan\";conciërge;;\n;;5;";
    assert_eq!(tablet.browser.value_of(LIST).await?, left);
    tablet.paste_list(&left.replace("conciërge", "leerkracht")).await?;
    tablet.browser.press("1 collega inlezen").await?;
    tablet.browser.sees("1 regel is niet ingelezen").await?;
    assert_eq!(tablet.browser.value_of(LIST).await?, "Naam;Functie;Groep;Jaren ervaring\n;;5;");
    tablet.has_colleagues(&["Noor", "Smit; Jan", "Zoë"]).await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.has_colleagues(&["Noor", "Smit; Jan", "Zoë"]).await?;
    tablet.paste_list("Zoë\nNoor\n").await?;
    tablet.browser.sees("Iedereen in deze lijst heb je al.").await?;
    tablet.paste_list("Zoë;leerkracht\nBram;leerkracht\n").await?;
    tablet.browser.sees("Geen kolom heet Naam.").await?;
    tablet.browser.sees("Er is niets veranderd.").await
}

async fn what_is_changed_while_a_list_is_looked_at_stays(engine: Engine) -> Result<()> {
    let (_server, tablet) = on_team(engine).await?;
    tablet.add_colleague("Noor").await?;
    tablet.paste_list("Naam;Jaren\nNoor;2\nBram;12\n").await?;
    tablet.browser.sees("1 nieuw, 1 aangevuld, 0 heb je al, 0 met een fout.").await?;
    tablet.browser.press("Wijzig: Noor").await?;
    focus_is_on(&tablet, "edit-name").await?;
    tablet.browser.rewrite_list("edit-role", "coach").await?;
    tablet.browser.press("Klaar").await?;
    is_known(&tablet, "Noor", "IB'er").await?;
    tablet.add_colleague("Bram").await?;
    // What would happen is told of the people as they are now.
    tablet.browser.sees("0 nieuw, 2 aangevuld, 0 heb je al, 0 met een fout.").await?;
    tablet.browser.press("2 collega's inlezen").await?;
    tablet.browser.sees("0 toegevoegd, 2 aangevuld.").await?;
    tablet.is_kept().await?;
    tablet.reload().await?;
    tablet.has_colleagues(&["Bram", "Noor"]).await?;
    is_known(&tablet, "Noor", "IB'er\u{a0}· 0–3 jaar").await?;
    is_known(&tablet, "Bram", "11–30 jaar").await
}

async fn what_the_list_knows_is_filled_in_and_can_be_changed(engine: Engine) -> Result<()> {
    let (_server, tablet) = on_team(engine).await?;
    tablet
        .paste_list("Naam;Rol;Groep\nJuf Noor;leerkracht;5\nJuf Noortje;leerkracht;6\nBram;schoolleider;\nZoë;leerkracht;3, 4\n")
        .await?;
    tablet.browser.press("4 collega's inlezen").await?;
    tablet.browser.sees("4 toegevoegd").await?;
    tablet.jump("", "Lesbezoeken").await?;
    tablet.start_visit().await?;
    // On the way to her name that of somebody else stands there.
    tablet.browser.fill("Leraar", "Juf Noortje").await?;
    tablet.browser.fill("Observator", "Bram").await?;
    assert_eq!(tablet.browser.value_of("Groep (optioneel)").await?, "6");
    tablet.browser.fill("Vak (optioneel)", "Rekenen").await?;
    let kind = "return document.querySelector('#kind input:checked').value === 'leader'";
    tablet.browser.until_true("the kind that goes with the role", kind, vec![]).await?;
    tablet.go_to(Step::Check).await?;
    let visit = tablet.exported_visit().await?;
    assert_eq!((&visit["visit"]["group"], &visit["visit"]["kind"]), (&json!("6"), &json!("leader")));
    // Of two groups nobody knows which; what stands there stays.
    tablet.go_to(Step::Prepare).await?;
    tablet.browser.rewrite_list("teacher", "Zoë").await?;
    assert_eq!(tablet.browser.value_of("Groep (optioneel)").await?, "6");
    Ok(())
}

async fn who_visited_whom_is_told_and_a_fair_visit_is_planned(engine: Engine) -> Result<()> {
    let (_server, tablet) = on_team(engine).await?;
    tablet.paste_list("Naam;Jaren\nAnna;2\nBram;12\nZoë;2\n").await?;
    tablet.browser.press("3 collega's inlezen").await?;
    tablet.browser.sees("3 toegevoegd").await?;
    tablet.browser.follow("Dekking: wie was bij wie?").await?;
    tablet.is_at("Dekking").await?;
    tablet.browser.sees("Nog geen bezoeken tussen collega's van de lijst.").await?;
    // To the first goes the next one.
    tablet.browser.press("Plan dit bezoek: Bram bij Anna").await?;
    tablet.is_at("Voorbereiden").await?;
    assert_eq!(tablet.browser.value_of("Leraar").await?, "Anna");
    assert_eq!(tablet.browser.value_of("Observator").await?, "Bram");
    // It is for a later day until somebody says otherwise.
    tablet.jump("#/team/dekking", "Dekking").await?;
    tablet.browser.sees("Bram bij Anna, ").await?;
    tablet.browser.sees("Nog geen bezoeken tussen collega's van de lijst.").await?;
    tablet.browser.tap(By::XPath("//a[starts-with(., 'Bram bij Anna, ')]"), "the planned visit").await?;
    tablet.is_at("Voorbereiden").await?;
    let today = tablet.browser.script("return new Date().toLocaleDateString('sv')", vec![]).await?;
    tablet.browser.pick_day("Datum", today.as_str().context("a day")?).await?;
    tablet.is_kept().await?;
    tablet.jump("#/team/dekking", "Dekking").await?;
    let cells =
        "return [...document.querySelectorAll('.matrix tbody tr')].map(row => row.textContent).join('|')";
    assert_eq!(tablet.browser.script(cells, vec![]).await?, json!("Bram11"));
    let list =
        "return [...document.querySelectorAll('.matrix-list li')].map(one => one.textContent).join('|')";
    assert_eq!(tablet.browser.script(list, vec![]).await?, json!("Bram bij Anna (1)"));
    let never = "return [...document.querySelectorAll('section.card')].filter(one => /^Nog niet/.test(one.querySelector('h2')?.textContent))
        .map(one => [...one.querySelectorAll('li')].map(name => name.textContent).join('+')).join('|')";
    assert_eq!(tablet.browser.script(never, vec![]).await?, json!("Bram+Zoë|Anna+Zoë"));
    tablet.browser.sees("Zoë (0)").await?;

    // A visit of a later day is a plan: it counts for what is fair, and not yet for who was visited.
    tablet.browser.press("Plan dit bezoek: Zoë bij Bram").await?;
    tablet.is_at("Voorbereiden").await?;
    let tomorrow = "return new Date(Date.now() + 36 * 3600 * 1000).toLocaleDateString('sv')";
    let tomorrow = tablet.browser.script(tomorrow, vec![]).await?;
    tablet.browser.pick_day("Datum", tomorrow.as_str().context("a day")?).await?;
    tablet.is_kept().await?;
    tablet.jump("", "Lesbezoeken").await?;
    tablet.browser.sees("Gepland").await?;
    tablet.jump("#/team/dekking", "Dekking").await?;
    tablet.browser.sees("Zoë bij Bram, ").await?;
    assert_eq!(tablet.browser.script(never, vec![]).await?, json!("Bram+Zoë|Anna+Zoë"));
    if engine.downloads() {
        let for_calendar =
            By::XPath("//button[starts-with(@aria-label, 'Voor de agenda (.ics): Zoë bij Bram')]");
        tablet.browser.tap(for_calendar, "Voor de agenda").await?;
        let file = tablet.browser.downloaded().await?;
        let day = tomorrow.as_str().context("a day")?.replace('-', "");
        assert!(file.contains("SUMMARY:Lesbezoek: Zoë bij Bram\r\n"), "{file}");
        assert!(file.contains(&format!("DTSTART;VALUE=DATE:{day}\r\n")), "{file}");
    }
    tablet.browser.press("Plan dit bezoek: Anna bij Zoë").await?;
    tablet.is_at("Voorbereiden").await?;
    // One that is scored is planned no more, whatever day was written down.
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    tablet.jump("", "Lesbezoeken").await?;
    let badges = "return ['planned', 'draft'].map(one => document.querySelectorAll(`.badge[data-status=${one}]`).length).join()";
    assert_eq!(tablet.browser.script(badges, vec![]).await?, json!("1,2"));
    tablet.jump("#/team/dekking", "Dekking").await?;
    assert_eq!(tablet.browser.script(never, vec![]).await?, json!("Bram|Zoë"));
    Ok(())
}

in_every_engine!(
    colleagues_are_added_changed_deleted_and_brought_back,
    a_name_chosen_from_the_team_changes_everywhere,
    a_list_from_excel_is_looked_at_before_it_acts,
    what_is_changed_while_a_list_is_looked_at_stays,
    what_the_list_knows_is_filled_in_and_can_be_changed,
    who_visited_whom_is_told_and_a_fair_visit_is_planned,
);

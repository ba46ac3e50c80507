//! Files that cannot be used: a message with the reason, and nothing stored is touched.

use std::path::Path;

use anyhow::Result;
use browser_tests::{Engine, Server, Step, Tablet, dist, in_every_engine, stored};
use serde_json::{Value, json};

/// A tablet with one visit, and an export of it.
async fn with_a_visit(engine: Engine, server: &Server) -> Result<(Tablet, Value)> {
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.start_visit().await?;
    tablet.browser.fill("Leraar", "Juf Ans").await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.go_to(Step::Check).await?;
    let export = serde_json::from_str(&tablet.export_text().await?)?;
    tablet.visit("#/gegevens").await?;
    Ok((tablet, export))
}

/// Gives the file and waits for a refusal with `reason` in it.
async fn refuses(tablet: &Tablet, folder: &Path, name: &str, bytes: &[u8], reason: &str) -> Result<()> {
    let file = folder.join(name);
    std::fs::write(&file, bytes)?;
    let before = stored(&tablet.browser).await?;
    tablet.visit("#/gegevens").await?;
    tablet.pick_import(&file).await?;
    tablet.browser.sees(&format!("{name} kan niet worden geïmporteerd")).await?;
    tablet.browser.sees(reason).await?;
    tablet.browser.sees("Er is niets veranderd").await?;
    assert_eq!(stored(&tablet.browser).await?, before, "{name}");
    Ok(())
}

async fn a_bad_file_is_refused_with_its_reason(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, export) = with_a_visit(engine, &server).await?;
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let whole = export.to_string();

    refuses(&tablet, folder, "brief.json", "Beste collega, hierbij…".as_bytes(), "Dit is geen JSON").await?;
    let half = &whole.as_bytes()[..whole.len() / 2];
    refuses(&tablet, folder, "half.json", half, "Het bestand houdt halverwege op.").await?;
    refuses(
        &tablet,
        folder,
        "ander.json",
        br#"{"format":"anders","version":1}"#,
        "Dit is geen export van Lesbezoek",
    )
    .await?;
    let mut newer = export.clone();
    newer["version"] = json!(2);
    refuses(
        &tablet,
        folder,
        "nieuw.json",
        newer.to_string().as_bytes(),
        "van een nieuwere versie van Lesbezoek",
    )
    .await?;
    let mut seven = export.clone();
    seven["observations"][0]["ratings"]["D1"]["answer"]["score"] = json!(7);
    refuses(&tablet, folder, "zeven.json", seven.to_string().as_bytes(), "observations[0].ratings.D1")
        .await?;
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    refuses(&tablet, folder, "diep.json", deep.as_bytes(), "dieper genest").await?;
    let mut inside = export.clone();
    inside["format"] = json!("PLACE");
    let inside = inside.to_string().replace("\"PLACE\"", &deep);
    refuses(&tablet, folder, "diep-binnen.json", inside.as_bytes(), "dieper genest").await
}

async fn a_file_of_50_megabytes_is_refused(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, _) = with_a_visit(engine, &server).await?;
    let folder = tempfile::tempdir()?;
    let big = vec![b' '; 50 * 1024 * 1024];
    refuses(&tablet, folder.path(), "groot.json", &big, "Het bestand is groter dan").await
}

/// Puts markup in every text of the export that a person could have written.
fn with_markup_everywhere(export: &mut Value, id: &str) {
    let markup = "<img src=x onerror=\"window.__ran=true\"><b class=\"injected\">vet</b>";
    let visit = &mut export["observations"][0];
    visit["id"] = json!(id);
    let about = &mut visit["visit"];
    about["teacher"] = json!({"name": markup});
    about["observer"] = json!({"name": markup});
    for field in ["group", "subject", "focus"] {
        about[field] = json!(markup);
    }
    visit["ratings"]["D1"]["note"] = json!(markup);
    visit["talk"]["teacher_view"] = json!(markup);
    visit["talk"]["observer_view"] = json!(markup);
    export["device"]["name"] = json!(markup);
}

async fn markup_in_a_file_is_text_on_screen(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let (tablet, mut export) = with_a_visit(engine, &server).await?;
    let id = "01890a5d-ac96-774b-bcce-b302099a8057";
    with_markup_everywhere(&mut export, id);
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("<b class='injected'>.json");
    std::fs::write(&file, export.to_string())?;
    tablet.import(&file).await?;
    let injected =
        "return document.querySelectorAll('.injected, img[src=x]').length + (window.__ran ? 1 : 0)";
    assert_eq!(tablet.browser.script(injected, Vec::new()).await?, 0);
    for address in [String::new(), "#/gegevens".to_owned()]
        .into_iter()
        .chain(Step::ALL.map(|step| format!("#/bezoek/{id}/{}", step.slug())))
    {
        tablet.visit(&address).await?;
        assert_eq!(tablet.browser.script(injected, Vec::new()).await?, 0, "{address}");
    }
    tablet.browser.sees("<b class=\"injected\">vet</b>").await
}

in_every_engine!(
    a_bad_file_is_refused_with_its_reason,
    a_file_of_50_megabytes_is_refused,
    markup_in_a_file_is_text_on_screen
);

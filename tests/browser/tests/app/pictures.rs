//! Pictures of the screens of a visit, in each theme and both ways a tablet is held, for a person to look at: `target/pictures/`.

use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::{Engine, Server, Step, Tablet, dist, fixtures, in_engine};
use serde_json::{Value, json};

/// A theme of the app, and what the device asks for besides.
const LOOKS: [(&str, &str, Option<&str>); 5] = [
    ("licht", "light", None),
    ("donker", "dark", None),
    ("schemer", "dim", None),
    ("systeemkleuren", "light", Some("forced-colors")),
    ("papier", "light", Some("print")),
];

async fn command(tablet: &Tablet, name: &str, parameters: Value) -> Result<()> {
    tablet.browser.session().cdp().send_raw(name, parameters).await.with_context(|| name.to_owned())?;
    Ok(())
}

async fn wear(tablet: &Tablet, theme: &str, media: Option<&str>) -> Result<()> {
    let forced = if media == Some("forced-colors") { "active" } else { "none" };
    let media = if media == Some("print") { "print" } else { "" };
    let media = json!({"media": media, "features": [{"name": "forced-colors", "value": forced}]});
    command(tablet, "Emulation.setEmulatedMedia", media).await?;
    let pick = "const theme = document.querySelector('select.theme'); theme.value = arguments[0];
        theme.dispatchEvent(new Event('change', {bubbles: true}))";
    tablet.browser.script(pick, vec![json!(theme)]).await?;
    let worn = "return document.documentElement.dataset.theme === arguments[0]";
    tablet.browser.until_true(theme, worn, vec![json!(theme)]).await
}

async fn every_screen_in_every_look(engine: Engine) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pictures");
    std::fs::create_dir_all(&folder)?;
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let lesson = fixtures()?.pop().context("a lesson")?;
    tablet.import(&lesson).await?;
    let lesson: Value = serde_json::from_str(&std::fs::read_to_string(lesson)?)?;
    let id = lesson["observations"][0]["id"].as_str().context("an id")?;
    tablet.visit(&format!("#/bezoek/{id}/controle")).await?;
    tablet.browser.press("Heropenen").await?;
    for step in Step::ALL {
        tablet.go_to(step).await?;
        for (look, theme, media) in LOOKS {
            wear(&tablet, theme, media).await?;
            for (shape, width, height) in
                [("staand", 834, 1194), ("liggend", 1194, 834), ("telefoon", 390, 844)]
            {
                let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                command(&tablet, "Emulation.setDeviceMetricsOverride", size).await?;
                tablet.browser.script("scrollTo(0, 0)", vec![]).await?;
                let path = folder.join(format!("{}-{look}-{shape}.png", step.slug()));
                tablet.browser.session().screenshot(&path).await?;
                assert!(std::fs::metadata(&path)?.len() > 10_000, "{} is blank", path.display());
            }
        }
        wear(&tablet, "light", None).await?;
        command(&tablet, "Emulation.clearDeviceMetricsOverride", json!({})).await?;
    }
    Ok(())
}

in_engine!(chromium Chromium: every_screen_in_every_look);

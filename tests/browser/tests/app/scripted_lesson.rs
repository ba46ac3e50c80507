//! The two whole lessons watched again through the screens, at speed, with a clock of the test's own: what comes out is what
//! stands in the fixture.

use anyhow::{Context, Result, bail};
use browser_tests::{Engine, Server, Tablet, Window, dist, fixtures, in_every_engine};
use serde_json::{Map, Value, json};

/// The app asks the time in one place, of `Date`; so this is all of its clock.
const CLOCK: &str = "
    const Real = window.Date;
    let now = Real.now();
    window.setClock = time => { now = Real.parse(time); };
    window.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(now); }
        static now() { return now; }
    };
";

const LESSON: &str = include_str!("scripted_lesson.js");

/// A visit without what no two visits share: ids (of a line its place in the log instead), and how often it was written.
fn comparable(visit: &Value) -> Result<Value> {
    let log = visit["log"].as_array().context("a log")?;
    let places: Map<String, Value> = log
        .iter()
        .enumerate()
        .filter_map(|(place, line)| Some((line["id"].as_str()?.to_owned(), json!(place))))
        .collect();
    let mut visit = without_ids(visit, &places);
    visit.as_object_mut().context("a visit")?.remove("revision");
    Ok(visit)
}

fn without_ids(value: &Value, places: &Map<String, Value>) -> Value {
    match value {
        Value::String(text) => places.get(text).cloned().unwrap_or_else(|| value.clone()),
        Value::Array(items) => items.iter().map(|item| without_ids(item, places)).collect(),
        Value::Object(fields) => {
            let is_uuid = |value: &Value| value.as_str().is_some_and(|text| text.len() == 36);
            let kept = fields.iter().filter(|(name, value)| *name != "id" || !is_uuid(value));
            kept.map(|(name, value)| (name.clone(), without_ids(value, places))).collect()
        }
        _ => value.clone(),
    }
}

async fn a_lesson_watched_again_ends_in_the_same_export(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.browser.resize(Window::Landscape).await?;
    for lesson in fixtures()? {
        let document: Value = serde_json::from_str(&std::fs::read_to_string(lesson)?)?;
        let original = &document["observations"][0];
        tablet.visit("").await?;
        tablet.browser.script(CLOCK, vec![]).await?;
        let failed = tablet.browser.session().execute_async(LESSON, vec![original.clone()]).await?;
        if let Some(reason) = failed.json().as_str() {
            bail!("{reason}\n{}", tablet.browser.screen().await);
        }
        let export: Value = serde_json::from_str(&tablet.export_text().await?)?;
        assert_eq!(comparable(&export["observations"][0])?, comparable(original)?);
    }
    Ok(())
}

in_every_engine!(a_lesson_watched_again_ends_in_the_same_export);

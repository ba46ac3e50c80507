//! The order of the measurements.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::chromium::{Chromium, Condition};
use crate::coverage::coverage;
use crate::files::files;
use crate::insight::insight;
use crate::lock::taps_with_a_lock;
use crate::open::{first_saved_tap, home_usable, worker_is_ready};
use crate::report::{Line, Report};
use crate::seed::{Templates, Visit};
use crate::stats::Sample;
use crate::subject::{Subject, Which};
use crate::touch::{Touch, keys, saved, taps};
use crate::watch::{counting, growth, scanning, tagging, typing};
use crate::weight::{First, first_load, kept_offline, memory};

/// A network and a processor, with the largest good ratio of a first saved tap.
const COLD: [(&str, Condition, Option<f64>); 3] = [
    ("1x", Condition::cpu(1), None),
    ("4x", Condition::cpu(4), Some(1.6)),
    ("4x, slow 4G", Condition { cpu: 4, slow_4g: true }, Some(1.7)),
];

/// The app against the floor with a bare strict put on each tap, on a processor that is not slowed down.
const SAVED: &str = "tap until it is called kept, against a tap with a bare strict put";

/// What is measured on Kijken, and what it is compared with on the floor.
const TAP: &str = "tap, 0 stored";
const TAP_MANY: &str = "tap, 2000 stored";
const LOCKED: &str = "tap, 2000 stored, with the lock on";
const KEY: &str = "key in a note";
const COUNTER: &str = "tap on a counter";
const SCAN: &str = "tap that keeps a scan";
const TAG: &str = "tap that tags a line, log of 120";
const NOTE: &str = "key in a note, 200 in a log of 120";
const COVERAGE: &str = "coverage of 200 people and 2,000 visits, against its finished HTML";
const INSIGHT: &str = "Inzicht, all of it";
const INSIGHT_BEGUN: &str = "Inzicht, its first card";
const INSIGHT_YEAR: &str = "another year on Inzicht";
const INSIGHT_POWER: &str = "power of the number of visits with which Inzicht takes longer";
const JSON: &str = "JSON of 1,500 visits, against JSON.stringify of the same data";
const EXCEL: &str = "Excel of 1,500 visits, against SheetJS with the same rows";
const BESIDE: &str = "tap while Excel is made, against one at rest";
const MEMORY_OF_FILES: &str = "memory after these files against before";
const MEMORY_BEFORE: &str = "wasm memory at the start of a lesson";
const MEMORY_AFTER: &str = "wasm memory after 45 minutes of use against before";

/// So many visits are stored beside the one that is measured.
const STORED: [usize; 3] = [0, 500, 2000];

/// So many visits stand behind Inzicht. With 5,000 a browser is full (docs/storage-limits.md).
const SHOWN: [usize; 2] = [150, 1500];

/// The numbers of both pages, by what was measured.
#[derive(Default)]
struct Samples(BTreeMap<String, (Sample, Sample)>);

impl Samples {
    fn add(&mut self, name: &str, which: Which, value: f64) {
        let (app, floor) = self.0.entry(name.to_owned()).or_default();
        match which {
            Which::App => app.add(value),
            Which::Floor => floor.add(value),
        }
    }

    fn of(&self, name: &str) -> (Sample, Sample) {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// The app against the floor.
    fn line(&self, name: &str, unit: &'static str, target: Option<f64>) -> Line {
        let (app, floor) = self.of(name);
        Line { name: name.to_owned(), unit, app, base: Some(floor), target }
    }

    /// The app against what is alike on the floor.
    fn line_against(&self, name: &str, of: &str, alike: &str, target: f64) -> Line {
        let [app, base] = [self.of(&format!("{name}: {of}")).0, self.of(&format!("{alike}: {of}")).1];
        Line { name: format!("{name}: {of}"), unit: "ms", app, base: Some(base), target: Some(target) }
    }

    /// The app against itself.
    fn growth(&self, name: String, hard: &str, easy: &str, target: f64) -> Line {
        Line { name, unit: "ms", app: self.of(hard).0, base: Some(self.of(easy).0), target: Some(target) }
    }
}

/// Measures everything, `repetitions` times.
pub async fn everything(repetitions: usize) -> Result<Report> {
    let (app, templates, browser) = prepare().await?;
    let pages = [app, Subject::floor()?];
    let mut samples = Samples::default();
    for repetition in 1..=repetitions {
        eprintln!("repetition {repetition} of {repetitions}");
        for (name, condition, _) in COLD {
            for page in in_turn(&pages, repetition) {
                opening(&mut samples, name, condition, page, &templates).await?;
            }
        }
        for page in in_turn(&pages, repetition) {
            touching(&mut samples, page, &templates).await?;
        }
        watching(&mut samples, &pages[0], &templates).await?;
        let locked = taps_with_a_lock(&pages[0], &templates, 2000).await?;
        add(&mut samples, LOCKED, Which::App, locked);
        let [app, floor] = &pages;
        let (opened, painted) = coverage(app, floor).await?;
        samples.add(COVERAGE, Which::App, opened);
        samples.add(COVERAGE, Which::Floor, painted);
        let mut opened = Vec::new();
        for visits in SHOWN {
            let shown = insight(app, visits).await?;
            opened.push(shown.opened);
            let took = [(INSIGHT_BEGUN, shown.begun), (INSIGHT, shown.opened), (INSIGHT_YEAR, shown.changed)];
            for (name, took) in took {
                samples.add(&of_visits(name, visits), Which::App, took);
                samples.add(&of_visits(name, visits), Which::Floor, shown.parsed);
            }
        }
        samples.add(INSIGHT_POWER, Which::App, power(&opened));
        making(&mut samples, app, floor).await?;
    }
    let mut lines = lines(&samples);
    let mut first_loads = Vec::new();
    let mut kept = Vec::new();
    let [app, _] = &pages;
    for first in First::screens(app) {
        let chromium = Chromium::open().await?;
        templates.fill(&chromium, app, Visit::Empty, 0).await?;
        let files = first_load(&chromium, app, &first).await?;
        let mut bytes = Sample::default();
        bytes.add(files.iter().map(|file| file.bytes).sum::<f64>() / 1000.0);
        let name = format!("bytes on first load, brotli: {}", first.name);
        lines.insert(
            first_loads.len(),
            Line { name, unit: "kB", app: bytes, base: None, target: Some(150.0) },
        );
        first_loads.push((first.name.to_owned(), files));
        kept = kept_offline(&chromium).await?;
    }
    Ok(Report { repetitions, browser, lines, first_loads, kept_offline: kept })
}

/// Files of as many visits as fit.
async fn making(samples: &mut Samples, app: &Subject, floor: &Subject) -> Result<()> {
    let made = files(app, floor, SHOWN[1]).await?;
    let pairs = [
        (JSON.to_owned(), made.json, made.stringified),
        (EXCEL.to_owned(), made.excel, made.sheetjs),
        (format!("{BESIDE}: median"), made.tap_beside[0], made.tap[0]),
        (format!("{BESIDE}: p95"), made.tap_beside[1], made.tap[1]),
        (MEMORY_OF_FILES.to_owned(), made.memory_after / 1e6, made.memory / 1e6),
    ];
    for (name, hard, easy) in pairs {
        samples.add(&name, Which::App, hard);
        samples.add(&name, Which::Floor, easy);
    }
    Ok(())
}

fn of_visits(name: &str, visits: usize) -> String {
    format!("{name}, {visits} visits, against JSON.parse of all of them")
}

/// With which power of the number of visits the time grows: 1 is in step with it.
fn power(opened: &[f64]) -> f64 {
    let [few, many] = SHOWN.map(|visits| f64::from(u32::try_from(visits).unwrap()));
    (opened[1] / opened[0]).ln() / (many / few).ln()
}

/// The order of the two pages turns round at each repetition.
fn in_turn(pages: &[Subject; 2], repetition: usize) -> [&Subject; 2] {
    if repetition.is_multiple_of(2) { [&pages[1], &pages[0]] } else { [&pages[0], &pages[1]] }
}

/// Lets the app write the records that the measurements start from.
async fn prepare() -> Result<(Subject, Templates, String)> {
    let chromium = Chromium::open().await?;
    let version = chromium.command("Browser.getVersion", serde_json::json!({})).await?;
    let browser = version["product"].as_str().unwrap_or("Chromium").to_owned();
    let maker = Subject::app("")?;
    let templates = Templates::make(&chromium, &maker.origin).await?;
    Ok((Subject::app(&templates.visit)?, templates, browser))
}

/// A browser that never saw the page, the same once more with the service worker in charge, and a filled visit.
async fn opening(
    samples: &mut Samples,
    name: &str,
    condition: Condition,
    page: &Subject,
    templates: &Templates,
) -> Result<()> {
    let chromium = Chromium::open().await?;
    // Also wakes the browser, so that its own start is in no number.
    templates.fill(&chromium, page, Visit::Empty, 0).await?;
    chromium.slow_down(condition).await?;
    let cold = first_saved_tap(&chromium, page, false).await?;
    samples.add(&format!("first saved tap, cold, {name}"), page.which, cold);
    if condition.slow_4g {
        return Ok(());
    }
    worker_is_ready(&chromium, page).await?;
    templates.fill(&chromium, page, Visit::Empty, 0).await?;
    let again = first_saved_tap(&chromium, page, false).await?;
    samples.add(&format!("first saved tap, again, {name}"), page.which, again);
    templates.fill(&chromium, page, Visit::Filled, 0).await?;
    let filled = first_saved_tap(&chromium, page, true).await?;
    samples.add(&format!("reload of a filled visit, {name}"), page.which, filled);
    Ok(())
}

/// Taps, keys, memory and the list of visits, at 4x.
async fn touching(samples: &mut Samples, page: &Subject, templates: &Templates) -> Result<()> {
    let chromium = Chromium::open().await?;
    templates.fill(&chromium, page, Visit::Empty, 0).await?;
    chromium.load(&page.url).await?;
    worker_is_ready(&chromium, page).await?;
    let (heap, wasm) = memory(&chromium, page).await?;
    samples.add("script heap", page.which, heap / 1e6);
    samples.add("wasm memory", page.which, wasm / 1e6);
    templates.fill(&chromium, page, Visit::Empty, 0).await?;
    chromium.load(&page.url).await?;
    form_is_there(&chromium).await?;
    samples.add(SAVED, page.which, saved(&chromium, page).await?);
    chromium.slow_down(Condition::cpu(4)).await?;
    for stored in STORED {
        templates.fill(&chromium, page, Visit::Empty, stored).await?;
        chromium.load(&page.url).await?;
        form_is_there(&chromium).await?;
        let touch = taps(&chromium, page).await?;
        add(samples, &format!("tap, {stored} stored"), page.which, touch);
    }
    templates.fill(&chromium, page, Visit::Empty, 0).await?;
    chromium.load(&page.url).await?;
    form_is_there(&chromium).await?;
    add(samples, KEY, page.which, keys(&chromium).await?);
    if page.which == Which::App {
        for stored in [10, 2000] {
            templates.fill(&chromium, page, Visit::Empty, stored).await?;
            let usable = home_usable(&chromium, page).await?;
            samples.add(&format!("home, {stored} stored"), page.which, usable);
        }
    }
    Ok(())
}

/// The lesson screen of the app, at 4x; then its memory over a lesson, at full speed.
async fn watching(samples: &mut Samples, app: &Subject, templates: &Templates) -> Result<()> {
    let chromium = Chromium::open().await?;
    let screen = app.at("kijken");
    chromium.slow_down(Condition::cpu(4)).await?;
    for (name, visit) in
        [(COUNTER, Visit::Empty), (SCAN, Visit::Empty), (TAG, Visit::Watched), (NOTE, Visit::Watched)]
    {
        templates.fill(&chromium, app, visit, 0).await?;
        chromium.load(&screen).await?;
        let is_there = "return !!document.getElementById('note')";
        chromium.browser.until_true("Kijken", is_there, Vec::new()).await?;
        chromium.rest().await?;
        let touch = match name {
            COUNTER => counting(&chromium, &app.key).await?,
            SCAN => scanning(&chromium, &app.key).await?,
            TAG => tagging(&chromium, &app.key).await?,
            _ => typing(&chromium).await?,
        };
        add(samples, name, Which::App, touch);
    }
    chromium.slow_down(Condition::cpu(1)).await?;
    templates.fill(&chromium, app, Visit::Empty, 0).await?;
    let (before, after) = growth(&chromium, &screen).await?;
    samples.add(MEMORY_BEFORE, Which::App, before / 1e6);
    samples.add(MEMORY_AFTER, Which::App, after / 1e6);
    Ok(())
}

/// Waits for the form and for what comes after it: what that does to the first tap is in the lines of the first saved tap.
pub async fn form_is_there(chromium: &Chromium) -> Result<()> {
    let form = "return document.querySelectorAll('fieldset[data-indicator]').length === 25";
    chromium.browser.until_true("the form", form, Vec::new()).await?;
    chromium.rest().await
}

fn add(samples: &mut Samples, name: &str, which: Which, touch: Touch) {
    samples.add(&format!("{name}: painted, median"), which, touch.painted);
    samples.add(&format!("{name}: painted, p95"), which, touch.painted_p95);
    samples.add(&format!("{name}: main thread"), which, touch.main_thread);
}

fn lines(samples: &Samples) -> Vec<Line> {
    let mut lines = Vec::new();
    for (name, _, target) in COLD {
        lines.push(samples.line(&format!("first saved tap, cold, {name}"), "ms", target));
    }
    for name in ["1x", "4x"] {
        lines.push(samples.line(&format!("first saved tap, again, {name}"), "ms", None));
    }
    for (name, target) in [("1x", None), ("4x", Some(1.5))] {
        lines.push(samples.line(&format!("reload of a filled visit, {name}"), "ms", target));
    }
    for stored in STORED {
        for (what, target) in [("painted, median", 1.05), ("painted, p95", 1.05), ("main thread", 1.1)] {
            lines.push(samples.line(&format!("tap, {stored} stored: {what}"), "ms", Some(target)));
        }
    }
    for what in ["painted, median", "painted, p95", "main thread"] {
        lines.push(samples.line(&format!("key in a note: {what}"), "ms", Some(1.1)));
    }
    for (name, alike) in [(COUNTER, TAP), (SCAN, TAP), (TAG, TAP), (NOTE, KEY)] {
        for what in ["painted, median", "painted, p95"] {
            lines.push(samples.line_against(name, what, alike, 1.15));
        }
    }
    for what in ["painted, median", "painted, p95"] {
        lines.push(samples.line_against(LOCKED, what, TAP_MANY, 1.4));
    }
    for what in ["painted, median", "main thread"] {
        let [hard, easy] = ["tap, 2000 stored", "tap, 0 stored"].map(|name| format!("{name}: {what}"));
        lines.push(samples.growth(format!("tap with 2000 against 0 stored: {what}"), &hard, &easy, 1.1));
    }
    lines.push(samples.line(SAVED, "ms", Some(1.5)));
    let home = "home with 2000 against 10 stored".to_owned();
    lines.push(samples.growth(home, "home, 2000 stored", "home, 10 stored", 1.3));
    lines.push(samples.line(COVERAGE, "ms", Some(2.0)));
    for visits in SHOWN {
        lines.push(samples.line(&of_visits(INSIGHT_BEGUN, visits), "ms", None));
        lines.push(samples.line(&of_visits(INSIGHT, visits), "ms", Some(3.0)));
        lines.push(samples.line(&of_visits(INSIGHT_YEAR, visits), "ms", Some(0.3)));
    }
    lines.push(Line { base: None, ..samples.line(INSIGHT_POWER, "power", Some(1.1)) });
    lines.push(samples.line(JSON, "ms", Some(3.0)));
    lines.push(samples.line(EXCEL, "ms", Some(1.0)));
    for what in ["median", "p95"] {
        lines.push(samples.line(&format!("{BESIDE}: {what}"), "ms", Some(1.5)));
    }
    lines.push(samples.line(MEMORY_OF_FILES, "MB", Some(1.2)));
    let memory = samples.growth(MEMORY_AFTER.to_owned(), MEMORY_AFTER, MEMORY_BEFORE, 1.1);
    lines.push(Line { unit: "MB", ..memory });
    lines.push(samples.line("script heap", "MB", None));
    lines.push(Line { base: None, ..samples.line("wasm memory", "MB", None) });
    lines
}

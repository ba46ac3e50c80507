//! Files of many visits: JSON against `JSON.stringify` of the same data, Excel against SheetJS with the same rows, and what
//! making them does to a tap and to memory.

use anyhow::{Context, Result, ensure};
use browser_tests::{WATCH_WASM, wasm_bytes};
use lesbezoek::domain::Lang;
use lesbezoek::exchange::{
    BUILTIN_RUBRIC_JSON, Cell, Table, TableWords, parse_document, parse_rubric, tables,
};
use lesbezoek::i18n::WordsOfTables;
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::insight::with_visits;
use crate::screen::milliseconds;
use crate::stats::{median, p95};
use crate::subject::Subject;
use crate::touch::{TIMES, WATCH_FRAMES, heard, times};

/// The button that makes a backup, and the one that makes an Excel file of all visits.
const JSON_BUTTON: &str = "[aria-labelledby=all-title] .btn-primary";
const EXCEL_BUTTON: &str = "#visits-files button";

/// From a tap on a button until the file that it makes is given to the browser. The file stays at hand.
const MAKE: &str = r"
    const [selector, done] = arguments;
    const original = URL.createObjectURL;
    window.__file = null;
    const start = performance.now();
    URL.createObjectURL = blob => {
        URL.createObjectURL = original;
        done(performance.now() - start);
        window.__file = blob;
        return original(blob);
    };
    // Not in this task: who taps meanwhile waits for what the page does first.
    setTimeout(() => document.querySelector(selector).click());
";

/// The middle of five turns of writing what was just written.
const STRINGIFY: &str = r"
    const done = arguments[0];
    window.__file.text().then(text => {
        const data = JSON.parse(text);
        const times = [];
        for (let turn = 0; turn < 5; turn += 1) {
            const start = performance.now();
            JSON.stringify(data);
            times.push(performance.now() - start);
        }
        window.__text = text;
        done(times.sort((a, b) => a - b)[2]);
    });
";

/// An Excel file of these sheets by SheetJS, packed as ours is.
const SHEETJS: &str = r"
    const [sheets, done] = arguments;
    const start = performance.now();
    const book = XLSX.utils.book_new();
    for (const [name, rows] of sheets) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
    const file = XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true });
    const took = performance.now() - start;
    window.__bytes = file.byteLength;
    done(took);
";

/// What was measured: milliseconds, and memory in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Files {
    /// A backup as JSON.
    pub json: f64,
    /// `JSON.stringify` of the same data.
    pub stringified: f64,
    /// An Excel file.
    pub excel: f64,
    /// The same rows by SheetJS.
    pub sheetjs: f64,
    /// A tap at rest until the next frame: median and p95.
    pub tap: [f64; 2],
    /// The same while an Excel file is made.
    pub tap_beside: [f64; 2],
    /// Script heap and wasm memory before, once all parts of the program are there.
    pub memory: f64,
    /// The same after all these files.
    pub memory_after: f64,
}

/// Files of a school with so many visits, without a log.
pub async fn files(app: &Subject, floor: &Subject, visits: usize) -> Result<Files> {
    let chromium = with_visits(app, visits).await?;
    let injected = chromium.inject(WATCH_WASM).await?;
    chromium.load(&format!("{}#/gegevens", app.origin)).await?;
    let is_there = "return !!document.querySelector(arguments[0])";
    chromium.browser.until_true("Gegevens", is_there, vec![json!(EXCEL_BUTTON)]).await?;
    // Each record is copied once.
    chromium.rest().await?;
    let memory = chromium.heap_bytes().await? + wasm_bytes(&chromium.browser).await?;

    let make = async |button: &str| milliseconds(&chromium, MAKE, vec![json!(button)]).await;
    let json = make(JSON_BUTTON).await?;
    let stringified = milliseconds(&chromium, STRINGIFY, Vec::new()).await?;
    let text = chromium.browser.script("return window.__text", Vec::new()).await?;
    chromium.browser.script("delete window.__text; delete window.__file", Vec::new()).await?;
    let excel = make(EXCEL_BUTTON).await?;
    chromium.rest().await?;
    let (tap, tap_beside) = taps(&chromium).await?;
    chromium.browser.script("delete window.__file", Vec::new()).await?;
    chromium.rest().await?;
    let memory_after = chromium.heap_bytes().await? + wasm_bytes(&chromium.browser).await?;
    chromium.stop(&injected).await?;

    let sheetjs = by_sheetjs(&chromium, floor, text.as_str().context("the backup")?).await?;
    Ok(Files { json, stringified, excel, sheetjs, tap, tap_beside, memory, memory_after })
}

/// Taps on the title, at rest and for as long as an Excel file is made.
async fn taps(chromium: &Chromium) -> Result<([f64; 2], [f64; 2])> {
    let at = "const box = document.getElementById('page-title').getBoundingClientRect();
        scrollTo(0, 0); return [box.x + 5, box.y + box.height / 2]";
    let (x, y): (f64, f64) = serde_json::from_value(chromium.browser.script(at, Vec::new()).await?)?;
    chromium.browser.script(WATCH_FRAMES, vec![json!("pointerup")]).await?;
    for done in 0..TIMES {
        chromium.tap(x, y).await?;
        heard(chromium, done + 1).await?;
    }
    let middle = |times: Vec<f64>| [median(&times), p95(&times)];
    let rest = middle(times(chromium).await?);
    let begin = format!(
        "window.__times.length = 0; const begin = (...arguments) => {{ {MAKE} }}; begin(arguments[0], () => {{}})"
    );
    chromium.browser.script(&begin, vec![json!(EXCEL_BUTTON)]).await?;
    let mut done = 0;
    while chromium.browser.script("return !window.__file", Vec::new()).await? == json!(true) {
        chromium.tap(x, y).await?;
        done += 1;
        heard(chromium, done).await?;
    }
    ensure!(done >= 3, "the file was made before anybody could tap thrice");
    Ok((rest, middle(times(chromium).await?)))
}

/// Milliseconds for the rows of the backup `text`.
async fn by_sheetjs(chromium: &Chromium, floor: &Subject, text: &str) -> Result<f64> {
    let document = parse_document(text)?;
    let rubric = parse_rubric(BUILTIN_RUBRIC_JSON)?;
    let words = WordsOfTables::new(Lang::Nl, &rubric);
    let sheets: Vec<Value> =
        tables(&words, &document, &rubric).iter().map(|table| sheet(&words, table)).collect();
    let script =
        std::env::var("LESBEZOEK_SHEETJS").context("LESBEZOEK_SHEETJS names the script of SheetJS")?;
    let script = std::fs::read_to_string(&script).with_context(|| script.clone())?;
    chromium.load(&floor.url).await?;
    chromium.browser.script("(0, eval)(arguments[0])", vec![json!(script)]).await?;
    let took = milliseconds(chromium, SHEETJS, vec![json!(sheets)]).await?;
    let bytes = chromium.browser.script("return window.__bytes", Vec::new()).await?;
    ensure!(bytes.as_u64() > Some(10_000), "SheetJS made no file: {bytes}");
    Ok(took)
}

/// Its name and its rows, as SheetJS takes them.
fn sheet(words: &WordsOfTables<'_>, table: &Table) -> Value {
    let head = table.columns.iter().map(|column| json!(words.column(*column))).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    let rows: Vec<Vec<Value>> = std::iter::once(head).chain(rows).collect();
    json!([words.sheet(table.sheet), rows])
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Number(number) => json!(number),
        Cell::Day(day) => json!(day),
        Cell::Time(time) => json!(time.format("%H:%M").to_string()),
    }
}

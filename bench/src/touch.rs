//! Taps and keys on a page that is open.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use crate::chromium::Chromium;
use crate::stats::{median, p95};
use crate::subject::{Subject, Which};

/// So many taps, and so many keys, make one repetition.
pub const TIMES: usize = 36;

/// What one repetition gives, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Touch {
    /// From the input until the result is painted: the middle one.
    pub painted: f64,
    /// The same: 95 % are not slower.
    pub painted_p95: f64,
    /// Work on the main thread for each.
    pub main_thread: f64,
}

/// The middle of an answer in the window.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// The middles of the answers that can be tapped without scrolling, one answer after another in each row.
const POINTS: &str = r"
    const rows = [...document.querySelectorAll('fieldset[data-indicator]')];
    const columns = rows.map(row => [...row.querySelectorAll('label:has(input[type=radio])')].map(label => {
        const box = label.getBoundingClientRect();
        return { label, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }).filter(({ label, x, y }) => label.contains(document.elementFromPoint(x, y)))).filter(row => row.length === 5);
    return [0, 1, 2, 3, 4].flatMap(n => columns.map(row => ({ x: row[n].x, y: row[n].y })));
";

/// From the lifting of the finger (its own time stamp) to the first task after the frame in which the change is readable
/// in local storage.
pub const WATCH_TAPS: &str = r"
    const key = arguments[0];
    const times = window.__times = [];
    const channel = new MessageChannel();
    let start = 0, before = null;
    const frame = () => requestAnimationFrame(() => channel.port2.postMessage(0));
    channel.port1.onmessage = () => {
        if (localStorage.getItem(key) === before) frame();
        else times.push(performance.now() - start);
    };
    addEventListener('pointerup', event => {
        start = event.timeStamp;
        before = localStorage.getItem(key);
        frame();
    }, true);
";

/// From an event of this name (its own time stamp) to the first task after the next frame.
pub const WATCH_FRAMES: &str = r"
    const [name] = arguments;
    const times = window.__times = [];
    const channel = new MessageChannel();
    let start = 0;
    channel.port1.onmessage = () => times.push(performance.now() - start);
    addEventListener(name, event => {
        start = event.timeStamp;
        requestAnimationFrame(() => channel.port2.postMessage(0));
    }, true);
";

/// Taps on answers of the page that is loaded. The work of the main thread is counted first, without any listener of ours.
pub async fn taps(chromium: &Chromium, subject: &Subject) -> Result<Touch> {
    taps_on(chromium, subject, &subject.key).await
}

/// The same where the visit is kept under another key.
pub async fn taps_on(chromium: &Chromium, subject: &Subject, key: &str) -> Result<Touch> {
    tapped(chromium, key, answers(chromium, subject).await?).await
}

/// Where answers can be tapped.
pub async fn answers(chromium: &Chromium, subject: &Subject) -> Result<Vec<Point>> {
    let points = chromium.browser.script(POINTS, Vec::new()).await?;
    let points: Vec<Point> = serde_json::from_value(points)?;
    if points.len() < 10 {
        bail!("only {} answers can be tapped in {:?}", points.len(), subject.which);
    }
    Ok(points)
}

/// Taps on these points, one after another and again from the first, until what is stored under `key` has changed and shows.
pub async fn tapped(chromium: &Chromium, key: &str, points: Vec<Point>) -> Result<Touch> {
    let round: Vec<Point> = points.into_iter().cycle().take(TIMES).collect();
    chromium.settle().await?;
    let before = chromium.main_thread_ms().await?;
    for point in &round {
        chromium.tap(point.x, point.y).await?;
    }
    chromium.settle().await?;
    let main_thread = (chromium.main_thread_ms().await? - before) / count(TIMES);

    chromium.browser.script(WATCH_TAPS, vec![json!(key)]).await?;
    // Where the first round ended, the second goes on: a tap on the same answer again would clear it, which is a tap too.
    for (done, point) in round.iter().enumerate() {
        chromium.tap(point.x, point.y).await?;
        heard(chromium, done + 1).await?;
    }
    touch(chromium, main_thread).await
}

/// From the lifting of the finger until the app says "Bewaard".
const WATCH_SAVED: &str = r"
    const times = window.__times = [];
    let start = 0;
    const status = document.querySelector('.save-status');
    new MutationObserver(() => {
        if (start === 0 || status.dataset.state !== 'saved') return;
        times.push(performance.now() - start);
        start = 0;
    }).observe(status, { attributes: true });
    addEventListener('pointerup', event => (start = event.timeStamp), true);
";

/// The same for a strict put of a record as large on each tap, and nothing else that waits for it.
const WATCH_PUTS: &str = r"
    const done = arguments[0];
    const opening = indexedDB.open('bench', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    opening.onsuccess = () => {
        const times = window.__times = [];
        let start = 0;
        addEventListener('pointerup', event => (start = event.timeStamp), true);
        addEventListener('change', ({ target }) => {
            const put = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
            put.objectStore('records').put([target.name, 'x'.repeat(3000)], 'record');
            put.oncomplete = () => times.push(performance.now() - start);
        });
        done(true);
    };
";

/// From a tap until its record is on the disk, in milliseconds, the middle one: for the app when it says so.
pub async fn saved(chromium: &Chromium, subject: &Subject) -> Result<f64> {
    let points = answers(chromium, subject).await?;
    match subject.which {
        Which::App => drop(chromium.browser.script(WATCH_SAVED, Vec::new()).await?),
        Which::Floor => drop(chromium.browser.session().execute_async(WATCH_PUTS, Vec::new()).await?),
    }
    for (done, point) in points.into_iter().cycle().take(TIMES).enumerate() {
        chromium.tap(point.x, point.y).await?;
        heard(chromium, done + 1).await?;
    }
    Ok(median(&times(chromium).await?))
}

/// Keys in the note of the first indicator of the page that is loaded.
pub async fn keys(chromium: &Chromium) -> Result<Touch> {
    let open = "document.querySelector('fieldset[data-indicator=D1] summary').click()";
    chromium.browser.script(open, Vec::new()).await?;
    let focus = "const note = document.querySelector('fieldset[data-indicator=D1] textarea');
        if (note) note.focus(); return !!note && document.activeElement === note";
    chromium.browser.until_true("the note", focus, Vec::new()).await?;
    typed(chromium, TIMES).await
}

/// So many keys in the field that has the focus; first as many without any listener of ours.
pub async fn typed(chromium: &Chromium, keys: usize) -> Result<Touch> {
    chromium.settle().await?;
    let before = chromium.main_thread_ms().await?;
    for letter in letters(keys) {
        chromium.key(letter).await?;
    }
    chromium.settle().await?;
    let main_thread = (chromium.main_thread_ms().await? - before) / count(keys);
    chromium.browser.script(WATCH_FRAMES, vec![json!("keydown")]).await?;
    for (done, letter) in letters(keys).enumerate() {
        chromium.key(letter).await?;
        heard(chromium, done + 1).await?;
    }
    touch(chromium, main_thread).await
}

fn letters(count: usize) -> impl Iterator<Item = char> {
    ('a'..='z').cycle().take(count)
}

fn count(times: usize) -> f64 {
    f64::from(u32::try_from(times).unwrap_or(u32::MAX))
}

/// Waits until the page has noted so many times: nobody taps before the last tap shows.
pub async fn heard(chromium: &Chromium, times: usize) -> Result<()> {
    let script = "return window.__times.length >= arguments[0]";
    chromium.browser.until_true("a result on screen", script, vec![json!(times)]).await
}

/// The page's times, with what the main thread did.
pub async fn touch(chromium: &Chromium, main_thread: f64) -> Result<Touch> {
    let times = times(chromium).await?;
    Ok(Touch { painted: median(&times), painted_p95: p95(&times), main_thread })
}

/// The times that the page has noted.
pub async fn times(chromium: &Chromium) -> Result<Vec<f64>> {
    let times = chromium.browser.script("return window.__times", Vec::new()).await?;
    serde_json::from_value(times).context("times are numbers")
}

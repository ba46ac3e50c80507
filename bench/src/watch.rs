//! Taps and keys on Kijken, and what a whole lesson does to memory.

use anyhow::{Context, Result, bail};
use browser_tests::{WATCH_WASM, wasm_bytes};
use serde_json::json;

use crate::chromium::Chromium;
use crate::touch::{Point, TIMES, Touch, WATCH_TAPS, heard, tapped, touch, typed};

/// So many letters has a long note.
const LETTERS: usize = 200;

/// The middles of what `arguments[0]` selects, if a finger would hit them there.
const POINTS: &str = r"
    const all = [...document.querySelectorAll(arguments[0])].map(one => {
        const box = one.getBoundingClientRect();
        return { one, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    return all.filter(({ one, x, y }) => one.contains(document.elementFromPoint(x, y))).map(({ x, y }) => ({ x, y }));
";

async fn points(chromium: &Chromium, selector: &str) -> Result<Vec<Point>> {
    let points = chromium.browser.script(POINTS, vec![json!(selector)]).await?;
    let points: Vec<Point> = serde_json::from_value(points)?;
    if points.is_empty() {
        bail!("no {selector} can be tapped");
    }
    Ok(points)
}

/// Taps on counters, one after another.
pub async fn counting(chromium: &Chromium, key: &str) -> Result<Touch> {
    let counters = points(chromium, ".counter-more").await?;
    tapped(chromium, key, counters).await
}

/// Taps on the rubric beside the log, on a tablet on its side: each tags the newest line anew.
pub async fn tagging(chromium: &Chromium, key: &str) -> Result<Touch> {
    chromium.shape(1194, 834).await?;
    chromium.settle().await?;
    let rows = points(chromium, ".tag-row").await?;
    if rows.len() < 2 {
        bail!("a second tap on the one row would take its tag off");
    }
    let touch = tapped(chromium, key, rows).await;
    chromium.upright().await?;
    touch
}

/// Opens a scan with everybody on task.
const OPEN_SCAN: &str = r"
    document.getElementById('scan-open').click();
    const fill = () => {
        const field = document.getElementById('scan-on-task');
        if (!field) return requestAnimationFrame(fill);
        field.value = 20;
        document.getElementById('scan-of').value = 24;
    };
    fill();
";

/// Taps on the button that keeps a scan; opening it is not counted. The work of the main thread is not told apart.
pub async fn scanning(chromium: &Chromium, key: &str) -> Result<Touch> {
    chromium.browser.script(WATCH_TAPS, vec![json!(key)]).await?;
    for done in 0..TIMES {
        chromium.browser.script(OPEN_SCAN, Vec::new()).await?;
        let is_filled = "return document.getElementById('scan-of')?.value === '24'";
        chromium.browser.until_true("an open scan", is_filled, Vec::new()).await?;
        chromium.settle().await?;
        let done_button = points(chromium, ".scan .btn-primary").await?;
        let point = done_button.first().context("the button")?;
        chromium.tap(point.x, point.y).await?;
        heard(chromium, done + 1).await?;
    }
    touch(chromium, 0.0).await
}

/// Keys of a long note under a long log.
pub async fn typing(chromium: &Chromium) -> Result<Touch> {
    let focus =
        "const note = document.getElementById('note'); note.focus(); return document.activeElement === note";
    chromium.browser.until_true("the note", focus, Vec::new()).await?;
    typed(chromium, LETTERS).await
}

/// Everything that an observer does in three quarters of an hour, some 700 times in all, with a frame after every tenth.
const LESSON: &str = r"
    const done = arguments[0];
    const note = document.getElementById('note');
    const click = one => one?.click();
    const all = selector => [...document.querySelectorAll(selector)];
    const [counters, phases] = [all('.counter-more'), all('.phase')];
    const frame = () => new Promise(then => requestAnimationFrame(then));
    (async () => {
        for (let n = 1; n <= 700; n += 1) {
            if (n % 12 === 0) {
                for (let end = 1; end <= 60; end += 1) {
                    note.value = `Regel ${n}: een leerling legt de buur uit hoe het zit, en dan`.slice(0, end);
                    note.dispatchEvent(new Event('input', { bubbles: true }));
                }
                note.form.requestSubmit();
            } else if (n % 12 === 6) click(all('.tag-row')[n % 25]);
            else if (n % 100 === 50) click(phases[Math.floor(n / 100) % phases.length]);
            else if (n % 35 === 0) click(document.querySelector('.btn-undo'));
            else click(counters[n % counters.length]);
            if (n % 10 === 0) await frame();
        }
        done(all('.log-line').length);
    })();
";

/// The wasm memory before and after a lesson, in bytes, once every part of the program is there.
pub async fn growth(chromium: &Chromium, screen: &str) -> Result<(f64, f64)> {
    let injected = chromium.inject(WATCH_WASM).await?;
    chromium.load(screen).await?;
    let is_whole = "return !!document.getElementById('note')
        && performance.getEntriesByType('resource').some(one => one.name.includes('/data.wasm'))";
    chromium.browser.until_true("the whole program", is_whole, Vec::new()).await?;
    chromium.settle().await?;
    let before = wasm_bytes(&chromium.browser).await?;
    let lines = chromium.browser.session().execute_async(LESSON, Vec::new()).await?;
    if lines.json().as_u64().is_none_or(|lines| lines < 30) {
        bail!("the lesson was not noted: {}", lines.json());
    }
    chromium.settle().await?;
    let after = wasm_bytes(&chromium.browser).await?;
    chromium.stop(&injected).await?;
    Ok((before, after))
}

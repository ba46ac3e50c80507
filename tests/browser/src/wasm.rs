//! The memory that the program takes, in Chromium.

use anyhow::Result;

use crate::browser::Browser;

/// Keeps the memory of each wasm instance where a script can see it: `window.__memories`. To run before the first script of a page.
pub const WATCH_WASM: &str = r"
(() => {
    const memories = window.__memories = new Set();
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await original.apply(WebAssembly, given);
            const memory = (made.instance ?? made).exports.memory;
            if (memory) memories.add(memory);
            return made;
        };
    }
})();
";

/// The wasm memory of the page that [`WATCH_WASM`] ran in, in bytes; all parts of the program share one.
///
/// # Errors
/// If the page does not answer.
pub async fn wasm_bytes(browser: &Browser) -> Result<f64> {
    let sum =
        "return [...window.__memories ?? []].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    let wasm = browser.script(sum, Vec::new()).await?;
    Ok(wasm.as_f64().unwrap_or_default())
}

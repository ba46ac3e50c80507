//! A look at the memory of the program.

/// Keeps the memory of each wasm instance where a script can see it: `window.__memories`. To run before the first script of a page.
pub const WATCH_WASM: &str = r"
(() => {
    const memories = window.__memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await original.apply(WebAssembly, given);
            const memory = (made.instance ?? made).exports.memory;
            if (memory) memories.push(memory);
            return made;
        };
    }
})();
";

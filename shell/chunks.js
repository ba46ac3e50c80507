// Loads the parts of the program (`src/ui/chunks.rs`). The build puts it beside the program, with its list of files.
import { initSync } from './lesbezoek.js';

// Of each part its file, the integrity of that, and the parts whose code it uses.
const parts = /* parts */ {};
const loading = {};
// These have their style in the page.
const firstScreens = ['home', 'lesson', 'undo'];

// Memory, function table and stack belong to the main module, which runs already: this gives its exports.
const program = () => initSync();

// The style of all other screens; none of them shows without it.
let styled;
const style = () =>
  (styled ??= new Promise((resolve, reject) => {
    const { lateStyle, lateStyleIntegrity } = document.querySelector('script[data-wasm]').dataset;
    const link = document.createElement('link');
    const onerror = () => {
      link.remove();
      styled = undefined;
      reject(new Error(`${lateStyle} did not come`));
    };
    document.head.append(Object.assign(link, { rel: 'stylesheet', href: lateStyle, integrity: lateStyleIntegrity, onload: resolve, onerror }));
  }));

function load(name) {
  const [file, integrity, needs] = parts[name];
  loading[name] ??= Promise.all([
    firstScreens.includes(name) || style(),
    WebAssembly.instantiateStreaming(lesbezoekChunk(new URL(file, import.meta.url), integrity), { program: program() }),
    ...needs.map(load),
  ]).catch((error) => {
    // The network may be back the next time.
    delete loading[name];
    throw error;
  });
  return loading[name];
}

// What the program imports: it names a function of its own, and what that wants back.
const loader = (name) => async (done, wanted) => {
  const loaded = await load(name).then(() => true, (error) => console.error(error));
  program().__indirect_function_table.get(done)(wanted, loaded === true);
};

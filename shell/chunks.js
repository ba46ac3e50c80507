// Loads the parts of the program (`src/ui/chunks.rs`). The build puts it beside the program, with its list of files.
import { initSync } from './lesbezoek.js';

// Of each part its file, the integrity of that, and the parts whose code it uses.
const parts = /* parts */ {};
const loading = {};
// These have their style in the page.
const firstScreens = ['home', 'lesson'];

// Memory, function table and stack belong to the main module, which runs already: this gives its exports.
const program = () => initSync();

// The style of all other screens. It is fetched as a part is, with a second try, and then taken into the page; a screen
// without it is better than none.
let styled;
async function takeStyle() {
  const { lateStyle, lateStyleIntegrity } = document.querySelector('script[data-wasm]').dataset;
  const { href } = new URL(lateStyle, document.baseURI);
  await lesbezoekChunk({ href }, lateStyleIntegrity).then((response) => response.arrayBuffer());
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, integrity: lateStyleIntegrity });
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} cannot be used`));
    };
    document.head.append(link);
  });
}
const style = () =>
  (styled ??= takeStyle().catch((error) => {
    console.error(error);
    styled = undefined;
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

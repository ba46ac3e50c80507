// Starts the app: theme first (no white flash), then WebAssembly, then the service worker.
// It also holds what must work when WebAssembly does not: the crash notice and the raw export.
// Addresses in it count from the page.

// The one door through which text may become markup or an address of a script (Trusted Types; elsewhere it is not asked).
// Leptos draws the fixed parts of its views so. None of them runs anything or fetches anything, and nothing that does may come
// in by this door: whatever a file or a field holds is set as text, and needs no door.
const RUNS = /<\/?(?:script|iframe|frame|object|embed|link|meta|base|style|foreignobject)\b|[\s"'/]on\w+\s*=|javascript:|srcdoc|(?:href|src)\s*=[^>]*&/i;
const SCRIPTS = /\/(?:sw|documents-worker)\.js$/;
window.trustedTypes?.createPolicy('default', {
  createHTML: (html) => (RUNS.test(html) ? null : html),
  createScriptURL: (url) => {
    const { origin, pathname } = new URL(url, document.baseURI);
    return origin === location.origin && SCRIPTS.test(pathname) ? url : null;
  },
});

const boot = document.querySelector('script[data-wasm]').dataset;

try {
  const { theme } = JSON.parse(localStorage.getItem('lesbezoek:1:settings')).body;
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // No settings yet, or storage is blocked: the device's own theme serves.
}

// All that is in both copies, as a file that the import reads. The program offers it too.
// What the program hands over is what it reads: also what local storage refused.
window.lesbezoekRescue = async (kept) => {
  const records = kept ?? {};
  const journal = {};
  try {
    for (const key of kept ? [] : Object.keys(localStorage)) {
      if (key.startsWith('lesbezoek:')) records[key] = localStorage.getItem(key);
    }
  } catch (error) {
    records.error = String(error);
  }
  try {
    let rows = await lesbezoekJournal.page();
    while (rows.length > 0) {
      for (const [key, revision, value] of rows) journal[key] = { revision, value };
      rows = await lesbezoekJournal.page(rows.at(-1)[0]);
    }
  } catch (error) {
    journal.error = String(error);
  }
  const rescue = { format: 'lesbezoek-rescue', version: 2, exported_at: new Date().toISOString(), records, journal };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(rescue, null, 2)], { type: 'application/json' }));
  link.download = 'lesbezoek-alles.json';
  link.click();
};

// A program that stopped opens itself again: what was called kept is there, and the lesson goes on. Not twice in a minute, and
// three times until the tab closes: what goes on stopping ends in the notice.
const OPENED_AGAIN = 'lesbezoek:opened-again';
function mayOpenAgain() {
  try {
    const [times, last] = (sessionStorage.getItem(OPENED_AGAIN) ?? '0 0').split(' ').map(Number);
    if (times >= 3 || Math.abs(Date.now() - last) < 60_000) return false;
    sessionStorage.setItem(OPENED_AGAIN, `${times + 1} ${Date.now()}`);
    return true;
  } catch {
    // Nobody would count.
    return false;
  }
}
async function openAgain(message) {
  document.getElementById('app').inert = true;
  // Whatever is waited for in vain.
  setTimeout(notice, 5_000, message);
  // A reading comes after what is being written.
  await lesbezoekJournal.read(OPENED_AGAIN).catch(() => {});
  // Without a network the worker must have the page.
  await fetch('index.html').then(
    ({ ok }) => {
      if (!ok) return notice(message);
      sessionStorage.setItem('lesbezoek:stopped', '1');
      location.reload();
    },
    () => notice(message),
  );
}
try {
  // The program says it, once.
  window.lesbezoekStopped = sessionStorage.getItem('lesbezoek:stopped') !== null;
  sessionStorage.removeItem('lesbezoek:stopped');
} catch {
  // Without session storage nothing opens itself again.
}

// The panic hook of a quick build calls this; the WebAssembly instance is dead from then on.
let isOpeningAgain = false;
window.lesbezoekCrash = (message) => {
  console.error(message);
  // The first is the cause; what a dead program says after it is not.
  if (isOpeningAgain || !document.getElementById('crash').hidden) return;
  isOpeningAgain = mayOpenAgain();
  if (isOpeningAgain) openAgain(message);
  else notice(message);
};
function notice(message) {
  document.getElementById('crash-message').textContent ||= message;
  document.getElementById('app').hidden = true;
  document.getElementById('crash').hidden = false;
}
// A trap (a panic of the release, or a stack that ran over) leaves a screen that is half drawn, and tells nobody.
const isDead = ({ name, stack } = {}) =>
  name === 'RuntimeError' || (['RangeError', 'InternalError'].includes(name) && /wasm/.test(stack));
const stopIfDead = (error) => isDead(error ?? {}) && window.lesbezoekCrash(`${error}\n${error.stack}`);
window.addEventListener('error', ({ error }) => stopIfDead(error));
window.addEventListener('unhandledrejection', ({ reason }) => stopIfDead(reason));
document.getElementById('crash-reload').addEventListener('click', () => location.reload());
document.getElementById('crash-export').addEventListener('click', () => window.lesbezoekRescue());

// What shell/early.js asked for already, else asked for now. `integrity` makes the browser refuse a file that is not the
// one that was built. One that failed is asked for once more, past any cache that keeps the failure.
function fetched({ href }, integrity = '') {
  const early = window.lesbezoekEarly?.get(href);
  window.lesbezoekEarly?.delete(href);
  const again = () => fetch(href, { integrity, cache: 'reload' });
  return (early ?? fetch(href, { integrity })).then((response) => (response.ok ? response : again()), again);
}
// The program asks for its chunks here.
window.lesbezoekChunk = fetched;
const wasm = fetched(new URL(boot.wasm, document.baseURI), boot.wasmIntegrity);
import(new URL(boot.js, document.baseURI))
  .then(({ default: init }) => init({ module_or_path: wasm }))
  .catch((error) => {
    console.error(error);
    stopIfDead(error);
    if (!isOpeningAgain) notice(String(error));
  });

// A development build has no list of files, so no worker either.
if ('serviceWorker' in navigator && document.querySelector('meta[name="lesbezoek-build"]')) {
  window.addEventListener('load', () => registerWorker().catch((error) => console.warn(error)));
}

async function registerWorker() {
  const registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
  const tell = () => {
    // Without a controller this is the first install: there is nothing to update.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    window.lesbezoekUpdateReady = true;
    window.dispatchEvent(new Event('lesbezoek-update-ready'));
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  // The app offers the update and calls this; nothing ever takes over by itself.
  window.lesbezoekApplyUpdate = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage({ type: 'activate' });
  };
}

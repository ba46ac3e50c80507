// Starts the app: theme first (no white flash), then WebAssembly, then the service worker.
// It also holds what must work when WebAssembly does not: the crash notice and the raw export.
// Addresses in it count from the page.
const boot = document.querySelector('script[data-wasm]').dataset;

try {
  const { theme } = JSON.parse(localStorage.getItem('lesbezoek:1:settings')).body;
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // No settings yet, or storage is blocked: the device's own theme serves.
}

function exportAll() {
  const records = {};
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('lesbezoek:')) records[key] = localStorage.getItem(key);
    }
  } catch (error) {
    records.error = String(error);
  }
  const rescue = { format: 'lesbezoek-rescue', version: 1, exported_at: new Date().toISOString(), records };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(rescue, null, 2)], { type: 'application/json' }));
  link.download = 'lesbezoek-alles.json';
  link.click();
}

// The panic hook calls this; the WebAssembly instance is dead from then on.
window.lesbezoekCrash = (message) => {
  console.error(message);
  document.getElementById('app').hidden = true;
  document.getElementById('crash').hidden = false;
};
document.getElementById('crash-reload').addEventListener('click', () => location.reload());
document.getElementById('crash-export').addEventListener('click', exportAll);

// All requests start at once. `integrity` makes the browser refuse a file that is not the one that was built.
const wasm = fetch(boot.wasm, { integrity: boot.wasmIntegrity || '' });
const early = new Map();
if (/^#\/(bezoek|nieuw)/.test(location.hash)) {
  // The screens of a visit are files of their own: pairs of address and integrity.
  const pairs = boot.lesson?.split(' ') ?? [];
  for (let i = 0; i < pairs.length; i += 2) {
    const { href } = new URL(pairs[i], document.baseURI);
    const response = fetch(href, { integrity: pairs[i + 1] });
    // Whoever asks for it sees the error.
    response.catch(() => {});
    early.set(href, response);
  }
}
// The program asks for its chunks here. One that failed is asked for anew the next time.
window.lesbezoekChunk = ({ href }, integrity) => {
  const response = early.get(href) ?? fetch(href, { integrity });
  early.delete(href);
  return response;
};
import(new URL(boot.js, document.baseURI))
  .then(({ default: init }) => init({ module_or_path: wasm }))
  .catch((error) => window.lesbezoekCrash(String(error)));

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

// Keeps every file of one version of the app, so that it opens without a network.
// The build fills in the list: each file with the hash of its content; `version` is the hash of the list.
const { version, files } = /* precache */ { version: 'dev', files: [] };
// Caches belong to the whole origin: the scope keeps two copies in two folders apart.
const OURS = `lesbezoek ${self.registration.scope} `;
const CACHE = OURS + version;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      Promise.all(
        files.map(async ({ url, integrity }) => {
          // Refused unless it is the very file that was built. The HTTP cache mostly has it: the page just loaded
          // it. Where it has an older one, ask past it.
          const response = await fetch(url, { integrity }).catch(() => fetch(url, { cache: 'reload', integrity }));
          if (!response.ok) throw new Error(`${url}: ${response.status}`);
          await cache.put(url, response);
        }),
      ),
    ),
  );
  // No skipWaiting: a new version waits until the user agrees.
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith(OURS) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      // The first install serves the page that installed it, so that it can go offline at once.
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data?.type === 'activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  const page = event.request.mode === 'navigate';
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(page ? 'index.html' : event.request, { ignoreSearch: page }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});

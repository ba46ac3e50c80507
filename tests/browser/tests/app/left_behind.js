// Does one thing after the other. What it is told comes as an answer: what stands in an address or a script goes into caches.
import { app, find, frame, kept, type, until } from './app.js';
import { beginLock, open } from './lock.js';
import { tell } from './tell.js';

const PASSPHRASE = 'paars kameel lantaarn negen';

const visit = () => /^#\/bezoek\/([^/]+)/.exec(frame.contentWindow.location.hash)?.[1];
const button = (name) =>
  [...app().querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(name));
const press = async (name) => (await until(name, () => button(name))).click();

const steps = {
  write: async (lines) => {
    await open('../app/#/nieuw', []);
    frame.contentWindow.location.hash = `#/bezoek/${await until('a visit', visit)}/kijken`;
    for (const line of lines) {
      type(await until('the log', () => find('#note')), line);
      find('.note-entry').requestSubmit();
      await until('the line', () => find('.log textarea')?.value === line);
      await kept();
    }
  },
  // With the lock on the app is used for a while.
  lock: async () => {
    (await beginLock(PASSPHRASE)).click();
    await until('the lock', () => app() && find('.lock-screen #lock-passphrase'));
    await open('../app/#/gegevens', [PASSPHRASE]);
  },
  unlock: () => open('../app/#/gegevens', [PASSPHRASE]),
  remove: async () => {
    const record = `lesbezoek:1:observation:${visit()}`;
    frame.contentWindow.location.hash = '#/';
    await press('Verwijderen: ');
    await until('the message', () => find('.snackbar'));
    await press('Sluiten');
    const { lesbezoekJournal: journal } = frame.contentWindow;
    const end = performance.now() + 20_000;
    while ((await journal.read(record))?.[1] !== null) {
      if (performance.now() > end) throw new Error('the journal still has the visit');
    }
  },
  close: () => {
    window.opener?.close();
    window.close();
  },
};

try {
  for (;;) {
    const { step, lines } = await (await tell('seen', {})).json();
    await steps[step](lines);
  }
} catch (error) {
  tell('stuck', String(error));
}

// Looks at what the app has kept, then makes the changes of a plan as fast as the app says that they are kept.
// Nothing here knows how the app keeps things: a change counts when the line in the top bar says `saved`.
import { app, find, frame, kept, pause, type, until } from './app.js';
import { beginChange, beginLock, open, takeOff } from './lock.js';
import { asked, tell } from './tell.js';

// The passphrases of which one opens the lock; none where there is no lock.
const passphrases = asked.get('lock')?.split(',') ?? [];

// What stands on a screen when it is there.
const MARKS = { scoren: 'fieldset[data-indicator]', kijken: '#note', home: '#page-title' };
const on = (screen) => until(`the screen ${screen}`, () => find(MARKS[screen]));

const hash = () => frame.contentWindow.location.hash;
const visit = () => /^#\/bezoek\/([^/]+)/.exec(hash())?.[1] ?? null;
const go = async (screen) => {
  if (!hash().endsWith(`/${screen}`)) frame.contentWindow.location.hash = `#/bezoek/${visit()}/${screen}`;
  await on(screen);
};

const note = async (indicator) => {
  find(`fieldset[data-indicator='${indicator}'] details`).open = true;
  return until(`the note of ${indicator}`, () => find(`#note-${indicator}`));
};

// What the app shows of a visit.
const look = async (id, first, notes) => {
  const shown = {};
  const opened = await open(first === 'home' ? '../app/#/' : `../app/#/bezoek/${id}/${first}`, passphrases);
  if (first === 'home') frame.contentWindow.location.hash = `#/bezoek/${id}/scoren`;
  await until('the visit', () => visit() === id);
  const screens = first === 'kijken' ? ['kijken', 'scoren'] : ['scoren', 'kijken'];
  const mended = [];
  for (const screen of screens) {
    await go(screen);
    mended.push(!!find('.notice[data-kind=info]'));
    if (screen === 'kijken') {
      for (const line of app().querySelectorAll('.log textarea')) shown[`line ${line.value.split(' ')[0]}`] = line.value;
      continue;
    }
    for (const row of app().querySelectorAll('fieldset[data-indicator]')) {
      const answer = row.querySelector('input[type=radio]:checked');
      if (answer) shown[`answer ${row.dataset.indicator}`] = answer.value;
    }
    for (const indicator of notes) shown[`note ${indicator}`] = (await note(indicator)).value;
  }
  return { shown, opened, mended: mended.some(Boolean) };
};

const change = async (one) => {
  if (one.do === 'tap') find(`fieldset[data-indicator='${one.indicator}'] input[value='${one.value}']`).click();
  if (one.do === 'note') type(await note(one.indicator), one.text);
  if (one.do === 'line') {
    type(find('#note'), one.text);
    if (one.end) find('.note-entry').requestSubmit();
  }
};

// The app as it is after a start: a change of the hash alone would not load it.
const start = async (address) => {
  frame.src = 'about:blank';
  await until('an empty frame', () => app()?.URL === 'about:blank');
  return open(address, passphrases);
};

const work = async (plan) => {
  if (plan.passphrase) {
    const seal = await beginChange(seen.opened, plan.passphrase);
    tell('kept', { number: 0 });
    return seal.click();
  }
  if (plan.new_visit) {
    await start('../app/#/nieuw');
    await until('a new visit', () => app() && visit() && find('#page-title'));
  }
  for (const [number, burst] of plan.bursts.entries()) {
    await go(burst.screen);
    for (const one of burst.changes) await change(one);
    await kept();
    tell('kept', { number, visit: visit() });
  }
};

const seen = { trouble: null, opened: null };
try {
  const id = asked.get('visit');
  if (asked.has('put_on')) {
    await open('../app/#/gegevens', []);
    (await beginLock(passphrases[0])).click();
    await until('the lock', () => app() && find('.lock-screen #lock-passphrase'));
  }
  if (id) Object.assign(seen, await look(id, asked.get('first'), asked.get('notes').split(',').filter(Boolean)));
  // What the lock has sealed can be compared when it is off.
  if (asked.has('take_off')) await takeOff(seen.opened);
  // Visits that are not open are mended after the start.
  await pause(Number(asked.get('rest')));
} catch (error) {
  seen.trouble = String(error);
}
seen.records = { ...localStorage };
const plan = await (await tell('seen', seen)).json();
if (plan) work(plan).catch((error) => tell('stuck', String(error)));

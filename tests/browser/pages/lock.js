// What a person does with the lock of the app.
import { app, find, frame, pause, type, until } from './app.js';

const isOpen = () => app() && find('#page-title') && !find('.lock-screen');
const isAsking = () => app() && find('.lock-screen #lock-passphrase');

// Opens the app at an address, and its lock with the first of these passphrases that does. Gives back which one that was.
export const open = async (address, passphrases) => {
  frame.src = address;
  for (const passphrase of passphrases) {
    const field = await until('the app or its lock', () => (isOpen() ? 'open' : isAsking()));
    if (field === 'open') break;
    type(field, passphrase);
    field.form.requestSubmit();
    await pause();
    const isRefused = () => isAsking() && find('#lock-outcome p') && !find('.lock-screen [type=submit]').disabled;
    if ((await until('what the passphrase opens', () => (isOpen() ? 'open' : isRefused() && 'refused'))) === 'open') return passphrase;
  }
  await until('the app', isOpen);
  return null;
};

// What is folded in the part about the lock.
const unfold = async (number) => {
  frame.contentWindow.location.hash = '#/gegevens';
  const folded = await until('the lock', () => app().querySelectorAll('.lock-card details')[number]);
  folded.open = true;
};

const confirm = async (id, passphrase) => {
  const field = await until(id, () => find(id));
  type(field, passphrase);
  field.form.requestSubmit();
};

const choose = async (passphrase) => {
  type(await until('a new passphrase', () => find('#lock-new')), passphrase);
  await confirm('#lock-again', passphrase);
  return until('the code', () => find('.lock-code .btn-primary'));
};

// All but the last tap: after it the records are sealed.
export const beginLock = async (passphrase) => {
  await unfold(0);
  return choose(passphrase);
};
export const beginChange = async (from, to) => {
  await unfold(0);
  await confirm('#lock-current', from);
  return choose(to);
};

export const takeOff = async (passphrase) => {
  await unfold(1);
  await confirm('#lock-off', passphrase);
  await until('the open app', () => isOpen() && find('.lock-card') && !find('.lock-now') && app().querySelectorAll('.lock-card details').length === 1);
};

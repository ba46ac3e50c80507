// The app, which runs untouched in the frame, and what a hand does on its screen.
export const frame = document.querySelector('iframe');
export const app = () => frame.contentDocument;
export const find = (selector) => app().querySelector(selector);

export const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

export const until = async (what, see) => {
  for (const end = performance.now() + 20_000; performance.now() < end; await pause(5)) {
    const seen = see();
    if (seen) return seen;
  }
  throw new Error(`waited in vain for ${what}; on screen: ${app()?.body?.innerText.slice(0, 300)}`);
};

// A text as it is after one more key: the field has it, then the app is told.
export const type = (field, text) => {
  field.value = text;
  field.dispatchEvent(new frame.contentWindow.InputEvent('input', { bubbles: true }));
};

// Waits for the line in the top bar. It says `saving` from the change on, in the same task or the ones that the app
// has queued by then, so it is looked at from the next task on.
export const kept = async () => {
  const status = find('.save-status');
  await pause();
  if (status.dataset.state === 'saved') return;
  await new Promise((resolve) => {
    const watch = new MutationObserver(() => status.dataset.state === 'saved' && (watch.disconnect(), resolve()));
    watch.observe(status, { attributeFilter: ['data-state'] });
  });
};

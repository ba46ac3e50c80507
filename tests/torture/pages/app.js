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

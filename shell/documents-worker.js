// Makes Word and Excel files apart from the page, so that no tap waits for them. One file, and it is done; to stop it is to end it.
import init, { make } from './documents.js';

addEventListener('message', async ({ data: { kind, lang, text, team } }) => {
  try {
    await init();
    const file = make(kind, lang, text, team, (done, of) => postMessage({ done, of }));
    postMessage({ file }, [file.buffer]);
  } catch (error) {
    postMessage({ error: String(error) });
  }
});

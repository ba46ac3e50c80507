// Makes Word and Excel files apart from the page, seals a backup and opens one, so that no tap waits for it. One file, and it is
// done; to stop it is to end it.
import init, { make, open, seal, secret_bytes } from './documents.js';

const fileOf = ({ kind, lang, text, team, passphrase, sealed }) => {
  if (sealed) return open(passphrase, sealed);
  if (passphrase) return seal(passphrase, text, crypto.getRandomValues(new Uint8Array(secret_bytes())));
  return make(kind, lang, text, team, (done, of) => postMessage({ done, of }));
};

addEventListener('message', async ({ data }) => {
  try {
    await init();
    const file = fileOf(data);
    postMessage({ file }, [file.buffer]);
  } catch (error) {
    postMessage({ error: String(error) });
  }
});

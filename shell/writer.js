// One tab writes. It holds a lock as long as it lives; a tab that comes later only reads, until the user goes on there.
// (The lock says who may write; it does not make two tabs see the same local storage. The journal does that.)
{
  const NAME = 'lesbezoek-writer';
  // A page that is being left may hold the lock a moment longer than the next one waits.
  const PATIENCE = 500;
  const tell = (what) => window.dispatchEvent(new Event(`lesbezoek-${what}`));
  let release;
  let others;
  try {
    others = new BroadcastChannel(NAME);
  } catch {
    // Missing, or the browser blocks all storage and this with it.
  }

  // Whether this tab got the lock.
  const hold = (options) =>
    new Promise((resolve) => {
      const ask = async () =>
        navigator.locks.request(NAME, options, () => {
          resolve(true);
          return new Promise((done) => (release = done));
        });
      ask().catch(({ name }) => {
        // In vain, or taken by a tab that could not wait for us. Any other error: an old browser, plain http, or storage
        // that is blocked. Then nobody can tell, every tab may write, and the journal keeps both copies.
        resolve(name !== 'AbortError');
        if (release) tell('writer-lost');
        release = undefined;
      });
    });
  // Whether the lock was free, or came free within this time. Only a lock that somebody has is in vain: a busy device may
  // take longer to say that it is free.
  const waitFor = (ms) => {
    const waiting = new AbortController();
    const look = async () => {
      const { held } = await navigator.locks.query();
      // When it is ours by now, stopping does nothing.
      if (held.some(({ name }) => name === NAME)) waiting.abort();
      else setTimeout(stopInVain, ms);
    };
    const stopInVain = () => look().catch(() => waiting.abort());
    setTimeout(stopInVain, ms);
    return hold({ signal: waiting.signal });
  };
  const giveUp = () => {
    release?.();
    release = undefined;
  };

  const isWriter = waitFor(PATIENCE);
  others?.addEventListener('message', () => tell('give-way'));
  // A page that is kept for the back button must not keep the lock.
  window.addEventListener('pagehide', giveUp);
  // One that comes back knows nothing of what another tab wrote meanwhile.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  window.lesbezoekWriter = {
    isWriter: () => isWriter,
    giveUp,
    // Asks the other tab to finish, waits for it, and starts anew as the writer. A tab that sleeps is not waited for.
    takeOver: async () => {
      others?.postMessage('give-way');
      const got = await waitFor(4 * PATIENCE);
      if (!got) await hold({ steal: true });
      location.reload();
    },
  };
}

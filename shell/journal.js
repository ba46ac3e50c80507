// The journal: a second copy of every record in IndexedDB. A write is answered when it would survive a power cut, which
// no write to local storage is (docs/durability.md). src/browser/journal.rs calls this; the crash notice reads it too.
{
  const STORE = 'records';
  const PAGE = 100;
  // A database that does not answer must not keep the app from starting, nor a change from being called unsafe.
  const PATIENCE = { readonly: 4000, readwrite: 15000 };
  let opening;

  // What tells one state of a record from every other one (`Entry::stamp`).
  const stamp = ([revision, value]) => (value === null ? `deleted at ${revision}` : value.split(',"body":', 1)[0]);

  const within = (ms, answer) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), ms);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  };

  const open = () =>
    (opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('lesbezoek', 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        // Closed from outside: the next call opens it anew.
        db.onclose = () => (opening = undefined);
        db.onversionchange = () => {
          db.close();
          opening = undefined;
        };
        resolve(db);
      };
    }).catch((error) => {
      opening = undefined;
      throw error;
    }));

  // A page that the browser keeps for the back button may stop in the middle of a transaction, and WebKit then lets no other
  // page through. Such a page starts anew when it comes back (writer.js), and local storage has what it wrote.
  const running = new Set();
  const abort = (transaction) => {
    try {
      transaction.abort();
    } catch {
      // It is committing already, or never began.
    }
  };
  let isAsleep = false;
  window.addEventListener('pagehide', ({ persisted }) => {
    isAsleep = persisted;
    if (isAsleep) running.forEach(abort);
  });

  // One transaction; the answer comes when it is complete. One that takes too long is aborted: what is called failed must not
  // be written after all.
  const transact = async (mode, act) => {
    const db = await within(PATIENCE.readonly, open());
    let transaction;
    const done = new Promise((resolve, reject) => {
      try {
        if (isAsleep) throw new DOMException('the page sleeps', 'AbortError');
        transaction = db.transaction(STORE, mode, { durability: 'strict' });
        running.add(transaction);
        const answer = act(transaction.objectStore(STORE));
        transaction.oncomplete = () => resolve(answer());
        transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      } catch (error) {
        // The connection is of no use any more.
        opening = undefined;
        reject(error);
      }
    });
    const timer = setTimeout(() => abort(transaction), PATIENCE[mode]);
    return within(PATIENCE[mode] + 1000, done).finally(() => {
      clearTimeout(timer);
      running.delete(transaction);
    });
  };

  window.lesbezoekJournal = {
    // Each change: [key, revision, value, base], the value null for a deletion, the base null if nobody looked. It is written
    // if it was made from what is there (`Change::may_replace`); else that stays, and is answered as [key, revision, value].
    write: (changes) =>
      transact('readwrite', (store) => {
        const others = [];
        for (const [key, revision, value, base] of changes) {
          store.get(key).onsuccess = ({ target: { result: there } }) => {
            const isSame = there && there[0] === revision && there[1] === value;
            if (!there || isSame || stamp(there) === base) store.put([revision, value], key);
            else others.push([key, ...there]);
          };
        }
        return () => others;
      }),
    read: (key) =>
      transact('readonly', (store) => {
        const found = store.get(key);
        return () => found.result;
      }),
    // [key, revision, value] of some entries, from behind `after` on.
    page: (after) =>
      transact('readonly', (store) => {
        const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
        const keys = store.getAllKeys(range, PAGE);
        const entries = store.getAll(range, PAGE);
        return () => keys.result.map((key, i) => [key, ...entries.result[i]]);
      }),
  };
  // Ready when the program asks; what goes wrong is told to the first who does.
  open().catch(() => {});
}

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

  // `rows`: what a database that is not there yet begins with. Without them none is made.
  const connect = (factory, rows, version) =>
    new Promise((resolve, reject) => {
      const request = factory.open('lesbezoek', version);
      request.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion > 0) return;
        if (!rows) return request.transaction.abort();
        const store = request.result.createObjectStore(STORE);
        for (const [key, row] of rows) store.put(row, key);
      };
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
    });

  // Chromium has one log for all databases of a bucket. A power cut may leave a hole at its end, and what is written behind
  // a hole is lost at the next cut. So a page writes behind nothing that an earlier one left: its first write begins a bucket
  // of its own, `lesbezoek-<number>`, with all that is in the one before. That it has a database says that it has all.
  const buckets = navigator.storageBuckets;
  const BUCKET = 'lesbezoek-';
  const bucket = async (number) =>
    (await buckets.open(BUCKET + number, { durability: 'strict', persisted: true })).indexedDB;
  // The newest first. The last one is the database of browsers without buckets, and of before there were any.
  const numbers = async () => {
    const names = (await buckets?.keys().catch(() => [])) ?? [];
    const made = names.filter((name) => name.startsWith(BUCKET)).map((name) => +name.slice(BUCKET.length));
    return [...made.sort((a, b) => b - a), 0];
  };
  const newest = async () => {
    for (const number of await numbers()) {
      try {
        return { number, db: await (number ? connect(await bucket(number)) : connect(indexedDB, [])) };
      } catch (error) {
        // One that was never finished is passed over.
        if (!number || error.name !== 'AbortError') throw error;
      }
    }
  };
  const open = () =>
    (opening ??= newest().catch((error) => {
      opening = undefined;
      throw error;
    }));

  const all = (db) =>
    new Promise((resolve, reject) => {
      const transaction = db.transaction(STORE);
      const store = transaction.objectStore(STORE);
      const [keys, rows] = [store.getAllKeys(), store.getAll()];
      transaction.oncomplete = () => resolve(keys.result.map((key, i) => [key, rows.result[i]]));
      transaction.onabort = () => reject(transaction.error);
    });
  const isSame = (one, other) =>
    one.length === other.length &&
    one.every(([key, row], i) => key === other[i][0] && row.every((cell, j) => cell === other[i][1][j]));
  const begin = async () => {
    const [last] = await numbers();
    const before = await newest();
    if (before.number) {
      // Another page that writes there finds it closed, and comes here too.
      before.db.close();
      before.db = await connect(await bucket(before.number), undefined, before.db.version + 1);
    }
    const rows = await all(before.db);
    before.db.close();
    const number = last + 1;
    const db = await connect(await bucket(number), rows);
    const copied = await all(db);
    if (!isSame(copied, rows)) {
      db.close();
      await buckets.delete(BUCKET + number);
      throw new DOMException('not the same', 'DataError');
    }
    // The one before stays until this one was read at a start as well.
    for (const old of await numbers()) {
      if (old && old !== number && old !== before.number) buckets.delete(BUCKET + old).catch(() => {});
    }
    if (before.number) indexedDB.deleteDatabase('lesbezoek');
    return { number, db, isOurs: true };
  };
  // Where this page may write. One page at a time makes its own.
  const ours = async () => {
    const there = await open();
    if (!buckets || there.isOurs) return there;
    there.db.close();
    opening = navigator.locks.request('lesbezoek-journal', begin).catch(async () => {
      // There is no room for it, say. Then it goes where the last page wrote.
      opening = undefined;
      return Object.assign(await open(), { isOurs: true });
    });
    return opening;
  };

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
    const { db } = await within(PATIENCE[mode], mode === 'readwrite' ? ours() : open());
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

  // All that is there in a bucket of its own, and every earlier one gone with its files: what was plain must not stay.
  const renew = async () => {
    if (!buckets) return;
    (await open()).db.close();
    opening = undefined;
    const made = await navigator.locks.request('lesbezoek-journal', begin);
    opening = Promise.resolve(made);
    // A write that is on the disk: so is all that went before it into these files.
    await transact('readwrite', (store) => {
      store.openCursor().onsuccess = ({ target: { result: row } }) => row?.update(row.value);
      return () => {};
    });
    for (const old of await numbers()) if (old && old !== made.number) await buckets.delete(BUCKET + old);
    indexedDB.deleteDatabase('lesbezoek');
  };

  window.lesbezoekJournal = {
    // A write will follow: what it needs is made when the page has a moment.
    prepare: () => buckets && requestIdleCallback(() => ours().catch(() => {})),
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
    // Whatever is there: these go without a trace, those are written.
    replace: (keys, rows) =>
      transact('readwrite', (store) => {
        for (const key of keys) store.delete(key);
        for (const [key, revision, value] of rows) store.put([revision, value], key);
        return () => {};
      }),
    renew: () => within(PATIENCE.readwrite, renew()),
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

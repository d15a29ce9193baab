// Credential stores of the caller's.

/** A store's functions, with values as text and locks as numbers. */
export function storeCalls(backend, store) {
  const releases = new Map();
  let last = 0;
  return {
    load: async () => {
      const credential = await store.load();
      return credential === undefined || credential === null ? null : JSON.stringify(credential);
    },
    save: async (text) => {
      await store.save(JSON.parse(text));
    },
    lock: async () => {
      const release = await store.lock?.();
      last += 1;
      if (release) releases.set(last, release);
      return last;
    },
    unlock: (number) => {
      const release = releases.get(number);
      releases.delete(number);
      Promise.resolve()
        .then(() => release?.())
        .catch((error) => backend.warn(error));
    },
  };
}

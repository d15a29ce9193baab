// What the native part calls must not keep alive what the client belongs to: it holds callbacks
// and stores weakly, and the client holds them. So a client whose callback refers to the client's
// owner is collected with it.

/** A function that calls `callback` for as long as that is held elsewhere. */
export function weakly(callback) {
  if (!callback) return undefined;
  const held = new WeakRef(callback);
  return (...values) => held.deref()?.(...values);
}

/** Stores in the middle of a renewal: what it got is saved, whoever has gone meanwhile. */
const busy = new Set();

/** A store whose methods are those of `store`, for as long as that is held elsewhere or locked. */
export function weakStore(store) {
  if (!store) return undefined;
  const held = new WeakRef(store);
  const here = () => {
    const target = held.deref();
    if (target) return target;
    throw new Error("the client of this store is gone");
  };
  return {
    load: () => here().load(),
    save: (credential) => here().save(credential),
    lock: async () => {
      const locked = { store: here() };
      busy.add(locked);
      try {
        const release = await locked.store.lock?.();
        return async () => {
          try {
            await release?.();
          } finally {
            busy.delete(locked);
          }
        };
      } catch (error) {
        busy.delete(locked);
        throw error;
      }
    },
  };
}

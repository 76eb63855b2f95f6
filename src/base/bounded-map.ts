/** A map of what can be made again: over its limit it forgets what has not been used for long. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  /** `weight` is counted against the limit. */
  set(key: Key, value: Value, weight: number): void;
  delete(key: Key): void;
}

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
  used: boolean;
}

/**
 * Makes a bounded map; one value that is heavier than the limit is kept until the next comes. Reading only marks an
 * entry, since every request reads: when room is needed, the oldest goes that is not marked, and a marked one gets a
 * second chance (the clock algorithm).
 */
export function boundedMap<Key, Value>(limit: number): BoundedMap<Key, Value> {
  const entries = new Map<Key, Entry<Value>>();
  let total = 0;
  const remove = (key: Key) => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };
  const makeRoom = (newest: Key) => {
    for (const [key, entry] of entries) {
      if (total <= limit) return;
      if (key === newest) continue;
      if (entry.used) {
        entry.used = false;
        entries.delete(key);
        entries.set(key, entry);
      } else {
        remove(key);
      }
    }
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entry.used = true;
      return entry.value;
    },
    set(key, value, weight) {
      remove(key);
      entries.set(key, { value, weight, used: false });
      total += weight;
      makeRoom(key);
    },
    delete: remove,
  };
}

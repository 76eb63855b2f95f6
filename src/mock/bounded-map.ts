/** A map of what can be made again: over its limit it forgets what was used longest ago. */
export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  /** `weight` is counted against the limit. */
  set(key: string, value: Value, weight: number): void;
  delete(key: string): void;
}

/** Makes a bounded map; one value that is heavier than the limit is kept until the next comes. */
export function boundedMap<Value>(limit: number): BoundedMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  const remove = (key: string) => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, weight) {
      remove(key);
      entries.set(key, { value, weight });
      total += weight;
      for (const oldest of entries.keys()) {
        if (total <= limit || oldest === key) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}

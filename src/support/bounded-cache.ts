/** Keeps what was wanted last, as far as it fits. */

export interface BoundedCache<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/** Creates an empty cache. @param most how much it holds @param sizeOf how much of that a value takes */
export function createBoundedCache<Key, Value>(
  most: number,
  sizeOf: (value: Value) => number = () => 1,
): BoundedCache<Key, Value> {
  /** What was wanted last stands at the end. */
  const kept = new Map<Key, Value>();
  let size = 0;
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      const before = kept.get(key);
      if (before !== undefined) size -= sizeOf(before);
      kept.delete(key);
      kept.set(key, value);
      size += sizeOf(value);
      for (const [oldest, one] of kept) {
        if (size <= most || oldest === key) break;
        kept.delete(oldest);
        size -= sizeOf(one);
      }
    },
  };
}

/** Caches rendered replies between requests; a lost entry is rendered again. */

/** How much is kept in all, in bytes. */
const MOST_BYTES = 16_000_000;

/** How long a reply is kept, in milliseconds. Bounded because a reply may contain a link that expires. */
const DAY = 86_400_000;

/** What an entry takes beside its key and its value, in bytes. */
const OVERHEAD = 300;

/** A cache of replies by key. */
export interface ReplyCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

/** Returns the size of an entry that `bytes` bytes are sent for. */
export const entrySize = (key: string, bytes: number): number => 2 * key.length + bytes + OVERHEAD;

/**
 * Creates a cache of the most recently used replies. A key must include everything that a reply depends on: the version
 * of the shelf, the ask, the locale, the visibility.
 * @param most the size of all entries together
 * @param sizeOf returns the size of an entry
 */
export function createReplyCache<Value>(
  most = MOST_BYTES,
  sizeOf: (key: string, value: Value) => number = () => 1,
): ReplyCache<Value> {
  /** In the order of their last use. */
  const entries = new Map<string, { readonly value: Value; readonly size: number; readonly until: number }>();
  let total = 0;
  function drop(key: string): void {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.until < performance.now()) {
        drop(key);
        return undefined;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value) {
      drop(key);
      const size = sizeOf(key, value);
      if (size > most) return;
      entries.set(key, { value, size, until: performance.now() + DAY });
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= most) break;
        drop(oldest);
      }
    },
  };
}

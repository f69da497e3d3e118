/** Caches rendered replies between requests; a lost entry is rendered again. */
import QuickLRU from "quick-lru";

/** How many replies are kept; each has a few thousand characters. */
const REPLIES = 500;

/** How long a reply is kept, in milliseconds. Bounded because a reply may contain a link that expires. */
const DAY = 86_400_000;

/** A cache of replies by key. */
export interface ReplyCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

/**
 * Creates a cache of the most recently used replies. A key must include everything that a reply depends on: the version
 * of the shelf, the ask, the locale, the visibility.
 */
export function createReplyCache<Value>(most = REPLIES): ReplyCache<Value> {
  const cache = new QuickLRU<string, Value>({ maxSize: most, maxAge: DAY });
  return { get: (key) => cache.get(key), set: (key, value) => void cache.set(key, value) };
}

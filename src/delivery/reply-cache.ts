/** Keeps drawn replies between requests. No answer needs them, so that any of them may be lost. */
import QuickLRU from "quick-lru";

/** How many drawn replies are kept, a few thousand characters each. */
const REPLIES = 500;

/** And for how many milliseconds: a reply may hold a link that ends. */
const DAY = 86_400_000;

/** What was made for a key, kept for the next who asks. */
export interface ReplyCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

/**
 * Replies by what they follow from. The shelf never changes while it is served, so what was drawn once for a
 * question, a language and an audience is what would be drawn again. Of many, the latest asked for are kept.
 */
export function createReplyCache<Value>(most = REPLIES): ReplyCache<Value> {
  const kept = new QuickLRU<string, Value>({ maxSize: most, maxAge: DAY });
  return { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
}

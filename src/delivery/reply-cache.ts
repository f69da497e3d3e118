/** What is remembered between two requests: never anything that an answer needs, so that any of it can be lost. */
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

/** How many requests are remembered, and for how many milliseconds: Slack sends one again within an hour. */
const REQUESTS = { maxSize: 5_000, maxAge: 3_600_000 } as const;

/** Whether something that comes once is seen for the first time, by the id that its platform gave it. */
export function createDeduplicator(most: number = REQUESTS.maxSize): (id: string) => boolean {
  const seen = new QuickLRU<string, true>({ ...REQUESTS, maxSize: most });
  return (id) => {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  };
}

/** Detects requests that a platform delivers more than once. */
import QuickLRU from "quick-lru";

/** How many requests are remembered, and for how many milliseconds: an hour covers Slack's retries of an event. */
const REQUESTS = { maxSize: 5_000, maxAge: 3_600_000 } as const;

/** Creates a function that returns whether an id is new. Remembers the latest ids, at least `most` of them. */
export function createDeduplicator(most: number = REQUESTS.maxSize): (id: string) => boolean {
  const seen = new QuickLRU<string, true>({ ...REQUESTS, maxSize: most });
  return (id) => {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  };
}

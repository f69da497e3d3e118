/** Tells a request that comes for the first time from one that a platform sends again. */
import QuickLRU from "quick-lru";

/** How many requests are remembered, and for how many milliseconds: Slack sends one again within an hour. */
const REQUESTS = { maxSize: 5_000, maxAge: 3_600_000 } as const;

/** Gives whether an id is seen for the first time. Of many ids, the latest are remembered. */
export function createDeduplicator(most: number = REQUESTS.maxSize): (id: string) => boolean {
  const seen = new QuickLRU<string, true>({ ...REQUESTS, maxSize: most });
  return (id) => {
    if (seen.has(id)) return false;
    seen.set(id, true);
    return true;
  };
}

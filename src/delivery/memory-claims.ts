/** Claims deliveries among what one process receives. */
import QuickLRU from "quick-lru";
import { ANSWERED_MS, CLAIM_MS, type DeliveryClaims } from "./delivery-claims.ts";

/** How many deliveries are remembered at least. */
const MOST = 5_000;

/** Creates claims that end with the process. @param now the time in milliseconds, which never goes back */
export function createMemoryClaims(now: () => number = () => performance.now()): DeliveryClaims {
  const known = new QuickLRU<string, { readonly until: number; readonly isAnswered: boolean }>({
    maxSize: MOST,
  });
  return {
    async claim(delivery) {
      const earlier = known.get(delivery);
      if (earlier && earlier.until > now()) return earlier.isAnswered ? "answered" : "held";
      known.set(delivery, { until: now() + CLAIM_MS, isAnswered: false });
      return "ours";
    },
    async finish(delivery) {
      known.set(delivery, { until: now() + ANSWERED_MS, isAnswered: true });
    },
  };
}

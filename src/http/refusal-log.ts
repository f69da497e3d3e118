/** Logs requests that were refused, without letting who sends them fill the log. */
import type { Log } from "../support/log.ts";

/** Minimum interval between log lines about refused requests, in milliseconds: anyone can send such requests. */
const REFUSALS_EVERY = 60_000;

/** Logs refused requests with their number, at most once per interval so that senders cannot flood the log. */
export function logRefusals(log: Log): (path: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return (path) => {
    refused += 1;
    const now = performance.now();
    if (now - last < REFUSALS_EVERY) return;
    log.warn({ path, refused }, "refused requests without the signature or key that is expected");
    last = now;
    refused = 0;
  };
}

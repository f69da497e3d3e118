/** Logs requests that were refused, without letting who sends them fill the log. */
import type { Log } from "../support/log.ts";

/** Minimum interval between log lines about refused signatures, in milliseconds: anyone can send such requests. */
const REFUSALS_EVERY = 60_000;

/** Logs refused signatures with their number, at most once per interval so that senders cannot flood the log. */
export function logRefusals(log: Log): (path: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return (path) => {
    refused += 1;
    const now = performance.now();
    if (now - last < REFUSALS_EVERY) return;
    log.warn({ path, refused }, "refused requests that were not signed as expected");
    last = now;
    refused = 0;
  };
}

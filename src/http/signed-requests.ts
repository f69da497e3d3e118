/** Checks the timestamp of signed requests, the same way for every platform. */

/**
 * Maximum distance of a timestamp from now, in seconds. Slack recommends five minutes
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack), Discord gives no limit. Timestamps in the
 * future are limited too, since such a request could be replayed until its time has passed.
 */
const TIMESTAMP_WINDOW = 300;

/** Returns the current time in milliseconds since 1970. */
export type Clock = () => number;

/** Whether a header is a timestamp in whole seconds since 1970, within the window around `now` (in milliseconds). */
export const isCurrentTimestamp = (timestamp: unknown, now: number): timestamp is string =>
  typeof timestamp === "string" &&
  /^\d{1,12}$/.test(timestamp) &&
  Math.abs(now / 1000 - Number(timestamp)) <= TIMESTAMP_WINDOW;

/** How many signatures are remembered; more than 800 a second for as long as one may hold. */
const MOST_SIGNATURES = 500_000;

/** Characters of a signature that are kept: 128 bits of its hexadecimal digits. */
const KEPT = 32;

/** Signatures are kept in groups by the time to which they hold, in seconds, and forgotten by group. */
const GROUP = 60;

/**
 * Takes note of a signature with its timestamp. `seen`: it was used before. `full`: so many are remembered that this one
 * cannot be, so it must not be accepted.
 */
export type ReplayGuard = (signature: string, timestamp: string, now: number) => "new" | "seen" | "full";

/**
 * Creates a guard that accepts each signature once, so that an intercepted request cannot be replayed. Every signature is
 * remembered as long as its timestamp is accepted.
 * @param most how many are remembered
 */
export function createReplayGuard(most = MOST_SIGNATURES): ReplayGuard {
  /** By the group of the time to which they hold. */
  const groups = new Map<number, Set<string>>();
  let count = 0;
  return (signature, timestamp, now) => {
    const oldest = Math.floor(now / 1000 / GROUP);
    for (const [group, { size }] of groups) {
      if (group >= oldest) continue;
      groups.delete(group);
      count -= size;
    }
    const group = Math.floor((Number(timestamp) + TIMESTAMP_WINDOW) / GROUP);
    const seen = groups.get(group) ?? new Set<string>();
    // A copy: a part of the header would keep all of it in memory.
    const kept = Buffer.from(signature.slice(-KEPT).toLowerCase(), "latin1").toString("latin1");
    if (seen.has(kept)) return "seen";
    if (count >= most) return "full";
    groups.set(group, seen.add(kept));
    count += 1;
    return "new";
  };
}

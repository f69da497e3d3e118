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

/** What is asked of every signed request, whoever signs: a timestamp that is about now. */

/**
 * How far a timestamp may be from now on either side, in seconds. Slack says five minutes
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack) and Discord nothing; one from the future
 * is refused too, since it could be sent again for as long as it lies ahead.
 */
const TIMESTAMP_WINDOW = 300;

/** A clock in milliseconds. */
export type Clock = () => number;

/** Whether a header holds whole seconds since 1970 that are within the window on either side. */
export const isCurrentTimestamp = (timestamp: unknown, now: number): timestamp is string =>
  typeof timestamp === "string" &&
  /^\d{1,12}$/.test(timestamp) &&
  Math.abs(now / 1000 - Number(timestamp)) <= TIMESTAMP_WINDOW;

/** Defines the time limit of a first reply. */

/**
 * How long an answer may take before the asker is told that it will follow, in milliseconds. Discord and Slack give up
 * on a first response after 3 seconds.
 */
export const REPLY_TIMEOUT_MS = 2000;

/** How long people wait before they are told that an answer takes longer. */

/** How long an answer may take before the asker is told that it will follow, in milliseconds. */
export const REPLY_TIMEOUT_MS = 2000;

/** Says in a reply 503 when to ask again, in seconds, where more is asked for at once than can be answered. */
export const RETRY_LATER = { "retry-after": "5" } as const;

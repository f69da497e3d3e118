/**
 * Defines the citation log, which stores which sources were cited in which conversation. Conversations are stored as
 * hashes, and nothing is stored about people.
 */

/** A source cited in a conversation, with its first citation in the period asked for. */
export interface CitedSource {
  readonly source: string;
  readonly first: Date;
}

/** Stores and looks up citations. Both methods may reject when the storage is unavailable. */
export interface CitationLog {
  /** Records the sources that one answer cited, in its order. A source is stored once per conversation and day. */
  record(conversation: string, sources: readonly string[], at: Date): Promise<void>;
  /**
   * Returns each cited source once, by first citation, since the day of `since` (UTC) and at most RETENTION_DAYS
   * back.
   */
  citedIn(conversation: string, since?: Date): Promise<readonly CitedSource[]>;
}

/** A citation log that holds a connection or file, until closed. */
export interface CitationStore extends CitationLog {
  close(): Promise<void>;
}

/** Records citations in the background; never throws. */
export type RecordCitations = (conversation: string, sources: readonly string[]) => void;

/** Days after which entries are deleted. */
export const RETENTION_DAYS = 365;

const DAY = 86_400_000;

/** Formats a date as a day in UTC, such as `2026-11-22`. */
export const utcDay = (at: Date): string => at.toISOString().slice(0, 10);

/** Subtracts days from a date. */
export const daysBefore = (days: number, at: Date): Date => new Date(at.getTime() - days * DAY);

/** Returns the first day to look up: that of `since`, but not before the retention period. */
export function firstCountedDay(since: Date | undefined, now: Date): string {
  const kept = daysBefore(RETENTION_DAYS, now);
  return utcDay(since !== undefined && since > kept ? since : kept);
}

/** Returns the sources without duplicates and with timestamps one millisecond apart, which keep their order. */
export const timestampsFor = (sources: readonly string[], at: Date): CitedSource[] =>
  [...new Set(sources)].map((source, index) => ({ source, first: new Date(at.getTime() + index) }));

/** Returns the keys under which a conversation's citations may stand: also the one from before it had a workspace. */
export const keysOf = (conversation: string): string[] => {
  const at = conversation.indexOf(".");
  return at < 0 ? [conversation] : [conversation, conversation.slice(at + 1)];
};

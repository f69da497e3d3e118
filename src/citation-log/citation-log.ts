/** The seam behind which is kept what was cited where: of a conversation a name that says nothing, of people nothing. */
import { createHash } from "node:crypto";
import QuickLRU from "quick-lru";

/** A source that was cited in a conversation, and when it first was, within the time that was asked for. */
export interface CitedSource {
  readonly source: string;
  readonly first: Date;
}

/** Where citations are written down and looked up. Either may reject, where what holds them is away. */
export interface CitationLog {
  /** The sources that one answer cited, in its order. The same source on the same day is one entry. */
  record(conversation: string, sources: readonly string[], at: Date): Promise<void>;
  /** Each source once, the first cited first; from the day of `since` on (UTC), and never from beyond a year. */
  citedIn(conversation: string, since?: Date): Promise<readonly CitedSource[]>;
}

/** A ledger that something outside holds, until it is let go. */
export interface CitationStore extends CitationLog {
  close(): Promise<void>;
}

/** Notes what a conversation saw cited, at once and without ever failing. */
export type RecordCitations = (conversation: string, sources: readonly string[]) => void;

/** How long an entry is kept, in days. */
export const RETENTION_DAYS = 365;

const DAY = 86_400_000;

/** The day in UTC, as `2026-11-22`. */
export const utcDay = (at: Date): string => at.toISOString().slice(0, 10);

/** So many days before a moment. */
export const daysBefore = (days: number, at: Date): Date => new Date(at.getTime() - days * DAY);

/** The first day that counts: the one asked for, or the first that is kept. */
export function firstCountedDay(since: Date | undefined, now: Date): string {
  const kept = daysBefore(RETENTION_DAYS, now);
  return utcDay(since !== undefined && since > kept ? since : kept);
}

/** When each of an answer's sources was cited: a millisecond apart, so that their order is kept too. */
export const timestampsFor = (sources: readonly string[], at: Date): CitedSource[] =>
  [...new Set(sources)].map((source, index) => ({ source, first: new Date(at.getTime() + index) }));

/** Names that were made last: every request from a channel needs the same one. */
const names = new QuickLRU<string, string>({ maxSize: 1_000 });

/** A conversation's name in the ledger: the same for the same place, and nothing that leads back to it. */
export function conversationKey(platform: "discord" | "slack" | "terminal", place: string): string {
  const said = `refdesk ${platform} ${place}`;
  const name = names.get(said) ?? createHash("sha256").update(said).digest("hex").slice(0, 40);
  names.set(said, name);
  return name;
}

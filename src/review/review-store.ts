/** Defines where suggestions, reports and decisions are kept: in the citation log's database, so that processes share them. */

/** What is kept of a proposal. Drafts and records that are there have an entry only once somebody decided on them. */
export interface ReviewEntry {
  readonly id: string;
  readonly origin: "draft" | "suggestion" | "report" | "existing";
  /** The suggestion or report, and what undoing needs, as JSON. */
  readonly content: string;
  readonly state: "waiting" | "deferred" | "accepting" | "accepted" | "rejected";
  /** Who decided, by id and by name, and when; empty while it waits. */
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
  /** Who suggested or reported, to tell them what became of it; empty for the rest, and 30 days after a decision. */
  readonly from: string;
}

/** The states in which an entry waits for a decision. */
export const OPEN_STATES: readonly ReviewEntry["state"][] = ["waiting", "deferred"];

/** Days after a decision until whoever suggested or reported is forgotten. */
export const SENDER_DAYS = 30;

/** Which entries are asked for. */
export type EntryFilter =
  | { readonly ids: readonly string[] }
  | { readonly states: readonly ReviewEntry["state"][] }
  | { readonly from: string }
  /** What somebody sent who is known still, and what was accepted or rejected before. */
  | { readonly sentAndDecidedBefore: Date };

/** Keeps entries. Every function rejects while the storage is unavailable. */
export interface ReviewStore {
  /** Adds what waits. */
  add(entry: ReviewEntry): Promise<void>;
  /** Returns the entries of some ids, in some states or from one sender, oldest first. */
  find(by: EntryFilter): Promise<readonly ReviewEntry[]>;
  /**
   * Moves an entry to another state, if it still is in one of those expected; makes it where there is none and `absent` is
   * expected. Resolves to whether it did: of several who try, one does.
   */
  move(entry: ReviewEntry, from: readonly (ReviewEntry["state"] | "absent")[]): Promise<boolean>;
  /** Changes the content of an entry, if nothing of it has changed since. Resolves to whether it did: of several, one does. */
  annotate(entry: ReviewEntry, content: string): Promise<boolean>;
  /** Returns the last entry on which somebody decided. */
  lastBy(reviewer: string): Promise<ReviewEntry | undefined>;
  /** Forgets who sent what was decided more than SENDER_DAYS ago. */
  forgetSenders(now: Date): Promise<void>;
  close(): Promise<void>;
}

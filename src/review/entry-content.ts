/** What the store keeps of a proposal as JSON: the suggestion or report itself, and what undoing a decision needs. */
import { hostname } from "node:os";
import { RECORD_KINDS } from "../shelf/kinds.ts";
import type { FileChange } from "../shelf/shelf-store.ts";
import { isRunning } from "../support/flushed-files.ts";
import type { Report, Reviewer, SuggestedPassage } from "./review-desk.ts";
import type { ReviewEntry } from "./review-store.ts";

/** A suggestion whose passage was found. */
export interface StoredSuggestion extends Omit<SuggestedPassage, "passage"> {
  readonly passage: { readonly exact: string; readonly start: number };
}

/** The content of an entry. */
export interface EntryContent {
  readonly suggestion?: StoredSuggestion;
  readonly report?: Report;
  /** The files that an acceptance or a merge wrote. */
  readonly changes?: readonly FileChange[];
  /** Whether whoever sent it has been told what became of it. */
  readonly isTold?: true;
  /** The process that is writing them, so that it is known at once when that has ended. */
  readonly writer?: Writer;
}

/** A process of a machine. */
interface Writer {
  readonly host: string;
  readonly pid: number;
}

/** This process, as it writes. */
export const ownWriter = (): Writer => ({ host: hostname(), pid: process.pid });

/** Tells whether the process that was writing has ended, as far as it can be told from here. */
export const hasEnded = ({ writer }: EntryContent): boolean =>
  writer?.host === hostname() && writer.pid !== process.pid && !isRunning(writer.pid);

/** Reads an entry's content; of a row that something else has written, nothing. */
export function contentOf({ content }: Pick<ReviewEntry, "content">): EntryContent {
  try {
    const read = JSON.parse(content) as EntryContent;
    const { suggestion } = read;
    return suggestion && !RECORD_KINDS.includes(suggestion.kind) ? {} : read;
  } catch {
    return {};
  }
}

/** Returns an entry as somebody decides on it. */
export const decidedEntry = (
  entry: Pick<ReviewEntry, "id" | "origin" | "from">,
  content: EntryContent,
  state: ReviewEntry["state"],
  by: Reviewer | undefined,
  at: Date,
): ReviewEntry => ({
  id: entry.id,
  origin: entry.origin,
  from: entry.from,
  state,
  at,
  content: JSON.stringify(content),
  by: by?.id ?? "",
  byName: by?.name ?? "",
});

/** What the store keeps of a proposal as JSON: the suggestion or report itself, and what undoing a decision needs. */
import { RECORD_KINDS } from "../shelf/kinds.ts";
import type { Report, Reviewer, SuggestedPassage } from "./review-desk.ts";
import type { ReviewEntry } from "./review-store.ts";
import type { FileChange } from "./shelf-writer.ts";

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
}

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
  ...{ id: entry.id, origin: entry.origin, from: entry.from, state, at },
  content: JSON.stringify(content),
  by: by?.id ?? "",
  byName: by?.name ?? "",
});

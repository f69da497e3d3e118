/** Drafts the sources of a shelf, each once while its text and card stay as they are. */
import type { Draft } from "../drafts/draft.ts";
import { draftText } from "../drafts/draft-text.ts";
import type { Reading } from "../drafts/reading.ts";
import type { Source } from "../shelf/sources.ts";
import { memoizeByKey } from "../support/memoize.ts";

/** A source with what was drafted from it. */
export interface DraftedSource {
  readonly source: Source;
  readonly reading: Reading;
  readonly drafts: readonly Draft[];
}

/** Returns what is drafted from a source. */
export const draftedSource = memoizeByKey(
  (source: Source): DraftedSource => ({
    source,
    ...draftText(source.text, {
      published: source.published.date ?? undefined,
      language: source.language,
    }),
  }),
);

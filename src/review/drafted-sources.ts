/** Drafts the sources of a shelf, each once while its text and card stay as they are. */
import QuickLRU from "quick-lru";
import type { Draft } from "../drafts/draft.ts";
import { draftText } from "../drafts/draft-text.ts";
import type { Reading } from "../drafts/reading.ts";
import type { Source } from "../shelf/sources.ts";

/** A source with what was drafted from it. */
export interface DraftedSource {
  readonly source: Source;
  readonly reading: Reading;
  readonly drafts: readonly Draft[];
}

/** How many drafted sources are kept: a reading is many times as large as its text. */
const MOST_KEPT = 64;

const kept = new QuickLRU<Source, DraftedSource>({ maxSize: MOST_KEPT });

/** Returns what is drafted from a source. */
export function draftedSource(source: Source): DraftedSource {
  const known = kept.get(source);
  if (known) return known;
  const { published, language, text } = source;
  const drafted = { source, ...draftText(text, { published: published.date ?? undefined, language }) };
  kept.set(source, drafted);
  return drafted;
}

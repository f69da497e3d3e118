/** Keeps the sources that were read last, with what is looked up in their texts, as far as they fit. */
import { createFoldedText, type FoldedText } from "../../shelf/evidence.ts";
import type { Source } from "../../shelf/sources.ts";
import { memoizeByKey } from "../../support/memoize.ts";

/** The sources of one version, none of which changes while they are kept. */
export interface SourceCache {
  /** Returns sources, of which those that are not kept are read. */
  read(
    ids: readonly string[],
    readSources: (ids: readonly string[]) => Promise<ReadonlyMap<string, Source>>,
  ): Promise<Map<string, Source>>;
  readonly folded: (source: Source) => FoldedText;
}

/** How long the texts that are kept are together, in UTF-16 code units. */
const MOST = 30_000_000;

/** Creates a cache without any source. */
export function createSourceCache(most = MOST): SourceCache {
  /** The one that was wanted last stands at the end. */
  const kept = new Map<string, Source>();
  let length = 0;

  function keep(source: Source): void {
    kept.delete(source.id);
    kept.set(source.id, source);
  }

  return {
    folded: memoizeByKey(({ text }: Source) => createFoldedText(text)),
    async read(ids, readSources) {
      const missing = ids.filter((id) => !kept.has(id));
      const read = missing.length > 0 ? await readSources(missing) : new Map<string, Source>();
      const found = new Map<string, Source>();
      for (const id of new Set(ids)) {
        const source = kept.get(id) ?? read.get(id);
        if (source) found.set(id, source);
      }
      for (const source of found.values()) {
        if (!kept.has(source.id)) length += source.text.length;
        keep(source);
      }
      for (const [id, { text }] of kept) {
        if (length <= most) break;
        kept.delete(id);
        length -= text.length;
      }
      return found;
    },
  };
}

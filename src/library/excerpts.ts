/** What of a source may be read: all of what is in the public domain, and of the rest what is recorded from it. */

import type { TextSpan } from "../shelf/evidence.ts";
import { evidenceWithPointers } from "../shelf/evidence.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { splitSentences } from "../support/segments.ts";
import type { Library, PassageContext, SourceInfo } from "./library.ts";

/** A passage that is recorded, and the records that stand on it. */
export interface RecordedPassage extends TextSpan {
  /** By what it is found: the first of the records' own. */
  readonly evidence: Evidence;
  readonly records: readonly AnyRecord[];
}

/** A passage with as much of what surrounds it as may be read. */
export interface PassageExcerpt {
  readonly citation: PassageContext;
  /** The sentence before it, or the beginning of its own; the one after it, or the end of its own. */
  readonly before: string;
  readonly after: string;
  /** Whether its paragraph has more than that, on either side. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** The share of a text that is not in the public domain, beyond which nothing is added to what is recorded. */
export const EXCERPT_SHARE = 1 / 4;

export const isPublicDomain = ({ rights }: SourceInfo): boolean => rights.status === "public-domain";

/** The passages that are recorded from a source, in the order of the text, the longer first. */
export async function recordedPassages(source: string, library: Library): Promise<RecordedPassage[]> {
  const found = new Map<string, TextSpan & { evidence: Evidence; records: Set<AnyRecord> }>();
  for (const record of (await library.find({ source })).hits)
    for (const { evidence } of evidenceWithPointers(record)) {
      if (evidence.source !== source) continue;
      const { start, end } = await library.context(evidence);
      const key = `${start}-${end}`;
      const passage = found.get(key) ?? { start, end, evidence, records: new Set() };
      found.set(key, passage);
      passage.records.add(record);
    }
  return [...found.values()]
    .map(({ records, ...place }) => ({ ...place, records: [...records] }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The stretches that these places cover together, in order. */
export function mergeSpans(places: readonly TextSpan[]): TextSpan[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

const lengthOf = (places: readonly TextSpan[]): number =>
  mergeSpans(places).reduce((sum, { start, end }) => sum + end - start, 0);

/** The nearest sentence on either side of a passage, within its paragraph. */
function nearest(citation: PassageContext): Pick<PassageExcerpt, "before" | "after"> {
  const { language } = citation.source;
  const [before = ""] = splitSentences(citation.before, language).slice(-1);
  const [after = ""] = splitSentences(citation.after, language);
  return { before, after };
}

export interface ExcerptReader {
  /** A piece of evidence with what may be read around it. */
  excerpt(evidence: Evidence): Promise<PassageExcerpt>;
}

/** What may be read around a passage follows from all that can be read of its source, so it is found once a source. */
export function createExcerptReader(library: Library): ExcerptReader {
  const generous = new Map<string, Promise<boolean>>();

  /** Whether all passages with their nearest sentences stay within the share. */
  async function isWithin({ id, length }: SourceInfo): Promise<boolean> {
    const places: TextSpan[] = [];
    for (const record of (await library.find({ source: id })).hits)
      for (const { evidence } of evidenceWithPointers(record)) {
        if (evidence.source !== id) continue;
        const citation = await library.context(evidence);
        const { before, after } = nearest(citation);
        places.push({ start: citation.start - before.length, end: citation.end + after.length });
      }
    return lengthOf(places) <= length * EXCERPT_SHARE;
  }

  return {
    async excerpt(evidence) {
      const citation = await library.context(evidence);
      const { source } = citation;
      let isGiven = isPublicDomain(source);
      if (!isGiven) {
        const known = generous.get(source.id) ?? isWithin(source);
        generous.set(source.id, known);
        isGiven = await known;
      }
      const { before, after } = isGiven ? nearest(citation) : { before: "", after: "" };
      const rest = {
        before: citation.before.slice(0, citation.before.length - before.length),
        after: citation.after.slice(after.length),
      };
      const cut = { before: rest.before.trim() !== "", after: rest.after.trim() !== "" };
      return { citation, before, after, cut };
    },
  };
}

/**
 * The same library as commands may look at it for a page: of what is not in the public domain they see passages and
 * nothing beside them, so that no answer can show more.
 */
export const limitToRights = (library: Library): Library => ({
  ...library,
  async context(evidence) {
    const citation = await library.context(evidence);
    return isPublicDomain(citation.source) ? citation : { ...citation, before: "", after: "" };
  },
  async text(id) {
    const source = (await library.about()).sources.find((one) => one.id === id);
    return source && isPublicDomain(source) ? library.text(id) : undefined;
  },
});

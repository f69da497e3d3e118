/**
 * Decides how much of a source may be shown: all of it in the public domain, otherwise passages and little around
 * them.
 */

import type { TextSpan } from "../shelf/evidence.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { splitSentences } from "../support/segments.ts";
import type { Library, PassageContext, SourceInfo, SourcePassage } from "./library.ts";
import { listAll } from "./list-all.ts";
import { contextOf, sourceAt } from "./lookups.ts";

/** A passage with the records that cite it. */
export interface RecordedPassage extends TextSpan {
  /** Evidence of the first of these records, with which the passage can be looked up. */
  readonly evidence: Evidence;
  readonly records: readonly AnyRecord[];
}

/** A passage with as much of its paragraph as may be shown. */
export interface PassageExcerpt {
  readonly citation: PassageContext;
  /** The nearest sentence on either side, or the rest of the passage's own sentence; empty when it may not be shown. */
  readonly before: string;
  readonly after: string;
  /** Whether the paragraph continues beyond `before` and `after`. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/**
 * For sources not in the public domain: the share of the text that all passages with their neighbouring sentences
 * may cover. Above it, only the passages are shown.
 */
export const EXCERPT_SHARE = 1 / 4;

/** Tells whether a source is in the public domain. */
export const isPublicDomain = ({ rights }: SourceInfo): boolean => rights.status === "public-domain";

/** Returns the recorded passages of a source in text order; of those with the same start, the longest first. */
export async function recordedPassages(source: string, library: Library): Promise<RecordedPassage[]> {
  const passages: SourcePassage[] = [];
  for await (const passage of listAll((page) => library.passages(source, page))) passages.push(passage);
  return withRecords(passages, library);
}

/** Returns passages with their records in place of the references to them. */
async function withRecords(passages: readonly SourcePassage[], library: Library): Promise<RecordedPassage[]> {
  const refs = [...new Set(passages.flatMap(({ records }) => records))];
  const records = await library.records(refs);
  const byRef = new Map(refs.map((ref, index) => [ref, records[index]]));
  return passages.map((passage) => ({
    ...passage,
    records: passage.records.flatMap((ref) => byRef.get(ref) ?? []),
  }));
}

/** Merges overlapping and adjacent ranges, in text order. */
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

/** Returns the nearest sentence on either side of a passage, within its paragraph. */
function nearest(citation: PassageContext): Pick<PassageExcerpt, "before" | "after"> {
  const { language } = citation.source;
  const [before = ""] = splitSentences(citation.before, language).slice(-1);
  const [after = ""] = splitSentences(citation.after, language);
  return { before, after };
}

/** Reads excerpts and remembers which sources allow context. */
export interface ExcerptReader {
  /** Returns a passage with the context that may be shown. */
  excerpt(evidence: Evidence): Promise<PassageExcerpt>;
}

/**
 * Creates an excerpt reader. Whether context may be shown depends on all passages of a source, so it is computed
 * once per source.
 */
export function createExcerptReader(library: Library): ExcerptReader {
  const generous = new Map<string, Promise<boolean>>();

  /** Tells whether all passages with their nearest sentences stay within EXCERPT_SHARE. */
  async function isWithin({ id, length }: SourceInfo): Promise<boolean> {
    const evidence: Evidence[] = [];
    for await (const passage of listAll((page) => library.passages(id, page)))
      evidence.push(passage.evidence);
    const places = (await library.contexts(evidence)).map((citation): TextSpan => {
      const { before, after } = nearest(citation);
      return { start: citation.start - before.length, end: citation.end + after.length };
    });
    return lengthOf(places) <= length * EXCERPT_SHARE;
  }

  return {
    async excerpt(evidence) {
      const citation = await contextOf(evidence, library);
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
 * Wraps a library so that commands that fill public pages see only the passages of sources not in the public domain,
 * without context or full text.
 */
export const limitToRights = (library: Library): Library => ({
  ...library,
  async contexts(evidence) {
    const citations = await library.contexts(evidence);
    return citations.map((citation) =>
      isPublicDomain(citation.source) ? citation : { ...citation, before: "", after: "" },
    );
  },
  async text(id) {
    const source = await sourceAt(id, library);
    return source && isPublicDomain(source) ? library.text(id) : undefined;
  },
});

/** What of a source may be read: all of what is in the public domain, and of the rest what is recorded from it. */

import type { Place } from "../platforms/web/link-signer.ts";
import { evidenceOf } from "../shelf/evidence.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { Citation, Library, SourceInfo } from "./library.ts";

/** A passage that is recorded, and the records that stand on it. */
export interface Recorded extends Place {
  /** By what it is found: the first of the records' own. */
  readonly evidence: Evidence;
  readonly records: readonly AnyRecord[];
}

/** A passage with as much of what surrounds it as may be read. */
export interface Around {
  readonly citation: Citation;
  /** The sentence before it, or the beginning of its own; the one after it, or the end of its own. */
  readonly before: string;
  readonly after: string;
  /** Whether its paragraph has more than that, on either side. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** The share of a text that is not in the public domain, beyond which nothing is added to what is recorded. */
export const SHARE = 1 / 4;

export const isFree = ({ rights }: SourceInfo): boolean => rights.status === "public-domain";

/** The passages that are recorded from a source, in the order of the text, the longer first. */
export async function recordedIn(source: string, library: Library): Promise<Recorded[]> {
  const found = new Map<string, Place & { evidence: Evidence; records: Set<AnyRecord> }>();
  for (const record of (await library.find({ source })).hits)
    for (const { evidence } of evidenceOf(record)) {
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
export function covered(places: readonly Place[]): Place[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

const lengthOf = (places: readonly Place[]): number =>
  covered(places).reduce((sum, { start, end }) => sum + end - start, 0);

function sentences(text: string, language: string): string[] {
  const parts = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
  return parts.map(({ segment }) => segment);
}

/** The nearest sentence on either side of a passage, within its paragraph. */
function nearest(citation: Citation): Pick<Around, "before" | "after"> {
  const { language } = citation.source;
  const [before = ""] = sentences(citation.before, language).slice(-1);
  const [after = ""] = sentences(citation.after, language);
  return { before, after };
}

export interface Reading {
  /** A piece of evidence with what may be read around it. */
  around(evidence: Evidence): Promise<Around>;
}

/** What may be read around a passage follows from all that can be read of its source, so it is found once a source. */
export function createReading(library: Library): Reading {
  const generous = new Map<string, Promise<boolean>>();

  /** Whether all passages with their nearest sentences stay within the share. */
  async function isWithin({ id, length }: SourceInfo): Promise<boolean> {
    const places: Place[] = [];
    for (const record of (await library.find({ source: id })).hits)
      for (const { evidence } of evidenceOf(record)) {
        if (evidence.source !== id) continue;
        const citation = await library.context(evidence);
        const { before, after } = nearest(citation);
        places.push({ start: citation.start - before.length, end: citation.end + after.length });
      }
    return lengthOf(places) <= length * SHARE;
  }

  return {
    async around(evidence) {
      const citation = await library.context(evidence);
      const { source } = citation;
      let isGiven = isFree(source);
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
export const withinRights = (library: Library): Library => ({
  ...library,
  async context(evidence) {
    const citation = await library.context(evidence);
    return isFree(citation.source) ? citation : { ...citation, before: "", after: "" };
  },
  async text(id) {
    const source = (await library.about()).sources.find((one) => one.id === id);
    return source && isFree(source) ? library.text(id) : undefined;
  },
});

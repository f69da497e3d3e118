/** What is to be cited: sources by name, or those behind a record. */

import { findRecord } from "../../src/desk/lookup.ts";
import { resolveName } from "../../src/desk/resolve.ts";
import { resolveSource, sourcesByMaker } from "../../src/desk/resolve-source.ts";
import type { Library, SourceInfo } from "../../src/library/library.ts";
import { RECORD_KINDS, type RecordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../src/shelf/records.ts";

/** A source, and the passages for which it is cited. */
export interface CitedPassages {
  readonly source: SourceInfo;
  readonly passages: readonly string[];
}

/**
 * What the words came to. `cited`: these sources; with `record` they are those behind it, and `likeness` says
 * that it, or the source, was found by that. `several`: equal matches. `none`: nothing, but perhaps names a slip away.
 */
export type CiteSubject =
  | {
      readonly type: "cited";
      readonly cited: readonly CitedPassages[];
      readonly record?: AnyRecord;
      readonly likeness: boolean;
    }
  | {
      readonly type: "several" | "none";
      readonly records: readonly AnyRecord[];
      readonly sources: readonly SourceInfo[];
    };

/** The passages that a record stands on. A term that no source defines stands on its uses. */
async function evidenceBehind(record: AnyRecord, library: Library): Promise<readonly Evidence[]> {
  switch (record.kind) {
    case "pledges":
      return record.accounts.flatMap(({ passages }) => passages);
    case "quotes":
      return record.within ? [record.within] : record.passages;
    case "events":
    case "facts":
      return record.passages;
    case "people":
    case "organizations":
      return record.roles.map(({ evidence }) => evidence);
    case "terms": {
      const own = record.definitions.flatMap(({ passages }) => passages);
      if (own.length > 0) return own;
      const uses = await Promise.all(record.uses.map((ref) => findRecord(ref, library)));
      const behind = uses.map((use) => (use && use.kind !== "terms" ? evidenceBehind(use, library) : []));
      return (await Promise.all(behind)).flat();
    }
  }
}

/** The sources behind a record, each once, with its passages in the record's order. */
async function behind(record: AnyRecord, library: Library): Promise<CitedPassages[]> {
  const cited = new Map<string, { source: SourceInfo; passages: string[] }>();
  for (const evidence of await evidenceBehind(record, library)) {
    const { source, text } = await library.context(evidence);
    const known = cited.get(source.id);
    if (known) known.passages.push(text);
    else cited.set(source.id, { source, passages: [text] });
  }
  return [...cited.values()].map(({ source, passages }) => ({ source, passages: [...new Set(passages)] }));
}

const named = (sources: readonly SourceInfo[], likeness = false): CiteSubject => ({
  type: "cited",
  cited: sources.map((source) => ({ source, passages: [] })),
  likeness,
});

const recorded = async (record: AnyRecord, library: Library, likeness = false): Promise<CiteSubject> => ({
  type: "cited",
  cited: await behind(record, library),
  record,
  likeness,
});

/** Ids of sources, one after the other: what the button under an answer asks. */
async function byIds(words: string, library: Library): Promise<SourceInfo[]> {
  const { sources } = await library.about();
  const found = words.split(/[ ,，、]+/u).map((id) => sources.find((source) => source.id === id));
  return found.every((source) => source !== undefined) ? [...new Set(found)] : [];
}

const REF = new RegExp(`^(?:${RECORD_KINDS.join("|")})/`);

/** Whether the words are the name of something, so that no word of them is a style's. */
export async function isKnownName(words: string, library: Library): Promise<boolean> {
  const { by, hits } = await library.find({ words });
  return by === "name" && hits.length > 0;
}

/**
 * Ids first; then what is so named: a record, or whatever its bearer wrote or published; then sources by the
 * words of their titles, and records by the words of their names; a likeness last.
 */
export async function resolveCiteSubject(words: string, library: Library): Promise<CiteSubject> {
  const ids = await byIds(words, library);
  if (ids.length > 0) return named(ids);
  const at = REF.test(words) ? await findRecord(words as RecordRef, library) : undefined;
  if (at) return recorded(at, library);
  const { by, hits } = await library.find({ words });
  if (by === "name" && hits.length > 0) {
    const own = (await Promise.all(hits.map((hit) => sourcesByMaker(hit, library)))).flat();
    if (own.length > 0) return named([...new Set(own)]);
    const [only, ...others] = hits;
    return only && others.length === 0
      ? recorded(only, library)
      : { type: "several", records: hits, sources: [] };
  }
  const source = await resolveSource(words, library);
  if (source.type === "one" && !source.likeness) return named([source.match]);
  if (source.type === "several") return { type: "several", records: [], sources: source.matches };
  const record = await resolveName(words, [RECORD_KINDS], library);
  if (record.type === "one" && !record.likeness) return recorded(record.match, library);
  if (record.type === "several") return { type: "several", records: record.matches, sources: [] };
  if (source.type === "one") return named([source.match], true);
  if (record.type === "one") return recorded(record.match, library, true);
  return {
    type: "none",
    records: record.type === "near" ? record.matches : [],
    sources: source.type === "near" ? source.matches : [],
  };
}

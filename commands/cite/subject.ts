/** Resolves what is to be cited: sources by name, or the sources behind a record. */

import { findRecord } from "../../src/desk/lookup.ts";
import { resolveName } from "../../src/desk/resolve-name.ts";
import { resolveSource, sourcesByMaker } from "../../src/desk/resolve-source.ts";
import type { Library, SourceInfo } from "../../src/library/library.ts";
import { kindDefinition, RECORD_KINDS, type RecordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../src/shelf/records.ts";

/** A source, and the passages it is cited for. */
export interface CitedPassages {
  readonly source: SourceInfo;
  readonly passages: readonly string[];
}

/**
 * The result of resolving a text. `cited`: these sources; `record` is set when they are the sources behind it, and
 * `likeness` when the record or the source was found by a fuzzy match. `several`: equally good matches. `none`: no
 * match, though similar names may be listed.
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

/** Returns the evidence of a record. A term without a definition has the evidence of its uses. */
async function evidenceBehind(record: AnyRecord, library: Library): Promise<readonly Evidence[]> {
  const own = kindDefinition(record).mainPassages(record);
  if (own.length > 0 || record.kind !== "terms") return own;
  const uses = await Promise.all(record.uses.map((ref) => findRecord(ref, library)));
  const behind = uses.map((use) => (use && use.kind !== "terms" ? evidenceBehind(use, library) : []));
  return (await Promise.all(behind)).flat();
}

/** Returns the sources behind a record, each once, with its passages in the record's order. */
async function behind(record: AnyRecord, library: Library): Promise<CitedPassages[]> {
  const cited = new Map<string, { source: SourceInfo; passages: string[] }>();
  for (const { source, text } of await library.contexts(await evidenceBehind(record, library))) {
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

/** Reads a list of source ids, as the button under an answer asks it. Returns an empty array if any id is unknown. */
async function byIds(words: string, library: Library): Promise<readonly SourceInfo[]> {
  const ids = new Set(words.split(/[ ,，、]+/u));
  const found = await library.sources([...ids]);
  return found.every((source) => source !== undefined) ? found : [];
}

const REF = new RegExp(`^(?:${RECORD_KINDS.join("|")})/`);

/** Tells whether the text is a known name, so that no word of it is read as a style. */
export async function isKnownName(words: string, library: Library): Promise<boolean> {
  return words !== "" && (await library.find({ words, by: "name" })).total > 0;
}

/**
 * Resolves a text to sources, trying in order: source ids; a record's reference; a record's exact name, which cites
 * what that person or organization wrote or published, if anything, and otherwise the sources behind the record;
 * sources by the words of their titles; records by the words of their names; fuzzy matches.
 */
export async function resolveCiteSubject(words: string, library: Library): Promise<CiteSubject> {
  const [ids, at, { by, hits }] = await Promise.all([
    byIds(words, library),
    REF.test(words) ? findRecord(words as RecordRef, library) : undefined,
    library.find({ words }),
  ]);
  if (ids.length > 0) return named(ids);
  if (at) return recorded(at, library);
  if (by === "name" && hits.length > 0) {
    const own = (await Promise.all(hits.map((hit) => sourcesByMaker(hit, library)))).flat();
    if (own.length > 0) return named([...new Map(own.map((source) => [source.id, source])).values()]);
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

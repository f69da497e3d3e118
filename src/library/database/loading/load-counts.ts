/** Counts over the records of a shelf, gathered until they are many, and then handed on as parts of the whole count. */
import { RECORD_KINDS, type RecordKind } from "../../../shelf/kinds.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import { referencesOf } from "../../../shelf/references.ts";
import { lastChangeOf } from "../../ordered-records.ts";
import { sourcesOf } from "../../referrers.ts";
import { kindNumber, linkTo, placeOf } from "../places.ts";
import { createDatesOf, hanNamesOf, namedAs, ROLES } from "../record-rows.ts";
import type { TextCounts, TextTotals } from "../text-rows.ts";
import { TALLIED } from "./load-tables.ts";
import type { RowBuffers } from "./row-buffers.ts";

/** What is counted of a shelf as a whole; of its parts, it is added up. */
export interface WholeCounts {
  readonly kinds: Readonly<Record<RecordKind, number>>;
  readonly sources: number;
  readonly upTo: string | null;
  readonly lastChange: string | null;
  readonly totals: TextTotals;
  readonly longestHanName: number;
  readonly textLength: number;
}

export const NOTHING_COUNTED: WholeCounts = {
  kinds: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<RecordKind, number>,
  ...{ sources: 0, upTo: null, lastChange: null, longestHanName: 0, textLength: 0 },
  totals: { documents: 0, length: 0, titleLength: 0, distinctTerms: 0 },
};

/** Returns the later of two dates. */
const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Adds up two counts. */
export const addCounts = (one: WholeCounts, other: WholeCounts): WholeCounts => ({
  kinds: Object.fromEntries(
    RECORD_KINDS.map((kind) => [kind, one.kinds[kind] + other.kinds[kind]]),
  ) as WholeCounts["kinds"],
  sources: one.sources + other.sources,
  upTo: later(one.upTo, other.upTo),
  lastChange: later(one.lastChange, other.lastChange),
  totals: {
    documents: one.totals.documents + other.totals.documents,
    length: one.totals.length + other.totals.length,
    titleLength: one.totals.titleLength + other.totals.titleLength,
    distinctTerms: one.totals.distinctTerms + other.totals.distinctTerms,
  },
  longestHanName: Math.max(one.longestHanName, other.longestHanName),
  textLength: one.textLength + other.textLength,
});

/** Returns what some records count for. */
export function countRecords(records: readonly AnyRecord[], totals: TextTotals): WholeCounts {
  const kinds = { ...NOTHING_COUNTED.kinds };
  let [lastChange, longestHanName]: [string | null, number] = [null, 0];
  for (const record of records) {
    kinds[record.kind]++;
    lastChange = later(lastChange, lastChangeOf(record));
    for (const { length } of hanNamesOf(record)) longestHanName = Math.max(longestHanName, length);
  }
  return { ...NOTHING_COUNTED, kinds, lastChange, longestHanName, totals };
}

/** From so many values on, they are handed on: what is kept of them does not grow with the shelf. */
const MOST = 100_000;

/** What is counted by value, of one shelf. */
export interface LoadCounts {
  addRecord(record: AnyRecord, isThere: (ref: string) => boolean): void;
  addTexts(counts: TextCounts): void;
  /** Hands on what was counted, where that is much, or in any case. */
  flush(into: RowBuffers, always: boolean): void;
}

type Counts = Map<string, number>;
const addTo = (counts: Counts, key: string, by = 1): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by);

/** Counts what the records of a shelf, or of its public part, hold. */
export function createLoadCounts(shelf: number): LoadCounts {
  const terms = new Map<string, { held: number; entitled: number }>();
  const words = new Map<string, { readonly term: string; held: number }>();
  const [hanNames, dates, tallies, cited]: Counts[] = [new Map(), new Map(), new Map(), new Map()];
  const appearances = new Set<string>();
  const datesOf = createDatesOf();
  const all = [terms, words, hanNames!, dates!, tallies!, cited!, appearances];
  return {
    addRecord(record, isThere) {
      const speakers = namedAs("speaker", record);
      for (const ref of new Set(referencesOf(record)))
        addTo(tallies!, `${placeOf(ref)}\t${kindNumber(record.kind)}`);
      for (const ref of speakers)
        addTo(tallies!, `${placeOf(ref)}\t${record.kind === "quotes" ? TALLIED.spoken : TALLIED.reported}`);
      for (const role of ROLES)
        for (const ref of namedAs(role, record))
          if (isThere(ref)) appearances.add(`${linkTo.appearing(role)}\t${placeOf(ref)}`);
      for (const name of new Set(hanNamesOf(record))) addTo(hanNames!, name);
      for (const date of new Set(datesOf(record))) addTo(dates!, date);
      for (const source of new Set(sourcesOf(record))) addTo(cited!, source);
    },
    addTexts(counts) {
      for (const [term, { held, entitled }] of counts.terms) {
        const known = terms.get(term);
        if (!known) terms.set(term, { held, entitled });
        else {
          known.held += held;
          known.entitled += entitled;
        }
      }
      for (const [word, { term, held }] of counts.words) {
        const known = words.get(word);
        if (known) known.held += held;
        else words.set(word, { term, held });
      }
    },
    flush(into, always) {
      if (!always && all.reduce((sum, { size }) => sum + size, 0) < MOST) return;
      for (const [term, counted] of terms) into.add("terms", shelf, { term, ...counted });
      for (const [word, counted] of words) into.add("words", shelf, { word, ...counted });
      for (const [name, held] of hanNames!) into.add("hanNames", shelf, { name, held });
      for (const [date, held] of dates!) into.add("dates", shelf, { date, held });
      for (const [source, count] of cited!) into.add("cited", shelf, { source, cited: count });
      for (const [key, count] of tallies!) {
        const [place, what] = key.split("\t");
        into.add("tallies", shelf, { place, what: Number(what), count });
      }
      for (const key of appearances) {
        const [target, place] = key.split("\t");
        into.add("appearances", shelf, { target, place });
      }
      for (const counted of all) counted.clear();
    },
  };
}

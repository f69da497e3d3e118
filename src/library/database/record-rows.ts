/** The rows of a shelf's records: what they are, what they are called, and what they are looked up by. */
import { foldName, nameWords } from "../../shelf/fold.ts";
import { type RecordRef, recordNames, recordRef } from "../../shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../../shelf/pledge-parts.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { referencesOf } from "../../shelf/references.ts";
import type { Source } from "../../shelf/sources.ts";
import { foldLetters } from "../../support/fold-letters.ts";
import { containsHan } from "../../support/han.ts";
import type { RecordTally } from "../library.ts";
import { lastChangeOf } from "../ordered-records.ts";
import { createDateReader } from "../record-dates.ts";
import { speakerOf, sumsOf } from "../record-lists.ts";
import { sourcesOf } from "../referrers.ts";
import { statedRoles } from "../role-finder.ts";
import { infoOf } from "../shelf-summary.ts";
import { namesOfSource } from "../source-finder.ts";
import {
  formKey,
  kindNumber,
  linkTo,
  placeOf,
  quotedLexeme,
  SOURCE_AUTHORS,
  SOURCE_TITLES,
} from "./places.ts";
import type { Row, TableRows } from "./table-rows.ts";

const placeOfRecord = (record: AnyRecord): string => placeOf(recordRef(record));

/** Returns the words of a text for a `tsvector`, each once. */
export const lexemes = (words: Iterable<string>): string => [...new Set(words)].map(quotedLexeme).join(" ");

/**
 * Returns what a name with Chinese characters is found by from any part of it: each two characters that are neighbours, and
 * alone those that are two code units.
 */
export function hanPairs(form: string): string[] {
  if (!containsHan(form)) return [];
  const characters = [...form];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return [...pairs, ...characters.filter(({ length }) => length > 1)].map((part) => `=${part}`);
}

/** The records themselves, with what they are put in order by. @param tallyOf counts what refers to a record */
export function recordRows(
  records: readonly AnyRecord[],
  tallyOf: (ref: RecordRef) => RecordTally,
): TableRows {
  const read = createDateReader();
  function* rows(): Generator<Row> {
    for (const record of records) {
      const ranges = read(record)?.ranges;
      const tally = tallyOf(recordRef(record));
      const roles = statedRoles(record);
      yield {
        place: placeOfRecord(record),
        kind: kindNumber(record.kind),
        body: JSON.stringify(record),
        tally: JSON.stringify(tally),
        weight: tally.total,
        quotes: tally.quotes,
        reports: tally.reports,
        changed: lastChangeOf(record),
        firsts: ranges?.map(({ first }) => first) ?? null,
        lasts: ranges?.map(({ last }) => last) ?? null,
        roles: roles.length === 0 ? null : JSON.stringify(roles),
      };
    }
  }
  return {
    table: "refdesk_shelf_records",
    columns: {
      place: "text",
      kind: "smallint",
      body: "text",
      tally: "text",
      weight: "integer",
      quotes: "integer",
      reports: "integer",
      changed: "text",
      firsts: "text[]",
      lasts: "text[]",
      roles: "text",
    },
    rows,
  };
}

/** Every name of a record or a source: whole, and by its words. */
export function nameRows(records: readonly AnyRecord[], sources: readonly Source[]): TableRows {
  function* rows(): Generator<Row> {
    for (const record of records) {
      const place = placeOfRecord(record);
      let number = 0;
      for (const folded of new Set([record.id, ...recordNames(record)].map(foldName))) {
        const words = nameWords(folded);
        if (words.length === 0) continue;
        const form = formKey(words.join(""));
        yield {
          place,
          number: number++,
          kind: kindNumber(record.kind),
          form,
          folded,
          words: lexemes([...words, ...hanPairs(form)]),
        };
      }
    }
    for (const source of sources)
      for (const [number, { name, form, isAuthor }] of namesOfSource(infoOf(source)).entries())
        yield {
          place: source.id,
          number,
          kind: isAuthor ? SOURCE_AUTHORS : SOURCE_TITLES,
          form: formKey(form),
          folded: foldName(name),
          words: lexemes(foldName(name).split(" ").filter(Boolean)),
        };
  }
  return {
    table: "refdesk_shelf_names",
    columns: {
      place: "text",
      number: "integer",
      kind: "smallint",
      form: "text",
      folded: "text",
      words: "tsvector",
    },
    rows,
  };
}

/** Returns a record's names that stand in a run of Chinese characters as one word. */
export const hanNamesOf = (record: AnyRecord): string[] =>
  recordNames(record)
    .filter(containsHan)
    .map(foldLetters)
    .filter((name) => /^\p{Script=Han}{2,100}$/u.test(name));

/** Creates what returns every date of a record, as it is written. */
export function createDatesOf(): (record: AnyRecord) => readonly string[] {
  const read = createDateReader();
  return (record) => read(record)?.dates ?? [];
}

/** What is looked up, and the record that is found by it. */
export interface Link {
  readonly target: string;
  readonly place: string;
}

/** Returns all that a record is looked up by. */
export function linksOf(record: AnyRecord): Link[] {
  const place = placeOfRecord(record);
  const speaker = speakerOf(record);
  const targets = [
    ...referencesOf(record),
    ...sourcesOf(record).map(linkTo.source),
    ...(speaker === undefined ? [] : [linkTo.speaker(speaker as RecordRef)]),
    ...sumsOf(record).map(linkTo.sum),
    ...(record.kind === "pledges" && record.donorsStated !== undefined ? [linkTo.donorsStated] : []),
  ];
  return [...new Set(targets)].map((target) => ({ target, place }));
}

/** The parts in which a record may name others. */
export const ROLES = ["donor", "occasion", "speaker"] as const;
export type Role = (typeof ROLES)[number];

/** Returns those that a record names in a part. */
export function namedAs(role: Role, record: AnyRecord): readonly RecordRef[] {
  if (role === "speaker") {
    const speaker = record.kind === "quotes" || record.kind === "facts" ? speakerOf(record) : undefined;
    return speaker === undefined ? [] : [speaker as RecordRef];
  }
  if (record.kind !== "pledges") return [];
  return role === "donor" ? donorRefs(record) : occasionRefs(record);
}

/** What refers to what, what stands on which source, and what else is looked up by a value. */
export const linkRows = (links: () => Iterable<Link>): TableRows => ({
  table: "refdesk_shelf_links",
  columns: { target: "text", place: "text" },
  *rows() {
    for (const link of links()) yield { ...link };
  },
});

/** Counts by how many of some records each value is held. */
export function countHolders(
  records: Iterable<AnyRecord>,
  valuesOf: (record: AnyRecord) => Iterable<string>,
): Map<string, number> {
  const held = new Map<string, number>();
  for (const record of records)
    for (const value of new Set(valuesOf(record))) held.set(value, (held.get(value) ?? 0) + 1);
  return held;
}

/** Values that records hold, each with the number of those that do. */
export const heldRows = (
  { table, column }: { readonly table: string; readonly column: string },
  held: () => ReadonlyMap<string, number>,
): TableRows => ({
  table,
  columns: { [column]: "text", held: "integer" },
  *rows() {
    for (const [value, count] of held()) yield { [column]: value, held: count };
  },
});

/** Where Chinese names and dates are kept. */
export const HAN_NAMES = { table: "refdesk_shelf_han_names", column: "name" } as const;
export const DATES = { table: "refdesk_shelf_dates", column: "date" } as const;

/** The rows of a shelf's records: what they are, what they are called, and what they are looked up by. */
import { foldName, nameWords } from "../../shelf/fold.ts";
import { type RecordRef, recordNames, recordRef } from "../../shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../../shelf/pledge-parts.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { referencesOf } from "../../shelf/references.ts";
import type { Source } from "../../shelf/sources.ts";
import { foldLetters } from "../../support/fold-letters.ts";
import { containsHan } from "../../support/han.ts";
import { lastChangeOf } from "../ordered-records.ts";
import { createDateReader } from "../record-dates.ts";
import { type RecordLists, speakerOf, sumsOf } from "../record-lists.ts";
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

/** The records themselves, with what they are put in order by. */
export function recordRows(records: readonly AnyRecord[], lists: RecordLists): TableRows {
  const read = createDateReader();
  function* rows(): Generator<Row> {
    for (const record of records) {
      const ranges = read(record)?.ranges;
      const tally = lists.tally(recordRef(record));
      const roles = statedRoles(record);
      yield {
        place: placeOfRecord(record),
        kind: kindNumber(record.kind),
        body: JSON.stringify(record),
        tally: JSON.stringify(tally),
        ...{ weight: tally.total, quotes: tally.quotes, reports: tally.reports },
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
      ...{ place: "text", kind: "smallint", body: "text", tally: "text", weight: "integer" },
      ...{ quotes: "integer", reports: "integer", changed: "text", firsts: "text[]", lasts: "text[]" },
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
          ...{ place, number: number++, kind: kindNumber(record.kind), form, folded },
          words: lexemes([...words, ...hanPairs(form)]),
        };
      }
    }
    for (const source of sources)
      for (const [number, { name, form, isAuthor }] of namesOfSource(infoOf(source)).entries())
        yield {
          ...{ place: source.id, number, kind: isAuthor ? SOURCE_AUTHORS : SOURCE_TITLES },
          ...{
            form: formKey(form),
            folded: foldName(name),
            words: lexemes(foldName(name).split(" ").filter(Boolean)),
          },
        };
  }
  return {
    table: "refdesk_shelf_names",
    columns: {
      ...{ place: "text", number: "integer", kind: "smallint", form: "text", folded: "text" },
      words: "tsvector",
    },
    rows,
  };
}

/** The names that stand in a run of Chinese characters as one word. */
export function hanNameRows(records: readonly AnyRecord[]): TableRows {
  function* rows(): Generator<Row> {
    const names = new Set<string>();
    for (const record of records)
      for (const name of recordNames(record)) if (containsHan(name)) names.add(foldLetters(name));
    for (const name of names) if (/^\p{Script=Han}{2,100}$/u.test(name)) yield { name };
  }
  return { table: "refdesk_shelf_han_names", columns: { name: "text" }, rows };
}

/** Returns all that a record is looked up by. */
function linksOf(record: AnyRecord): string[] {
  const speaker = speakerOf(record);
  return [
    ...referencesOf(record),
    ...sourcesOf(record).map(linkTo.source),
    ...(speaker === undefined ? [] : [linkTo.speaker(speaker as RecordRef)]),
    ...sumsOf(record).map(linkTo.sum),
    ...(record.kind === "pledges" && record.donorsStated !== undefined ? [linkTo.donorsStated] : []),
  ];
}

/** What refers to what, what stands on which source, and what else is looked up by a value. */
export function linkRows(records: readonly AnyRecord[]): TableRows {
  function* rows(): Generator<Row> {
    const appearing = {
      donor: new Set<RecordRef>(),
      occasion: new Set<RecordRef>(),
      speaker: new Set<RecordRef>(),
    };
    for (const record of records) {
      const place = placeOfRecord(record);
      for (const target of new Set(linksOf(record))) yield { target, place };
      const speaker = speakerOf(record);
      if (speaker !== undefined && (record.kind === "quotes" || record.kind === "facts"))
        appearing.speaker.add(speaker as RecordRef);
      if (record.kind !== "pledges") continue;
      for (const ref of donorRefs(record)) appearing.donor.add(ref);
      for (const ref of occasionRefs(record)) appearing.occasion.add(ref);
    }
    const there = new Set(records.map(recordRef));
    for (const [role, refs] of Object.entries(appearing))
      for (const ref of refs)
        if (there.has(ref)) yield { target: linkTo.appearing(role), place: placeOf(ref) };
  }
  return { table: "refdesk_shelf_links", columns: { target: "text", place: "text" }, rows };
}

/** Every date that a record has, as it is written. */
export function dateRows(records: readonly AnyRecord[]): TableRows {
  function* rows(): Generator<Row> {
    const read = createDateReader();
    const dates = new Set(records.flatMap((record) => read(record)?.dates ?? []));
    for (const date of dates) yield { date };
  }
  return { table: "refdesk_shelf_dates", columns: { date: "text" }, rows };
}

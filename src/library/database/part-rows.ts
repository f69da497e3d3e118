/** Makes the rows of records and sources of which only a part is known: what is counted of all is changed by what came and went. */
import { RECORD_KINDS, type RecordRef, recordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { referencesOf } from "../../shelf/references.ts";
import type { Source } from "../../shelf/sources.ts";
import type { RecordTally, SourceInfo } from "../library.ts";
import { sourcesOf } from "../referrers.ts";
import { infoOf } from "../shelf-summary.ts";
import { type EditionReader, valid } from "./edition.ts";
import { kindNumber, linkTo, placeOf, refAt } from "./places.ts";
import { type Link, namedAs, ROLES, type Role } from "./record-rows.ts";
import { sourceRow } from "./source-rows.ts";
import type { Row } from "./table-rows.ts";

/** The records that a change concerns, before and after it. */
export interface Concerned {
  readonly before: readonly AnyRecord[];
  readonly after: readonly AnyRecord[];
}

type Counts = Map<string, number>;

const add = (counts: Counts, key: string, by: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by);

/** Returns what changes of the tallies of others: by reference, what of it, and by how much. */
function tallyChanges({ before, after }: Concerned): Map<RecordRef, Counts> {
  const changes = new Map<RecordRef, Counts>();
  function count(records: readonly AnyRecord[], by: number): void {
    for (const record of records) {
      const told: [RecordRef, string][] = [
        ...[...new Set(referencesOf(record))].map((ref): [RecordRef, string] => [ref, record.kind]),
        ...namedAs("speaker", record).map((ref): [RecordRef, string] => [
          ref,
          record.kind === "quotes" ? "spoken" : "reported",
        ]),
      ];
      for (const [ref, what] of told) {
        const counts = changes.get(ref) ?? new Map<string, number>();
        add(counts, what, by);
        changes.set(ref, counts);
      }
    }
  }
  count(before, -1);
  count(after, 1);
  for (const [ref, counts] of changes) if ([...counts.values()].every((by) => by === 0)) changes.delete(ref);
  return changes;
}

/** Returns a tally with changes, its kinds in the order of the shelf. */
function tallyWith({ quotes, reports, counts, total }: RecordTally, changes: Counts): RecordTally {
  const by = (what: string): number => changes.get(what) ?? 0;
  const kinds = RECORD_KINDS.flatMap((kind) => {
    const count = (counts[kind] ?? 0) + by(kind);
    return count === 0 ? [] : [[kind, count] as const];
  });
  return {
    quotes: quotes + by("spoken"),
    reports: reports + by("reported"),
    counts: Object.fromEntries(kinds),
    total: RECORD_KINDS.reduce((sum, kind) => sum + by(kind), total),
  };
}

const NOTHING: RecordTally = { quotes: 0, reports: 0, counts: {}, total: 0 };

/** Counts what refers to records by their links. */
async function countedTallies(
  { rows }: EditionReader,
  refs: readonly RecordRef[],
): Promise<Map<RecordRef, RecordTally>> {
  const kindOf = "split_part(l.place, '/', 1)::integer";
  const found = await rows<{ target: string; kind: number; count: number }>(
    `select l.target, ${kindOf} as kind, count(*)::integer as count from refdesk_shelf_links l
     where ${valid("l")} and l.target = any($3) group by 1, 2`,
    refs.flatMap((ref) => [ref, linkTo.speaker(ref)]),
  );
  return new Map(
    refs.map((ref) => {
      const counts = new Map<string, number>();
      for (const { target, kind, count } of found) {
        const name = RECORD_KINDS[kind]!;
        if (target === ref) counts.set(name, count);
        else if (target === linkTo.speaker(ref) && name === "quotes") counts.set("spoken", count);
        else if (target === linkTo.speaker(ref) && name === "facts") counts.set("reported", count);
      }
      return [ref, tallyWith(NOTHING, counts)];
    }),
  );
}

/** Records whose rows change, with their tallies. */
export interface TalliedRecords {
  readonly records: readonly AnyRecord[];
  readonly tally: (ref: RecordRef) => RecordTally;
  readonly refs: readonly RecordRef[];
}

/**
 * Returns the records whose rows change: those that are concerned, and those to which they refer or have referred.
 * @param there all records that may be among these, as they are after the change
 * @param now reads what is written already of the version, of which the links are
 */
export async function talliedRecords(
  reader: EditionReader,
  now: EditionReader,
  concerned: Concerned,
  there: ReadonlyMap<RecordRef, AnyRecord>,
): Promise<TalliedRecords> {
  const changes = tallyChanges(concerned);
  const refs = [
    ...new Set([...concerned.before, ...concerned.after].map(recordRef).concat([...changes.keys()])),
  ];
  const found = await reader.rows<{ place: string; tally: string }>(
    `select r.place, r.tally from refdesk_shelf_records r where ${valid("r")} and r.place = any($3)`,
    refs.map(placeOf),
  );
  const known = new Map(found.map(({ place, tally }) => [refAt(place), JSON.parse(tally) as RecordTally]));
  const records = refs.flatMap((ref) => there.get(ref) ?? []);
  const counted = await countedTallies(
    now,
    records.map(recordRef).filter((ref) => !known.has(ref)),
  );
  return {
    refs,
    records,
    tally: (ref) => counted.get(ref) ?? tallyWith(known.get(ref)!, changes.get(ref) ?? new Map()),
  };
}

/** How many records are read at once, to find one that names another in a part. */
const LOOKED_AT = 200;

/** Tells whether any record but some names another in a part. */
async function isNamedByOthers(
  { rows }: EditionReader,
  role: Role,
  ref: RecordRef,
  but: readonly string[],
): Promise<boolean> {
  const kinds = (role === "speaker" ? (["quotes", "facts"] as const) : (["pledges"] as const)).map(
    kindNumber,
  );
  for (let after = ""; ; ) {
    const some = await rows<{ place: string; body: string }>(
      `select r.place, r.body from refdesk_shelf_links l join refdesk_shelf_records r on r.place = l.place
       where ${valid("l")} and ${valid("r")} and l.target = $3 and r.kind = any($4::smallint[])
         and l.place > $5 and l.place <> all($6) order by l.place limit ${LOOKED_AT}`,
      role === "speaker" ? linkTo.speaker(ref) : ref,
      kinds,
      after,
      but,
    );
    if (some.some(({ body }) => namedAs(role, JSON.parse(body) as AnyRecord).includes(ref))) return true;
    if (some.length < LOOKED_AT) return false;
    after = some.at(-1)!.place;
  }
}

/** Rows of links that may change, and those of them that are there after the change. */
export interface ChangedLinks {
  readonly keys: readonly (readonly [target: string, place: string])[];
  readonly links: readonly Link[];
}

/**
 * Returns how records whose part in others may have changed are looked up by it.
 * @param there all records that may be among these, as they are after the change
 * @param isFlipped whether records come or go that others name which are not concerned, since their source is open or hidden now
 */
export async function changedAppearances(
  reader: EditionReader,
  { before, after }: Concerned,
  there: ReadonlyMap<RecordRef, AnyRecord>,
  isFlipped: boolean,
): Promise<ChangedLinks> {
  const keys: [string, string][] = [];
  const links: Link[] = [];
  const [old, own] = [before, after].map((records) => new Set(records.map(recordRef)));
  const gone = [...old!].filter((ref) => !own!.has(ref));
  const come = isFlipped ? [...own!].filter((ref) => !old!.has(ref)) : [];
  const but = [...new Set([...old!, ...own!])].map(placeOf);
  for (const role of ROLES) {
    const named = new Set(after.flatMap((record) => namedAs(role, record)));
    const namedBefore = before.flatMap((record) => namedAs(role, record));
    for (const ref of new Set([...namedBefore, ...named, ...gone, ...come])) {
      const link = { target: linkTo.appearing(role), place: placeOf(ref) };
      keys.push([link.target, link.place]);
      if (there.has(ref) && (named.has(ref) || (await isNamedByOthers(reader, role, ref, but))))
        links.push(link);
    }
  }
  return { keys, links };
}

/** What of a row of sources is counted. */
interface CountedSource {
  readonly source: string;
  readonly info: string;
  readonly cited: number;
  readonly passages: number;
}

/** Sorts ids of sources as their files are sorted. */
export const compareSources = (one: string, other: string): number =>
  `${one}.json` < `${other}.json` ? -1 : 1;

/** Returns by how much the records that cite each source have become more. */
export function citedChanges({ before, after }: Concerned): Counts {
  const changes: Counts = new Map();
  for (const record of before) for (const source of new Set(sourcesOf(record))) add(changes, source, -1);
  for (const record of after) for (const source of new Set(sourcesOf(record))) add(changes, source, 1);
  return changes;
}

/**
 * Returns the rows of sources that may change, and whose they are. Where a source comes or goes, the places of those after it
 * change too.
 * @param sources those that are known after the change; the others are as they were
 * @param order the ids of all sources of the shelf after the change, where any came or went; else each has its old place
 */
export async function changedSourceRows(
  { rows }: EditionReader,
  {
    sources,
    gone,
    order,
    isOpen,
    cited,
    passages,
  }: {
    readonly sources: ReadonlyMap<string, Source>;
    readonly gone: ReadonlySet<string>;
    readonly order: readonly string[] | undefined;
    /** Whether a source is in the part of the shelf that is written. */
    readonly isOpen: (id: string) => boolean;
    readonly cited: Counts;
    readonly passages: Counts;
  },
): Promise<{ readonly made: readonly Row[]; readonly ids: readonly string[] }> {
  const ids = [...new Set([...sources.keys(), ...gone])];
  const known = await rows<CountedSource & { readonly position: number }>(
    `select s.source, s.position, s.info, s.cited, s.passages from refdesk_shelf_sources s
     where ${valid("s")} and ($3::text[] is null or s.source = any($3))`,
    order ? null : ids,
  );
  const byId = new Map(known.map((row) => [row.source, row]));
  const placeOnShelf = new Map(order?.map((id, at) => [id, at]));
  const open = order && new Map(order.filter(isOpen).map((id, at) => [id, at]));
  const all = order ? [...new Set([...byId.keys(), ...ids])] : ids;
  const made = all.flatMap((id): Row[] => {
    if (gone.has(id) || !isOpen(id)) return [];
    const there = byId.get(id);
    const before = there && (JSON.parse(there.info) as SourceInfo);
    const source = sources.get(id);
    const own = source ? infoOf(source) : before;
    if (!own) return [];
    return [
      sourceRow(
        { ...own, order: placeOnShelf.get(id) ?? before!.order },
        {
          position: open?.get(id) ?? there!.position,
          cited: (there?.cited ?? 0) + (cited.get(id) ?? 0),
          passages: (there?.passages ?? 0) + (passages.get(id) ?? 0),
        },
      ),
    ];
  });
  return { made, ids: all };
}

/** Narrows, orders and counts the records of a shelf in a database. */

import { isStorable, storedForm } from "../../database/connection.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import { type FindOrder, type FindQuery, type FindResult, MOST_GIVEN, type RecordTally } from "../library.ts";
import { sumKey } from "../record-lists.ts";
import { type EditionReader, valid } from "./edition.ts";
import { kindNumber, linkTo, placeOf } from "./places.ts";

/** The members of a query by which records are narrowed, whatever their words. */
type Narrowing = Omit<FindQuery, "words" | "in" | "by">;

/** By what records are put in order; of equals, the first on the shelf, or of what was found, the first found. */
const ORDERS: Readonly<Record<FindOrder, string>> = {
  references: "r.weight desc",
  words: "r.quotes desc, r.reports desc",
  date: "r.firsts[1], r.lasts[1] desc",
  newest: "r.firsts[cardinality(r.firsts)] desc nulls last, r.lasts[cardinality(r.lasts)]",
  changed: "r.changed desc",
};

/** A day after every other, and one before, which are asked for where a period has no end or no beginning. */
const ENDS = { first: "", last: "9999" } as const;

/** The conditions of a query, with their values in the order of their numbers. */
interface Conditions {
  readonly text: readonly string[];
  readonly values: readonly unknown[];
}

/** Returns the links of which a record must have one each. */
function linksFor({
  concerning,
  speaker,
  source,
  sum,
  appearing,
  donorsStated,
}: Narrowing): readonly (readonly string[])[] {
  return [
    ...(concerning === undefined ? [] : [[concerning].flat()]),
    ...(speaker === undefined ? [] : [[linkTo.speaker(speaker)]]),
    ...(source === undefined ? [] : [[linkTo.source(source)]]),
    ...(sum === undefined ? [] : [[linkTo.sum(sumKey(sum))]]),
    ...(appearing === undefined ? [] : [[linkTo.appearing(appearing)]]),
    ...(donorsStated === undefined ? [] : [[linkTo.donorsStated]]),
  ];
}

/** @param first the number of the first value */
function conditionsFor(query: Narrowing, found: readonly string[] | undefined, first: number): Conditions {
  const text: string[] = [];
  const values: unknown[] = [];
  const value = (one: unknown): string => `$${first + values.push(one) - 1}`;
  for (const targets of linksFor(query))
    text.push(
      `r.place in (select l.place from refdesk_shelf_links l where ${valid("l")} and l.target = any(${value(targets.filter(isStorable))}))`,
    );
  if (query.days) {
    // What no day has does not matter for where a day stands.
    const [from, to] = [query.days.first ?? ENDS.first, query.days.last ?? ENDS.last].map(storedForm);
    text.push("r.firsts is not null");
    if (from !== ENDS.first || to !== ENDS.last)
      text.push(
        `exists (select 1 from unnest(r.firsts, r.lasts) as d (f, l) where d.f <= ${value(to)} and d.l >= ${value(from)})`,
      );
  }
  if (found) text.push(`r.place = any(${value(found)})`);
  return { text, values };
}

/** Lists the records of a version. */
export interface DatabaseLists {
  /**
   * Returns the page of a query and the counts of all of it.
   * @param found the places that its words have found, best first; without them, the whole shelf
   */
  list(query: Narrowing, found?: readonly string[]): Promise<Omit<FindResult, "by">>;
  tallies(refs: readonly RecordRef[]): Promise<RecordTally[]>;
  dates(begun: string, most: number): Promise<string[]>;
}

/** Creates the lists of a version. */
export function createDatabaseLists({ rows, summary }: EditionReader): DatabaseLists {
  async function countsOf(
    kinds: readonly RecordKind[],
    { text, values }: Conditions,
  ): Promise<FindResult["counts"]> {
    const { counts } = summary.about;
    if (text.length === 0)
      return Object.fromEntries(
        RECORD_KINDS.filter((kind) => kinds.includes(kind) && counts[kind] > 0).map((kind) => [
          kind,
          counts[kind],
        ]),
      );
    const found = await rows<{ kind: number; count: number }>(
      `select r.kind, count(*)::integer as count from refdesk_shelf_records r
       where ${[valid("r"), "r.kind = any($3::smallint[])", ...text].join(" and ")} group by r.kind`,
      kinds.map(kindNumber),
      ...values,
    );
    return Object.fromEntries(found.map(({ kind, count }) => [RECORD_KINDS[kind]!, count]));
  }

  /** Returns the first records of each kind in an order, and of all these the page. */
  async function pageOf(
    { kinds = RECORD_KINDS, order, from = 1, most = MOST_GIVEN }: Narrowing,
    found: readonly string[] | undefined,
    { text, values }: Conditions,
  ): Promise<AnyRecord[]> {
    const last = from - 1 + most;
    if (most <= 0 || kinds.length === 0) return [];
    const place = found ? `array_position($${3 + 1 + values.length}::text[], r.place)` : "r.place";
    const by = [...(order ? [ORDERS[order]] : []), place].join(", ");
    const hits = await rows<{ body: string }>(
      `select r.body from unnest($3::smallint[]) as k (kind) cross join lateral (
         select r.* from refdesk_shelf_records r where ${[valid("r"), "r.kind = k.kind", ...text].join(" and ")}
         order by ${by} limit ${last}) r
       order by ${by} offset ${from - 1} limit ${most}`,
      kinds.map(kindNumber),
      ...values,
      ...(found ? [found] : []),
    );
    return hits.map(({ body }) => JSON.parse(body) as AnyRecord);
  }

  return {
    async list(query, found) {
      const conditions = conditionsFor(query, found, 4);
      const [counts, hits] = await Promise.all([
        countsOf(query.kinds ?? RECORD_KINDS, conditions),
        pageOf(query, found, conditions),
      ]);
      return { hits, total: Object.values(counts).reduce((sum, count) => sum + count, 0), counts };
    },
    async tallies(refs) {
      const known = refs.filter(isStorable);
      const found =
        known.length === 0
          ? []
          : await rows<{ place: string; tally: string }>(
              `select r.place, r.tally from refdesk_shelf_records r where ${valid("r")} and r.place = any($3)`,
              known.map(placeOf),
            );
      const tallies = new Map(found.map(({ place, tally }) => [place, JSON.parse(tally) as RecordTally]));
      return refs.map((ref) => tallies.get(placeOf(ref)) ?? { quotes: 0, reports: 0, counts: {}, total: 0 });
    },
    async dates(begun, most) {
      if (!isStorable(begun)) return [];
      // Years for what is no longer than a year: “198” begins “1980s” too.
      const years = "left(d.date, case when d.date like '%s' then 5 else 4 end)";
      const found = await rows<{ date: string }>(
        `select distinct x.date collate "C" as date from refdesk_shelf_dates d cross join lateral (
           select ${years} as date union all select d.date where $4) x
         where ${valid("d")} and starts_with(x.date, $3) order by 1 limit $5`,
        begun,
        begun.length > 3,
        most,
      );
      return found.map(({ date }) => date);
    },
  };
}

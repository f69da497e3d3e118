/** Changes what is counted of a shelf's records by those that came and went, without reading the others. */
import type { AnyRecord } from "../../shelf/records.ts";
import { type EditionReader, valid } from "./edition.ts";
import { countHolders, heldRows } from "./record-rows.ts";
import type { TableRows } from "./table-rows.ts";
import { type TextCounts, termRows, wordRows } from "./text-rows.ts";

/** Rows that may have changed: all that the version has of the values of a column. */
export interface CountedChange {
  readonly rows: TableRows;
  readonly column: string;
  readonly values: readonly string[];
}

/** Returns what is counted otherwise after a change than before, and by how much. */
function differences(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const difference = (after.get(key) ?? 0) - (before.get(key) ?? 0);
    if (difference !== 0) found.set(key, difference);
  }
  return found;
}

/** Returns a count as it is after a change. @throws {Error} where it was not what it has to have been */
function changedCount(known: number | undefined, difference: number, what: string): number {
  const count = (known ?? 0) + difference;
  if (count < 0)
    throw new Error(
      `The database counts ${known ?? 0} of “${what}”, fewer than there were: publish the whole shelf again`,
    );
  return count;
}

/** Changes by how many records values are held. */
export async function changedHolders(
  { rows }: EditionReader,
  kept: Parameters<typeof heldRows>[0],
  valuesOf: (record: AnyRecord) => Iterable<string>,
  { before, after }: { readonly before: readonly AnyRecord[]; readonly after: readonly AnyRecord[] },
): Promise<CountedChange> {
  const { table, column } = kept;
  const changed = differences(countHolders(before, valuesOf), countHolders(after, valuesOf));
  const values = [...changed.keys()];
  const found = await rows<{ value: string; held: number }>(
    `select x.${column} as value, x.held from ${table} x where ${valid("x")} and x.${column} = any($3)`,
    values,
  );
  const known = new Map(found.map(({ value, held }) => [value, held]));
  const held = new Map(
    [...changed]
      .map(([value, by]) => [value, changedCount(known.get(value), by, value)] as const)
      .filter(([, count]) => count > 0),
  );
  return { rows: heldRows(kept, () => held), column, values };
}

const of = <Counted>(counts: ReadonlyMap<string, Counted>, member: (counted: Counted) => number) =>
  new Map([...counts].map(([key, counted]) => [key, member(counted)]));

/** Changes in how many documents and titles terms are. */
export async function changedTerms(
  { rows }: EditionReader,
  before: TextCounts,
  after: TextCounts,
): Promise<CountedChange> {
  const held = differences(
    of(before.terms, (one) => one.held),
    of(after.terms, (one) => one.held),
  );
  const entitled = differences(
    of(before.terms, (one) => one.entitled),
    of(after.terms, (one) => one.entitled),
  );
  const values = [...new Set([...held.keys(), ...entitled.keys()])];
  const found = await rows<{ term: string; held: number; entitled: number }>(
    `select t.term, t.held, t.entitled from refdesk_shelf_terms t where ${valid("t")} and t.term = any($3)`,
    values,
  );
  const known = new Map(found.map((row) => [row.term, row]));
  const terms = new Map(
    values
      .map((term) => {
        const there = known.get(term);
        return [
          term,
          {
            held: changedCount(there?.held, held.get(term) ?? 0, term),
            entitled: changedCount(there?.entitled, entitled.get(term) ?? 0, term),
          },
        ] as const;
      })
      .filter(([, counted]) => counted.held > 0),
  );
  return { rows: termRows(() => terms), column: "term", values };
}

/** Changes in how many documents words are. */
export async function changedWords(
  { rows }: EditionReader,
  before: TextCounts,
  after: TextCounts,
): Promise<CountedChange> {
  const held = differences(
    of(before.words, (one) => one.held),
    of(after.words, (one) => one.held),
  );
  const values = [...held.keys()];
  const found = await rows<{ word: string; held: number }>(
    `select w.word, w.held from refdesk_shelf_words w where ${valid("w")} and w.word = any($3)`,
    values,
  );
  const known = new Map(found.map((row) => [row.word, row.held]));
  const words = new Map(
    [...held]
      .map(([word, by]) => {
        const { term } = (after.words.get(word) ?? before.words.get(word))!;
        return [word, { term, held: changedCount(known.get(word), by, word) }] as const;
      })
      .filter(([, counted]) => counted.held > 0),
  );
  return { rows: wordRows(() => words), column: "word", values };
}

/** Property test: the name index returns the same records, in the same order, as comparing every name. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../bench/shelf/chance.ts";
import { castFor } from "../../bench/shelf/naming.ts";
import { compareOnShelf, createNameIndex, type NameIndex } from "../../src/library/name-index.ts";
import { RECORD_KINDS, type RecordKind, recordNames } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { shelf } from "../desks.ts";
import { lookAtAll } from "./simple-names.ts";

/** Builds a record with nothing but names. */
const named = (
  kind: RecordKind,
  id: string,
  label: string,
  aliases: readonly string[],
  notConfusedWith: readonly string[],
) => ({ kind, id, label, aliases, notConfusedWith }) as unknown as AnyRecord;

const ids = (found: readonly AnyRecord[]) => found.map(({ kind, id }) => `${kind}/${id}`);

/** Runs every method on the same input. */
const looked = (
  names: Omit<NameIndex, "warmUp" | "changed">,
  typed: string,
  kinds: readonly RecordKind[],
  most: number,
) => ({
  same: ids(names.exact(typed, kinds)),
  words: ids(names.allWords(typed, kinds)),
  alike: ids(names.fuzzy(typed, kinds)),
  beginning: ids(names.prefix(typed, kinds)),
  suggested: ids(names.suggest(typed, kinds, most)),
  within: ids(names.mentionedIn(typed, kinds)),
});

/** An alphabet of three letters, so that names often share prefixes and resemble each other. */
const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
const characters = fc.string({ unit: fc.constantFrom("天", "地", "人"), minLength: 1, maxLength: 4 });
const name = fc
  .array(fc.oneof({ arbitrary: word, weight: 4 }, characters), { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom(" ", "-", "").map((between) => words.join(between)));
const record = fc.record({
  kind: fc.constantFrom(...RECORD_KINDS),
  label: name,
  aliases: fc.array(name, { maxLength: 3 }),
  notConfusedWith: fc.array(name, { maxLength: 1 }),
});

describe("an index of names", () => {
  it("finds what looking at every name finds, of any names", () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 30 }),
        fc.oneof(name, fc.string({ unit: "binary" })),
        fc.subarray([...RECORD_KINDS]),
        fc.integer({ min: 1, max: 9 }),
        (made, typed, kinds, most) => {
          const records = made.map(({ kind, label, aliases, notConfusedWith }, number) =>
            named(kind, `r-${number}`, label, aliases, notConfusedWith),
          );
          expect(looked(createNameIndex(records), typed, kinds, most)).toEqual(
            looked(lookAtAll(records), typed, kinds, most),
          );
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it("finds after every change what looking at every name finds, and what it found before the change", async () => {
    const steps = fc.array(
      fc.record({ gone: fc.array(fc.nat(29)), come: fc.array(record, { maxLength: 8 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        ...([fc.array(record, { maxLength: 20 }), steps, name, fc.integer({ min: 1, max: 9 })] as const),
        async (first, changes, typed, most) => {
          let number = 0;
          const made = (all: typeof first) =>
            all.map(({ kind, label, aliases, notConfusedWith }) =>
              named(kind, `r-${number++}`, label, aliases, notConfusedWith),
            );
          let records = made(first).sort(compareOnShelf);
          let index = createNameIndex(records);
          for (const { gone, come } of changes) {
            const [before, foundBefore] = [index, looked(index, typed, RECORD_KINDS, most)];
            const without = new Set(gone.flatMap((at) => records[at] ?? []));
            const added = made(come);
            records = [...records.filter((one) => !without.has(one)), ...added].sort(compareOnShelf);
            index = await index.changed(without, added);
            expect(looked(index, typed, RECORD_KINDS, most)).toEqual(
              looked(lookAtAll(records), typed, RECORD_KINDS, most),
            );
            expect(looked(before, typed, RECORD_KINDS, most)).toEqual(foundBefore);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  const cast = castFor(3_000, chanceFrom(1));
  const many = (["people", "organizations", "events", "terms"] as const).flatMap((kind) =>
    cast[kind].map(({ id, label, aliases }) => named(kind, id, label, aliases, [])),
  );

  it.each([
    ["the shelf", [...shelf.records.values()]],
    ["a made-up one", many],
  ])("finds the same on %s, of what people type there", (_, records) => {
    const [index, all] = [createNameIndex(records), lookAtAll(records)];
    const known = records.flatMap((one) => [one.id, ...recordNames(one)]);
    const typed = fc
      .record({
        name: fc.constantFrom(...known),
        other: fc.constantFrom(...known),
        at: fc.nat(30),
        how: fc.nat(6),
      })
      .map(
        ({ name, other, at, how }) =>
          [
            name,
            name.slice(0, at),
            name.slice(at),
            name.slice(0, at) + name.slice(at + 1),
            `${name.slice(0, at)}${name[at + 1] ?? ""}${name[at] ?? ""}${name.slice(at + 2)}`,
            name.split(" ").reverse().join(" "),
            `what ${name} and ${other} said`,
          ].at(how)!,
      );
    fc.assert(
      fc.property(typed, fc.subarray([...RECORD_KINDS], { minLength: 1 }), (line, kinds) => {
        expect(looked(index, line, kinds, 25)).toEqual(looked(all, line, kinds, 25));
      }),
      { numRuns: 400 },
    );
  });

  it("finds the same where so much has come that all is indexed anew", async () => {
    const sorted = [...many].sort(compareOnShelf);
    const [some, rest] = [sorted.filter((_, at) => at % 3 === 0), sorted.filter((_, at) => at % 3 !== 0)];
    const gone = new Set(some.slice(0, 20));
    const index = await createNameIndex(some).changed(gone, rest);
    const all = lookAtAll(sorted.filter((one) => !gone.has(one)));
    for (const { label } of sorted.filter((_, at) => at % 97 === 0))
      expect(looked(index, label, RECORD_KINDS, 25)).toEqual(looked(all, label, RECORD_KINDS, 25));
  });
});

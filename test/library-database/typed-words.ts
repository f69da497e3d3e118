/** What people, and others, type: names and words of a shelf, also misspelt or broken off, and what no shelf has. */
import fc from "fast-check";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { recordNames } from "../../src/shelf/kinds.ts";
import type { Shelf } from "../../src/shelf/shelf.ts";

/** What has a meaning for PostgreSQL, for a pattern or for a text's encoding. */
export const HOSTILE = [
  ...[
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "x\udfffy",
    "%",
    "_",
    "\\",
    "'",
    "''; drop table x; --",
    '"',
    "$1",
    "{}",
    "null",
  ],
  ...[
    "a & b",
    "a | !b",
    "a:*",
    "(a",
    "<->",
    "'a'",
    "\\'",
    "=小米",
    "the",
    "the of",
    "a",
    "?!",
    "\u202e",
    "ｆｕｌｌ",
  ],
  ...[
    "people/lu-jun",
    "constructor",
    "__proto__",
    "１２３",
    "$15.5bn",
    "3rd",
    "一",
    "𠮷野家",
    "e\u0301",
    "\u{10ffff}",
  ],
  ...["x".repeat(4_000), "小米".repeat(60), "word ".repeat(300), "'".repeat(300), "zzzzzzzzzz".repeat(30)],
] as const;

/** Changes a text in one place, as a slip does. */
function slipped(text: string, at: number, how: number, letter: string): string {
  const place = at % Math.max(1, text.length);
  const [before, after] = [text.slice(0, place), text.slice(place + 1)];
  switch (how % 4) {
    case 0:
      return before + after;
    case 1:
      return before + letter + after;
    case 2:
      return before + letter + text.slice(place);
    default:
      return before + after.slice(0, 1) + text.slice(place, place + 1) + after.slice(1);
  }
}

/** Creates the generators for a shelf. */
export function typedWords(shelf: Shelf) {
  const records = [...shelf.records.values()];
  const names = records.flatMap((record) => [record.id, ...recordNames(record)]);
  const texts = records.flatMap((record) => collectEvidence(record).map(({ exact }) => exact));
  const words = texts.flatMap((text) => text.split(/\s+/));
  const name = fc.constantFrom(...names);
  const slip = fc
    .tuple(name, fc.nat(), fc.nat(), fc.constantFrom(..."aeinorstxz-"))
    .map(([text, at, how, letter]) => slipped(text, at, how, letter));
  const begun = fc.tuple(name, fc.integer({ min: 1, max: 9 })).map(([text, size]) => text.slice(0, size));
  const inside = fc
    .tuple(name, fc.nat(), fc.integer({ min: 1, max: 6 }))
    .map(([text, at, size]) => text.slice(at % text.length).slice(0, size));
  const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 20 }));
  const phrase = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 10 })
    .map((some) => some.join(" "));
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...words), name, slip, hostile), { minLength: 1, maxLength: 5 })
    .map((some) => some.join(" "));
  return {
    name: fc.oneof(name, slip, begun, inside, hostile),
    words: fc.oneof(phrase, mixed, name, slip, fc.constantFrom(...texts), hostile),
  };
}

/** The substring index finds the same offsets as scanning the text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSubstringIndex } from "../../src/shelf/substring-index.ts";

/** Finds the first two offsets by scanning. */
function read(text: string, stretch: string): number[] {
  const first = text.indexOf(stretch);
  const second = first < 0 ? -1 : text.indexOf(stretch, first + 1);
  return [first, second].filter((place) => place >= 0);
}

/** When a substring occurs more than twice, any two of its offsets are correct. */
function expectPlaces(text: string, places: readonly number[], stretch: string): void {
  expect(places).toHaveLength(read(text, stretch).length);
  expect(new Set(places).size).toBe(places.length);
  for (const place of places) expect(text.startsWith(stretch, place)).toBe(true);
}

/** A long text over three letters, so that many substrings repeat. */
const LONG = Array.from({ length: 30_000 }, (_, at) => "abc"[(at * at + (at >> 7)) % 3]).join("");
/** A long text in which longer substrings are unique. */
const TOLD = Array.from({ length: 4_000 }, (_, at) => `${at} times; `).join("");

describe.each([
  ["a short text", "to be or not to be, that is — in 天地 — the question"],
  ["a long text", TOLD],
  ["a long text of few letters", LONG],
  ["a long text of one letter", "a".repeat(25_000)],
])("the places in %s", (_, text) => {
  const places = createSubstringIndex(text);

  it("are those of any stretch of it", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }), (at, length) => {
        const stretch = text.slice(at, at + length);
        expectPlaces(text, places(stretch), stretch);
      }),
    );
  });

  it("are none of what is not there", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }), fc.nat(59), (at, length, by) => {
        const there = text.slice(at, at + length);
        const other = there.slice(0, by % there.length);
        const stretch = `${other}#${there.slice(other.length + 1)}`;
        expect(places(stretch)).toEqual([]);
      }),
    );
  });

  it("are found at its beginning and at its end", () => {
    for (const length of [1, 7, 8, 15, 16, 17, 33]) {
      expectPlaces(text, places(text.slice(0, length)), text.slice(0, length));
      expectPlaces(text, places(text.slice(-length)), text.slice(-length));
    }
    expect(places(`${text}.`)).toEqual([]);
    expect(places(text)).toEqual([0]);
  });
});

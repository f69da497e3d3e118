/** JSON in which no key stands twice. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parseStrictJson } from "../../src/shelf/strict-json.ts";

it.each([
  ['{"a":1,"a":2}', "/a"],
  ['{"a":{"b":[{"c":1},{"c":1,"d":{},"c":2}]}}', "/a/b/1/c"],
  ['{"x":"a","y":{"x":"y","x":"{"}}', "/y/x"],
  ['{"a/b":{"~":1,"\\u007e":2}}', "/a~1b/~0"],
  ['[{"a":1},{"a":1},[{"a":",","a":[]}]]', "/2/0/a"],
])("%s has a key twice", (text, pointer) => {
  expect(parseStrictJson(text)).toEqual({ pointer, message: "stands twice in its object" });
});

it("says what is no JSON", () => {
  expect(parseStrictJson("{")).toEqual({ pointer: "", message: expect.stringMatching(/^is not JSON \(/) });
});

it("reads any other JSON as it is", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(parseStrictJson(text)).toEqual({ value: JSON.parse(text) });
    }),
  );
});

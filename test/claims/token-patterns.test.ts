/** Tests patterns over sequences of tokens. */

import { describe, expect, it } from "vitest";
import { kindPattern, shapeOf } from "../../src/claims/token-patterns.ts";
import { tokenizeSentence } from "../../src/claims/tokenize.ts";
import { TOKEN_KINDS, type TokenKind } from "../../src/claims/tokens.ts";
import { namedIn } from "../../src/library/lookups.ts";
import { library } from "../desks.ts";

const shape = (...kinds: TokenKind[]): string =>
  shapeOf(kinds.map((kind) => ({ kind, text: "", start: 0, end: 0 })));

it("each kind is matched by its own name alone", () => {
  for (const kind of TOKEN_KINDS)
    expect(TOKEN_KINDS.filter((other) => kindPattern(`^${kind}$`).test(shape(other)))).toEqual([kind]);
});

describe("a pattern", () => {
  it.each<[string, TokenKind[], boolean]>([
    [
      "^organization filler* gives [quantity filler]* sum$",
      ["organization", "gives", "quantity", "sum"],
      true,
    ],
    ["^organization filler* gives sum$", ["organization", "says", "sum"], false],
    ["(?: comma [^says separator]+ comma)", ["comma", "other", "purpose", "comma"], true],
    ["(?: comma [^says separator]+ comma)", ["comma", "says", "comma"], false],
    ["sum (?! [possessive joiner])", ["sum", "joiner"], false],
  ])("%s", (pattern, kinds, matches) => {
    expect(kindPattern(pattern).test(shape(...kinds))).toBe(matches);
  });

  it("finds its groups by their names, in tokens", () => {
    const found = kindPattern("gives (?<sums> sum{2})", "d").exec(shape("other", "gives", "sum", "sum"));
    expect(found?.indices?.groups?.sums).toEqual([2, 4]);
  });

  it("names no kind that there is not", () => {
    expect(() => kindPattern("organisation gives")).toThrow("No kind of token: organisation");
  });
});

it.each<[string, TokenKind[]]>([
  [
    "Alibaba’s pledge of more than $15 billion",
    ["organization", "possessive", "gives", "of", "quantity", "sum"],
  ],
  [
    "According to Jack Ma, 360 firms gave.",
    ["according", "preposition", "unknownName", "unknownName", "comma", "number", "other", "gives"],
  ],
  ["阿里巴巴和腾讯各捐1亿元", ["organization", "joiner", "organization", "each", "gives", "sum"]],
])("reads %s", async (text, kinds) => {
  const records = await namedIn(text, ["organizations", "people", "events", "terms"], library);
  expect(tokenizeSentence(text, records, []).tokens.map(({ kind }) => kind)).toEqual(kinds);
});

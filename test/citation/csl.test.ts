/** Tests CSL-JSON made of cards, and the helpers that the styles share. */
import { Cite } from "@citation-js/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { headlineCase } from "../../src/citation/casing.ts";
import { type CitableSource, toCslItem } from "../../src/citation/csl.ts";
import { cslJson } from "../../src/citation/csl-json.ts";
import { createInitials, filedName } from "../../src/citation/names.ts";
import { americanQuotes, britishQuotes, withFullStop } from "../../src/citation/quoting.ts";
import { CITATION_STYLES, findStyle } from "../../src/citation/styles.ts";
import { type CslName, displayName } from "../../src/shelf/csl.ts";
import { SourceCard } from "../../src/shelf/sources.ts";
import { shelf } from "../desks.ts";
import { made, on, person, republished, SHAPES } from "./shapes.ts";

const cards: Record<string, CitableSource> = {
  ...SHAPES,
  ...Object.fromEntries([...shelf.sources].map(([id, source]) => [id, source])),
  "a republication": republished(
    { "container-title": "Cake Review", accessed: on(2026, 11, 21), URL: "https://again.example/" },
    made({ issued: { ...on(2021), circa: true } }, { inferred: "From a copy." }),
  ),
};

/** The part of the CSL schema that a card can fill, closed against anything else, in dates and names too. */
const date = {
  type: "object",
  properties: {
    "date-parts": {
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: { type: "array", minItems: 1, maxItems: 3, items: { type: ["string", "number"] } },
    },
    circa: { type: ["string", "number", "boolean"] },
  },
  additionalProperties: false,
};
const text = { type: "string" };
const schema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      type: { enum: ["article-newspaper"] },
      id: { type: ["string", "number"] },
      author: {
        type: "array",
        items: {
          type: "object",
          properties: { family: text, given: text, literal: text },
          additionalProperties: false,
        },
      },
      ...{ title: text, "container-title": text, URL: text, language: text, note: text, annote: text },
      ...{ issued: date, accessed: date, custom: { type: "object" } },
    },
    required: ["type", "id"],
    additionalProperties: false,
  },
};

describe.each(Object.entries(cards))("%s", (_name, card) => {
  const pasted = cslJson(toCslItem(card, ["A passage."]));

  it("is CSL-JSON by the schema of CSL 1.0.2", () => {
    const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);
    expect(isValid(JSON.parse(pasted)), JSON.stringify(isValid.errors)).toBe(true);
  });

  it("has nothing that another library does not know from CSL-JSON", () => {
    const read = new Cite(pasted, { forceType: "@else/json" }).format("data", { format: "object" });
    expect(read).toEqual(JSON.parse(pasted));
  });
});

it("holds what is known, and no member for what is not", () => {
  expect(toCslItem(shelf.sources.get("voa-common-prosperity")!)).toMatchInlineSnapshot(`
    {
      "annote": "The stored text bears no title; this one stands on a verbatim copy of October 2021.
    The text names no publisher; Voice of America follows from “told VOA Mandarin” and from a verbatim copy of October 2021.
    The text never names its year; 2021 follows from a verbatim copy of October 2021.",
      "container-title": "Voice of America",
      "id": "voa-common-prosperity",
      "issued": {
        "circa": true,
        "date-parts": [
          [
            2021,
          ],
        ],
      },
      "language": "en",
      "note": "Date inferred. Publisher inferred.",
      "title": "China’s tech titans funding Beijing’s effort to close income gap",
      "type": "article-newspaper",
    }
  `);
  expect(toCslItem(made({ author: undefined, issued: undefined }))).toEqual({
    id: "who-eats-cake",
    type: "article-newspaper",
    title: "A study of cake: Who eats it",
    "container-title": "The Daily Post",
    language: "en",
  });
});

describe("a source's card", () => {
  const { card } = made();
  const whole = { ...card, rights: { status: "reserved", text: "Reserved." }, sha256: "0".repeat(64) };
  const faultsOf = (changes: object): [string, string][] =>
    (SourceCard.safeParse({ ...whole, ...changes }).error?.issues ?? []).map(({ path, message }) => [
      path.join("."),
      message,
    ]);
  const { citation } = card;
  const circa = { ...citation, issued: { ...on(2021), circa: true } };

  it.each<[string, object]>([
    ["as it is", {}],
    ["a title in other capitals", { title: { text: "A Study of Cake: Who Eats It", basis: "copy" } }],
    ["a date that is inferred, and why", { citation: circa, inferred: "From a copy." }],
    [
      "a republication of which little is known",
      { republication: { citation: { "container-title": "Again" } } },
    ],
  ])("is taken: %s", (_what, changes) => {
    expect(faultsOf(changes)).toEqual([]);
  });

  it.each<[string, object, string, RegExp]>([
    [
      "another title",
      { title: { text: "A study of cakes", basis: "copy" } },
      "citation.title",
      /title\.text/,
    ],
    ["an inferred date without a reason", { citation: circa }, "inferred", /the reason here/],
    ["a reason for a date that is stated", { inferred: "From a copy." }, "inferred", /the reason here/],
    [
      "no such day",
      { citation: { ...citation, issued: on(2021, 2, 30) } },
      "citation.issued.date-parts.0",
      /no day/,
    ],
    [
      "no such month",
      { citation: { ...citation, issued: on(2021, 13) } },
      "citation.issued.date-parts.0.1",
      /12/,
    ],
    [
      "a period",
      { citation: { ...citation, issued: { "date-parts": [[2021], [2022]] } } },
      "citation.issued.date-parts",
      /1/,
    ],
    ["no address", { citation: { ...citation, URL: "post.example" } }, "citation.URL", /URL/],
    ["nobody", { citation: { ...citation, author: [] } }, "citation.author", /1/],
    ["what is not read", { citation: { ...citation, page: "10" } }, "citation", /page/],
    ["an id", { citation: { ...citation, id: "cake" } }, "citation", /id/],
  ])("is refused: %s", (_what, changes, path, message) => {
    const faults = faultsOf(changes);
    expect(faults.map(([at]) => at)).toEqual([path]);
    expect(faults[0]![1]).toMatch(message);
  });

  it.each<[CslName, string, string]>([
    [person("Daniel", "Tam-Claiborne"), "Tam-Claiborne, D.", "Daniel Tam-Claiborne"],
    [person("Bo-Lin", "Brown"), "Brown, B.-L.", "Bo-Lin Brown"],
    [person("J. R. R.", "Tolkien"), "Tolkien, J. R. R.", "J. R. R. Tolkien"],
    [person("明", "李"), "李明", "李明"],
    [{ family: "Plato" }, "Plato", "Plato"],
    [{ literal: "Voice of America" }, "Voice of America", "Voice of America"],
  ])("has names that are filed and said: %s", (name, isFiled, isSaid) => {
    expect(filedName(name, createInitials({ mark: ".", between: " ", hyphen: "-" }))).toBe(isFiled);
    expect(displayName(name)).toBe(isSaid);
  });
});

describe("quotation marks", () => {
  it.each([
    ["Cake", "“Cake.”", "“Cake,”", "‘Cake’", "Cake."],
    ["The ‘Cake’ Age", "“The ‘Cake’ Age.”", "“The ‘Cake’ Age,”", "‘The “Cake” Age’", "The ‘Cake’ Age."],
    ["The “Cake”", "“The ‘Cake.’”", "“The ‘Cake,’”", "‘The “Cake”’", "The “Cake.”"],
    [
      "“He Said ‘Cake’ Then”",
      "“‘He Said “Cake” Then.’”",
      "“‘He Said “Cake” Then,’”",
      "‘“He Said ‘Cake’ Then”’",
      "“He Said ‘Cake’ Then.”",
    ],
    ["China’s Cake", "“China’s Cake.”", "“China’s Cake,”", "‘China’s Cake’", "China’s Cake."],
    ["The Boys’ Cake", "“The Boys’ Cake.”", "“The Boys’ Cake,”", "‘The Boys’ Cake’", "The Boys’ Cake."],
    ['A "Plain" Cake', "“A ‘Plain’ Cake.”", "“A ‘Plain’ Cake,”", "‘A “Plain” Cake’", 'A "Plain" Cake.'],
    ["It's Cake", "“It's Cake.”", "“It's Cake,”", "‘It's Cake’", "It's Cake."],
    ["Is It Cake?", "“Is It Cake?”", "“Is It Cake?,”", "‘Is It Cake?’", "Is It Cake?"],
    ["是蛋糕吗？", "“是蛋糕吗？”", "“是蛋糕吗？,”", "‘是蛋糕吗？’", "是蛋糕吗？"],
    ["An “Open Mark", "“An “Open Mark.”", "“An “Open Mark,”", "‘An “Open Mark’", "An “Open Mark."],
  ])("%s", (title, full, comma, single, bare) => {
    expect(americanQuotes(title, ".")).toBe(full);
    expect(americanQuotes(title, ",")).toBe(comma);
    expect(britishQuotes(title)).toBe(single);
    expect(withFullStop(title)).toBe(bare);
  });
});

describe("a headline's capitals", () => {
  it.each([
    ["China’s tech titans funding Beijing’s effort to close income gap", "en"],
    ["Chinese tech philanthropy in the age of ‘common prosperity’", "en"],
  ])("are those that the source printed: %s", (title, language) => {
    const printed = [...shelf.sources.values()].map((source) => source.title.text);
    expect(printed).toContain(headlineCase(title, language));
  });

  it.each([
    ["a well-fed cake: the end of it", "en", "A Well-Fed Cake: The End of It"],
    ["why eBay and iPhones are in", "en-GB", "Why eBay and iPhones Are In"],
    ["le gâteau des autres", "fr", "le gâteau des autres"],
    ["共同富裕", "zh", "共同富裕"],
  ])("%s", (title, language, capitals) => {
    expect(headlineCase(title, language)).toBe(capitals);
  });
});

describe("a style's name", () => {
  it.each([
    ["apa", "apa"],
    ["APA 7th", "apa"],
    ["APA style", "apa"],
    ["Chicago", "chicago"],
    ["chicago author-date", "chicago"],
    ["Chicago notes", "chicago-notes"],
    ["footnote", "chicago-notes"],
    ["MLA 9", "mla"],
    ["Harvard", "harvard"],
    ["Cite Them Right", "harvard"],
    ["Vancouver", "vancouver"],
    ["GB/T 7714", "gbt"],
    ["GB/T 7714-2015", "gbt"],
    ["ＧＢ／Ｔ7714", "gbt"],
    ["gbt", "gbt"],
    ["国标", "gbt"],
    ["國標格式", "gbt"],
    ["BibTeX", "bibtex"],
    [".ris", "ris"],
    ["CSL-JSON", "csl"],
    ["json", "csl"],
    ["bluebook", undefined],
    ["", undefined],
  ])("%s", (typed, id) => {
    expect(findStyle(typed)?.id).toBe(id);
  });

  it("is found by its id, each of them once", () => {
    for (const { id } of CITATION_STYLES) expect(findStyle(id)?.id).toBe(id);
    const names = CITATION_STYLES.flatMap(({ id, aliases: also }) => [id.replace("-", ""), ...also]);
    expect(new Set(names).size).toBe(names.length);
  });
});

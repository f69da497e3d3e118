/** The stored form: CSL-JSON of a card, and the parts from which styles are written. */
import { Cite } from "@citation-js/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { headline } from "../../src/citation/casing.ts";
import { type Card, cslOf } from "../../src/citation/csl.ts";
import { json } from "../../src/citation/json.ts";
import { filed, initials, nameFrom, said } from "../../src/citation/names.ts";
import { american, british, stopped } from "../../src/citation/quoting.ts";
import { STYLE_IDS, STYLES, styleNamed } from "../../src/citation/styles.ts";
import { SourceCard } from "../../src/library/sources.ts";
import { shelf } from "../desks.ts";
import { CARD, SHAPES } from "./shapes.ts";

const cards: Record<string, Card> = {
  ...SHAPES,
  ...Object.fromEntries([...shelf.sources].map(([id, source]) => [id, source])),
  "a republication": {
    ...CARD,
    accessed: "2026-11-21",
    published: { date: "2021", inferred: "From a copy." },
    republication: { publisher: "Cake Review", published: { date: null }, address: "https://again.example/" },
  },
};

/** As much of the schema as a card can come to; nothing else may be in an item. Dates and names are closed too. */
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
  const pasted = json(cslOf(card, ["A passage."]));

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
  expect(cslOf(shelf.sources.get("voa-common-prosperity")!)).toMatchInlineSnapshot(`
    {
      "annote": "The stored text bears no title; this one stands on a verbatim copy of October 2021.
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
      "note": "Date inferred.",
      "title": "China’s tech titans funding Beijing’s effort to close income gap",
      "type": "article-newspaper",
    }
  `);
  expect(cslOf({ ...CARD, authors: null, published: { date: null } })).toEqual({
    id: "who-eats-cake",
    type: "article-newspaper",
    title: "A study of cake: Who eats it",
    "container-title": "The Daily Post",
    language: "en",
  });
});

describe("a source's card", () => {
  const base = {
    ...CARD,
    id: undefined,
    rights: { status: "reserved", text: "Reserved." },
    sha256: "0".repeat(64),
  };
  const { id: _, ...whole } = base;

  it("takes a title in sentence case that is the same but for capitals", () => {
    expect(SourceCard.safeParse(whole).error).toBeUndefined();
    const other = { ...whole, title: { ...whole.title, sentence: "A study of cakes: Who eats it" } };
    expect(SourceCard.safeParse(other).error?.issues[0]?.message).toContain("but for its capitals");
  });

  it("takes the parts of its authors' names, and of nobody else's", () => {
    const parts = { family: "Smith", given: "John Paul" };
    expect(SourceCard.safeParse({ ...whole, names: { "John Paul Smith": parts } }).success).toBe(true);
    expect(
      SourceCard.safeParse({ ...whole, names: { "Jane Smith": parts } }).error?.issues[0]?.message,
    ).toContain("Jane Smith");
  });
});

describe("a name by rule", () => {
  it.each([
    ["Daniel Tam-Claiborne", { family: "Tam-Claiborne", given: "Daniel" }],
    ["John Paul Smith", { family: "Smith", given: "John Paul" }],
    ["Ludwig van Beethoven", { family: "van Beethoven", given: "Ludwig" }],
    ["Charles de la Tour", { family: "de la Tour", given: "Charles" }],
    ["Plato", { literal: "Plato" }],
    ["习近平", { family: "习", given: "近平" }],
    ["李明", { family: "李", given: "明" }],
    ["欧阳修", { family: "欧阳", given: "修" }],
    ["司馬相如", { family: "司馬", given: "相如" }],
    ["新华社评论员", { literal: "新华社评论员" }],
    ["哈里森·沃尔德伦", { literal: "哈里森·沃尔德伦" }],
    ["Ministry of Civil Affairs", { literal: "Ministry of Civil Affairs" }],
    ["Voice of America", { literal: "Voice of America" }],
    ["The Associated Press", { literal: "The Associated Press" }],
    ["Daily Post", { literal: "Daily Post" }],
  ])("%s", (name, parts) => {
    expect(nameFrom(name, ["Daily Post"])).toEqual(parts);
  });

  it.each([
    ["Daniel Tam-Claiborne", "Tam-Claiborne, D.", "Daniel Tam-Claiborne"],
    ["Bo-Lin Brown", "Brown, B.-L.", "Bo-Lin Brown"],
    ["J. R. R. Tolkien", "Tolkien, J. R. R.", "J. R. R. Tolkien"],
    ["李明", "李明", "李明"],
    ["Voice of America", "Voice of America", "Voice of America"],
  ])("%s is filed and said", (name, isFiled, isSaid) => {
    const short = initials({ mark: ".", between: " ", hyphen: "-" });
    expect(filed(nameFrom(name), short)).toBe(isFiled);
    expect(said(nameFrom(name))).toBe(isSaid);
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
    expect(american(title, ".")).toBe(full);
    expect(american(title, ",")).toBe(comma);
    expect(british(title)).toBe(single);
    expect(stopped(title)).toBe(bare);
  });
});

describe("a headline's capitals", () => {
  it.each([
    ["China’s tech titans funding Beijing’s effort to close income gap", "en"],
    ["Chinese tech philanthropy in the age of ‘common prosperity’", "en"],
  ])("are those that the source printed: %s", (title, language) => {
    const printed = [...shelf.sources.values()].map((source) => source.title.text);
    expect(printed).toContain(headline(title, language));
  });

  it.each([
    ["a well-fed cake: the end of it", "en", "A Well-Fed Cake: The End of It"],
    ["why eBay and iPhones are in", "en-GB", "Why eBay and iPhones Are In"],
    ["le gâteau des autres", "fr", "le gâteau des autres"],
    ["共同富裕", "zh", "共同富裕"],
  ])("%s", (title, language, capitals) => {
    expect(headline(title, language)).toBe(capitals);
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
    expect(styleNamed(typed)?.id).toBe(id);
  });

  it("is found by its id, each of them once", () => {
    expect(STYLES.map(({ id }) => id)).toEqual([...STYLE_IDS]);
    for (const { id } of STYLES) expect(styleNamed(id)?.id).toBe(id);
    const names = STYLES.flatMap(({ id, also }) => [id.replace("-", ""), ...also]);
    expect(new Set(names).size).toBe(names.length);
  });
});

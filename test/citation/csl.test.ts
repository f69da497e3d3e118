/** Tests CSL-JSON made of cards, and the helpers that the styles share. */
import { Cite } from "@citation-js/core";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headlineCase } from "../../src/citation/casing.ts";
import { type CitableSource, toCslItem } from "../../src/citation/csl.ts";
import { cslJson } from "../../src/citation/csl-json.ts";
import { createInitials, filedName } from "../../src/citation/names.ts";
import { americanQuotes, britishQuotes, withFullStop } from "../../src/citation/quoting.ts";
import { CITATION_STYLES, findStyle } from "../../src/citation/styles.ts";
import { bibtexLanguage, languageTag } from "../../src/language/language-tags.ts";
import { CSL_TYPES, CslArticleSchema, publisherOf } from "../../src/shelf/csl.ts";
import { type CslName, displayName } from "../../src/shelf/csl-names.ts";
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
const flag = { type: ["string", "number", "boolean"] };
const people = {
  type: "array",
  items: {
    type: "object",
    properties: {
      ...{ family: text, given: text, literal: text, suffix: text },
      ...{ "dropping-particle": text, "non-dropping-particle": text },
      ...{ "comma-suffix": flag, "static-ordering": flag, "parse-names": flag },
    },
    additionalProperties: false,
  },
};
const schema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      type: { enum: CSL_TYPES },
      id: { type: ["string", "number"] },
      ...{ author: people, editor: people, translator: people },
      ...{ title: text, "container-title": text, URL: text, language: text, note: text, annote: text },
      ...{ publisher: text, "publisher-place": text, genre: text, DOI: text, ISSN: text, section: text },
      ...{ volume: text, issue: text, page: text, number: text },
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
      "a title with other marks and spaces",
      {
        citation: { ...citation, title: "“Cake” — who's  eating « it »?" },
        title: { text: "'Cake' - Who’s eating „it“?", basis: "text" },
      },
    ],
    ["a list of one item, as programs export it", { citation: [citation] }],
    [
      "a name in parts of which one is empty",
      { citation: { ...citation, author: [{ family: "Post", given: "" }] } },
    ],
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
      /expected one date and not a period/,
    ],
    ["no address", { citation: { ...citation, URL: "post.example" } }, "citation.URL", /URL/],
    ["nobody", { citation: { ...citation, author: [] } }, "citation.author", /1/],
    [
      "a type that no style cites",
      { citation: { ...citation, type: "song" } },
      "citation.type",
      /one of article-newspaper, .*broadcast$/,
    ],
    ["two items", { citation: [citation, citation] }, "citation", /has 2 items: expected one/],
    [
      "a date in words",
      { citation: { ...citation, issued: { literal: "Spring 2021" } } },
      "citation.issued",
      /“Spring 2021” is not a year, or a year and a month, or a day/,
    ],
    [
      "a date that is a text",
      { citation: { ...citation, issued: "2021-08-05" } },
      "citation.issued",
      /expected a year/,
    ],
    [
      "a name that is a text",
      { citation: { ...citation, author: ["Ann Jones"] } },
      "citation.author.0",
      /a person, with family and given as text, or an institution/,
    ],
    [
      "no language",
      { citation: { ...citation, language: "Cakish" } },
      "citation.language",
      /“Cakish” is not a language/,
    ],
    [
      "a title that is no text",
      { citation: { ...citation, title: 12 } },
      "citation.title",
      /a text that is not empty/,
    ],
    [
      "an address of a program",
      { citation: { ...citation, URL: "javascript:alert(1)" } },
      "citation.URL",
      /https/,
    ],
    [
      "a long item",
      { citation: { ...citation, abstract: "x".repeat(70_000) } },
      "citation",
      /more than 65536 characters/,
    ],
    [
      "lists in lists",
      { citation: { ...citation, extra: JSON.parse("[".repeat(5000) + "]".repeat(5000)) } },
      "citation",
      /more than 10 deep/,
    ],
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
    expect(filedName(name, { given: createInitials({ mark: ".", between: " ", hyphen: "-" }) })).toBe(
      isFiled,
    );
    expect(displayName(name)).toBe(isSaid);
  });
});

/** What Zotero and Better BibTeX export of one item of each kind. */
const EXPORTS: readonly object[] = [
  {
    ...{
      id: "http://zotero.org/users/1/items/ABCD",
      type: "post-weblog",
      title: "A study of cake: Who eats it",
    },
    ...{
      "container-title": "Cake Blog",
      language: "en-US",
      URL: "https://cake.example/a",
      "title-short": "A study of cake",
    },
    author: [{ family: "Smith", given: "Ann" }, { literal: "Cake Institute, Bakery" }],
    issued: { "date-parts": [["2021", 8, 5]] },
    accessed: { "date-parts": [["2026", "11", "21"]] },
  },
  {
    ...{
      id: "smith2021",
      "citation-key": "smith2021",
      type: "article-journal",
      title: "A study of cake: Who eats it",
    },
    ...{
      abstract: "Cake is eaten.",
      "container-title": "Journal of Cake",
      "container-title-short": "J. Cake",
    },
    ...{ journalAbbreviation: "J. Cake", DOI: "https://doi.org/10.1000/CAKE", ISSN: "1234-5678", issue: 3 },
    ...{ language: "English", page: "10-14", source: "DOI.org (Crossref)", shortTitle: "Cake", volume: 12 },
    ...{ note: "tex.x: y", keyword: "cake,eating", "publisher-place": "London", publisher: "Cake Press" },
    author: [
      { family: "Beethoven", given: "Ludwig", "dropping-particle": "van", "parse-names": "true" },
      { family: "King", given: "Martin", suffix: "Jr.", "comma-suffix": "1", "static-ordering": 0 },
    ],
    editor: [{ family: "Ito", given: "Ed", "non-dropping-particle": "de" }],
    translator: [{ family: "Fox", given: "Di" }],
    issued: { "date-parts": [[2021, "8"]], season: "summer" },
    "original-date": { raw: "1998" },
  },
  {
    ...{
      id: 7,
      type: "report",
      title: "A study of cake: Who eats it",
      publisher: "Ministry of Cake",
      number: 12,
    },
    ...{ genre: "White paper", language: "fr_FR", issued: { raw: "2021-08" }, "event-place": "Paris" },
    author: [{ family: "Ministry of Cake", given: "" }],
  },
  {
    ...{ id: "w", type: "webpage", title: "A study of cake: Who eats it", language: "" },
    ...{
      URL: "https://www.cake.example/",
      issued: { literal: "2021-08-05T10:00:00Z" },
      accessed: { raw: "2026-11-21" },
    },
  },
  {
    ...{
      id: "m",
      type: "article-magazine",
      title: "A study of cake: Who eats it",
      "container-title": "Cake Weekly",
    },
    ...{ section: "Food", page: "10", issued: { "date-parts": [["2021", "8", ""]] }, language: "ger" },
  },
  {
    ...{
      id: "b",
      type: "broadcast",
      title: "A study of cake: Who eats it",
      "container-title": "The Cake Hour",
    },
    ...{
      dimensions: "10:00",
      medium: "Radio",
      publisher: "Cake Radio",
      issued: { "date-parts": [[2021]], circa: false },
    },
  },
  {
    ...{
      id: "n",
      type: "article-newspaper",
      title: "A study of cake: Who eats it",
      "container-title": "The Daily Post",
    },
    ...{
      section: "Business",
      edition: "Late",
      ISSN: "1234-5678",
      page: "4",
      archive_location: "x",
      version: null,
    },
    issued: { "date-parts": [[2021, 8, 5]] },
    language: "he-IL",
  },
];

/** A card with a citation as it was exported, parsed, and its item. */
function itemOf(citation: unknown): Record<string, unknown> {
  const title = { text: "A study of cake: who eats it", basis: "text" };
  const rights = { status: "reserved", text: "Reserved." };
  const card = SourceCard.parse({ citation, title, rights, sha256: "0".repeat(64) });
  return { ...JSON.parse(cslJson(toCslItem({ id: "who-eats-cake", card })))[0] };
}

describe("what a reference manager exports", () => {
  /** Members that are used, of which some are put into one form. */
  const FORMED = [
    "id",
    "type",
    "title",
    "author",
    "issued",
    "accessed",
    "language",
    "DOI",
    "volume",
    "issue",
    "number",
  ];

  it.each(EXPORTS)("is taken and exported again as it was: $type", (exported) => {
    const item = itemOf(exported);
    for (const [name, value] of Object.entries(exported))
      if (!FORMED.includes(name)) expect(item[name], name).toEqual(value);
    expect(itemOf([exported])).toEqual(item);
    // What was put into one form stays in it.
    expect(itemOf(item)).toEqual(item);
  });

  it("has dates, names, numbers and languages in one form", () => {
    const [post, article, report, page, magazine] = EXPORTS.map(itemOf);
    expect(post).toMatchObject({
      issued: { "date-parts": [[2021, 8, 5]] },
      accessed: { "date-parts": [[2026, 11, 21]] },
    });
    expect(article).toMatchObject({
      ...{ DOI: "10.1000/CAKE", issue: "3", volume: "12", language: "en" },
      issued: { "date-parts": [[2021, 8]], season: "summer" },
      author: [{ "parse-names": true }, { "comma-suffix": true, "static-ordering": false }],
    });
    expect(report).toMatchObject({
      ...{
        issued: { "date-parts": [[2021, 8]] },
        language: "fr-FR",
        author: [{ family: "Ministry of Cake" }],
      },
    });
    expect(page).toMatchObject({ issued: { "date-parts": [[2021, 8, 5]] } });
    expect(page).not.toHaveProperty("language");
    expect(magazine).toMatchObject({ issued: { "date-parts": [[2021, 8]] }, language: "de" });
  });

  it("is published by what contains it, its publisher, an institution that wrote it, or its site", () => {
    const publishers = EXPORTS.map((citation) => publisherOf(CslArticleSchema.parse(citation)));
    expect(publishers).toEqual([
      ...["Cake Blog", "Journal of Cake", "Ministry of Cake", "cake.example", "Cake Weekly", "The Cake Hour"],
      "The Daily Post",
    ]);
  });

  it("keeps whatever else it has", () => {
    const known = new Set([...Object.keys(toCslItem(made())), ...FORMED, "custom", "note", "annote"]);
    const used = [
      "editor",
      "translator",
      "publisher",
      "URL",
      "genre",
      "ISSN",
      "page",
      "section",
      "publisher-place",
    ];
    const name = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom("abstract", "toString", "constructor", "keyword"),
    );
    const others = fc.dictionary(
      name.filter((one) => one !== "__proto__" && !known.has(one) && !used.includes(one)),
      fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      { maxKeys: 5 },
    );
    fc.assert(
      fc.property(others, fc.constantFrom(...EXPORTS), (more, exported) => {
        expect(itemOf({ ...more, ...exported })).toEqual({ ...more, ...itemOf(exported) });
      }),
      { numRuns: 300 },
    );
  });
});

describe("a language", () => {
  it.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["zh_Hans_CN", "zh-Hans-CN"],
    ["ger", "de"],
    ["French", "fr"],
    ["français", "fr"],
    ["עברית", "he"],
    ["日本語", "ja"],
    ["Klingonese", undefined],
    ["english text", undefined],
    ["x", undefined],
  ])("is read from its name or its tag: %s", (name, tag) => {
    expect(languageTag(name)).toBe(tag);
  });

  it.each([
    ["en-US", "american"],
    ["en", "english"],
    ["zh-CN", "chinese"],
    ["fr", "french"],
    ["fr-FR", "french"],
    ["de", "ngerman"],
    ["he", "hebrew"],
    ["tlh", undefined],
  ])("has a name in BibTeX: %s", (tag, name) => {
    expect(bibtexLanguage(tag)).toBe(name);
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

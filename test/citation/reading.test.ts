/** Tests that citations are read back unchanged by the libraries of reference managers. */
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse as parseRis } from "astrocite-ris";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bibtex } from "../../src/citation/bibtex.ts";
import { type CslItem, toCslItem } from "../../src/citation/csl.ts";
import { cslJson } from "../../src/citation/csl-json.ts";
import { ris } from "../../src/citation/ris.ts";
import { type CslName, type CslPerson, particlesOf, withParticle } from "../../src/shelf/csl-names.ts";
import { made, on, republished, SHAPES } from "./shapes.ts";

interface Name {
  readonly family?: string;
  readonly given?: string | undefined;
  readonly literal?: string;
  readonly "non-dropping-particle"?: string;
  readonly suffix?: string;
}
interface Read {
  readonly title?: string;
  readonly author?: readonly Name[];
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly publisher?: string;
  readonly "publisher-place"?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly number?: string;
  readonly page?: string;
  readonly genre?: string;
  readonly DOI?: string;
  readonly issued?: { readonly "date-parts": readonly (readonly (number | string)[])[] };
  readonly accessed?: { readonly "date-parts": readonly (readonly (number | string)[])[] };
  readonly URL?: string;
  readonly note?: string | readonly string[];
  readonly annote?: string;
  readonly language?: string;
}

/** All three readers, of BibTeX and twice of RIS, throw at invalid input. */
const readBibtex = (text: string): Read => {
  const { data } = new Cite(text, { forceType: "@biblatex/text" });
  expect(data).toHaveLength(1);
  return data[0] as Read;
};
/**
 * This reader returns the authors of a newspaper article as reporters and those of a broadcast as directors, as the RIS
 * specification names them, and only the year of a newspaper's date.
 */
type People = string | readonly (string | Name)[];
const readRis = (text: string): Read & { readonly reporter?: People; readonly director?: People } => {
  const { data } = new Cite(text, { forceType: "@ris/file" });
  expect(data).toHaveLength(1);
  return data[0] as Read;
};
const readRisToo = (text: string): Read => {
  const found = parseRis(text);
  expect(found).toHaveLength(1);
  return found[0] as Read;
};

const numbers = (date: Read["issued"]): number[] | undefined =>
  date?.["date-parts"][0]?.filter((part) => part !== "").map(Number);
/** Normalizes a name: readers differ in which field holds a particle, or a name of one part. */
function nameText(name: Name | CslName): string {
  if (!("family" in name) || name.family === undefined) return (name as Name).literal ?? "";
  const parted = name as CslPerson;
  const family = withParticle(particlesOf(parted), parted.family);
  return [family, parted.given, parted.suffix].filter((part) => part !== undefined).join(", ");
}
const names = (all: readonly (Name | CslName)[] | undefined): string[] | undefined => all?.map(nameText);
/** Names as a reader returns them that does not parse all of them. */
const people = (all: People = []): string[] =>
  [all].flat().map((one) => (typeof one === "string" ? one : nameText(one)));
const plainSpaces = (text: string): string => text.replace(/\s+/gu, " ").trim();

describe.each(Object.entries(SHAPES))("%s", (_shape, card) => {
  const item = toCslItem(card, ["A passage of it."]);

  it("is read from BibTeX as it was", () => {
    const read = readBibtex(bibtex(item));
    expect(read.title).toBe(item.title);
    expect(names(read.author)).toEqual(names(item.author));
    const { type, "container-title": container, publisher } = item;
    if (type.startsWith("article-")) expect(read["container-title"]).toBe(container);
    // Of a work on the web this reader returns one of the two, and of a report its container as a series.
    else if (type === "report")
      expect([read["collection-title"], read.publisher]).toEqual([container, publisher]);
    else expect(read.publisher).toBe(publisher ?? container);
    expect(read["publisher-place"]).toBe(item["publisher-place"]);
    expect([read.volume, read.issue, read.page, read.DOI]).toEqual([
      ...[item.volume, item.issue, item.page, item.DOI],
    ]);
    if (type === "report") expect(read.number).toBe(item.number);
    expect(numbers(read.issued)).toEqual(item.issued?.["date-parts"][0]);
    expect(read.URL).toBe(item.URL);
    expect(numbers(read.accessed)).toEqual(item.accessed?.["date-parts"][0]);
    expect(read.note).toBe(item.note);
    expect(read.annote).toBe(plainSpaces(item.annote!));
  });

  it("is read from RIS as it was", () => {
    const text = ris(item);
    const read = readRisToo(text);
    expect(read.title).toBe(item.title);
    // This reader takes the first word of an institution's name for a person's, and a suffix for the given names.
    if (item.author?.every((name) => "family" in name && name.suffix === undefined))
      expect(names(read.author)).toEqual(names(item.author));
    expect(read["container-title"]).toBe(item["container-title"]);
    expect([read.publisher, read["publisher-place"]]).toEqual([item.publisher, item["publisher-place"]]);
    expect([read.volume, read.page, read.genre, read.DOI]).toEqual([
      ...[item.volume, item.page, item.genre, item.DOI],
    ]);
    expect(numbers(read.issued)).toEqual(item.issued?.["date-parts"][0]);
    expect(read.URL).toBe(item.URL);
    expect(numbers(read.accessed)).toEqual(item.accessed?.["date-parts"][0]);
    const second = readRis(text);
    expect(second.title).toBe(item.title);
    expect(people(second.reporter ?? second.director ?? second.author)).toEqual(names(item.author) ?? []);
    expect(second["container-title"] ?? second["collection-title"]).toBe(item["container-title"]);
    const isNews = item.type === "article-newspaper";
    expect(numbers(second.issued)).toEqual(item.issued?.["date-parts"][0].slice(0, isNews ? 1 : 3));
    expect([second.note].flat()).toEqual([...(item.note ? [item.note] : []), ...item.annote!.split("\n")]);
  });

  it("is read from CSL-JSON as it was", () => {
    expect(JSON.parse(cslJson(item))).toEqual([item]);
  });
});

it("says what was inferred and where it was read, in notes", () => {
  const card = republished(
    { "container-title": "Cake Review", URL: "https://again.example/" },
    made({ issued: { ...on(2021), circa: true } }, { inferred: "From a copy." }),
  );
  const item = toCslItem(card, ["One passage.", "Another."]);
  expect(readBibtex(bibtex(item))).toMatchObject({
    note: "Date inferred. Read as republished by Cake Review (date not known): https://again.example/",
    annote: "From a copy. Quotation: One passage. Quotation: Another.",
    issued: { "date-parts": [[2021]] },
  });
  expect(readRis(ris(item)).note).toEqual([
    "Date inferred. Read as republished by Cake Review (date not known): https://again.example/",
    "From a copy.",
    "Quotation: One passage.",
    "Quotation: Another.",
  ]);
});

/** Texts with characters that have a meaning in TeX, RIS or JSON, or end a line. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "{",
          "}",
          "\\",
          "\n",
          "\r",
          "\r\n",
          "$",
          "%",
          "&",
          "#",
          "_",
          "~",
          "^",
          "@",
          "`",
          "'",
          '"',
          ",",
          "=",
        ],
        ...[
          "--",
          "---",
          "``",
          "''",
          "\\input{x}",
          "\\begin{a}",
          "}}",
          "{{",
          "\\{",
          "ER  - ",
          "\nER  - \nTY  - ",
        ],
        ...[
          " and ",
          "“",
          "”",
          "‘",
          "’",
          "é",
          "李",
          "👩‍👩‍👧",
          "\t",
          "<i>",
          "</i>",
          "<!--",
          "|",
          "*",
          "[",
          "]",
        ],
        ...["\u0000", "\u2028", "\ud800", "a", "B", " ", "  ", "Xi", "IBM", "?`", "!`", "...", "\u00a0", "1"],
      ),
      fc.lorem({ maxCount: 2 }),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => `x${parts.join("")}y`);

describe("whatever a card holds", () => {
  const anyItem: fc.Arbitrary<CslItem> = fc
    .record({
      title: hostile,
      family: hostile,
      given: hostile,
      institution: hostile,
      publisher: hostile,
      quote: hostile,
    })
    .map(({ title, family, given, institution, publisher, quote }) =>
      toCslItem(
        made({
          title,
          author: [{ family, given }, { literal: institution }],
          "container-title": publisher,
          URL: "https://post.example/{cake}?a=1&b=%20_~#x\\y",
        }),
        [quote],
      ),
    );

  it("comes back from BibTeX letter for letter", () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const read = readBibtex(bibtex(item));
        expect(read.title).toBe(item.title);
        expect(read["container-title"]).toBe(item["container-title"]);
        expect(names(read.author)).toEqual(names(item.author));
        expect(read.annote).toBe(item.annote);
        expect(read.URL).toBe(item.URL);
      }),
      { numRuns: 300 },
    );
  });

  it("comes back from RIS letter for letter", () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const text = ris(item);
        expect(text.split("\n").every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
        const read = readRisToo(text);
        expect(read.title).toBe(item.title);
        expect(read["container-title"]).toBe(item["container-title"]);
        const second = readRis(text);
        expect(people(second.reporter)).toEqual(names(item.author));
        expect(second.note).toBe(item.annote);
      }),
      { numRuns: 300 },
    );
  });

  it("has balanced braces in BibTeX, even for a reader that counts those behind a backslash", () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        let depth = 0;
        for (const letter of bibtex(item)) {
          depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

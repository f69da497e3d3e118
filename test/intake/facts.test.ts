/** What a page says of itself becomes the facts of its card, each with where it was found. */
import { describe, expect, it } from "vitest";
import { parseByline } from "../../src/intake/author-names.ts";
import { readPage } from "../../src/intake/kinds/page.ts";
import { normalAddress } from "../../src/intake/normal-address.ts";
import { compareShingles, shinglesOf } from "../../src/intake/shingles.ts";
import { sourceId } from "../../src/intake/source-id.ts";
import { decideLanguage } from "../../src/intake/text-language.ts";
import { parseMetadataDate } from "../../src/intake/written-dates.ts";
import { publisherOf } from "../../src/shelf/csl.ts";
import { displayName } from "../../src/shelf/csl-names.ts";
import { CHINESE, ENGLISH, TITLE } from "./pages.ts";

const factsOf = (head: string, address?: string, body = "") =>
  readPage(
    `<html lang="en-GB"><head>${head}</head><body><article>${body}<p>${ENGLISH.join("</p><p>")}</p></article></body></html>`,
    {
      bytes: new Uint8Array(),
      name: "a.html",
      start: "",
      ...(address ? { address } : {}),
    },
  );

const meta = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(
      ([name, content]) =>
        `<meta ${/^(?:og|article):/.test(name) ? "property" : "name"}="${name}" content="${content}">`,
    )
    .join("");
const linked = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const HIGHWIRE = meta({
  citation_title: "From Highwire",
  citation_author: "Lee, Ann",
  citation_publication_date: "2021/11/23",
  citation_journal_title: "Journal of Walls",
});
const DUBLIN = meta({
  "dc.title": "From Dublin Core",
  "DC.creator": "Bo Chen",
  "dc.date": "2020-02-01",
  "dc.language": "fr",
});
const GRAPH = meta({
  "og:title": "From OpenGraph",
  "og:site_name": "The Estuary Post",
  "article:published_time": "2019-03-04T23:59:59-08:00",
  "og:locale": "en_US",
});
const ARTICLE = {
  "@type": "NewsArticle",
  headline: "From JSON-LD",
  author: { name: "Ilse Brandt" },
  datePublished: "2022-03-08",
};

describe("the first of these counts, and says where it stands", () => {
  it.each([
    [
      "JSON-LD",
      linked(ARTICLE) + HIGHWIRE + DUBLIN + GRAPH,
      "From JSON-LD",
      "JSON-LD headline",
      "JSON-LD datePublished",
    ],
    ["Highwire", HIGHWIRE + DUBLIN + GRAPH, "From Highwire", "citation_title", "citation_publication_date"],
    ["Dublin Core", DUBLIN + GRAPH, "From Dublin Core", "dc.title", "dc.date"],
    ["OpenGraph", GRAPH, "From OpenGraph", "og:title", "article:published_time"],
  ])("%s", (_, head, title, at, dateAt) => {
    const { facts } = factsOf(head);
    expect(facts.title).toEqual({ value: title, at });
    expect(facts.issued?.at).toBe(dateAt);
  });

  it("and where there is none of them, the page is read, which is a guess", () => {
    const { facts } = factsOf(
      `<title>${TITLE} | The Estuary Post</title>`,
      undefined,
      `<h1>${TITLE}</h1><p>By Ann Lee and Bo Chen</p><p>8 March 2022</p>`,
    );
    expect(facts.title).toEqual({ value: TITLE, at: "h1" });
    expect(facts.authors).toMatchObject({ value: [{ family: "Lee" }, { family: "Chen" }], isGuess: true });
    expect(facts.issued).toEqual({
      value: { "date-parts": [[2022, 3, 8]] },
      at: "the lines above the text",
      isGuess: true,
    });
    expect(facts.language).toEqual({ value: "en-GB", at: "html lang" });
    expect(facts.publisher).toBeUndefined();
  });
});

describe("JSON-LD", () => {
  it.each([
    ["in a list", [{ "@type": "BreadcrumbList" }, ARTICLE]],
    ["in a graph", { "@graph": [{ "@type": "WebPage", name: "x" }, ARTICLE] }],
    ["as the main entity", { "@type": "WebPage", mainEntity: ARTICLE }],
    ["of several types", { ...ARTICLE, "@type": ["ReportageNewsArticle", "Article"] }],
  ])("is found %s", (_, value) => {
    expect(factsOf(linked(value)).facts).toMatchObject({
      title: { value: "From JSON-LD" },
      type: { value: "article-newspaper" },
    });
  });

  it("that is damaged, or of something else, says nothing", () => {
    for (const head of [
      '<script type="application/ld+json">{"a":</script>',
      linked({ "@type": "Organization", name: "x" }),
      linked(null),
      linked([[[]]]),
    ])
      expect(factsOf(head + GRAPH).facts.title?.at).toBe("og:title");
  });

  it("gives all authors, and entities as their letters", () => {
    const author = [
      { "@type": "Person", name: "By Ann Lee" },
      "Bo Chen",
      { "@type": "Organization", name: "Reuters Staff, Asia" },
    ];
    const { facts } = factsOf(linked({ ...ARTICLE, headline: "Walls &amp; &#8216;towns&#8217;", author }));
    expect(facts.title?.value).toBe("Walls & ‘towns’");
    expect(facts.authors?.value.map(displayName)).toEqual(["Ann Lee", "Bo Chen", "Reuters Staff, Asia"]);
  });

  it("that says who may read it is told", () => {
    expect(factsOf(linked({ ...ARTICLE, isAccessibleForFree: false })).notes.join()).toMatch(
      /only subscribers can read all of it/,
    );
  });
});

describe("whose page it is", () => {
  const canonical = '<link rel="canonical" href="https://www.original.example/a">';

  it("is never taken from a canonical address elsewhere, which may be the original", () => {
    const { facts, notes } = factsOf(canonical, "https://copy.example/b");
    expect(facts.publisher).toEqual({ value: "copy.example", at: "the host of its address", isGuess: true });
    expect(facts.address?.value).toBe("https://copy.example/b");
    expect(notes).toEqual([
      "The page names https://www.original.example/a as its canonical address: that may be the original.",
    ]);
  });

  it("may be told by the canonical address of the page itself, and by the browser that saved it", () => {
    expect(factsOf(canonical, "https://original.example/a?x=1").facts.address).toEqual({
      value: "https://www.original.example/a",
      at: "link rel=canonical",
    });
    const saved = readPage(
      `<!-- saved from url=(0025)https://saved.example/walls -->\n<html><body><p>${ENGLISH.join("</p><p>")}`,
      { bytes: new Uint8Array(), name: "a.html", start: "" },
    );
    expect(saved.facts.address?.value).toBe("https://saved.example/walls");
  });
});

it.each([
  ["By Ann Lee", ["Ann Lee"]],
  ["by ANN LEE and Bo Chen", ["ANN LEE", "Bo Chen"]],
  ["Ann Lee, Bo Chen and Tomás de la Cruz", ["Ann Lee", "Bo Chen", "Tomás de la Cruz"]],
  ["Lee, Ann", ["Ann Lee"]],
  ["Andrea Stone Senior Washington Correspondent", ["Andrea Stone"]],
  ["Ann Lee, Staff Writer", ["Ann Lee"]],
  ["Ann Lee | 8 March 2022", ["Ann Lee"]],
  ["作者：李明", ["李明"]],
  ["本报记者 李明、王芳", ["李明", "王芳"]],
  ["https://facebook.example/ann", []],
  ["Xinhua News Agency", ["Xinhua News Agency"]],
])("the byline %s", (byline, names) => {
  expect(parseByline(byline).map(displayName)).toEqual(names);
});

it("family names are told from given names, with what belongs to them", () => {
  expect(parseByline("Ludwig van Beethoven; Martin King Jr.; Xinhua")).toEqual([
    { given: "Ludwig", family: "van Beethoven" },
    { given: "Martin", family: "King Jr." },
    { literal: "Xinhua" },
  ]);
});

it.each([
  ["李安", { family: "李安" }],
  ["作者：王小明", { family: "王小明" }],
  ["Banksy", { family: "Banksy" }],
  ["新华社", { literal: "新华社" }],
  ["和光基金会", { literal: "和光基金会" }],
  ["Tribune Staff", { literal: "Tribune Staff" }],
])("only %s of an institution stands for its publisher where none is named", (byline, name) => {
  expect(parseByline(byline)).toEqual([name]);
  expect(publisherOf({ title: "A title", author: [name] } as never)).toBe(
    "literal" in name ? name.literal : undefined,
  );
});

it.each([
  ["2021-11-23T23:59:00-08:00", [2021, 11, 23]],
  ["2021/11/3", [2021, 11, 3]],
  ["20211123", [2021, 11, 23]],
  ["2021-11", [2021, 11]],
  ["2021", [2021]],
  ["November 23, 2021 8:00 AM", [2021, 11, 23]],
  ["Tue, 23 Nov 2021 08:00:00 GMT", [2021, 11, 23]],
  ["2021年11月23日 08:00", [2021, 11, 23]],
  ["2021-02-30", undefined],
  ["yesterday", undefined],
])("the date %s", (written, parts) => {
  expect(parseMetadataDate(written)?.["date-parts"][0]).toEqual(parts);
});

it.each([
  [undefined, ENGLISH.join(" "), "en"],
  [undefined, CHINESE.join(""), "zh-Hans"],
  [undefined, "去年十月，河水漫過碼頭，鎮政府買來的水泵運轉了十九個小時，然後停了下來。", "zh-Hant"],
  [
    undefined,
    "L'année dernière, la rivière a débordé sur le quai et les pompes de la commune se sont arrêtées.",
    "fr",
  ],
  ["en_US", ENGLISH.join(" "), "en-US"],
  ["zh", CHINESE.join(""), "zh-Hans"],
  ["zh-CN", CHINESE.join(""), "zh-CN"],
  ["en", CHINESE.join(""), "zh-Hans"],
  ["zh-CN", ENGLISH.join(" "), "en"],
  ["ja", "去年の十月、川の水が港の岸壁を越え、町が買った中古のポンプは十九時間動いて、止まった。", "ja"],
  ["nonsense", ENGLISH.join(" "), "en"],
])("of a text that is said to be in %s, the language is told", (said, text, language) => {
  expect(decideLanguage(said === undefined ? undefined : { value: said, at: "html lang" }, text)?.value).toBe(
    language,
  );
});

it.each([
  ["http://www.example.org/a/?utm_source=x&fbclid=1&b=2&a=1#c", "https://example.org/a?a=1&b=2"],
  ["https://m.example.org/a/amp/", "https://example.org/a"],
  ["https://example.org/?amp=1", "https://example.org"],
  ["https://example.org/?xtor=RSS-1", "https://example.org"],
  ["https://EXAMPLE.org:8080/A", "https://example.org:8080/A"],
  ["mailto:a@b.example", undefined],
  ["no address", undefined],
])("the address %s is that of %s", (address, normal) => {
  expect(normalAddress(address)).toBe(normal);
});

describe("texts are compared", () => {
  const share = (one: string, other: string) => compareShingles(shinglesOf(one), shinglesOf(other));
  const text = ENGLISH.join(" ");

  it("by their words and not by their marks", () => {
    expect(share(text, text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "\n")).jaccard).toBe(1);
    expect(share(CHINESE.join("\n"), CHINESE.join("").replace(/\p{P}/gu, "")).jaccard).toBeGreaterThan(0.98);
  });

  it("and a part is contained in the whole, of which it is no copy", () => {
    const { jaccard, containment } = share(text, ENGLISH.slice(0, 3).join(" "));
    expect(containment).toBe(1);
    expect(jaccard).toBeLessThan(0.6);
  });

  it("and a reworded text is another", () => {
    const reworded = text
      .split(" ")
      .map((word, index) => (index % 4 === 0 ? "other" : word))
      .join(" ");
    expect(share(text, reworded).containment).toBeLessThan(0.1);
  });

  it("and a text without words is like none", () => {
    expect(share("…", "…")).toEqual({ jaccard: 0, containment: 0 });
    expect(share("a".repeat(500_000), text).containment).toBe(0);
  });
});

it.each([
  [TITLE, undefined, "harbour-towns-ask-who-pays-for-the-flood-walls"],
  ["Café société: l’été où l’eau monta", undefined, "cafe-societe-lete-ou-leau-monta"],
  ["../../etc/passwd\u0000.txt", undefined, "etc-passwd-txt"],
  ["港口小镇问", "news.example", "news-example-0123abcd"],
  ["", undefined, "source-0123abcd"],
  [`${"a ".repeat(200)}end`, undefined, "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a"],
])("the id of “%s” is made of a–z, 0–9 and hyphens", (title, site, id) => {
  expect(sourceId({ title, site, hash: "0123abcdef" }, () => false)).toBe(id);
  expect(sourceId({ title, site, hash: "0123abcdef" }, (taken) => taken === id)).toBe(`${id}-2`);
});

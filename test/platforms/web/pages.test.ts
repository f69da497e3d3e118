/** The web pages: content, links and HTTP headers. */

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createAsk } from "../../../src/ask/ask.ts";
import { type Answer, createAnswer } from "../../../src/desk/answer.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { contextOf } from "../../../src/library/lookups.ts";
import { readAssets } from "../../../src/platforms/web/assets.ts";
import { answerHtml } from "../../../src/platforms/web/blocks.ts";
import { COPY_SCRIPT, COPY_SCRIPT_SOURCE } from "../../../src/platforms/web/copy-script.ts";
import { pageHtml } from "../../../src/platforms/web/layout.ts";
import type { RequestContext } from "../../../src/platforms/web/request-context.ts";
import { evidenceWithPointers } from "../../../src/shelf/evidence.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { library, shelf } from "../../desks.ts";
import { linksIn, shown, siteOver } from "./site.ts";

const { get, log, served } = await siteOver();
const records = [...shelf.records.values()];
const sources = [...shelf.sources.values()];

describe("a page", () => {
  it("for every source, record, person and organization, and for nothing else", async () => {
    const paths = [
      ...["/", "/sources", "/search", "/ask"],
      ...sources.map(({ id }) => `/sources/${id}`),
      ...records.map((record) => `/records/${recordRef(record)}`),
      ...records
        .filter(({ kind }) => kind === "people" || kind === "organizations")
        .map((record) => `/${recordRef(record)}`),
    ];
    for (const path of paths) expect((await get(path)).status, path).toBe(200);
    for (const path of ["/people/alibaba", "/records/words/x", "/x"])
      expect((await get(path)).status, path).toBe(404);
  });

  it("leads only to pages that are there, and to places that are on them", async () => {
    const seen = new Set<string>();
    const left = ["/"];
    const anchors: [path: string, anchor: string][] = [];
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const [path = "", anchor] = address.split("#");
      if (anchor) anchors.push([path, anchor]);
      if (seen.has(path)) continue;
      seen.add(path);
      const { status, body, headers } = await get(path);
      expect(status, path).toBe(200);
      if (headers["content-type"]?.startsWith("text/html")) left.push(...linksIn(body));
    }
    expect(seen.size).toBeGreaterThan(records.length + sources.length);
    expect(anchors.length).toBeGreaterThan(200);
    for (const [path, anchor] of anchors)
      expect((await get(path)).body, `${path}#${anchor}`).toContain(` id="${anchor}"`);
  });

  it("names its language, and speaks it", async () => {
    for (const [asked, lang, title] of [
      ["zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "来源"],
      ["zh-TW", "zh-Hant", "來源"],
      ["fr, en;q=0.5", "en", "Sources"],
      ["fr", "en", "Sources"],
      ["en;q=0, zh-HK;q=0.3", "zh-Hant", "來源"],
    ] as const) {
      const { body, headers } = await get("/sources", { "accept-language": asked });
      expect(body, asked).toContain(`<html lang="${lang}">`);
      expect(shown(body).split("\n")[0]).toBe(title);
      expect(headers.vary).toBe("accept-language");
    }
  });
});

it("a record's page says where it stands", async () => {
  expect(shown((await get("/records/quotes/xi-dividing-the-cake-well")).body)).toMatchInlineSnapshot(`
    "Record · quotation
    Xi Jinping on dividing the cake well
    What the source says
    […] Instead of relying on growth to trickle down to the poor, Xi has called for “dividing the cake well,” taking considerable effort to equalize basic services such as poverty-alleviation assistance and rural educational investment.
    SupChina, 23 November 2021
    characters 2,702 to 2,930 of 5,628 · view at All China Review
    Speaker: Xi Jinping
    Wording: English as printed by SupChina; original language and translator not stated
    Desk’s notes
    The sentence before mentions “a recent speech”; the source does not say that these words come from it.
    Provenance
    Entered on 21 November 2026. No person has reviewed this record.
    “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”
    SHA-256: 828515acd6cd64aa3450fdbb7f94491761396473c4d2a265fc0df3600eb79d0c
    The proof is the stored text under its hash. A link to the publisher is a convenience: that page may change, or say it otherwise.
    Related records
    Xi Jinping person
    Dividing the cake well term"
  `);
});

it("a commitment's page has each account, and that they differ", async () => {
  expect(shown((await get("/records/pledges/alibaba-common-prosperity")).body)).toMatchInlineSnapshot(`
    "Record · pledge
    Alibaba: common prosperity pledge
    What the sources say
    SupChina’s account
    In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.” […]
    SupChina, 23 November 2021
    characters 3,378 to 3,634 of 5,628 · view at All China Review
    Desk’s note: “These announcements” go back to the paragraphs before, on what Xi has said and on what rich individuals and companies have been encouraged to do.
    Amount: “$15.5 billion”
    Donor: Alibaba
    Wording: “committed”
    Period: “over the next several years”
    Purpose: “toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups”
    Occasion: “In light of these announcements”
    Voice of America’s account
    Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
    Voice of America, 2021 (both inferred)
    characters 434 to 654 of 5,378
    Desk’s note: “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.
    Amount: “$15 billion”
    Donor: Alibaba
    Wording: “donation of”
    Period: “over the next five years”
    Purpose: “to the initiative”
    Occasion: World Internet Conference
    According to: Daniel Zhang
    Desk’s note
    The sources differ; both are shown.
    Amount: “$15.5 billion” (SupChina) · “$15 billion” (Voice of America)
    Period: “over the next several years” (SupChina) · “over the next five years” (Voice of America)
    Desk’s notes
    One pledge by our reading: neither source has the other’s sum.
    SupChina’s sentence does not name common prosperity; the link is our reading of the paragraphs before it.
    VOA’s text opens with the World Internet Conference; it does not say that Daniel Zhang said this there.
    Provenance
    Entered on 21 November 2026. No person has reviewed this record.
    “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”
    SHA-256: 828515acd6cd64aa3450fdbb7f94491761396473c4d2a265fc0df3600eb79d0c
    “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap”
    SHA-256: f58fc03a75f6bb617783e76cbc8170848856ec8b9c2f6aafb36b534fff523d54
    The proof is the stored text under its hash. A link to the publisher is a convenience: that page may change, or say it otherwise.
    Also known as: Alibaba commitment · Alibaba common prosperity commitment · Alibaba common prosperity donation
    Related records
    Alibaba organization
    Daniel Zhang person
    Common prosperity term
    World Internet Conference event
    Daniel Zhang on Alibaba’s donation statement
    Alibaba’s pledge as a way to “spread wealth” statement"
  `);
});

it("a term that no source defines says so, and leads to where it is used", async () => {
  const undefined_ = records.find(
    ({ kind, ...rest }) => kind === "terms" && evidenceWithPointers(rest).length === 0,
  );
  const { body } = await get(`/records/${recordRef(undefined_!)}`);
  expect(shown(body)).toContain("and do not define it.");
  expect(linksIn(body).some((link) => /\/records\/(?:quotes|facts)\//.test(link))).toBe(true);
});

it("every piece of evidence stands on its record's page, character for character, with its place", async () => {
  for (const record of records) {
    const { body } = await get(`/records/${recordRef(record)}`);
    const text = shown(body).replace(/\s+/g, " ");
    for (const { evidence } of evidenceWithPointers(record)) {
      const { text: passage, start, end, source } = await contextOf(evidence, library);
      expect(text, recordRef(record)).toContain(passage.replace(/\s+/g, " "));
      // A quotation inside a sentence is marked there, and the link is to the sentence.
      const inside = record.kind === "quotes" && record.within && record.passages.includes(evidence);
      if (!inside) expect(linksIn(body)).toContain(`/sources/${source.id}#p${start}-${end}`);
    }
  }
});

it("a source's page has its text, passages marked and numbered, with what is left out", async () => {
  const { body } = await get("/sources/supchina-tech-philanthropy");
  const text = shown(body);
  expect(
    text.slice(text.indexOf("The recorded passages"), text.indexOf("Fifteen years")),
  ).toMatchInlineSnapshot(`
    "The recorded passages
    Its publisher keeps the rights: only the recorded passages are shown. The numbers lead to the records.
    […] 74 characters left out
    The Houhai area of the Nanshan District of Shenzhen, part of the Shenzhen Special Economic Zone and home to many major Chinese tech companies. Photo via Xinhua.21
    By Daniel Tam-Claiborne3
    In China, tech companies are facing particular pressure to showcase social responsibility.4 Xi Jinping acknowledged that the “new round of technological revolution and industrial transformation is giving a strong impetus to economic development6.”6 However, he also pointed out that its negative effects on employment and income distribution need to be “effectively addressed and resolved7.”75
    "
  `);
  expect(text).toContain(
    "Tech companies face particular pressure to showcase social responsibility.4 […] 288 characters left out Rich",
  );
});

it("a text in the public domain is shown whole", async () => {
  const { body } = await get("/sources/voa-common-prosperity");
  const bare = shown(body.replace(/<sup[\s\S]*?<\/sup>/g, "")).replace(/\s+/g, " ");
  const { text } = shelf.sources.get("voa-common-prosperity")!;
  for (const line of text.split("\n")) expect(bare).toContain(line.replace(/\s+/g, " ").trim());
  expect(bare).not.toContain("left out");
});

it.each(["/ask", "/search"])("%s answers a question, and marks what else has its words", async (path) => {
  const { body } = await get(`${path}?q=what+did+xi+say+about+poverty`);
  expect(shown(body)).toMatch(/^Xi Jinping · quotations in the sources about “poverty”$/m);
  const [answer, below] = shown(body).split("\nPassages with these words\n");
  expect(answer).toContain("Xi has called for “dividing the cake well,”");
  expect(below).toContain("when he declared China had eliminated poverty");
  expect(body).toContain('<mark class="sought">poverty</mark>');
});

it.each(["/ask", "/search"])("%s shows a command’s answer itself", async (path) => {
  const { body } = await get(`${path}?q=/pledge+alibaba`);
  expect(body).toBe((await get("/ask?q=/pledge+alibaba")).body);
  expect(shown(body)).toMatch(/^Alibaba · pledges/m);
  expect(shown(body)).toContain("“$15.5 billion”");
  expect(body).toContain('<input id="q" name="q" type="search" value="/pledge alibaba"');
});

it("a search can be of one kind of record", async () => {
  const { body: only } = await get("/search?q=poverty&kind=events");
  expect(only).toContain('<option value="events" selected>');
  expect(only.match(/<p class="kicker">event /g)?.length).toBe(only.match(/<li><h3>/g)?.length);
});

it("home begins with the box and six asks that each find something", async () => {
  const { body } = await get("/");
  const [, starts = ""] = /<ul class="asks">(.*?)<\/ul>/s.exec(body) ?? [];
  const asks = linksIn(starts);
  expect(asks).toHaveLength(6);
  for (const ask of asks) expect(shown((await get(ask)).body), ask).not.toContain("Nothing on record");
  expect(body.indexOf("<form")).toBeLessThan(body.indexOf(starts));
});

it("every kind of record has a list, to which its count leads", async () => {
  const { body } = await get("/");
  for (const [kind, path] of [
    ["people", "/people"],
    ["organizations", "/organizations"],
    ...["pledges", "quotes", "terms", "events", "facts"].map((kind) => [kind, `/records/${kind}`]),
  ] as const) {
    const count = records.filter((record) => record.kind === kind).length;
    expect(body, path).toMatch(new RegExp(`<a href="${path}">${count} `));
    const { body: list } = await get(path!);
    expect(list).toContain(`<a href="${path}" aria-current="page">`);
    const items = linksIn(/<ul class="records".*?<\/ul>/s.exec(list)?.[0] ?? "");
    expect(items).toHaveLength(count);
  }
  expect((await get("/records/words")).status).toBe(404);
  expect((await get("/people?from=10")).status).toBe(404);
  expect((await get("/people?from=x")).status).toBe(400);
});

it("a slash at the end leads to the page", async () => {
  const { get: below } = await siteOver(library, { publicUrl: "https://desk.test/ref" });
  for (const [path, location] of [
    ["/sources/", "/sources"],
    ["/people/xi-jinping/", "/people/xi-jinping"],
    ["/ask/?q=/who+xi", "/ask?q=/who+xi"],
  ] as const) {
    const { status, headers } = await get(path);
    expect([status, headers.location]).toEqual([308, location]);
    expect((await below(`/ref${path}`)).headers.location).toBe(`/ref${location}`);
  }
});

it.each(["/nothing", `/ask?q=${"x".repeat(501)}`])("%.20s has the box too", async (path) => {
  const { body } = await get(path);
  expect(body).toContain('<form class="search" role="search" action="/ask">');
  expect(body.match(/<form/g)).toHaveLength(1);
  expect(linksIn(body)).toContain("/ask?q=%2Fpledge%20alibaba");
});

it("a row alone is lines, no column is empty, and names are links", async () => {
  const { body: one } = await get("/ask?q=/compare+qihoo+360");
  expect(one).not.toContain("<table");
  const { body } = await get("/ask?q=/compare+alibaba+tencent");
  const [, table = ""] = /<table(.*?)<\/table>/s.exec(body) ?? [];
  const columns = [...table.matchAll(/<th role="columnheader" scope="col">([^<]+)/g)].map(([, name]) => name);
  for (const name of columns.slice(1))
    expect(table).toMatch(new RegExp(`<td role="cell" data-label="${name}">`));
  expect(table).toContain(
    '<a href="/organizations/tencent">Tencent</a>, <a href="/organizations/pinduoduo">Pinduoduo</a> and <a href="/organizations/meituan">Meituan</a>',
  );
  const { body: chinese } = await get("/ask?q=/compare+alibaba+tencent", { "accept-language": "zh-CN" });
  expect(chinese).toContain(
    '<a href="/organizations/bytedance">字节跳动</a>和<a href="/organizations/meituan">美团</a>（合计）',
  );
  const { body: record } = await get("/records/pledges/alibaba-common-prosperity");
  expect(record).toContain('<dt>Donor</dt><dd><a href="/organizations/alibaba">Alibaba</a></dd>');
});

it("what needs a conversation is not offered", async () => {
  expect(shown((await get("/ask?q=/help")).body)).not.toContain("/bibliography");
  expect(shown((await get("/ask?q=/bibliography")).body)).toContain("Unknown command");
});

it("a source’s text comes first, and what is known of it is folded", async () => {
  const { body } = await get("/sources/voa-common-prosperity");
  const before = body.slice(body.indexOf("<h1"), body.indexOf('<div class="text"'));
  expect(shown(before.replace(/<details.*<\/details>/s, "")).split("\n")).toEqual([
    "China’s Tech Titans Funding Beijing’s Effort to Close Income Gap",
    "Voice of America, 2021 (both inferred), author not known",
    "A work of the United States government, in the public domain.",
    "The text",
    "Shown whole. What is on record is marked; the numbers lead to the records.",
  ]);
  expect(before).toMatch(/<details class="about"><summary>About this source<\/summary>.*SHA-256/s);
});

it("a record’s page is small", async () => {
  for (const record of records) {
    const { body } = await get(`/records/${recordRef(record)}`);
    expect(Buffer.byteLength(body), record.id).toBeLessThan(80_000);
  }
});

it("a search that finds nothing says what was searched", async () => {
  const { status, body } = await get("/search?q=zeppelins");
  expect(status).toBe(200);
  expect(shown(body)).toContain("Nothing on record for “zeppelins”");
  expect(shown(body)).toContain("Searched 2 sources");
});

it("an answer is the command's, with its marks as links to the passages", async () => {
  const { body } = await get("/ask?q=%2Fdefine%20third-distribution");
  expect(shown(body)).toMatchInlineSnapshot(`
    "Third distribution · as the sources define it
    /define third-distribution
    The third distribution taps enterprises and individuals to redistribute their wealth through voluntary donations.
    — Voice of America, 2021 (both inferred) [1]
    According to: National Development and Reform Commission
    Desk’s notes
    Attributed to the commission by our reading.
    The commission is named two sentences before.
    Said of “Three distributions” together
    Central to achieving common prosperity is a concept known as the three distributions, first introduced by the Chinese economist Li Yining in the 1990s.
    — Voice of America, 2021 (both inferred) [1]
    Sources
    “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain. open the source
    Also known as: 第三次分配 · tertiary distribution · third-round distribution · third round of distribution · di san ci fenpei
    Desk’s note
    Not yet reviewed by a person (entered on 21 November 2026).
    What else can be asked
    Define: First distribution
    Define: Second distribution
    Define: Three distributions
    Cite"
  `);
  expect(
    linksIn(body).filter((link) => /^\/sources\/voa-common-prosperity#p\d+-\d+$/.test(link)),
  ).not.toEqual([]);
  const { body: asked } = await get("/ask?q=who%20is%20xi%3F");
  expect(shown(asked)).toContain("Xi Jinping · in the sources");
});

it("marks what is there in English alone where the page is not, and the form of a name in its sources", async () => {
  const heading = async (path: string, language: string) =>
    /<h1.*<\/h1>/.exec((await get(path, { "accept-language": language })).body)?.[0];
  expect(await heading("/organizations/supchina", "zh-TW")).toBe('<h1 lang="en">SupChina</h1>');
  expect(await heading("/organizations/supchina", "en")).toBe("<h1>SupChina</h1>");
  expect(await heading("/organizations/tencent", "zh-TW")).toBe(
    '<h1>騰訊<span lang="en">（Tencent）</span></h1>',
  );
  const { body } = await get("/records/organizations/serica-initiative", { "accept-language": "zh-TW" });
  const related = body.slice(body.indexOf('id="related"')).match(/<a href="\/records\/[^<]*/g) ?? [];
  expect(related.length).toBeGreaterThan(0);
  for (const link of related) expect(link.includes(' lang="en"')).toBe(!/\p{Script=Han}/u.test(link));
});

it("a passage is in its source's language, whatever the reader's", async () => {
  const { body } = await get("/ask?q=%2Fdefine%20third-distribution", { "accept-language": "zh-CN" });
  expect(body).toContain('<html lang="zh-Hans">');
  for (const [quote] of body.matchAll(/<blockquote[^>]*>/g))
    expect(quote).toBe('<blockquote lang="en" dir="auto">');
});

it("every answer of every command can be drawn", async () => {
  for (const line of [
    ...[
      "/help",
      "/pledge",
      "/quote xi",
      "/who alibaba",
      "/compare alibaba tencent",
      "/timeline",
      "/source supchina",
    ],
    ...[
      '/check "Alibaba gave $20 billion."',
      "/nothing",
      "/pledge x:y",
      "/quote xi item:99",
      "比较阿里巴巴和腾讯",
    ],
  ]) {
    const { status, body } = await get(`/ask?q=${encodeURIComponent(line)}`);
    expect(status, line).toBe(200);
    expect(body, line).not.toMatch(/undefined|\[object/);
  }
});

it("what cannot be asked is said, in the reader's language", async () => {
  const { status, body } = await get(`/ask?q=${"x".repeat(501)}`, { "accept-language": "zh-CN" });
  expect(status).toBe(400);
  expect(shown(body)).toContain("一次最多可查询500个字符。");
  expect((await get("/search?q=x&kind=words")).status).toBe(400);
});

describe("what is sent along", () => {
  it("lets nothing run and nothing be framed, and asks for no cookie", async () => {
    const { headers } = await get("/");
    const { etag: _, ...same } = headers;
    const policy = same["content-security-policy"]!.replace(COPY_SCRIPT_SOURCE, "HASH");
    expect({ ...same, "content-security-policy": policy }).toMatchInlineSnapshot(`
      {
        "cache-control": "public, max-age=300",
        "content-security-policy": "default-src 'none'; script-src HASH; connect-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "content-type": "text/html; charset=utf-8",
        "vary": "accept-language",
        "x-robots-tag": "noindex",
      }
    `);
    for (const path of ["/", "/nothing", "/api/records", "/robots.txt", "/search?q=x"]) {
      const { headers: sent } = await get(path);
      expect(sent["content-security-policy"]).toBe(headers["content-security-policy"]);
      expect(sent["set-cookie"]).toBeUndefined();
    }
  });

  it("holds the one script that its policy allows, where there is a passage, and no style", async () => {
    const hash = createHash("sha256").update(COPY_SCRIPT).digest("base64");
    expect((await get("/")).headers["content-security-policy"]).toContain(`script-src 'sha256-${hash}';`);
    for (const [path, scripts] of [
      ["/", 0],
      ["/people", 0],
      ["/sources/voa-common-prosperity", 1],
      ["/records/pledges/alibaba-common-prosperity", 1],
      ["/ask?q=/quote+xi", 1],
    ] as const) {
      const parts = (await get(path)).body.split(`<script>${COPY_SCRIPT}</script>`);
      expect([path, parts.length - 1]).toEqual([path, scripts]);
      expect(parts.join("")).not.toMatch(/<script|<style|style=|\son\w+=|javascript:/i);
    }
  });

  it("says that a table is one where it is drawn as a list, and nowhere else", async () => {
    const context = { library, messages: englishMessages, href: (path: string) => path } as RequestContext;
    const cell = (value: string) => [{ value, stated: false, passages: [] }];
    const drawn = async (columns: readonly string[], rows: number) => {
      const row = columns.map((_, index) => (index === 1 ? [] : cell(`x${index}`)));
      const items: Answer["items"] = [
        [{ type: "table", columns, rows: Array.from({ length: rows }, () => row) }],
      ];
      const answer = createAnswer({ ask: createAsk("pledge", "x"), title: "x", outcome: "found", items });
      return (await answerHtml(answer, context)).html;
    };
    expect(await drawn(["a", "none", "b", "c", "d"], 2)).toMatch(
      /<table role="table" class="wide">\s*<thead role="rowgroup">.*<td role="cell" data-label="d">/s,
    );
    const narrow = await drawn(["a", "none", "b", "c"], 2);
    expect(narrow).toContain('<th scope="row"><div>x0</div></th><td data-label="b">');
    expect(narrow).not.toMatch(/role=|none/);
    const lines = await drawn(["a", "none", "b"], 1);
    expect(lines).toContain("<div><dt>a</dt><dd>x0</dd></div><div><dt>b</dt><dd>x2</dd></div>");
    expect(lines).not.toContain("<table");
  });

  it("has a tag by which it need not be sent again", async () => {
    const { headers, status } = await get("/sources");
    const tag = headers.etag!;
    expect([status, tag]).toEqual([200, expect.stringMatching(/^"[\w-]{22}"$/)]);
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
      const again = await get("/sources", { "if-none-match": known });
      expect(again).toMatchObject({ status: 304, body: "" });
      expect(again.headers.etag).toBe(tag);
    }
    expect((await get("/sources", { "if-none-match": '"x"' })).status).toBe(200);
    const { headers: others } = await get("/sources", { "accept-language": "zh" });
    expect(others.etag).not.toBe(tag);
  });

  it.each([
    ["/", "public, max-age=300"],
    ["/api/sources", "public, max-age=300"],
    ["/search?q=x", "private, no-cache"],
    ["/nothing", "no-store"],
    ["/api/nothing", "no-store"],
  ])("%s may be kept: %s", async (path, keep) => {
    expect((await get(path)).headers["cache-control"]).toBe(keep);
  });

  it("assets bear their hash, and are kept for good", async () => {
    const { body } = await get("/");
    const assets = linksIn(body).filter((link) => link.startsWith("/assets/"));
    expect(assets).toHaveLength(3);
    for (const path of assets) {
      const { status, headers } = await get(path);
      expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
    }
    expect((await get("/assets/style-000000000000.css")).status).toBe(404);
  });
});

describe("search engines", () => {
  it("are told to stay away", async () => {
    const { body, headers } = await get("/");
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(headers["x-robots-tag"]).toBe("noindex");
    expect((await get("/robots.txt")).body).toBe("User-agent: *\nDisallow: /\n");
  });

  it("unless they are let in, and then not to what was typed", async () => {
    const open = await siteOver(library, { index: true, publicUrl: "https://desk.test" });
    const { body, headers } = await open.get("/sources");
    expect(body).not.toContain("noindex");
    expect(headers["x-robots-tag"]).toBeUndefined();
    for (const path of ["/search?q=xi", "/ask?q=%2Fquote%20xi", "/nothing"])
      expect((await open.get(path)).body, path).toContain("noindex");
    expect((await open.get("/robots.txt")).body).toMatch(/^Disallow: \/search$/m);
  });
});

describe("a public address", () => {
  it("gives what a preview shows, and the one address of a page", async () => {
    const { get: open } = await siteOver(library, { publicUrl: "https://desk.test/ref" });
    const { body } = await open("/records/pledges/alibaba-common-prosperity");
    expect(body.match(/<(?:meta property="og:|link rel="canonical)[^>]*>/g)).toMatchInlineSnapshot(`
      [
        "<link rel="canonical" href="https://desk.test/ref/records/pledges/alibaba-common-prosperity">",
        "<meta property="og:url" content="https://desk.test/ref/records/pledges/alibaba-common-prosperity">",
        "<meta property="og:type" content="article">",
        "<meta property="og:site_name" content="Refdesk">",
        "<meta property="og:locale" content="en_GB">",
        "<meta property="og:title" content="Alibaba: common prosperity pledge">",
        "<meta property="og:description" content="“In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.””">",
      ]
    `);
    expect(body).toContain('href="/ref/sources"');
  });

  it("may have a path, which a proxy leaves there or takes away", async () => {
    const { get: open } = await siteOver(library, { publicUrl: "https://desk.test/ref" });
    const bare = await open("/sources");
    for (const path of ["/ref/sources", "/ref", "/ref/"]) expect((await open(path)).status, path).toBe(200);
    expect((await open("/ref/sources")).body).toBe(bare.body);
    expect((await get("/ref/sources")).status).toBe(404);
  });
});

it("counts by the pattern of a path, and logs nothing that was typed", async () => {
  served.length = 0;
  log.lines.length = 0;
  await get("/sources/voa-common-prosperity");
  await get("/ask?q=zanzibar");
  await get("/zanzibar?q=zanzibar");
  await get(`/search?q=${"zanzibar".repeat(1000)}`);
  expect(served.map(({ route, status }) => `${route} ${status}`)).toEqual([
    "/sources/:id 200",
    "/ask 200",
    "none 404",
    "none 414",
  ]);
  expect(JSON.stringify(log.lines)).not.toContain("zanzibar");
  expect(log.lines.filter(({ message }) => message === "answered")).toHaveLength(1);
});

it("a failure is a page with a number that the log has too", async () => {
  const failing = { ...library, recordCounts: () => Promise.reject(new Error("the shelf fell")) };
  const { get: open, log: own } = await siteOver(failing);
  const { status, body, headers } = await open("/sources");
  expect([status, headers["cache-control"]]).toEqual([500, "no-store"]);
  const { id } = own.lines.at(-1)!.data as { id: string };
  expect(shown(body)).toContain(id);
  expect(body).not.toContain("the shelf fell");
  const problem = await open("/api/sources");
  expect([problem.status, problem.headers["content-type"]]).toEqual([
    500,
    "application/problem+json; charset=utf-8",
  ]);
});

it("a page that opens for a time says until when", async () => {
  const { englishMessages: en } = await import("../../../src/language/en/messages.ts");
  const visit = { messages: en, href: (path: string) => path, kinds: [] } as never;
  const page = pageHtml(
    { title: "x", main: { html: "" } },
    visit,
    { index: true, assets: readAssets() },
    new Date("2026-11-22T10:30:00Z"),
  );
  expect(shown(page)).toBe(
    "This page is not public. The link that you have opens it until 2026-11-22 10:30 UTC.",
  );
  expect(page).toContain("noindex");
});

/** How much of a source with reserved rights can be read from all pages and API replies together. */
import { expect, it } from "vitest";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { EXCERPT_SHARE, mergeSpans, recordedPassages } from "../../../src/library/excerpts.ts";
import type { Library } from "../../../src/library/library.ts";
import { evidenceWithPointers } from "../../../src/shelf/evidence.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import type { Source } from "../../../src/shelf/sources.ts";
import { shelf } from "../../desks.ts";
import { all, setting, shelfWith } from "../../shelves.ts";
import { linksIn, shown, siteOver } from "./site.ts";

/** Length of compared runs of words: shorter ones occur in any text on the same subject. */
const RUN = 4;

const words = (text: string): { word: string; at: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    at: index,
  }));

/** Returns all texts of the site: of every page and reply reached by links, and of an ask about every record. */
async function everything(library: Library): Promise<string[]> {
  const { get } = await siteOver(library);
  const { hits } = await library.find({});
  const left = [
    "/",
    "/api/records?limit=100",
    "/api/sources",
    ...hits.flatMap((record) => [
      `/records/${recordRef(record)}`,
      `/api/records/${recordRef(record)}`,
      `/search?q=${encodeURIComponent(record.label)}`,
      `/api/ask?q=${encodeURIComponent(`/search ${record.label}`)}`,
      `/ask?q=${encodeURIComponent(`/who ${record.id}`)}`,
      `/ask?q=${encodeURIComponent(`/pledge ${record.id}`)}`,
      `/ask?q=${encodeURIComponent(`/check ${record.label}`)}`,
    ]),
    ...(await library.findSources({})).hits.flatMap(({ id }) => [`/sources/${id}`, `/api/sources/${id}`]),
    ...hits.flatMap((record) =>
      evidenceWithPointers(record).map(({ evidence }) => {
        const { start } = shelf.spans.get(evidence) ?? { start: 0 };
        return `/api/ask?q=${encodeURIComponent(`/source ${evidence.source} at:${start}`)}`;
      }),
    ),
  ];
  const seen = new Set<string>();
  const texts: string[] = [];
  for (let address = left.pop(); address !== undefined; address = left.pop()) {
    const [path = ""] = address.split("#");
    if (seen.has(path)) continue;
    seen.add(path);
    const { body, headers } = await get(path);
    const isPage = headers["content-type"]?.startsWith("text/html");
    // Add each line separately, so that no run of words spans two of them.
    texts.push(...(isPage ? shown(body).split("\n") : strings(body)));
    texts.push(...[...body.matchAll(/content="([^"]*)"/g)].map(([, text = ""]) => text));
    if (isPage) left.push(...linksIn(body).filter((link) => !link.startsWith("/assets/")));
  }
  return [...new Set(texts)];
}

/** Returns all strings in a JSON text. */
function strings(json: string): string[] {
  const found: string[] = [];
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

/** Returns the share of a text's letters that are in runs of `RUN` words which also occur in the other texts. */
function shareIn(text: string, others: readonly string[]): number {
  const own = words(text);
  const runs = new Set<string>();
  for (const other of others) {
    const its = words(other).map(({ word }) => word);
    for (let at = 0; at + RUN <= its.length; at++) runs.add(its.slice(at, at + RUN).join(" "));
  }
  const read = new Set<number>();
  for (let at = 0; at + RUN <= own.length; at++) {
    const run = own.slice(at, at + RUN);
    if (runs.has(run.map(({ word }) => word).join(" ")))
      for (let step = 0; step < RUN; step++) read.add(at + step);
  }
  const letters = (some: readonly { word: string }[]) => some.reduce((sum, { word }) => sum + word.length, 0);
  return letters(own.filter((_, index) => read.has(index))) / letters(own);
}

/** Returns the share of a source's text that is in its records, notes included, or in its title and authors. */
async function recordedShare(source: Source, library: Library): Promise<number> {
  const { id, text, title, authors } = source;
  const places = mergeSpans(await recordedPassages(id, library));
  // Join passages with no word between them: runs of words may span them.
  const passages = places.reduce((all, { start, end }, index) => {
    const between = text.slice(places[index - 1]?.end ?? 0, start);
    return all + (/[\p{L}\p{N}]/u.test(between) ? "\n" : between) + text.slice(start, end);
  }, "");
  const { hits } = await library.find({ source: id });
  const records = JSON.stringify(hits, (key, value) => (/^(?:pre|suf)fix$/.test(key) ? undefined : value));
  return shareIn(text, [
    ...passages.split("\n"),
    ...strings(records),
    title.text,
    ...["Author", "by"].map((by) => `${by} ${authors?.join(" ")}`),
  ]);
}

it("no more than is recorded can be read of it, however much is asked", async () => {
  const library = createLibrary(shelf);
  const texts = await everything(library);
  expect(texts.length).toBeGreaterThan(500);
  for (const source of shelf.sources.values()) {
    const { id, text, rights } = source;
    const share = shareIn(text, texts);
    if (rights.status === "public-domain") expect(share, id).toBeGreaterThan(0.99);
    else expect(share, id).toBeLessThanOrEqual(Math.max(EXCERPT_SHARE, await recordedShare(source, library)));
  }
});

/** Sentences of the test source; some of them are recorded. */
const SENTENCES = Array.from(
  { length: 30 },
  (_, index) => `Sentence number ${index} speaks of matter ${index * 7} at some length and then of nothing.`,
);

async function shelfOfOne(status: "reserved" | "public-domain", recorded: readonly number[]) {
  const { createHash } = await import("node:crypto");
  const text = SENTENCES.join(" ");
  const source = JSON.stringify({
    citation: {
      ...{ type: "article-newspaper", title: "A title", "container-title": "A publisher", language: "en" },
      URL: "https://publisher.test/article",
    },
    title: { text: "A title", basis: "text" },
    rights: { status, text: "As it is said." },
    sha256: createHash("sha256").update(text).digest("hex"),
  });
  const passages = recorded.map((index) => ({ source: "one", exact: SENTENCES[index] }));
  const fact = JSON.stringify({
    label: "A fact",
    passages,
    review: { entered: "2026-11-21", reviewedBy: "A. Reader", reviewedOn: "2026-11-22" },
  });
  const root = shelfWith({ "seeds/one.txt": text, "seeds/one.json": source, "data/facts/one.json": fact });
  return createLibrary(await readShelf(root));
}

it("a sentence on either side is shown where that stays within a quarter", async () => {
  const { get } = await siteOver(await shelfOfOne("reserved", [10]));
  const page = shown((await get("/records/facts/one")).body);
  expect(page).toContain(`[…] ${SENTENCES[9]} ${SENTENCES[10]} ${SENTENCES[11]} […]`);
  expect(page).not.toContain(SENTENCES[8]);
  expect(page).not.toContain(SENTENCES[12]);
  expect(page).toContain("Entered on 21 November 2026; reviewed by A. Reader on 22 November 2026.");
});

it("and not where it does not", async () => {
  const { get } = await siteOver(await shelfOfOne("reserved", [3, 10, 20]));
  const page = shown((await get("/records/facts/one")).body);
  for (const index of [3, 10, 20]) expect(page).toContain(`[…] ${SENTENCES[index]} […]`);
  for (const index of [2, 4, 9, 11]) expect(page).not.toContain(SENTENCES[index]);
});

it("its own page shows what is recorded, says how much is left out, and sends to the publisher", async () => {
  const { get } = await siteOver(await shelfOfOne("reserved", [10]));
  const { body } = await get("/sources/one");
  const left = (from: number, to: number) => SENTENCES.slice(from, to).join(" ").length;
  expect(shown(body)).toContain(
    `[…] ${left(0, 10)} characters left out ${SENTENCES[10]}1 […] ${left(11, 30)} characters left out`,
  );
  expect(body).toContain('href="https://publisher.test/article"');
  const data = JSON.parse((await get("/api/sources/one")).body);
  expect([data.text, data.passages.length]).toEqual([null, 1]);
});

it("words beside a passage, by which its place is found, are no part of what is given", async () => {
  const record = shelf.records.get("facts/doubts-about-the-companies-motives");
  const changed = all(
    setting("/passages/0/prefix", "disaster relief, "),
    setting("/passages/0/exact", "some wonder how big a role"),
  );
  expect(record).toBeDefined();
  const root = shelfWith({ "data/facts/doubts-about-the-companies-motives.json": changed });
  const { get } = await siteOver(createLibrary(await readShelf(root)));
  const { body } = await get("/api/records/facts/doubts-about-the-companies-motives");
  expect(body).toContain("some wonder how big a role");
  expect(body).not.toMatch(/"(?:prefix|suffix)"/);
});

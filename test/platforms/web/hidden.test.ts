/** What is hidden gives nothing away: not by a search, and not by the link to another hidden source. */
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { collectEvidence } from "../../../src/shelf/evidence.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { shelf as own } from "../../desks.ts";
import { setting, shelfWith } from "../../shelves.ts";
import { linksIn, shown, siteOver } from "./site.ts";

const desk = setting("/visibility", "desk");
const [first = "", second = ""] = own.sources.keys();
const card = (id: string) => `seeds/${id}.json`;
const LATER = new Date(Date.now() + 600_000);

describe("with one source hidden", async () => {
  const shelf = await readShelf(shelfWith({ [card(first)]: desk }));
  const { get } = await siteOver(createLibrary(shelf));
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{6,}/gu) ?? []);
  const open = [...shelf.records.values()].filter((record) =>
    collectEvidence(record).every(({ source }) => source !== first),
  );
  const openWords = wordsOf(JSON.stringify(open) + shelf.sources.get(second)!.text);
  const secret = [...wordsOf(shelf.sources.get(first)!.text)].filter((word) => !openWords.has(word));

  it("a public search corrects nothing to a word that only the hidden source has", async () => {
    expect(secret.length).toBeGreaterThan(100);
    for (const word of secret) {
      const misspelt = `${word.slice(0, 3)}${word.slice(4)}`;
      const page = shown((await get(`/search?q=${encodeURIComponent(misspelt)}`)).body).toLowerCase();
      expect(page.replaceAll(misspelt, ""), misspelt).not.toMatch(new RegExp(`\\b${word}\\b`));
    }
  });
});

describe("with both sources hidden", async () => {
  const shelf = await readShelf(shelfWith({ [card(first)]: desk, [card(second)]: desk }));
  const { get, sign } = await siteOver(createLibrary(shelf));
  const sourcesOf = (ref: string) =>
    new Set(collectEvidence(shelf.records.get(ref as never)!).map(({ source }) => source));

  it.each([
    [first, second],
    [second, first],
  ])("a link to %s opens what stands on it and nothing else", async (id, other) => {
    const text = shelf.sources.get(other)!.text;
    const left = [sign(`/sources/${id}`, LATER)];
    const seen = new Set<string>();
    let records = 0;
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const [path = ""] = address.split("#");
      if (seen.has(path)) continue;
      seen.add(path);
      const { status, body } = await get(path);
      expect(status, path).toBe(200);
      expect(path).not.toContain(`/sources/${other}`);
      for (const line of shown(body).split("\n"))
        if (line.length > 60)
          expect(text.replace(/\s+/g, " ").includes(line), `${path}: ${line}`).toBe(false);
      const ref = /^\/(?:records\/)?([a-z]+\/[a-z0-9-]+)\?/.exec(path)?.[1];
      if (ref && shelf.records.has(ref as never)) {
        records += 1;
        expect([...sourcesOf(ref)], path).toEqual([id]);
      }
      left.push(...linksIn(body).filter((link) => !/^\/(?:assets|search|ask)/.test(link)));
    }
    expect(records).toBeGreaterThan(10);
  });

  it("a record that stands on both is opened by neither, not even by a link of its own", async () => {
    const shared = [...shelf.records.values()].filter((record) => sourcesOf(recordRef(record)).size > 1);
    expect(shared.length).toBeGreaterThan(0);
    for (const record of shared)
      expect((await get(sign(`/records/${recordRef(record)}`, LATER))).status).toBe(404);
  });

  it("nothing is there for everyone", async () => {
    for (const id of [first, second]) expect((await get(`/sources/${id}`)).status).toBe(404);
    const { items } = JSON.parse((await get("/api/records?limit=100")).body) as {
      items: { sources: string[] }[];
    };
    expect(items.flatMap(({ sources }) => sources)).toEqual([]);
  });
});

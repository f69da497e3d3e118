/** Signed links to hidden pages, and what the site shows without them. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { contextOf } from "../../../src/library/lookups.ts";
import { createLinkSigner } from "../../../src/platforms/web/link-signer.ts";
import { recordRef } from "../../../src/shelf/kinds.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { setting, shelfWith } from "../../shelves.ts";
import { linksIn, siteOver } from "./site.ts";

const SECRET = "a-secret-of-these-tests-that-is-long";
const NOW = new Date("2026-11-22T10:00:00Z");
const LATER = new Date("2026-11-22T11:00:00Z");

const root = shelfWith({ "seeds/voa-common-prosperity.json": setting("/visibility", "desk") });
const library = createLibrary(await readShelf(root));
const hidden = (await library.find({ source: "voa-common-prosperity" })).hits;

describe("a signed path", () => {
  const links = createLinkSigner(SECRET);
  const given = (path: string) => new URLSearchParams(links.sign(path, LATER).split("?")[1]);

  it("opens until its time, and then no more", () => {
    const query = given("/sources/x");
    expect(links.opensUntil("/sources/x", query, NOW)).toEqual(LATER);
    expect(links.opensUntil("/sources/x", query, new Date(LATER.getTime() - 1))).toEqual(LATER);
    expect(links.opensUntil("/sources/x", query, LATER)).toBeUndefined();
  });

  it("keeps its place in the page", () => {
    expect(links.sign("/sources/x#p1-2", LATER)).toMatch(
      /^\/sources\/x\?expires=\d+&signature=[\w-]{43}#p1-2$/,
    );
  });

  it.each<[string, (query: URLSearchParams) => void]>([
    ["another path", () => {}],
    ["a later end", (query) => query.set("expires", String(LATER.getTime() / 1000 + 1))],
    ["no end", (query) => query.delete("expires")],
    ["an end in another form", (query) => query.set("expires", `0${query.get("expires")}`)],
    ["no signature", (query) => query.delete("signature")],
    ["a shorter signature", (query) => query.set("signature", query.get("signature")!.slice(0, -4))],
    ["a longer signature", (query) => query.set("signature", `${query.get("signature")}AAAA`)],
  ])("does not open with %s", (what, change) => {
    const query = given("/sources/x");
    change(query);
    const path = what === "another path" ? "/sources/y" : "/sources/x";
    expect(links.opensUntil(path, query, NOW)).toBeUndefined();
  });

  it("does not open by another secret, nor by none", () => {
    for (const other of [
      createLinkSigner("another-secret-of-these-tests-that-is"),
      createLinkSigner(),
      createLinkSigner(),
    ])
      expect(other.opensUntil("/sources/x", given("/sources/x"), NOW)).toBeUndefined();
  });

  it("opens for no signature that anyone makes up", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.string(), (signature, expires, path) => {
        const query = new URLSearchParams({ signature, expires: String(expires) });
        expect(links.opensUntil(path, query, new Date(0))).toBeUndefined();
      }),
    );
  });
});

describe("a source for the desk alone", async () => {
  const { get, sign } = await siteOver(library, { publicUrl: "https://desk.test" });
  const until = () => new Date(Date.now() + 60_000);
  const opened = (path: string) => sign(path, until());

  it("is nowhere to be found, nor is anything that stands on it", async () => {
    const open = (await library.find({})).hits.filter((record) => !hidden.includes(record));
    const addresses = [
      ...["/", "/sources", "/api/sources", "/api/records?limit=100", "/sources/supchina-tech-philanthropy"],
      ...[
        "/search?q=wuzhen",
        "/search?q=what+did+xi+say+about+poverty",
        "/api/ask?q=/source",
        "/ask?q=/timeline",
      ],
      ...open.map((record) => `/records/${recordRef(record)}`),
      ...open.map((record) => `/api/records/${recordRef(record)}`),
      ...open.map((record) => `/search?q=${encodeURIComponent(record.label)}`),
    ];
    const passages = await Promise.all(
      hidden
        .flatMap((record) => ("passages" in record ? record.passages : []))
        .map((one) => contextOf(one, library)),
    );
    const theirs = passages.filter(({ source }) => source.id === "voa-common-prosperity");
    for (const address of addresses) {
      const { status, body } = await get(address);
      expect(status, address).toBe(200);
      expect(body, address).not.toContain("voa-common-prosperity");
      for (const { text } of theirs) if (text.length > 60) expect(body, address).not.toContain(text);
      for (const record of hidden)
        expect(linksIn(body), address).not.toContain(`/records/${recordRef(record)}`);
    }
    for (const path of [
      "/sources/voa-common-prosperity",
      ...hidden.map((record) => `/records/${recordRef(record)}`),
    ])
      for (const room of ["", "/api"]) expect((await get(room + path)).status, room + path).toBe(404);
  });

  it("opens by a link, with all that it leads to, and is kept by nobody", async () => {
    const { status, body, headers } = await get(opened("/sources/voa-common-prosperity"));
    expect([status, headers["cache-control"], headers["x-robots-tag"]]).toEqual([200, "no-store", "noindex"]);
    expect(body).toContain("This page is not public.");
    expect(body).not.toContain('rel="canonical"');
    const records = linksIn(body).filter((link) => /^\/records\/[a-z]+\//.test(link));
    expect(records.length).toBe(hidden.length);
    for (const link of records) {
      expect(link).toMatch(/\?expires=\d+&signature=/);
      expect((await get(link)).status, link).toBe(200);
    }
    expect((await get("/sources/voa-common-prosperity")).status).toBe(404);
  });

  it("opens as data by the same link", async () => {
    const query = opened("/sources/voa-common-prosperity").split("?")[1];
    expect((await get(`/api/sources/voa-common-prosperity?${query}`)).status).toBe(200);
  });

  it("does not open by a link that has ended, or is another page's", async () => {
    const ended = sign("/sources/voa-common-prosperity", new Date(Date.now() - 1_000));
    const query = opened("/records/facts/yirenping-focus").split("?")[1];
    for (const address of [ended, `/sources/voa-common-prosperity?${query}`])
      expect((await get(address)).status, address).toBe(404);
  });
});

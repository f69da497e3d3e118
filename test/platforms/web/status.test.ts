/** Tests the page of what waits for a review: a signed link alone opens it, and it names nothing that is not public. */
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../../src/library/embedded-library.ts";
import { createReviewDesk } from "../../../src/review/create-review-desk.ts";
import type { ReviewDesk } from "../../../src/review/review-desk.ts";
import { openReviewStore } from "../../../src/review/sql-review-store.ts";
import { createFolderStore } from "../../../src/shelf/folder-store.ts";
import { readShelf } from "../../../src/shelf/shelf.ts";
import { setting, shelfWith, temporaryFolder } from "../../shelves.ts";
import { linksIn, shown, siteOver } from "./site.ts";

const HIDDEN = "voa-common-prosperity";
const OPEN = "supchina-tech-philanthropy";
const RECORD = "people/andrew-collier";
const LATER = new Date(Date.now() + 600_000);
const HOSTILE = "@everyone <script>alert(1)</script> \u202Eabc";

/** Sends a report and a suggestion about each of the two sources. */
async function send(desk: ReviewDesk): Promise<void> {
  for (const [source, exact] of [
    [HIDDEN, "Formerly high-flying celebrity CEOs are now keeping a low profile."],
    [OPEN, "return more to society."],
  ] as const) {
    const suggestion = { source, passage: { exact }, kind: "quotes" } as const;
    expect(await desk.suggest(suggestion, "discord:1")).toMatchObject({ type: "waiting" });
    const about = [...(source === OPEN ? [RECORD] : []), `sources/${source}`];
    await desk.report({ line: `/source ${source}`, remark: `${HOSTILE} ${source}`, about }, "slack:U0SENDER");
  }
}

describe("with one source hidden", async () => {
  const root = shelfWith({ [`seeds/${HIDDEN}.json`]: setting("/visibility", "desk") });
  const store = await openReviewStore({ folder: temporaryFolder() });
  const desk = createReviewDesk({ files: createFolderStore(root), store });
  await send(desk);
  const { get, sign } = await siteOver(createLibrary(await readShelf(root)), {}, undefined, () =>
    desk.overview(),
  );

  it("the page is there for nobody without a link, and nowhere else", async () => {
    const missing = await get("/nothing-here");
    for (const address of ["/status", "/status?expires=1&signature=x", sign("/status", new Date(0))])
      expect(await get(address)).toMatchObject({ status: 404, body: missing.body });
    expect((await get("/api/status")).status).toBe(404);
    expect((await get(sign("/status", LATER).replace("/status", "/api/status"))).status).toBe(404);
    for (const page of ["/", "/sources", "/records", "/api/openapi.json", "/robots.txt"])
      expect((await get(page)).body, page).not.toContain("/status");
  });

  it("shows what is reported, suggested, drafted and unreviewed, and of what is hidden how much", async () => {
    const { status, headers, body } = await get(sign("/status", LATER));
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-robots-tag"]).toBe("noindex");
    const text = shown(body);
    for (const words of [
      "Suggestions: 2",
      "Reports: 2",
      `/source ${OPEN}`,
      "return more to society.",
      "1 more of sources that are not public",
    ])
      expect(text).toContain(words);
    const [reports = ""] = /Reports\n[\s\S]*?\nDrafts\n/.exec(text) ?? [];
    expect(reports.match(/Andrew Collier/g)).toHaveLength(1);
    expect(text).toMatch(/Records not yet reviewed: \d+ of \d+/);
  });

  it("names neither who sent something nor anything of the hidden source", async () => {
    const { body } = await get(sign("/status", LATER));
    for (const words of ["U0SENDER", "discord:", HIDDEN, "high-flying celebrity", "<script>alert", "\u202e"])
      expect(body).not.toContain(words);
    const links = linksIn(body).filter((link) => !/^\/(?:assets|search|ask)/.test(link));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect((await get(link)).status, link).toBe(200);
  });

  it("its link opens nothing else", async () => {
    const query = sign("/status", LATER).split("?")[1];
    for (const path of [`/sources/${HIDDEN}`, `/api/sources/${HIDDEN}`])
      expect((await get(`${path}?${query}`)).status).toBe(404);
  });
});

it("where nothing is reviewed there is no such page, not even by a link", async () => {
  const { get, sign } = await siteOver();
  expect((await get(sign("/status", LATER))).status).toBe(404);
});

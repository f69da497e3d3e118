/** Tests reviewing in chat over a real shelf and a real database: what is accepted is written, and answers at once. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assembleDesk } from "../../src/app/assemble.ts";
import { createRunningCuration, type RunningCuration } from "../../src/app/curation.ts";
import { createMemoryLog } from "../../src/citation-log/memory-log.ts";
import { readBasicSettings } from "../../src/config/environment.ts";
import { keptLog, shelf } from "../desks.ts";
import { shelfWith, temporaryFolder } from "../shelves.ts";
import { type CurationDesk, curationDesks } from "./contract.ts";

const SOURCE = "supchina-tech-philanthropy";
/** Words in quotation marks that are on no record yet, and of which the source leaves open who said them. */
const PASSAGE = "return more to society.";

const quiet = { report: () => {}, done: () => {} };

describe.each(curationDesks)("$platform", ({ id, start }) => {
  let root: string;
  let database: string;
  let desks: { desk: CurationDesk; running: RunningCuration }[];

  /** Starts a process of its own over the shelf and the database. */
  async function open(): Promise<CurationDesk> {
    const log = keptLog();
    const settings = readBasicSettings({ SHELF_DIR: root, CACHE_DIR: join(database, "cache") });
    const { holder, refresher, botsWith } = await assembleDesk(settings, {
      ...{ log, progress: quiet, eager: false },
    });
    const config = { citations: { folder: database }, reviewers: [id("ann"), id("bob")] };
    const telling = { every: 50, after: 0 };
    const running = createRunningCuration(config, settings, { holder, refresher, log, telling });
    const { curation, directMessages } = running;
    const desk = await start({ curation, directMessages, botFor: botsWith(createMemoryLog()) });
    desks.push({ desk, running });
    return desk;
  }
  const files = () =>
    readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.includes("/") && name.endsWith(".json"))
      .map((name) => name.replace(/\.json$/, ""))
      .filter((name) => !shelf.records.has(name as never));

  beforeEach(() => {
    [root, database, desks] = [shelfWith({}), temporaryFolder(), []];
  });
  afterEach(async () => {
    for (const { desk, running } of desks) {
      expect(await desk.end()).toEqual([]);
      await running.close();
    }
  });

  it("a suggestion of one process is accepted in another, which answers with it at once and says who reviewed it", async () => {
    const [one, other] = [await open(), await open()];
    const form = await one.suggestOn(PASSAGE, "bob");
    const told = await one.fill(form, { source: SOURCE, kind: "quotes" }, "bob");
    expect(told.text).toContain("Your suggestion waits");
    expect((await one.type("status", "bob")).text).toContain("and 1 waits");
    const card = await other.type("review");
    for (const words of ["suggested", PASSAGE, "Open: Who said this?"]) expect(card.text).toContain(words);
    const refused = await other.press(card, "Accept");
    expect(refused.text).toContain("It cannot be written so. Still open: Who said this?");
    const accepted = await other.fill(await other.press(refused, "Edit"), { speaker: "Xi Jinping" });
    expect(accepted.text).toContain("Accepted: quotes/");
    const [file = ""] = files();
    expect(JSON.parse(readFileSync(join(root, "data", `${file}.json`), "utf8"))).toMatchObject({
      passages: [{ source: SOURCE, exact: PASSAGE }],
      review: { reviewedBy: "ann" },
    });
    const shown = async () => (await other.ask("search", "return more to society")).text;
    await expect.poll(shown).toContain("reviewed");
    expect(await shown()).toContain("return more to society");
    expect((await one.type("status", "bob")).text).toContain("1 was accepted");
    const written = () => [...one.written("bob"), ...other.written("bob")];
    await expect.poll(written).toHaveLength(1);
    expect(written()[0]!.replaceAll("\\", "")).toBe(
      `Your suggestion “${PASSAGE}” was accepted and is on record now.`,
    );
    expect(one.written("ann")).toEqual([]);
  });

  it("whoever reported something is told once what became of it, and again where that is taken back", async () => {
    const desk = await open();
    const line = "/pledge alibaba";
    const report = await desk.press(await desk.ask("pledge", "alibaba", "bob"), "Report a problem", "bob");
    await desk.fill(report, { remark: "金额不对 @everyone" }, "bob");
    await desk.press(await desk.type("review"), "Reject");
    const told = () => desk.written("bob").map((text) => text.replaceAll("\\", ""));
    await expect.poll(told).toEqual([`审核人已看过你对 ${line} 反馈的问题，未作改动。`]);
    await desk.press(await desk.type("review"), "Undo");
    await desk.press(await desk.type("review"), "Accept");
    await expect.poll(told).toHaveLength(2);
    expect(told()[1]).toContain("已处理");
  });

  it("of two who decide at once one does, and what is taken back after a restart is gone", async () => {
    const [one, other] = [await open(), await open()];
    const [anns, bobs] = [await one.type("review", "ann"), await other.type("review", "bob")];
    const came = await Promise.all([
      one.press(anns, "Make another record", "ann"),
      other.press(bobs, "Make another record", "bob"),
    ]);
    const texts = came.map(({ text }) => text);
    expect(texts.filter((text) => text.includes("Accepted: quotes/"))).toHaveLength(1);
    expect(texts.filter((text) => /(?:ann|bob) has accepted this already/.test(text))).toHaveLength(1);
    expect(files()).toHaveLength(1);
    const winner = texts[0]?.includes("Accepted: quotes/") ? "ann" : "bob";
    const later = await open();
    const undone = await later.press(await later.type("review", winner), "Undo", winner);
    expect(undone.text).toContain("Taken back.");
    expect(files()).toEqual([]);
  });
});

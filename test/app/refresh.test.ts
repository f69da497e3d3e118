/**
 * A changed shelf is taken while asks run: no answer mixes two versions, none fails, and a shelf with a fault is not taken.
 * REFRESHES says how often it is changed; by default so often as takes seconds.
 */
import { hash } from "node:crypto";
import { setImmediate, setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createCurrentBots } from "../../src/app/current-bots.ts";
import { createCurrentLibrary } from "../../src/app/current-library.ts";
import { createRefresher } from "../../src/app/refresh.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { createLibrary, type LibraryOptions } from "../../src/library/embedded-library.ts";
import { createShelfReader } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { type Changes, change, shelfWith } from "../shelves.ts";

const REFRESHES = Number(process.env.REFRESHES ?? 100);

/** After how many changes the shelf is broken once before the next. */
const BREAKING = 5;

/** How many editions, at least, somebody is answered from by each of two lines. */
const SEEN = 6;

const RECORD = "data/facts/the-edition.json";

/** One edition of a source and of the record that cites it, which say the same number throughout. */
function edition(number: number, cited = number): Changes {
  const text = `The almanac, edition ${number}. Its zebra count is edition ${number} of the series.\n`;
  const card = {
    citation: {
      ...{ type: "article-newspaper", title: `Almanac edition ${number}`, "container-title": "The Almanac" },
      ...{ issued: { "date-parts": [[2021]] }, language: "en" },
    },
    title: { text: `Almanac edition ${number}`, basis: "copy" },
    rights: { status: "public-domain", text: "Made up for a test." },
    sha256: hash("sha256", text, "hex"),
  };
  const record = {
    label: `Zebra count, edition ${number}`,
    passages: [{ source: "almanac", exact: `Its zebra count is edition ${cited} of the series.` }],
    topics: ["zebra"],
    review: { entered: "2026-11-21", reviewedBy: null, reviewedOn: null },
  };
  return {
    "seeds/almanac.txt": text,
    "seeds/almanac.json": JSON.stringify(card),
    [RECORD]: JSON.stringify(record),
  };
}

/** Asks whose answers say the edition, and others. */
const EDITIONED = [
  "/source almanac",
  "/search zebra count",
  "zebra",
  "/cite almanac",
  "/check The zebra is on it.",
];
const OTHERS = ["/pledge alibaba", "/define third distribution", "/search donations to NGOs", "/timeline"];

async function deskOver(root: string, options: LibraryOptions = {}) {
  const reader = createShelfReader(root);
  const shelf = await reader.read();
  const library = createLibrary(shelf, options);
  while ((await library.state()) === "starting") await setTimeout(5);
  const log = keptLog();
  const holder = await createCurrentLibrary(library);
  const refresher = createRefresher({ readShelf: () => reader.read(), holder, shelf, library, log });
  const botFor = createCurrentBots(holder, async ({ library, version }) =>
    createBotFactory(library, commands, log, { shelfVersion: version }),
  );
  const ask = async (line: string) => (await botFor("en")).answerLine(line);
  return { holder, refresher, log, ask };
}

const editionsIn = (answer: unknown): string[] => [
  ...new Set([...JSON.stringify(answer).matchAll(/edition (\d+)/gi)].map(([, number = ""]) => number)),
];

describe.each<[string, LibraryOptions, number]>([
  ["a small shelf", {}, REFRESHES],
  ["a large one, which is searched in a thread", { largeFrom: 1, eager: true }, Math.ceil(REFRESHES / 4)],
])("%s that changes while it is asked", (_, options, times) => {
  it("gives answers of one version each, none of them a failure", { timeout: 0 }, async () => {
    const root = shelfWith(edition(0));
    const { holder, refresher, log, ask } = await deskOver(root, options);
    const seen = new Map<string, Set<string>>();
    let isRunning = true;
    let answers = 0;
    const askOn = async (from: number) => {
      for (let turn = from; isRunning; turn++) {
        const line = [...EDITIONED, ...OTHERS][turn % (EDITIONED.length + OTHERS.length)]!;
        const answer = await ask(line);
        answers++;
        expect(answer.outcome, line).not.toBe("failure");
        const editions = editionsIn(answer);
        expect(editions.length, `${line}: ${editions.join(", ")}`).toBeLessThan(2);
        seen.set(line, new Set([...(seen.get(line) ?? []), ...editions]));
        await setImmediate();
      }
    };
    const asking = Promise.all([0, 3, 6].map(askOn));
    const until = async (holds: () => boolean) => {
      while (isRunning && !holds()) await setImmediate();
    };
    const isSeen = (number: number) =>
      EDITIONED.slice(0, 2).every((line) => seen.get(line)?.has(String(number)));
    const changing = async () => {
      for (let number = 1; number <= times; number++) {
        if (number % BREAKING === 0) {
          change(root, edition(number, number + 1));
          const { version } = holder.current();
          await refresher.refresh();
          expect(holder.current().version).toBe(version);
          expect(refresher.state().faults).toEqual([
            expect.stringMatching(
              /^data\/facts\/the-edition\.json \/passages\/0\/exact: this passage is not in/,
            ),
          ]);
          expect(editionsIn(await ask("/source almanac"))).toEqual([String(number - 1)]);
        }
        change(root, edition(number));
        await refresher.refresh();
        expect(refresher.state().faults).toEqual([]);
        expect(editionsIn(await ask("/search zebra count"))).toEqual([String(number)]);
        // Each edition is asked, whichever of the two is faster; the first ones by these lines.
        const before = answers;
        await until(() => answers > before && (number > SEEN || isSeen(number)));
      }
    };
    await Promise.race([asking, changing()]).finally(() => {
      isRunning = false;
    });
    await asking;
    expect(refresher.state()).toMatchObject({ taken: times, refused: Math.floor(times / BREAKING) });
    expect(answers).toBeGreaterThanOrEqual(times);
    for (const line of EDITIONED.slice(0, 2)) expect(seen.get(line)!.size, line).toBeGreaterThanOrEqual(SEEN);
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(Math.floor(times / BREAKING));
  });
});

describe("a refresher", () => {
  it("says what it took, and of what it did not take the file, the field and why", async () => {
    const root = shelfWith(edition(1));
    const { holder, refresher, log } = await deskOver(root);
    const { version } = holder.current();
    change(root, edition(2));
    await refresher.refresh();
    expect(log.lines.pop()).toMatchObject({
      level: "info",
      data: { version: holder.current().version, before: version, sources: 3 },
      message: "the changed shelf was taken",
    });
    change(root, { [RECORD]: "{" });
    await refresher.refresh();
    await refresher.refresh();
    const [line, ...others] = log.lines;
    expect(others).toEqual([]);
    expect(line?.level).toBe("error");
    expect(line?.message).toContain(`the changed shelf was not taken: ${RECORD}: `);
    change(root, edition(2));
    await refresher.refresh();
    expect(log.lines.pop()?.message).toBe("the shelf is valid again, and as it was");
    expect(refresher.state()).toMatchObject({ taken: 1, refused: 2, faults: [] });
  });

  it("does nothing when nothing has changed", async () => {
    const { holder, refresher, log } = await deskOver(shelfWith({}));
    const { library } = holder.current();
    await refresher.refresh();
    expect(holder.current().library).toBe(library);
    expect(log.lines).toEqual([]);
  });

  it("reads once more for all that is said while it reads", async () => {
    const root = shelfWith(edition(1));
    const { refresher, ask } = await deskOver(root);
    change(root, edition(2));
    const first = refresher.refresh();
    change(root, edition(3));
    await Promise.all([first, refresher.refresh(), refresher.refresh()]);
    expect(editionsIn(await ask("/source almanac"))).toEqual(["3"]);
    expect(refresher.state().taken).toBeLessThan(3);
  });

  it("keeps what it has when something else fails, and takes the shelf the next time", async () => {
    const { shelf } = await import("../desks.ts");
    const library = createLibrary(shelf);
    const holder = await createCurrentLibrary(library);
    const log = keptLog();
    const readings = [
      () => Promise.reject(new Error("no disk")),
      async () => ({ ...shelf, version: "next" }),
    ];
    const readShelf = async () => readings.shift()!();
    const refresher = createRefresher({ readShelf, holder, shelf, library, log });
    await refresher.refresh();
    expect(holder.current().library).toBe(library);
    expect(log.lines.pop()?.message).toBe("the changed shelf was not taken: Error: no disk");
    await refresher.refresh();
    expect(holder.current().version).toBe("next");
  });
});

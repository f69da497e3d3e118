/**
 * `npm run bench:refresh`: measures on made-up shelves how soon an added record answers while the desk runs, and how much
 * longer asks wait meanwhile.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import { createCurrentBots } from "../../src/app/current-bots.ts";
import { createCurrentLibrary } from "../../src/app/current-library.ts";
import { createRefresher } from "../../src/app/refresh.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { FactRecord } from "../../src/shelf/records.ts";
import { createShelfReader } from "../../src/shelf/shelf.ts";
import { createLog } from "../../src/support/log.ts";
import { median, quantile } from "../measure.ts";
import { machine } from "../report.ts";
import { chanceFrom } from "./chance.ts";
import { makeShelf } from "./making.ts";
import { tellable } from "./telling.ts";

const USAGE = "npm run bench:refresh -- [number of records] [number of refreshes]";

/** Records, and refreshes, unless others are asked for. */
const DEFAULTS = [10_000, 50] as const;

/** How many people ask, each anew some milliseconds after the answer. */
const ASKERS = 3;
const BETWEEN_MS = 5;

/** How long what was written may still change without its time changing, in milliseconds; see `src/shelf/files.ts`. */
const SETTLING_MS = 2_500;

/** Pause between refreshes, in milliseconds. */
const REST_MS = 50;

/** Has several people ask until `isOver`, and returns how long each ask waited from when it was due, in milliseconds. */
async function askOn(ask: () => Promise<unknown>, isOver: () => boolean): Promise<number[]> {
  const waits: number[] = [];
  const asker = async () => {
    for (let due = performance.now(); !isOver(); due = performance.now() + BETWEEN_MS) {
      await pause(Math.max(0, due - performance.now()));
      await ask();
      waits.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: ASKERS }, asker));
  return waits;
}

/** Returns the longest of times; a spread of a million of them would not fit on the stack. */
const slowest = (times: readonly number[]): number => times.reduce((most, time) => Math.max(most, time), 0);

async function bench(records: number, refreshes: number, root: string): Promise<void> {
  makeShelf(root, records);
  const reader = createShelfReader(root);
  const shelf = await reader.read();
  const library = createLibrary(shelf, { eager: true });
  while ((await library.state()) === "starting") await pause(20);
  const log = createLog("error", []);
  const holder = await createCurrentLibrary(library);
  const refresher = createRefresher({ readShelf: () => reader.read(), holder, shelf, library, log });
  const botFor = createCurrentBots(holder, async ({ library }) => createBotFactory(library, commands, log));
  const answer = async (line: string) => (await botFor("en")).answerLine(line);
  const chance = chanceFrom(3);
  const givers = [...shelf.records.values()].filter(({ kind }) => kind === "organizations");
  const asks = [
    () => answer(`/pledge ${chance.of(givers).label}`),
    () => answer(`/who ${chance.of(givers).label}`),
    () => answer(`/search ${tellable(chance)} ${tellable(chance)} ${tellable(chance)}`),
  ];
  const ask = () => chance.of(asks)();
  for (let turn = 0; turn < 300; turn++) await ask();
  await pause(SETTLING_MS);
  await refresher.refresh();

  const facts = [...shelf.records.values()].filter((record): record is FactRecord => record.kind === "facts");
  const until = performance.now() + refreshes * REST_MS * 2;
  const before = await askOn(ask, () => performance.now() > until);

  const taken: number[] = [];
  let isOver = false;
  const asked = askOn(ask, () => isOver);
  for (let turn = 0; turn < refreshes; turn++) {
    const { kind: _, id, ...fact } = chance.of(facts);
    const topic = `zebra${String(turn).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!)}`;
    const since = performance.now();
    writeFileSync(
      join(root, `data/facts/${id}-again-${turn}.json`),
      JSON.stringify({ ...fact, label: `Added ${turn}`, topics: [topic] }),
    );
    await refresher.refresh();
    const { hits } = await holder.current().library.search({ words: topic });
    if (hits.length === 0) throw new Error(`The record that was added is not found: ${topic}`);
    taken.push(performance.now() - since);
    await pause(REST_MS);
  }
  isOver = true;
  const during = await asked;

  const rows: readonly (readonly [what: string, ms: number])[] = [
    ["An added record answers: median", median(taken)],
    ["An added record answers: slowest", slowest(taken)],
    ["An ask waits, nothing changed: median", median(before)],
    ["An ask waits, nothing changed: 99th percentile", quantile(before, 0.99)],
    ["An ask waits, nothing changed: slowest", slowest(before)],
    ["An ask waits while records are added: median", median(during)],
    ["An ask waits while records are added: 99th percentile", quantile(during, 0.99)],
    ["An ask waits while records are added: slowest", slowest(during)],
    ["The slowest waits longer by", slowest(during) - slowest(before)],
  ];
  console.log(
    [
      machine(),
      "",
      `${records.toLocaleString("en")} records, ${refreshes} refreshes, ${ASKERS} people who ask`,
      "",
      "| measured | ms |",
      "|---|---:|",
      ...rows.map(([what, ms]) => `| ${what} | ${ms.toFixed(1)} |`),
    ].join("\n"),
  );
}

const [records = DEFAULTS[0], refreshes = DEFAULTS[1]] = process.argv.slice(2).map(Number);
if (!(records >= 100 && refreshes >= 1)) throw new Error(`At least 100 records and one refresh: ${USAGE}`);
const root = mkdtempSync(join(tmpdir(), "refdesk-shelf-"));
try {
  await bench(records, refreshes, root);
} finally {
  rmSync(root, { recursive: true });
}
process.exit();

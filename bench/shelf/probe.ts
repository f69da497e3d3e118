/**
 * Starts the real library on a shelf in its own process and prints as JSON how long the start and queries took.
 * Times count from the start of the process, including Node and the TypeScript loader.
 */
import { setTimeout as pause } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import { rehearse } from "../../src/app/rehearse.ts";
import { createAsk } from "../../src/ask/ask.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { createLog } from "../../src/support/log.ts";
import { chanceFrom } from "./chance.ts";
import type { Errand, FirstAsk, Probed } from "./errand.ts";
import { mistyped } from "./mistyped.ts";
import { tellable } from "./telling.ts";

const SUBJECTS: readonly RecordKind[] = ["terms", "events", "people", "organizations"];
/** The number of suggestions that Discord shows. */
const SUGGESTED = 25;
const ROUNDS = { warmUp: 20, asks: 200, searches: 100 } as const;
/** Length of the idle phase in milliseconds, in which work after the start ends too. */
const IDLE = 1_000;
/** Pause between rounds in milliseconds, in which timers can fire. */
const REST = 2;

const { root, cache, thread, asks }: Errand = JSON.parse(process.argv[3] ?? "{}");

/** Returns time and memory used so far. */
function sofar(): Probed["names"] {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), cpu: (user + system) / 1_000, rss: process.memoryUsage.rss() / 2 ** 20 };
}

async function took(ask: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await ask();
  return performance.now() - since;
}

async function timed(rounds: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = -ROUNDS.warmUp; round < rounds; round++) {
    const time = await took(ask);
    if (round >= 0) times.push(time);
    await pause(REST);
  }
  return times;
}

/** Measures the delays of a timer of one millisecond while something runs. */
async function lateness(during: Promise<unknown>): Promise<number[]> {
  const late: number[] = [];
  let isOver = false;
  void during.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const since = performance.now();
    await pause(1);
    late.push(Math.max(0, performance.now() - since - 1));
  }
  return late;
}

const shelf = await readShelf(root, cache);
const library = createLibrary(shelf, {
  ...{ location: { cache, root }, eager: true },
  ...(thread === "default" ? {} : { largeFrom: thread === "always" ? 0 : Number.POSITIVE_INFINITY }),
});
const known = [...shelf.records.values()].filter(({ kind }) => SUBJECTS.includes(kind));
const givers = known.filter(({ kind }) => kind === "organizations");
const facts = [...shelf.records.values()].filter((record) => record.kind === "facts");
await library.find({ words: known[0]!.label });
const names = sofar();
await library.find({ words: "common prosperity", in: "text" });
const text = sofar();

const chance = chanceFrom(7);
const createDesk = () => createBot(library, commands, englishMessages, createLog("warn", []));
const bot = createDesk();
const check = () => bot.answer(createAsk("check", chance.of(facts).passages[0]!.exact));
const search = (words: number) => () =>
  library.search({ words: Array.from({ length: words }, () => tellable(chance)).join(" "), most: 30 });

async function askFirst(first: FirstAsk): Promise<number> {
  // As a server does once it has started; of another bot, which keeps no answer of this one.
  await rehearse(createDesk(), library);
  await pause(IDLE);
  if (first === "check") return took(check);
  return took(() => bot.answerLine(first === "miss" ? "/who Zorblax of Nowhere" : `/${first}`));
}

async function askAgain(): Promise<NonNullable<Probed["again"]>> {
  const label = (): string => chance.of(known).label;
  const pledge = await timed(ROUNDS.asks, () => bot.answerLine(`/pledge ${chance.of(givers).label}`));
  const slip = await timed(ROUNDS.asks, () => library.find({ words: mistyped(label(), chance) }));
  const suggest = await timed(ROUNDS.asks, () => {
    const name = label();
    const typed = name.slice(0, chance.whole(1, name.length));
    return library.suggest(typed, SUBJECTS, SUGGESTED);
  });
  const short = await timed(ROUNDS.searches, search(3));
  return { pledge, slip, suggest, search: short, check: await timed(ROUNDS.asks, check) };
}

async function letOthersWait(): Promise<NonNullable<Probed["others"]>> {
  const idle = await lateness(pause(IDLE));
  const searching = timed(ROUNDS.searches, search(10));
  return { idle, late: await lateness(searching), question: await searching };
}

const probed: Probed = {
  ...{ records: shelf.records.size, names, text },
  ...(asks === "again" ? { again: await askAgain() } : {}),
  ...(asks === "others" ? { others: await letOthersWait() } : {}),
  ...(asks === "again" || asks === "others" || asks === "nothing" ? {} : { first: await askFirst(asks) }),
};
// The process exits by itself once a new index has been cached.
process.stdout.write(JSON.stringify(probed));

/**
 * Starts the real library on a shelf in its own process and prints as JSON how long the start and queries took.
 * Times count from the start of the process, including Node and the TypeScript loader.
 */
import { setTimeout as pause } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import { createAsk } from "../../src/ask/ask.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { createLog } from "../../src/support/log.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { tellable } from "./telling.ts";

/** Input of a probe. */
export interface Errand {
  readonly root: string;
  readonly cache: string;
  /** Where to run the text index: as the library decides, or always or never in a worker thread. */
  readonly thread: "default" | "always" | "never";
  /** Whether to measure queries too. */
  readonly asks: boolean;
}

/** Times of many runs in milliseconds. */
export type Times = readonly number[];

/** What is measured the first time: a check, commands asked alone, and a name that nobody has. */
export type FirstAsk = "check" | "timeline" | "who" | "quote" | "pledge" | "define" | "miss";

/** Output of a probe. */
export interface Probed {
  readonly records: number;
  /** Until a name, and until the full text, can be queried: wall time and CPU time in milliseconds, memory in MB. */
  readonly names: { readonly ms: number; readonly cpu: number; readonly rss: number };
  readonly text: { readonly ms: number; readonly cpu: number; readonly rss: number };
  readonly asked?: {
    /** Times in milliseconds of the first asks, made before any other, by the name of the ask. */
    readonly first: Readonly<Record<FirstAsk, number>>;
    readonly pledge: Times;
    readonly slip: Times;
    readonly suggest: Times;
    readonly check: Times;
    /** With three words and with ten. */
    readonly search: Times;
    readonly question: Times;
    /** Delay of a timer in milliseconds while searches run, and while the process is idle. */
    readonly late: Times;
    readonly idle: Times;
  };
}

const SUBJECTS: readonly RecordKind[] = ["terms", "events", "people", "organizations"];
/** The number of suggestions that Discord shows. */
const SUGGESTED = 25;
const ROUNDS = { warmUp: 50, asks: 400, searches: 200 } as const;
/** Length of the idle phase in milliseconds. */
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

/** Omits a letter of a name, or swaps two. */
function mistyped(name: string, chance: Chance): string {
  const at = chance.whole(1, name.length - 2);
  const swapped = `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
  return chance.next() < 0.5 ? name.slice(0, at) + name.slice(at + 1) : swapped;
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

async function ask(): Promise<Probed["asked"]> {
  const chance = chanceFrom(7);
  const bot = createBot(library, commands, englishMessages, createLog("warn", []));
  const check = () => bot.answer(createAsk("check", chance.of(facts).passages[0]!.exact));
  // Whatever is gathered at the first ask is gathered for no other measurement.
  const first = {
    check: await took(check),
    timeline: await took(() => bot.answerLine("/timeline")),
    who: await took(() => bot.answerLine("/who")),
    quote: await took(() => bot.answerLine("/quote")),
    pledge: await took(() => bot.answerLine("/pledge")),
    define: await took(() => bot.answerLine("/define")),
    miss: await took(() => bot.answerLine("/who Zorblax of Nowhere")),
  };
  const label = (): string => chance.of(known).label;
  const pledge = await timed(ROUNDS.asks, () => bot.answerLine(`/pledge ${chance.of(givers).label}`));
  const slip = await timed(ROUNDS.asks, () => library.find({ words: mistyped(label(), chance) }));
  const suggest = await timed(ROUNDS.asks, () => {
    const name = label();
    const typed = name.slice(0, chance.whole(1, name.length));
    return library.suggest(typed, SUBJECTS, SUGGESTED);
  });
  const search = (words: number) => () =>
    library.search({ words: Array.from({ length: words }, () => tellable(chance)).join(" "), most: 30 });
  const idle = await lateness(pause(IDLE));
  const short = await timed(ROUNDS.searches, search(3));
  const searching = timed(ROUNDS.searches, search(10));
  const late = await lateness(searching);
  const question = await searching;
  const checked = await timed(ROUNDS.asks, check);
  return { ...{ first, pledge, slip, suggest, question, late, idle }, check: checked, search: short };
}

const asked = asks ? await ask() : undefined;
const probed: Probed = { records: shelf.records.size, names, text, ...(asked ? { asked } : {}) };
// The process exits by itself once a new index has been cached.
process.stdout.write(JSON.stringify(probed));

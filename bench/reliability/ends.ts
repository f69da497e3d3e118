/** Ends and starts a program under load, over each of the five ways in, and counts what was sent and never answered. */
import { setTimeout } from "node:timers/promises";
import { PROGRAMS, type ProgramName, startProcess, temporaryFolder } from "./processes.ts";
import { allowedTime, concurrently, count, type Row, type Scale, some } from "./row.ts";
import { type Fate, WAYS, type WayName } from "./ways.ts";

/** The number of concurrent clients, and the pause in milliseconds between their requests. */
const LOAD = { loops: 8, pause: 2 } as const;

/**
 * How many commands may be unanswered at once: in a short run so many as any machine answers within the time of an end, since
 * what is sent beyond that tells of the machine.
 */
const MOST_PENDING = { full: Number.POSITIVE_INFINITY, small: LOAD.loops } as const;

/** How long an end may take, in milliseconds: whoever ends a process commonly kills it then. */
const LONGEST_END = 10_000;

/** What became of the commands. */
export interface Ends {
  readonly answered: number;
  readonly lost: number;
  /** How long the slowest end took, in milliseconds. */
  readonly slowest: number;
  /** How many ended with another status than 0. */
  readonly unclean: number;
}

/** Ends and starts a program so many times over one way in. */
export async function endUnderLoad(
  name: WayName,
  times: number,
  scale: Scale = "full",
  program: ProgramName = "refdesk",
): Promise<Ends> {
  const way = await WAYS[name](scale);
  const { folder, remove } = temporaryFolder();
  const start = () => startProcess(PROGRAMS[program], way.variables, way.ready, folder);
  const counts: Record<Fate, number> = { answered: 0, lost: 0, gone: 0 };
  let slowest = 0;
  let unclean = 0;
  let isLeaving = false;
  const pending = new Set<Promise<void>>();

  async function load(port: number, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      if (pending.size >= MOST_PENDING[scale]) {
        await setTimeout(LOAD.pause);
        continue;
      }
      const one = way
        .ask(port, () => isLeaving)
        .then((fate) => {
          counts[fate] += 1;
          return fate;
        });
      const counted = one.then(() => void pending.delete(counted));
      pending.add(counted);
      const fate = await Promise.race([one, setTimeout(200, "late" as const)]);
      if (isLeaving && fate === "gone") return;
      await setTimeout(LOAD.pause);
    }
  }

  for (let turn = 0; turn < times; turn++) {
    isLeaving = false;
    const { port, stop } = await start();
    // Every other end finds a process that has answered nothing yet, and must load what answers.
    if (turn % 2 === 0) await way.ask(port, () => false);
    let isOver = false;
    const loads = Promise.all(Array.from({ length: LOAD.loops }, () => load(port, () => isOver)));
    await setTimeout(150 + (turn % 10) * 15);
    const asked = performance.now();
    isLeaving = true;
    if ((await stop()) !== 0) unclean += 1;
    slowest = Math.max(slowest, performance.now() - asked);
    isOver = true;
    await loads;
  }
  // What came last over the gateway is for one more process.
  const last = await start();
  await Promise.all(pending);
  await last.stop();
  await way.close();
  remove();
  return { answered: counts.answered, lost: counts.lost, slowest, unclean };
}

/** Says what went wrong in some ends; empty when nothing did. */
export const faultsOf = (name: string, { lost, unclean, slowest }: Ends, longest = LONGEST_END): string[] => [
  ...some(lost, `unanswered (${name})`),
  ...some(unclean, `ended with another status than 0 (${name})`),
  ...(slowest < longest ? [] : [`an end that took ${count(Math.round(slowest))} ms (${name})`]),
];

const TIMES = { full: 50, small: 1 } as const;

/** The ways in that a plain bot has too, and on which package. */
const PLAIN: readonly (readonly [WayName, string])[] = [
  ["discord-gateway", "discord.js"],
  ["slack-http", "Bolt, HTTP"],
  ["slack-socket", "Bolt, sockets"],
];

/** How many ways in are tried at once. */
const AT_ONCE = 2;

export const ends: Row = async (scale, hasPlain) => {
  const times = TIMES[scale];
  const lost: string[] = [];
  let answered = 0;
  let slowest = 0;
  const names = Object.keys(WAYS) as WayName[];
  await concurrently(names.length, AT_ONCE, async (number) => {
    const one = await endUnderLoad(names[number]!, times, scale);
    lost.push(...faultsOf(names[number]!, one, allowedTime(scale, LONGEST_END)));
    answered += one.answered;
    slowest = Math.max(slowest, one.slowest);
  });
  const beside: string[] = [];
  await concurrently(hasPlain ? PLAIN.length : 0, AT_ONCE, async (number) => {
    const [name, what] = PLAIN[number]!;
    const one = await endUnderLoad(name, times, scale, "plain");
    beside.push(`${what}: ${count(one.lost)} of ${count(one.lost + one.answered)} unanswered`);
  });
  const ms = count(Math.round(slowest));
  return {
    what: "ends under load, over HTTP and over sockets on both platforms",
    tried: `${times} ends each way; ${count(answered)} commands answered; the slowest end took ${ms} ms`,
    lost,
    ...(hasPlain ? { beside: beside.sort().join("; ") } : {}),
  };
};

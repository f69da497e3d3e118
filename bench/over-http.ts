/**
 * Measures commands over HTTP, from signed request to full answer, under steady load.
 *
 * Every server and the load generator have their own process, and the servers take turns in short rounds. Compared
 * are medians over rounds of the throughput and of the 99th percentile latency.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ASKS, PROJECT, SPELLINGS } from "./bot.ts";
import type { Loaded, Ready, Round } from "./load.ts";
import { median } from "./measure.ts";
import { refdeskOver } from "./refdesk.ts";
import type { Beside, Line } from "./report.ts";
import { type Orders, type Serving, serve, serveProgram, told } from "./serving.ts";

/** Refdesk completes all requests of a round; slower servers are cut off after `time` milliseconds. */
export const ROUND = { connections: 16, count: 1_500, time: 1_500 } as const;
export const PLAN = { warmUp: 5, rounds: 31 } as const;

/** Timeout of a round in milliseconds. */
const PATIENCE = 30_000;

/** Share of busy time above which the load generator would be the bottleneck. */
const TOO_BUSY = 0.9;

const PEER = join(PROJECT, "bench/peers/chat.js");

/** Tells whether the Chat SDK is installed in bench/peers. */
export const hasPeers = (): boolean => existsSync(join(PROJECT, "bench/peers/node_modules/chat"));

type Platform = Orders["platform"];
type Competitor = {
  readonly what: string;
  readonly serving: Serving;
  readonly delivered?: boolean;
  readonly least?: number;
};

async function heard<T>(child: ChildProcess): Promise<T> {
  const [said] = await once(child, "message", { signal: AbortSignal.timeout(PATIENCE) });
  if (said.failed !== undefined) throw new Error(`the load failed: ${said.failed}`);
  return said;
}

/** Starts the servers to compare with; each returns Refdesk's answers as constants. */
async function competitors(orders: Orders, cards: readonly string[], apiUrl: string): Promise<Competitor[]> {
  const isSlack = orders.platform === "slack";
  const bare = { what: "bare `node:http`", serving: await serveProgram("bare.ts", orders) };
  const bolt = isSlack && {
    ...{ what: "Bolt's HTTPReceiver", least: 1.3 },
    serving: await serveProgram("bolt.ts", orders),
  };
  const chat = hasPeers() && {
    ...{ what: "Chat SDK", delivered: true, least: 5 },
    serving: await serve([PEER], { ...told({ ...orders, answers: cards }), API_URL: apiUrl }),
  };
  return [isSlack ? bare : { ...bare, least: 0.8 }, bolt, chat].filter((one) => one !== false);
}

/** Yields the spellings, each time from where the last round ended, so that none is still cached. */
function* turning(): Generator<typeof SPELLINGS> {
  for (let from = 0; ; from = (from + ROUND.count) % SPELLINGS.length)
    yield [...SPELLINGS.slice(from), ...SPELLINGS.slice(0, from)];
}

/** Runs rounds of all in turn; the first ones are warm-up and not counted. */
async function turns(
  all: readonly Competitor[],
  round: (one: Competitor) => Promise<Loaded>,
): Promise<Loaded[][]> {
  const loaded: Loaded[][] = all.map(() => []);
  for (let turn = -PLAN.warmUp; turn < PLAN.rounds; turn++)
    for (const [index, one] of all.entries()) {
      const result = await round(one);
      if (turn >= 0) loaded[index]!.push(result);
    }
  return loaded;
}

export async function measureOverHttp(platform: Platform): Promise<Line[]> {
  const load = fork(join(PROJECT, "bench/run.js"), ["./load.ts"], { execArgv: [] });
  const { publicKey, secret, apiUrl } = await heard<Ready>(load);
  const round = async (
    of: Platform,
    { serving, delivered = false }: Competitor,
    times: Partial<Round> = {},
  ) => {
    load.send({
      ...ROUND,
      platform: of,
      port: serving.port,
      delivered,
      asks: ASKS,
      ...times,
    } satisfies Round);
    return heard<Loaded>(load);
  };
  const refdesk = await refdeskOver(publicKey, secret);
  const ours: Competitor = { what: "Refdesk", serving: await refdesk.quiet() };
  const once = { connections: 1, count: ASKS.length, time: PATIENCE };
  const { answers } = await round(platform, ours, once);
  const cards = platform === "discord" ? answers : (await round("discord", ours, once)).answers;
  const orders = { platform, publicKey, secret, answers };
  const others = await competitors(orders, cards, apiUrl);
  const lengths = [...new Set(answers.map((answer) => Buffer.byteLength(answer)))];
  const all = [ours, ...others];
  const [mine, ...theirs] = await turns(all, (one) => round(platform, one, { lengths }));
  const [spelt] = (await round(platform, ours, { connections: 1, count: 1, asks: SPELLINGS })).answers;
  const turned = turning();
  const [anew] = await turns([ours], () =>
    round(platform, ours, { asks: turned.next().value!, lengths: [Buffer.byteLength(spelt!)] }),
  );
  const memory = all.map(({ serving }) => [serving.memory()]);
  load.disconnect();
  await Promise.all(all.map(({ serving }) => serving.stop()));
  await refdesk.close();

  const busy = Math.max(...[mine!, ...theirs].map((rounds) => median(rounds.map((one) => one.busy))));
  process.stderr.write(`the load was busy ${Math.round(busy * 100)} % of the time at most\n`);
  if (busy > TOO_BUSY) process.stderr.write("that is too much: the fastest may be faster than measured\n");

  const name = platform === "discord" ? "Discord" : "Slack";
  const line = (
    what: string,
    unit: string,
    values: (rounds: readonly Loaded[]) => number[],
    aims = false,
  ): Line => ({
    ...{ what: `${name} over HTTP: ${what}`, unit, values: values(mine!) },
    besides: others.map(({ what: beside, least }, index): Beside => {
      const target = aims && least !== undefined ? { least } : {};
      return { what: beside, values: values(theirs[index]!), ...target };
    }),
  });
  return [
    line(
      `${ASKS.length} asks in turn`,
      "requests/s",
      (rounds) => rounds.map(({ perSecond }) => perSecond),
      true,
    ),
    {
      ...{ what: `${name} over HTTP: each ask drawn anew`, unit: "requests/s" },
      values: anew!.map(({ perSecond }) => perSecond),
    },
    line("99th percentile", "ms", (rounds) => rounds.map(({ p99 }) => p99)),
    {
      ...{ what: `${name} over HTTP: memory after the load`, unit: "MB", values: memory[0]! },
      besides: others.map(({ what }, index) => ({ what, values: memory[index + 1]! })),
    },
  ];
}

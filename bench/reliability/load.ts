/**
 * Ten minutes of commands at a steady rate: the program, a bare `node:http` server and a plain bot have the same load at the
 * same time. Measured are the slowest answers, and how the heap grows once everything that is kept for a time is full.
 *
 * Requests leave at their times whether or not earlier ones are answered, so that a slow answer delays no measurement.
 */
import { setTimeout } from "node:timers/promises";
import { commandData, interaction } from "../../test/stand-ins/discord-payloads.ts";
import { asForm, discordSigner, seconds, send, slackSigner } from "../../test/stand-ins/http.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { ASKS, type Asked, SPELLINGS } from "../bot.ts";
import { quantile } from "../measure.ts";
import { serveProgram } from "../serving.ts";
import { startBolt, startRefdesk } from "./http-target.ts";
import type { Started } from "./processes.ts";
import { count, type Row, some } from "./row.ts";
import { discordPerson, slackPerson } from "./ways.ts";

/**
 * Commands a second, for how long in seconds, how often the heap is read (each reading stops the program for as long as all of
 * it is collected, so once a minute, and at the same moment of each), and for how many seconds the commands of that rate
 * are made up for beforehand: what fills all that is kept for a time, as the rate would have left it. Then the load goes on
 * for `settling` seconds that are not counted, until the minute's counts of who asked are those of the rate too.
 */
const TRIED = {
  full: { rate: 300, settling: 75, time: 600, every: 60, before: 290 },
  small: { rate: 100, settling: 1, time: 3, every: 1, before: 2 },
} as const;

type Tried = Readonly<Record<"rate" | "settling" | "time" | "every" | "before", number>>;

/** The most that the 99th percentile may be of the bare server's, and the heap may grow in ten minutes, in bytes. */
const MOST = { ratio: 3, growth: 2 ** 20 } as const;
const TEN_MINUTES = 600;

/** One ask in so many is spelled as none before, so that nothing is kept of its answer. */
const ANEW = 10;

/** In how many channels is asked. */
const CHANNELS = 500;
const AT_ONCE = 32;

const SECRET = "a-signing-secret-of-this-load";
const discord = discordSigner();
const signSlack = slackSigner(SECRET);

interface Request {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const askedAt = (number: number): Asked =>
  number % ANEW === 0 ? SPELLINGS[(number / ANEW) % SPELLINGS.length]! : ASKS[number % ASKS.length]!;

/** Builds a request of Discord's or Slack's, new each time. */
function requestOf(number: number, isDiscord: boolean, timestamp = seconds()): Request {
  const { command, option, words } = askedAt(number);
  if (isDiscord) {
    const data = commandData("1100000000000000301", command, { [option]: words });
    const body = JSON.stringify(interaction("1100000000000000302", { type: 2, data }, discordPerson()));
    return { path: "/discord/interactions", headers: discord.signed(body, timestamp), body };
  }
  const channel = { channelId: `C0LOAD${number % CHANNELS}` };
  const payload = commandPayload(`/${command}`, words, "http://127.0.0.1:9/", {
    ...slackPerson(),
    ...channel,
  });
  const body = asForm(payload);
  return { path: "/slack/events", headers: signSlack(body, timestamp), body };
}

/** What became of one server's load. */
interface Loaded {
  readonly times: number[];
  unanswered: number;
}

/** Sends requests at a steady rate for a time. `offset` is by how many milliseconds they come after those to the others. */
async function loadSteadily(
  port: number,
  { rate, settling, time }: Tried,
  offset: number,
  request: (number: number) => Request,
): Promise<Loaded> {
  const loaded: Loaded = { times: [], unanswered: 0 };
  const underWay = new Set<Promise<void>>();
  const ask = async (number: number) => {
    const { path, headers, body } = request(number);
    const since = performance.now();
    const reply = await send(port, { path, headers, body }).catch(() => undefined);
    if (number >= rate * settling) loaded.times.push(performance.now() - since);
    if (reply?.status !== 200 || reply.body.length < 20) loaded.unanswered += 1;
  };
  const began = performance.now() + offset;
  for (let number = 0; number < rate * (settling + time); number++) {
    const wait = began + (number * 1_000) / rate - performance.now();
    if (wait > 0) await setTimeout(wait);
    const one: Promise<void> = ask(number).finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  return loaded;
}

/**
 * Fills what is kept for as long as a signature holds: requests that are signed as `rate` of them a second would have been,
 * from `before` seconds ago on, sent as fast as they are answered, until none is left of the time that this takes either.
 */
async function fill(port: number, { rate, before }: Tried, onlySlack: boolean): Promise<number> {
  const since = Date.now() / 1_000 - before;
  let sent = 0;
  let unanswered = 0;
  const askOn = async () => {
    for (;;) {
      const number = sent++;
      const timestamp = Math.ceil(since + number / rate);
      // A server that answers hardly faster than the rate is never filled.
      if (timestamp > Date.now() / 1_000 || number > 4 * rate * before) return;
      const isDiscord = !onlySlack && number % 2 === 0;
      const { path, headers, body } = requestOf(number, isDiscord, String(timestamp));
      const reply = await send(port, { path, headers, body }).catch(() => undefined);
      if (reply?.status !== 200) unanswered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return unanswered;
}

/** Reads the size of a process's heap after collection, in bytes. */
const heapOf = ({ child }: Started): Promise<number> =>
  new Promise((resolve) => {
    child.once("message", (said: { heap: number }) => resolve(said.heap));
    child.send("heap");
  });

/** Reads the heap every so many seconds, once it has settled and until `isOver`. @returns pairs of seconds and bytes */
async function watchHeap(
  of: Started,
  { settling, every }: Tried,
  isOver: () => boolean,
): Promise<[number, number][]> {
  await setTimeout(settling * 1_000);
  const began = performance.now();
  const read: [number, number][] = [];
  // At its times, whatever a reading takes: what is forgotten by the minute would be read ever later in its minute.
  for (let at = 0; !isOver(); at += every) {
    read.push([at, await heapOf(of)]);
    await setTimeout(Math.max(0, began + (at + every) * 1_000 - performance.now()));
  }
  return read;
}

/** The slope of a line through points, by least squares. */
export function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const above = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  return above / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const mib = (bytes: number): string => `${bytes > 0 ? "+" : ""}${(bytes / 2 ** 20).toFixed(2)} MiB`;

export const load: Row = async (scale, hasPlain) => {
  const tried: Tried = TRIED[scale];
  const refdesk = await startRefdesk(discord.publicKey, SECRET);
  const bolt = hasPlain ? await startBolt(SECRET) : undefined;
  // The bare server's constants are answers of the program's, one of each platform.
  const answers = await Promise.all(
    [true, false].map(async (isDiscord) => (await send(refdesk.port, requestOf(1, isDiscord))).body),
  );
  const bare = await serveProgram("bare.ts", {
    ...{ platform: "discord", publicKey: discord.publicKey, secret: SECRET, answers },
  });
  const notFilled = await fill(refdesk.port, tried, false);
  if (bolt) await fill(bolt.port, { ...tried, before: Math.min(tried.before, 15) }, true);
  let isOver = false;
  const heaps = [refdesk, ...(bolt ? [bolt] : [])].map((one) => watchHeap(one, tried, () => isOver));
  const apart = 1_000 / tried.rate / 3;
  const both = (number: number) => requestOf(number, number % 2 === 0);
  const [ours, bares, bolts] = await Promise.all([
    loadSteadily(refdesk.port, tried, 0, both),
    loadSteadily(bare.port, tried, apart, both),
    ...(bolt ? [loadSteadily(bolt.port, tried, 2 * apart, (number) => requestOf(number, false))] : []),
  ]);
  isOver = true;
  const [heap = 0, boltHeap = 0] = (await Promise.all(heaps)).map((read) => slopeOf(read) * TEN_MINUTES);
  const memory = Math.round(refdesk.memory());
  await bare.stop();
  await refdesk.close();
  await bolt?.close();
  const p99 = (loaded: Loaded) => quantile(loaded.times, 0.99);
  const ratio = (loaded: Loaded) => p99(loaded) / p99(bares);
  // A few seconds tell nothing of times and growth.
  const isLong = scale === "full";
  const isSlow = isLong && ratio(ours) > MOST.ratio;
  const isGrowing = isLong && heap > MOST.growth;
  const told = (loaded: Loaded) =>
    `p99 ${ms(p99(loaded))}, ${ratio(loaded).toFixed(1)} times the bare server’s`;
  const growth = (bytes: number) => `the heap after collection ${mib(bytes)} in ten minutes`;
  const minutes = tried.time >= 60 ? `${tried.time / 60} minutes` : `${tried.time} seconds`;
  return {
    what: "a steady load over HTTP, beside a bare `node:http` server under the same load",
    tried: `${minutes} at ${tried.rate} a second: ${count(ours.times.length)} commands; ${told(ours)} (${ms(p99(bares))}); ${growth(heap)}; ${memory} MiB resident`,
    lost: [
      ...some(ours.unanswered + notFilled, "commands unanswered"),
      ...(isSlow ? [`p99 above ${MOST.ratio} times the bare server’s`] : []),
      ...(isGrowing ? [`the heap grew by more than ${mib(MOST.growth)}`] : []),
    ],
    ...(bolts
      ? { beside: `Bolt: ${told(bolts)}; ${count(bolts.unanswered)} unanswered; ${growth(boltHeap)}` }
      : {}),
  };
};

/** Makes every outgoing call fail, once and each time, and looks what becomes of what it was to bring. */
import { setTimeout } from "node:timers/promises";
import type { Failure } from "../../test/stand-ins/failures.ts";
import { allowedTime, concurrently, count, holdsWithin, type Row, type Scale, some } from "./row.ts";
import { CALLS, type OutgoingCall, PLAIN_CALLS } from "./scenes.ts";

/** How calls fail. `cut` is that the call is taken, and its reply lost. */
const FAILURES: readonly (readonly [string, Failure])[] = [
  ["429", { retryAfter: 1 }],
  ["503", 503],
  ["a reset", "reset"],
  ["no reply", "hang"],
  ["taken and cut", "cut"],
];

/** How often a call fails: once, or so often that no try of it gets through. A short run tries the quick failures. */
const TRIED = {
  full: { times: [1, 6], failures: FAILURES, atOnce: 10 },
  small: { times: [1], failures: FAILURES.filter(([name]) => /503|cut/.test(name)), atOnce: 25 },
} as const;

/**
 * How long an answer or a word is waited for, and for how long a second one, in milliseconds: a reply to a mention on Discord
 * is tried for five seconds, three times.
 */
const PATIENCE = 20_000;
const SECOND = 700;

/** How long an addition is waited for, unless the log tells of it: an upload has its time, three times. */
const ADDITION = 60_000;

/** What became of what a call was to bring. `logged` is that only the log tells of it. */
type Fate = "arrived" | "told" | "logged" | "lost" | "twice";

async function fateOf(
  { open, isAddition, isIdempotent }: OutgoingCall,
  times: number,
  how: Failure,
  scale: Scale,
): Promise<Fate> {
  const scene = await open();
  scene.fail(times, how);
  scene.act().catch(() => {});
  const isSettled = () => scene.answers() > 0 || scene.isTold() || (isAddition && scene.isLogged());
  await holdsWithin(() => isSettled() === true, allowedTime(scale, isAddition ? ADDITION : PATIENCE));
  await setTimeout(SECOND);
  const answers = scene.answers();
  const fate = ((): Fate => {
    if (answers > 1 && !isIdempotent) return "twice";
    if (answers > 0) return "arrived";
    if (scene.isTold()) return "told";
    return scene.isLogged() ? "logged" : "lost";
  })();
  await scene.close();
  return fate;
}

/** A failure of a call, and what became of it. */
interface Played {
  readonly call: OutgoingCall;
  readonly about: string;
  readonly fate: Fate;
}

async function playAll(calls: readonly OutgoingCall[], scale: Scale): Promise<Played[]> {
  const { times: each, failures, atOnce } = TRIED[scale];
  const plays = calls.flatMap((call) =>
    failures.flatMap(([name, how]) => each.map((times) => ({ call, name, how, times }))),
  );
  const played: Played[] = [];
  await concurrently(plays.length, atOnce, async (number) => {
    const { call, name, how, times } = plays[number]!;
    const about = `${call.call}: ${name}, ${times === 1 ? "once" : "each time"}`;
    played.push({ call, about, fate: await fateOf(call, times, how, scale) });
  });
  return played;
}

const number = (played: readonly Played[], fate: Fate): number =>
  played.filter((one) => one.fate === fate).length;

/** The failures of a call that somebody waits for, of which the log alone tells. */
const onlyLogged = (played: readonly Played[]): number =>
  played.filter(({ call, fate }) => fate === "logged" && !call.isAddition).length;

export const refusals: Row = async (scale, hasPlain) => {
  const ours = await playAll(CALLS, scale);
  const plain: string[] = [];
  for (const [name, calls] of hasPlain ? Object.entries(PLAIN_CALLS) : []) {
    const played = await playAll(calls, scale);
    const counts = (["lost", "twice"] as const).flatMap((fate) => some(number(played, fate), fate));
    plain.push(`${name}: ${counts.join(", ") || "nothing lost"} of ${played.length}`);
  }
  for (const { about, fate } of ours) if (fate !== "arrived") process.stderr.write(`${about}: ${fate}\n`);
  const added = number(ours, "logged") - onlyLogged(ours);
  return {
    what: `each of the ${CALLS.length} outgoing calls refused by ${TRIED[scale].failures.map(([name]) => name).join(", ")}, once and each time`,
    tried: `${count(ours.length)} failures: ${number(ours, "arrived")} answers arrived, of ${number(ours, "told")} the asker was told, ${onlyLogged(ours)} could be told to the log alone, and ${added} pictures or previews were left out`,
    lost: [
      ...some(number(ours, "lost"), "lost without a word"),
      ...some(number(ours, "twice"), "arrived twice"),
    ],
    ...(hasPlain ? { beside: plain.join("; ") } : {}),
  };
};

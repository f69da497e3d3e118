/** Kills one of three processes under mentions, which Slack then sends again to another. */
import { setTimeout } from "node:timers/promises";
import { CLAIM_MS } from "../../src/delivery/delivery-claims.ts";
import { EVENT_ACK_MS } from "../../src/platforms/slack/redelivery.ts";
import { MISSING, programsOf } from "../../test/citation-log/postgres.ts";
import type { Json } from "../../test/stand-ins/json.ts";
import { event, mentioned } from "../../test/stand-ins/slack-surfaces.ts";
import { startFleet } from "./fleet.ts";
import { allowedTime, count, createChance, holdsWithin, type Row, some } from "./row.ts";

/** How many kills, and how long mentions come before each, in milliseconds. */
const TRIED = { full: { kills: 50, here: 1_000 }, small: { kills: 1, here: 500 } } as const;

const PROCESSES = 3;

/**
 * When Slack sends an event again that was not acked, in milliseconds: at once, after a minute and after five more. Of either
 * pause, what a claim holds counts, which a second killed process may have made anew.
 */
const AGAIN = [0, CLAIM_MS + 1_000, CLAIM_MS + 1_000];

/** How long Slack waits for an ack, and how long the last answers are waited for, in milliseconds. */
const [ACK, LAST_ANSWERS] = [3_000, 10_000];

export const killed: Row = async (scale) => {
  const what = "one of three processes killed under mentions, which Slack sends again to the others";
  const programs = programsOf();
  if (programs === undefined) return { what, tried: "nothing", lost: [MISSING] };
  const { kills, here } = TRIED[scale];
  const fleet = await startFleet(scale, PROCESSES, programs);
  const chance = createChance(7);
  let [mentions, again, unacked] = [0, 0, 0];
  let isOver = false;
  const places: { readonly channel: string; readonly ts: string; isEarlyAck: boolean }[] = [];

  const deliver = (process: number, envelope: Json): Promise<number> =>
    Promise.race([fleet.deliver(process, envelope), setTimeout(allowedTime(scale, ACK), 0, { ref: false })]);

  /** Sends an event again until it is acked. */
  async function sendAgain(process: number, envelope: Json): Promise<void> {
    for (const [turn, pause] of AGAIN.entries()) {
      await setTimeout(pause);
      again += 1;
      if ((await deliver(process + turn + 1, envelope)) === 200) return;
    }
    unacked += 1;
  }

  const underWay: Promise<void>[] = [];
  async function mention(process: number): Promise<void> {
    const number = mentions++;
    const channel = `C0KILL${number}`;
    const envelope = event(mentioned("pledge alibaba", { channel, user: `U0KILL${number}` }));
    const { ts } = (envelope.payload as { event: { ts: string } }).event;
    const place = { channel, ts, isEarlyAck: false };
    places.push(place);
    const since = performance.now();
    if ((await deliver(process, envelope)) !== 200) underWay.push(sendAgain(process, envelope));
    else place.isEarlyAck = performance.now() - since > EVENT_ACK_MS - 100;
  }

  const mentioning = fleet.askInTurn(mention, () => isOver);
  for (let kill = 0; kill < kills; kill++) {
    await setTimeout(here + chance(100));
    await fleet.replace(chance(PROCESSES));
  }
  isOver = true;
  await mentioning;
  await Promise.all(underWay);
  const answersIn = (place: (typeof places)[number]): number =>
    fleet.slack.seen.filter(
      ({ channel, thread_ts }: Json) => channel === place.channel && thread_ts === place.ts,
    ).length;
  const unanswered = () => places.filter((place) => answersIn(place) === 0);
  await holdsWithin(() => unanswered().length === 0, allowedTime(scale, LAST_ANSWERS));
  const lost = unanswered();
  const early = lost.filter(({ isEarlyAck }) => isEarlyAck).length;
  const twice = places.filter((place) => answersIn(place) > 1).length;
  await fleet.close();
  return {
    what,
    tried: `${count(kills)} kills; ${count(mentions)} mentions answered, ${count(again)} times one was sent again`,
    lost: [
      ...some(lost.length - early, "mentions unanswered after Slack sent them again"),
      // How many answers take so long says more of the machine than of the program.
      ...(scale === "full" ? some(early, "mentions acked before their answer, which took too long") : []),
      ...some(twice, "mentions answered twice"),
      ...some(unacked, "mentions that were never acked"),
    ],
  };
};

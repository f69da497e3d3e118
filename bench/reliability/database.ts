/** Kills PostgreSQL under commands, and looks afterwards for what each channel has seen cited, in order. */
import { setTimeout } from "node:timers/promises";
import { conversationKey } from "../../src/citation-log/conversation-key.ts";
import { CITATIONS_TABLE } from "../../src/citation-log/sql-store.ts";
import { MISSING, programsOf, startPostgres } from "../../test/citation-log/postgres.ts";
import { asForm, discordSigner, send, slackSigner } from "../../test/stand-ins/http.ts";
import { commandPayload } from "../../test/stand-ins/slack-payloads.ts";
import { startRefdesk } from "./http-target.ts";
import { allowedTime, count, type Row, some } from "./row.ts";
import { slackPerson } from "./ways.ts";

/** How many kills, and for how long the database runs before one and is away after it, in milliseconds. */
const TRIED = {
  full: { kills: 20, here: 1_500, away: [0, 3_000] },
  small: { kills: 1, here: 300, away: [300, 300] },
} as const;

/** The pause between two commands, in milliseconds; a thousand answers may wait for the database. */
const PAUSE = 20;

/** How long what waited may take to be written once the database is back, in milliseconds. */
const WRITTEN = 10_000;

const SECRET = "a-signing-secret-of-these-kills";
const signed = slackSigner(SECRET);

/** What is asked in each channel, one after the other, and the order in which a channel has seen the sources. */
const ASKED = ["alibaba", "tencent"] as const;

interface Kept {
  readonly source: string;
  readonly at: string;
}

/** Reads what is kept of every conversation, in the order of their times; nothing before the first of it is written. */
async function readAll(url: string): Promise<ReadonlyMap<string, Kept[]>> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const there = await client.query(`select to_regclass('${CITATIONS_TABLE}') as made`);
  if (there.rows[0].made === null) {
    await client.end();
    return new Map();
  }
  const { rows } = await client.query<Kept & { conversation: string }>(
    `select conversation, source, at from ${CITATIONS_TABLE} order by at`,
  );
  await client.end();
  const all = new Map<string, Kept[]>();
  for (const { conversation, ...row } of rows) all.set(conversation, [...(all.get(conversation) ?? []), row]);
  return all;
}

export const database: Row = async (scale) => {
  const what = "PostgreSQL killed under commands, and started again after 0 to 3 seconds";
  const programs = programsOf();
  if (programs === undefined) return { what, tried: "nothing", lost: [MISSING] };
  const { kills, here, away } = TRIED[scale];
  const server = await startPostgres(programs);
  const url = await server.database();
  const refdesk = await startRefdesk(discordSigner().publicKey, SECRET, { DATABASE_URL: url });
  const { port } = refdesk;
  /** Channels whose commands were both answered. */
  const answered: string[] = [];
  let [unanswered, slowest] = [0, 0];
  let isOver = false;

  async function ask(channel: string, words: string): Promise<boolean> {
    const payload = commandPayload("/pledge", words, "http://127.0.0.1:9/", {
      ...slackPerson(),
      channelId: channel,
    });
    const body = asForm(payload);
    const since = performance.now();
    const reply = await send(port, { path: "/slack/events", headers: signed(body), body }).catch(
      () => undefined,
    );
    slowest = Math.max(slowest, performance.now() - since);
    const isAnswered = reply?.status === 200 && reply.body.includes("in_channel");
    if (!isAnswered) unanswered += 1;
    return isAnswered;
  }

  const asking = (async () => {
    for (let number = 0; !isOver; number++) {
      const channel = `C0KILL${number}`;
      const both = [await ask(channel, ASKED[0]), await ask(channel, ASKED[1])];
      if (both.every(Boolean)) answered.push(channel);
      await setTimeout(PAUSE);
    }
  })();
  await setTimeout(here);
  slowest = 0;
  for (let kill = 0; kill < kills; kill++) {
    await server.kill();
    await setTimeout(away[0] + ((away[1] - away[0]) * kill) / kills);
    await server.revive();
    await setTimeout(here);
  }
  isOver = true;
  await asking;

  /** Every channel has seen the same: compares each with one that is whole. */
  const compare = async () => {
    const all = await readAll(url);
    const whole = Math.max(...[...all.values()].map((rows) => rows.length));
    const missing = answered.filter(
      (channel) => all.get(conversationKey("slack", channel))?.length !== whole,
    );
    const first = [...all.values()].find((rows) => rows.length === whole)?.map(({ source }) => source);
    const unordered = answered.filter((channel) => {
      const sources = all.get(conversationKey("slack", channel))?.map(({ source }) => source);
      return sources?.length === whole && String(sources) !== String(first);
    });
    return { missing: missing.length, unordered: unordered.length };
  };
  const until = performance.now() + allowedTime(scale, WRITTEN);
  let found = await compare();
  while (found.missing > 0 && performance.now() < until) {
    await setTimeout(200);
    found = await compare();
  }
  await refdesk.close();
  await server.close();
  return {
    what,
    tried: `${kills} kills; ${count(answered.length * ASKED.length)} commands answered, each in ${count(Math.round(slowest))} ms or less`,
    lost: [
      ...some(unanswered, "commands unanswered"),
      ...some(found.missing, "channels without what they have seen cited"),
      ...some(found.unordered, "channels with it in another order"),
    ],
  };
};

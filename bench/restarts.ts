/**
 * `npm run restarts`: ends and starts the program fifty times under load, over each of the four ways in, and counts
 * what was sent and never answered. With `-- 10 slack-socket`, ten times over that one.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startDiscord } from "../test/stand-ins/discord.ts";
import { commandData, interaction } from "../test/stand-ins/discord-payloads.ts";
import { asForm, discordSigner, send, slackSigner } from "../test/stand-ins/http.ts";
import { startSlack } from "../test/stand-ins/slack.ts";
import { commandPayload } from "../test/stand-ins/slack-payloads.ts";
import { PROJECT } from "./bot.ts";
import { nextPerson } from "./requests.ts";

/** The number of concurrent clients, and the pause in milliseconds between their requests. */
const LOAD = { loops: 8, pause: 2 } as const;

/** How long an answer is waited for, in milliseconds: it may come from the next process. */
const PATIENCE = 15_000;

const PLEDGE = { subject: "alibaba" };
const SECRET = "a-signing-secret-of-these-restarts";

/** What became of one command. `gone` is that nobody took it, so that it was never asked. */
type Fate = "answered" | "lost" | "gone";

/** A way in. */
interface WayIn {
  readonly variables: Readonly<Record<string, string>>;
  /** A line in the program's log, once it can be asked. */
  readonly ready: RegExp;
  /** Sends a command. `port` is that of the program's server. */
  ask(port: number, isLeaving: () => boolean): Promise<Fate>;
  close(): Promise<void>;
}

/** Posts a request as a proxy does, which goes to another server once this one says that it is stopping. */
async function post(port: number, path: string, headers: Record<string, string>, body: string) {
  try {
    const reply = await send(port, { path, headers, body });
    return { fate: reply.status === 200 ? ("answered" as const) : ("lost" as const), ...reply };
  } catch (error) {
    const isRefused = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
    return { fate: isRefused ? ("gone" as const) : ("lost" as const), headers: {} };
  }
}

const WAYS: Readonly<Record<string, () => Promise<WayIn>>> = {
  async "discord-http"() {
    const stand = await startDiscord({ checks: false });
    const { publicKey, signed } = discordSigner();
    const data = commandData("1100000000000000301", "pledge", PLEDGE);
    return {
      variables: { ...discordVariables(stand), PORT: "0", DISCORD_PUBLIC_KEY: publicKey },
      ready: /"msg":"listening"/,
      async ask(port, isLeaving) {
        const body = JSON.stringify(interaction(stand.applicationId, { type: 2, data }, discordPerson()));
        const { fate, headers } = await post(port, "/discord/interactions", signed(body), body);
        return fate === "answered" && isLeaving() && headers.connection === "close" ? "gone" : fate;
      },
      close: stand.close,
    };
  },

  async "discord-gateway"() {
    const stand = await startDiscord({ checks: false, timeout: PATIENCE });
    return {
      variables: discordVariables(stand),
      ready: /"msg":"connected to Discord"/,
      ask: async () =>
        stand.command("pledge", PLEDGE, discordPerson()).then(
          () => "answered",
          () => "lost",
        ),
      close: stand.close,
    };
  },

  async "slack-http"() {
    const stand = await startSlack({ checks: false });
    const signed = slackSigner(SECRET);
    return {
      variables: { ...slackVariables(stand), PORT: "0", SLACK_SIGNING_SECRET: SECRET },
      ready: /"msg":"listening"/,
      async ask(port, isLeaving) {
        const body = asForm(commandPayload("/pledge", PLEDGE.subject, stand.responseUrl(), slackPerson()));
        const { fate, headers } = await post(port, "/slack/events", signed(body), body);
        return fate === "answered" && isLeaving() && headers.connection === "close" ? "gone" : fate;
      },
      close: stand.close,
    };
  },

  async "slack-socket"() {
    const stand = await startSlack({ checks: false, timeout: PATIENCE });
    return {
      variables: { ...slackVariables(stand), SLACK_APP_TOKEN: stand.appToken },
      ready: /"msg":"connected to Slack"/,
      async ask() {
        if (stand.open === 0) return "gone";
        const responseUrl = stand.responseUrl();
        const { pathname } = new URL(responseUrl);
        const payload = commandPayload("/pledge", PLEDGE.subject, responseUrl, slackPerson());
        const isPosted = () => stand.posts.some(({ url }) => url === pathname);
        const acked = stand.raw({ type: "slash_commands", payload }).catch(() => undefined);
        const until = performance.now() + PATIENCE;
        const ack = await Promise.race([acked, posted(isPosted, until)]);
        if (ack && "blocks" in ack) return "answered";
        return (await posted(isPosted, until)) ? "answered" : "lost";
      },
      close: stand.close,
    };
  },
};

/** Waits for a post to a response URL. Resolves to an empty ack, or to undefined when none came in time. */
async function posted(isPosted: () => boolean, until: number): Promise<object | undefined> {
  while (!isPosted()) {
    if (performance.now() > until) return undefined;
    await setTimeout(20);
  }
  return {};
}

const discordVariables = ({ token, apiUrl }: { token: string; apiUrl: string }) => ({
  ...{ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl },
});
const slackVariables = ({ botToken, apiUrl }: { botToken: string; apiUrl: string }) => ({
  ...{ SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl },
});
const discordPerson = () => ({ userId: `11000000000002${nextPerson()}` });
const slackPerson = () => ({ userId: `U0BENCH${nextPerson()}` });

/** Starts the program and waits until it can be asked. */
async function start(way: WayIn, cache: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(PROJECT, "bin/refdesk.js")], {
    cwd: cache,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CACHE_DIR: cache, ...way.variables },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let lines = "";
  for await (const chunk of child.stderr!) {
    lines += chunk;
    if (!way.ready.test(lines)) continue;
    child.stderr!.resume();
    return { child, port: Number(/"port":(\d+),.*"msg":"listening"/.exec(lines)?.[1] ?? 0) };
  }
  throw new Error(`The program ended before it could be asked:\n${lines}`);
}

/** Restarts the program over one way in, and prints what became of the commands. @returns whether none was lost */
async function restart(name: string, times: number): Promise<boolean> {
  const way = await WAYS[name]!();
  const cache = mkdtempSync(join(tmpdir(), "refdesk-"));
  const counts: Record<Fate, number> = { answered: 0, lost: 0, gone: 0 };
  let slowest = 0;
  let unclean = 0;
  let isLeaving = false;
  const pending = new Set<Promise<void>>();

  async function load(port: number, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
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
    const { child, port } = await start(way, cache);
    const ended = once(child, "exit");
    let isOver = false;
    const loads = Promise.all(Array.from({ length: LOAD.loops }, () => load(port, () => isOver)));
    await setTimeout(150 + (turn % 10) * 15);
    const asked = performance.now();
    isLeaving = true;
    child.kill("SIGTERM");
    const [status] = await ended;
    if (status !== 0) unclean += 1;
    slowest = Math.max(slowest, performance.now() - asked);
    isOver = true;
    await loads;
  }
  // What came last over the gateway is for one more process.
  const last = await start(way, cache);
  await Promise.all(pending);
  last.child.kill("SIGTERM");
  await once(last.child, "exit");
  await way.close();
  rmSync(cache, { recursive: true });
  console.log(
    `${name}: ${times} restarts, ${counts.answered} answered, ${counts.lost} lost; the slowest end took ${Math.round(slowest)} ms, ${unclean} ended with another status than 0.`,
  );
  return counts.lost + unclean === 0 && slowest < 10_000;
}

const [times = "50", ...chosen] = process.argv.slice(2);
const results: boolean[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(WAYS))
  results.push(await restart(name, Number(times)));
process.exitCode = results.every(Boolean) ? 0 : 1;

/**
 * `npm run restarts`: restarts the program fifty times under load over HTTP, and checks that every request is
 * answered and that it stops within ten seconds.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startDiscord } from "../test/stand-ins/discord.ts";
import { commandData, interaction } from "../test/stand-ins/discord-payloads.ts";
import { discordSigner, send } from "../test/stand-ins/http.ts";
import { PROJECT } from "./bot.ts";

const RESTARTS = Number(process.argv[2] ?? 50);

/** The number of concurrent clients, and the pause in milliseconds between their requests. */
const LOAD = { loops: 8, pause: 2 } as const;

const discord = await startDiscord({ checks: false });
const cache = mkdtempSync(join(tmpdir(), "refdesk-"));
const { publicKey, signed } = discordSigner();
const pledge = { type: 2, data: commandData("1100000000000000301", "pledge", { subject: "alibaba" }) };
/** Each request is another person's: one person has a limit. */
let people = 0;
const person = () => ({ userId: String(1_100_000_000_000_000_000n + BigInt(people++)) });
const counts = { answered: 0, lost: 0, refused: 0, other: 0 };

/** Starts the program and waits until it listens. */
async function start(): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(PROJECT, "bin/refdesk.js")], {
    cwd: cache,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, CACHE_DIR: cache, PORT: "0" },
      ...{ DISCORD_TOKEN: discord.token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: discord.apiUrl },
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let lines = "";
  for await (const chunk of child.stderr!) {
    lines += chunk;
    const port = /"port":(\d+),.*"msg":"listening"/.exec(lines)?.[1];
    if (port !== undefined) {
      child.stderr!.resume();
      return { child, port: Number(port) };
    }
  }
  throw new Error(`The program ended before it listened:\n${lines}`);
}

/**
 * Sends requests until nobody listens or a reply says that the program is stopping, as a proxy does that then
 * switches to another server. A request cut off after it was sent counts as lost.
 */
async function ask(port: number): Promise<void> {
  for (;;) {
    // Every request must be unique, since repeated ones are rejected.
    const body = JSON.stringify(interaction(discord.applicationId, pledge, person()));
    try {
      const { status, headers } = await send(port, {
        path: "/discord/interactions",
        headers: signed(body),
        body,
      });
      counts[status === 200 ? "answered" : "other"] += 1;
      if (leaving && headers.connection === "close") return;
    } catch (error) {
      const refused = (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
      counts[refused ? "refused" : "lost"] += 1;
      return;
    }
    await setTimeout(LOAD.pause);
  }
}

let leaving = false;
let slowest = 0;
let unclean = 0;
for (let restart = 0; restart < RESTARTS; restart++) {
  leaving = false;
  const { child, port } = await start();
  const ended = once(child, "exit");
  const load = Promise.all(Array.from({ length: LOAD.loops }, () => ask(port)));
  await setTimeout(150 + (restart % 10) * 15);
  const asked = performance.now();
  leaving = true;
  child.kill("SIGTERM");
  const [status] = await ended;
  if (status !== 0) unclean += 1;
  slowest = Math.max(slowest, performance.now() - asked);
  await load;
}
await discord.close();
rmSync(cache, { recursive: true });
console.log(
  `${RESTARTS} restarts: ${counts.answered} answered, ${counts.lost} lost, ${counts.other} answered otherwise; the slowest end took ${Math.round(slowest)} ms, ${unclean} ended with another status than 0.`,
);
process.exitCode = counts.lost + counts.other + unclean === 0 && slowest < 10_000 ? 0 : 1;

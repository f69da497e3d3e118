/** Several whole programs of one desk: with a database they share it, and without one there is one. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { startDiscord } from "../stand-ins/discord.ts";
import { send } from "../stand-ins/http.ts";
import { type RunningProgram, startProgram } from "./running.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

let running: RunningProgram[] = [];
const start = (...given: Parameters<typeof startProgram>): RunningProgram => {
  const program = startProgram(...given);
  running.push(program);
  return program;
};

afterEach(async () => {
  await Promise.all(running.map(({ kill }) => kill()));
  running = [];
});

it("a second process in one folder does not start without a database, and says what to set", async () => {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-"));
  const first = start({ PORT: "0" }, folder);
  await first.port(0);
  const second = start({ PORT: "0" }, folder);
  expect(await second.ended).toEqual([2, null]);
  expect(second.errors()).toBe(
    `Another process of Refdesk serves from ${join(folder, ".refdesk")}, and what is kept in a folder is for one process alone. To run several, set DATABASE_URL to a database in PostgreSQL for all of them; for another desk, set DATA_DIR to a folder of its own.\n`,
  );
  first.child.kill("SIGTERM");
  expect(await first.ended).toEqual([0, null]);
  await start({ PORT: "0" }, folder).port(0);
});

describe.skipIf(programs === undefined)("two processes with one database", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());

  it("have one gateway, which the second takes over where the first is killed, with what came meanwhile", async () => {
    const discord = await startDiscord();
    const variables = {
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...{ DATABASE_URL: await postgres.database(), ADMIN_PORT: "0" },
    };
    const first = start(variables);
    const isConnected = ({ errors }: RunningProgram) => errors().includes("connected to Discord");
    await expect.poll(() => isConnected(first)).toBe(true);
    const second = start(variables);
    await expect.poll(() => second.errors()).toContain("another process answers a platform");
    const ready = async () =>
      send(await second.port(0), { method: "GET", path: "/readyz" }).then(({ status, body }) => [
        status,
        body,
      ]);
    await expect.poll(ready).toEqual([200, "ready\ndiscord: standby\n"]);
    const mention = (name: string) => discord.write(`<@${discord.applicationId}> pledge ${name}`);
    await mention("alibaba");
    // What is kept each second of the session may be older than that answer.
    first.child.kill("SIGKILL");
    await first.ended;
    const reply = await mention("tencent");
    expect(JSON.stringify(reply.body)).toContain("Tencent");
    await expect.poll(() => isConnected(second)).toBe(true);
    await mention("meituan");
    expect(discord.posts.filter(({ kind }) => kind === "post")).toHaveLength(3);
    expect(discord.puts).toBe(1);
    expect(discord.faults).toEqual([]);
    await discord.close();
  });
});

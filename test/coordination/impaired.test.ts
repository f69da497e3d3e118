/** A database that is slow, takes no more connections or is read-only: what is answered, and what the log says. */
import { createServer, connect as open, type Server } from "node:net";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabaseShelf } from "../../src/app/database-shelf.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { createRecorder } from "../../src/citation-log/recorder.ts";
import { openCoordination } from "../../src/coordination/coordination.ts";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { keptLog, PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

/** Passes on what a client sends to a server’s socket so much later. */
async function startSlowProxy(to: string, path: string, milliseconds: number): Promise<Server> {
  const server = createServer((client) => {
    const upstream = open(to);
    client.on("data", async (chunk) => {
      await setTimeout(milliseconds);
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => client.write(chunk));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const)
      one.on("close", () => other.destroy()).on("error", () => {});
  });
  await new Promise<void>((done) => server.listen(path, done));
  return server;
}

describe.skipIf(programs === undefined)("a database", () => {
  let postgres: Postgres;
  let owner: Database;
  let url: string;
  /** The same database for a role that may do less. */
  let limited: string;
  let role: string;
  const ends: (() => unknown)[] = [];

  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    url = await postgres.database();
    owner = await openDatabase(url, { most: 2 });
    await publishFolder(owner, PROJECT);
    await (await openCoordination(url, keptLog())).close();
    await (await openCitationLog({ url })).close();
    role = `role_${crypto.randomUUID().slice(0, 8)}`;
    await owner.rows(`create role ${role} login`);
    await owner.rows(`grant all on schema public to ${role}`);
    await owner.rows(`grant all on all tables in schema public to ${role}`);
    limited = url.replace("refdesk@", `${role}@`);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await owner.close();
  });

  /** Starts what a process has of the database. */
  async function start(at: string) {
    const log = keptLog();
    // A busy machine may be late, which is no outage.
    const coordination = await openCoordination(at, log, 60_000);
    const recorder = createRecorder(() => openCitationLog({ url: at }), log, { pauses: [20] });
    const opened = await openDatabaseShelf(at, log, { connections: 1 });
    const { library } = opened.holder.current();
    ends.push(opened.follow!(), () => recorder.close(), coordination.close);
    const search = async () => (await library.search({ words: "prosperity", most: 3 })).hits.length;
    return { log, coordination, recorder, search };
  }
  const messages = ({ lines }: ReturnType<typeof keptLog>) => lines.map(({ message }) => message);

  /** Cuts all connections of the role. Resolves once nobody here takes one of them for open. */
  async function cutAll(): Promise<void> {
    const cut = await owner.rows<{ pid: number }>(
      "select pid, pg_terminate_backend(pid) from pg_stat_activity where usename = $1",
      [role],
    );
    const pids = cut.map(({ pid }) => pid);
    await expect
      .poll(() => owner.rows("select pid from pg_stat_activity where pid = any($1)", [pids]))
      .toEqual([]);
    // What came of it has arrived by now, and is read in this turn of the event loop.
    await setImmediate();
  }

  it("that takes 200 ms for each query is waited for", async () => {
    const folder = temporaryFolder();
    const socket = ".s.PGSQL.5432";
    const proxy = await startSlowProxy(
      join(new URL(url).searchParams.get("host")!, socket),
      join(folder, socket),
      200,
    );
    ends.push(() => proxy.close());
    const { coordination, search } = await start(
      url.replace(/host=.*/, `host=${encodeURIComponent(folder)}`),
    );
    expect(await coordination.claims.claim("slack a")).toBe("ours");
    expect(await search()).toBeGreaterThan(0);
  });

  it("that has become read-only answers, and each process claims for itself", async () => {
    const { log, coordination, recorder, search } = await start(limited);
    await owner.rows(`alter role ${role} set default_transaction_read_only = on`);
    await cutAll();
    expect(await search()).toBeGreaterThan(0);
    expect(await coordination.claims.claim("slack a")).toBe("ours");
    expect(await coordination.claims.claim("slack a")).toBe("held");
    recorder.record("here", ["a"]);
    await expect.poll(() => messages(log)).toContain("what was cited could not be kept");
    expect(messages(log)).toContain(
      "the database is away: another process may answer what this one has answered",
    );
    const why = log.lines.map(({ data }) => String((data as { err?: Error }).err?.message));
    expect(why).toContain("cannot execute INSERT in a read-only transaction");
    await owner.rows(`alter role ${role} reset default_transaction_read_only`);
    await cutAll();
    await expect.poll(() => messages(log)).toContain("what is cited is kept again");
  });

  it("that takes no more connections answers again once it does, and each process claims for itself till then", async () => {
    const { log, coordination, search } = await start(limited);
    await owner.rows(`alter role ${role} connection limit 0`);
    await cutAll();
    expect(await coordination.claims.claim("slack a")).toBe("ours");
    expect(messages(log)).toContain(
      "the database is away: another process may answer what this one has answered",
    );
    await owner.rows(`alter role ${role} connection limit 50`);
    await expect.poll(() => search().catch(() => 0)).toBeGreaterThan(0);
    expect(await coordination.claims.claim("slack b")).toBe("ours");
    expect(messages(log)).toContain("what was answered is shared with other processes again");
  });
});

/** Starts pgbouncer in transaction mode before a server of the tests: each transaction has whichever connection is free. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/database/connection.ts";
import { serverUser } from "../citation-log/postgres.ts";

/** A running pooler. */
export interface Pooler {
  /** The database's address through it. */
  readonly url: string;
  close(): Promise<void>;
}

/** Message for when pgbouncer is not installed. */
export const POOLER_MISSING =
  "pgbouncer was not found, so what works through it was not tested: apt-get install pgbouncer, or put it on the PATH";

/** Returns pgbouncer's path; undefined where it is not installed. */
export const findPooler = (): string | undefined =>
  ["/usr/sbin", ...(process.env.PATH ?? "").split(":")]
    .map((folder) => join(folder, "pgbouncer"))
    .find((file) => existsSync(file));

/** Starts a pooler before the database of an address, with few connections of its own. */
export async function startPooler(program: string, url: string): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-pool-"));
  const as = serverUser();
  if (as) chownSync(folder, as.uid, as.gid);
  const { pathname, searchParams, username } = new URL(url);
  const name = pathname.slice(1);
  const settings = join(folder, "pgbouncer.ini");
  writeFileSync(
    settings,
    [
      "[databases]",
      `${name} = host=${searchParams.get("host")} dbname=${name} user=${username}`,
      "[pgbouncer]",
      ...["pool_mode = transaction", "auth_type = any", "default_pool_size = 3", "max_client_conn = 200"],
      ...[`unix_socket_dir = ${folder}`, "listen_addr =", "logfile ="],
      "",
    ].join("\n"),
  );
  const child = spawn(program, [settings], { cwd: folder, stdio: "ignore", ...as });
  const ended = once(child, "exit");
  const pooled = `postgresql://${username}@localhost:6432/${name}?host=${encodeURIComponent(folder)}`;
  const database = await openDatabase(pooled, { most: 1 });
  for (const late = Date.now() + 120_000; ; )
    try {
      await database.rows("select 1");
      break;
    } catch (error) {
      if (Date.now() > late || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  await database.close();
  return {
    url: pooled,
    async close() {
      child.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a temporary PostgreSQL server for the tests, on a socket in a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { madeOnce } from "../made-once.ts";

/** A running server. */
export interface Postgres {
  /** Creates an empty database and returns its URL. */
  database(): Promise<string>;
  /** Kills the server at once, as if the machine had crashed. */
  kill(): Promise<void>;
  /** Starts it again once a `kill` that was begun has ended it. Resolves once it takes connections. */
  revive(): Promise<void>;
  close(): Promise<void>;
}

/** Message for when PostgreSQL is not installed. */
export const MISSING =
  "PostgreSQL was not found, so what is kept there was not tested: apt-get install postgresql, or put initdb and postgres on the PATH";

/** Returns the folder with the server's programs: Debian's newest version, or the one on the PATH. */
export function programsOf(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ].find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name))));
}

/** The server refuses to run as root; returns the user to run it as: Debian's postgres user, or nobody. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }));
  for (const name of ["postgres", "nobody"])
    try {
      return { uid: idOf("-u", name), gid: idOf("-g", name) };
    } catch {}
  throw new Error("there is no user to run PostgreSQL as: neither postgres nor nobody");
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("exit", resolve));
};

/** Makes the files of an empty server, in a folder that is not there yet. */
function initialize(programs: string, data: string, as: ReturnType<typeof serverUser>): void {
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "refdesk", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    { cwd: join(data, ".."), env: { PATH: programs, LC_ALL: "C" }, ...as, stdio: "pipe" },
  );
}

/** The folder `data` with the files of an empty server, which all servers of a run begin with. */
const emptyServer = (programs: string, as: ReturnType<typeof serverUser>): string | undefined =>
  madeOnce("postgres", (folder) => {
    if (as) chownSync(folder, as.uid, as.gid);
    initialize(programs, join(folder, "data"), as);
  });

/** Starts a server. The folder must contain `initdb` and `postgres`. */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-pg-"));
  const as = serverUser();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const options = { cwd: folder, env: { PATH: programs, LC_ALL: "C" }, ...as };
  const empty = emptyServer(programs, as);
  if (empty === undefined) initialize(programs, data, as);
  else execFileSync("cp", ["-a", join(empty, "data"), data]);
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "max_connections=100",
  ];
  const start = () =>
    spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
      ...options,
      stdio: "ignore",
    });
  let server = start();
  const { default: pg } = await import("pg");
  const address = (name: string) =>
    `postgresql://refdesk@localhost/${name}?host=${encodeURIComponent(folder)}`;
  async function query(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: address("postgres") });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query(text);
    } finally {
      await client.end().catch(() => {});
    }
  }
  async function ready(): Promise<void> {
    for (const late = Date.now() + 120_000; ; )
      try {
        return await query("select 1");
      } catch (error) {
        if (Date.now() > late || server.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
  }
  await ready();
  let made = 0;
  const end = async (signal: "SIGINT" | "SIGQUIT") => {
    server.kill(signal);
    await ended(server);
  };
  return {
    async database() {
      const name = `refdesk_${++made}`;
      await query(`create database ${name}`);
      return address(name);
    },
    kill: () => end("SIGQUIT"),
    async revive() {
      // A killed server that has not ended yet holds the folder, and one that starts then gives up.
      await ended(server);
      server = start();
      return ready();
    },
    async close() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

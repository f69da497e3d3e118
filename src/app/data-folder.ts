/**
 * Knows whether another process of this machine serves from a folder: who serves listens on a socket there, which the system
 * closes with the process. Nothing is ever sent over it.
 */
import { mkdirSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join, relative, resolve } from "node:path";
import { sha256 } from "../support/disk-cache.ts";

/** Returns the socket of a folder: a pipe on Windows, else a file, by the shorter of its paths since systems bound them. */
function socketOf(folder: string): string {
  if (process.platform === "win32") return `\\\\.\\pipe\\refdesk-${sha256(resolve(folder)).slice(0, 32)}`;
  const [whole, short] = [resolve(folder), relative(process.cwd(), folder) || "."];
  return join(short.length < whole.length ? short : whole, "serving.sock");
}

/** The longest path of a socket that every system takes, in bytes. */
const LONGEST = 103;

const listenOn = (path: string): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once("error", fail).listen(path, () => done(server));
  });

/** Resolves to whether somebody listens on a socket. */
const isHeard = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(path)
      .once("connect", () => {
        socket.destroy();
        done(true);
      })
      .once("error", () => done(false));
  });

/**
 * Takes a folder for this process. Where the system has no sockets in folders, it is taken without.
 * @returns lets another process take it
 * @throws {Error} where another process serves from it
 */
export async function holdDataFolder(folder: string): Promise<() => void> {
  const path = socketOf(folder);
  const nothing = () => {};
  if (Buffer.byteLength(path) > LONGEST) return nothing;
  try {
    if (process.platform !== "win32") mkdirSync(folder, { recursive: true, mode: 0o700 });
    const server = await listenOn(path).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (await isHeard(path)) return undefined;
      // Whoever made it has ended without removing it.
      rmSync(path, { force: true });
      return listenOn(path);
    });
    if (server) return () => void server.close();
  } catch {
    // What cannot be known is no reason to refuse.
    return nothing;
  }
  throw new Error(
    `Another process of Refdesk serves from ${resolve(folder)}, and what is kept in a folder is for one process alone. ` +
      "To run several, set DATABASE_URL to a database in PostgreSQL for all of them; for another desk, set DATA_DIR to a folder of its own.",
  );
}

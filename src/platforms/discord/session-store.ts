/**
 * Keeps the gateway's session over a restart. Discord keeps what comes in the meantime and sends it to whoever resumes the
 * session, so it is resumed by one process at most: taking it and removing it is one step.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SessionInfo } from "@discordjs/ws";
import { z } from "zod";
import { sha256 } from "../../support/disk-cache.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";

/** How old a kept session may be, in milliseconds: Discord ends one about a minute after its socket has closed. */
export const SESSION_AGE_MS = 60_000;

/** Sessions as they are kept. */
export const KeptSessions = z.object({
  /** What the sessions were begun with; without it, none. */
  intents: z.int().default(0),
  sessions: z
    .array(
      z.object({
        shardId: z.int().nonnegative(),
        shardCount: z.int().positive(),
        sessionId: z.string().min(1).max(200),
        sequence: z.int().nonnegative(),
        resumeURL: z.url({ protocol: /^wss?$/ }).max(500),
      }),
    )
    .max(10_000),
});

const SessionFile = KeptSessions.extend({ savedAt: z.number() });

/** Keeps the sessions of one bot, one for each shard. */
export interface SessionStore {
  /** Takes the kept sessions, and removes them. Resolves to none when there are none, or none that can be resumed. */
  claim(): Promise<readonly SessionInfo[]>;
  /** Keeps sessions whose sockets have been closed. Never rejects: without them, the next process begins new ones. */
  keep(sessions: readonly SessionInfo[]): Promise<void>;
  /** How often sessions are kept while their sockets are open, in milliseconds; without it, at the end alone. */
  readonly keepEvery?: number;
}

/** What a session belongs to. Of the token, only a hash is in the file's name. */
export interface SessionOwner {
  readonly token: string;
  /** A session begun with others is not resumed: it would go without what these bring. */
  readonly intents: number;
}

/** Returns the name of what is kept of a bot. */
export const sessionKey = ({ token }: Pick<SessionOwner, "token">): string => sha256(token).slice(0, 16);

/** Creates the store of a bot in a folder. */
export function createSessionStore(
  folder: string,
  { token, intents }: SessionOwner,
  log: Log,
  now: () => number = Date.now,
): SessionStore {
  const file = join(folder, `discord-session-${sessionKey({ token })}.json`);

  return {
    async claim() {
      const own = `${file}.${randomUUID()}`;
      try {
        // Of several processes, one can rename the file.
        await rename(file, own);
      } catch {
        return []; // None is kept, or another process has taken it.
      }
      try {
        const saved = SessionFile.parse(JSON.parse(await readFile(own, "utf8")));
        const age = now() - saved.savedAt;
        return age >= 0 && age <= SESSION_AGE_MS && saved.intents === intents ? saved.sessions : [];
      } catch (error) {
        log.warn({ reason: errorMessage(error) }, "a kept session of Discord's could not be read");
        return [];
      } finally {
        await rm(own, { force: true });
      }
    },
    async keep(sessions) {
      if (sessions.length === 0) return;
      const draft = `${file}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(draft, JSON.stringify({ savedAt: now(), intents, sessions }), { mode: 0o600 });
        await rename(draft, file);
      } catch (error) {
        log.warn({ reason: errorMessage(error) }, "the session of Discord's could not be kept");
      }
    },
  };
}

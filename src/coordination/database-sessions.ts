/** Keeps the sessions of Discord's gateway in the database, for whichever process takes them over. */
import type { Queries } from "../database/connection.ts";
import {
  KeptSessions,
  SESSION_AGE_MS,
  type SessionOwner,
  type SessionStore,
  sessionKey,
} from "../platforms/discord/session-store.ts";
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";

/** How often they are kept, in milliseconds: a process that is killed leaves what came up to then, and no more. */
const KEEP_EVERY_MS = 1_000;

/** How often they are kept where nothing came, in milliseconds: their age tells whether they can be resumed. */
const RENEW_MS = 15_000;

/** Creates the store of a bot. What is kept is taken in one step, and removed. */
export function createDatabaseSessions({ rows }: Queries, owner: SessionOwner, log: Log): SessionStore {
  const bot = sessionKey(owner);
  const { intents } = owner;
  let last = { content: "", at: 0 };
  let isAway = false;
  return {
    keepEvery: KEEP_EVERY_MS,
    async claim() {
      last = { content: "", at: 0 };
      try {
        const [kept] = await rows<{ content: string; fresh: boolean }>(
          `delete from refdesk_sessions where bot = $1
           returning content, saved_at > clock_timestamp() - $2 * interval '1 millisecond' as fresh`,
          [bot, SESSION_AGE_MS],
        );
        const saved = kept?.fresh ? KeptSessions.parse(JSON.parse(kept.content)) : undefined;
        return saved?.intents === intents ? saved.sessions : [];
      } catch (error) {
        log.warn({ reason: errorMessage(error) }, "a kept session of Discord's could not be read");
        return [];
      }
    },
    async keep(sessions) {
      const content = JSON.stringify({ intents, sessions });
      const isKept = content === last.content && performance.now() - last.at < RENEW_MS;
      if (sessions.length === 0 || isKept) return;
      try {
        await rows(
          `insert into refdesk_sessions (bot, content, saved_at) values ($1, $2, clock_timestamp())
           on conflict (bot) do update set content = excluded.content, saved_at = excluded.saved_at`,
          [bot, content],
        );
        last = { content, at: performance.now() };
        isAway = false;
      } catch (error) {
        if (!isAway) log.warn({ reason: errorMessage(error) }, "the session of Discord's could not be kept");
        isAway = true;
      }
    },
  };
}

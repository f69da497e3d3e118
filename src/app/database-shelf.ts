/** Reads the shelf out of a database: whichever version is the current one, in every process. */

import { openDatabase } from "../database/connection.ts";
import { patientQueries } from "../database/patient-queries.ts";
import { shelfMessages } from "../language/en/shelf-messages.ts";
import { createDatabaseLibrary } from "../library/database/database-library.ts";
import { findLevenshtein } from "../library/database/edition.ts";
import { prepareSchema } from "../library/database/schema.ts";
import {
  CHANNEL,
  currentNumber,
  currentVersion,
  isReadable,
  type ShelfVersion,
} from "../library/database/versions.ts";
import { defined } from "../support/defined.ts";
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import type { OpenShelf } from "./assemble.ts";
import { createCurrentLibrary } from "./current-library.ts";
import type { RefreshState } from "./refresh.ts";

/** How often the pointer is looked at besides, in milliseconds: a pooler may lose a notice, and says nothing of it. */
const LOOK_MS = 30_000;

/** How long one query of an answer may take, in milliseconds. */
const QUERY_MS = 10_000;

/** Returns a version that this program can read. @throws {Error} where there is none, or another program's */
function readable(version: ShelfVersion | undefined): ShelfVersion {
  if (!version) throw new Error(shelfMessages.none);
  if (!isReadable(version))
    throw new Error(shelfMessages.otherForm({ ...version, hash: version.hash.slice(0, 12) }));
  return version;
}

/** How a shelf in a database is read. */
export interface DatabaseShelfOptions {
  /** How many connections are open at most. */
  readonly connections?: number;
  /** How often the pointer is looked at besides notices, in milliseconds; less in tests. */
  readonly lookMs?: number;
}

/** Opens the shelf in a database. @throws {Error} where it cannot be reached or holds no version */
export async function openDatabaseShelf(
  url: string,
  log: Log,
  { connections: most, lookMs = LOOK_MS }: DatabaseShelfOptions = {},
): Promise<OpenShelf> {
  if (!/^postgres(?:ql)?:\/\//.test(url))
    throw new Error(url === "" ? shelfMessages.noDatabase : shelfMessages.notPostgres);
  const database = await openDatabase(url, { timeoutMs: QUERY_MS, ...defined({ most }) });
  await prepareSchema(database).catch((error: unknown) => {
    throw new Error(shelfMessages.unreached(errorMessage(error)), { cause: error });
  });
  const [hasLevenshtein, first] = [await findLevenshtein(database), readable(await currentVersion(database))];
  const queries = patientQueries(database);
  const libraryOf = (version: ShelfVersion) => createDatabaseLibrary(queries, version, hasLevenshtein);
  const holder = await createCurrentLibrary(libraryOf(first));
  let number = first.number;
  let state: RefreshState = { taken: 0, refused: 0, since: new Date(), faults: [] };

  async function look(): Promise<void> {
    if ((await currentNumber(database)) === number) {
      state = { ...state, faults: [] };
      return;
    }
    const started = performance.now();
    const next = readable(await currentVersion(database));
    const before = holder.current().version;
    await holder.replace(libraryOf(next));
    number = next.number;
    state = { ...state, taken: state.taken + 1, since: new Date(), faults: [] };
    const { version } = holder.current();
    log.info({ version, before, ms: Math.round(performance.now() - started) }, "the changed shelf was taken");
  }

  /** One look at a time; a notice that comes meanwhile is followed by another. */
  let looking: Promise<void> | undefined;
  let isStale = false;
  function refresh(): Promise<void> {
    isStale = true;
    looking ??= (async () => {
      while (isStale) {
        isStale = false;
        await look().catch((error: unknown) => {
          const faults = [errorMessage(error)];
          if (faults[0] !== state.faults[0])
            log.error({ err: error }, `the changed shelf was not taken: ${faults[0]}`);
          state = { ...state, refused: state.refused + 1, faults };
        });
      }
    })().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    holder,
    refresher: { refresh, state: () => state },
    follow() {
      database.listen(CHANNEL, () => void refresh());
      const timer = setInterval(() => void refresh(), lookMs).unref();
      return async () => {
        clearInterval(timer);
        await database.close();
      };
    },
  };
}

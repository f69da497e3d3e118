/** What several processes of one desk share in their database, beside the shelf and what was cited. */
import { CONNECTIONS } from "../config/environment.ts";
import { projectVersion } from "../config/project-folder.ts";
import { openDatabase } from "../database/connection.ts";
import { patientQueries } from "../database/patient-queries.ts";
import { makeSteps, NewerSchemaError } from "../database/schema-steps.ts";
import type { MakeLimit } from "../delivery/ask-limit.ts";
import type { DeliveryClaims } from "../delivery/delivery-claims.ts";
import type { RegisterInTurn } from "../platforms/discord/rest.ts";
import type { SessionOwner, SessionStore } from "../platforms/discord/session-store.ts";
import type { Log } from "../support/log.ts";
import { openOnce } from "../support/open-once.ts";
import type { TermOffice } from "../support/term-office.ts";
import { COORDINATION_SCHEMA } from "./coordination-schema.ts";
import { claimsDespiteOutages, createDatabaseClaims } from "./database-claims.ts";
import { createDatabaseLimits } from "./database-limits.ts";
import { createDatabaseSessions } from "./database-sessions.ts";
import { createLease } from "./lease.ts";
import { registrationRecord } from "./registration-record.ts";
import { sharedSecret } from "./shared-secret.ts";

/** How long a query may take, in milliseconds. */
const QUERY_MS = 5_000;

/** What processes share. */
export interface Coordination {
  /** The messages that were answered, or are being answered. Never rejects. */
  readonly claims: DeliveryClaims;
  /** Makes limits that all processes count together. */
  readonly makeLimit: MakeLimit;
  /** Returns the secret of a name, which the first process made. @throws while the database is away */
  secret(name: string): Promise<string>;
  readonly registerInTurn: RegisterInTurn;
  /** Returns what lets one process at a time do what is named. */
  lease(name: string): TermOffice;
  sessions(owner: SessionOwner): SessionStore;
  close(): Promise<void>;
}

/**
 * Opens what processes share, and makes its tables. Where the database is away, they are made once it is back.
 * @param claimPatienceMs how long an answer waits for its claim; longer in tests, where a busy machine is no outage
 * @throws {NewerSchemaError} where the tables were made by a newer program
 */
export async function openCoordination(
  url: string,
  log: Log,
  claimPatienceMs?: number,
): Promise<Coordination> {
  const database = await openDatabase(url, { most: CONNECTIONS.coordination, timeoutMs: QUERY_MS });
  const prepared = openOnce(() => makeSteps(database, COORDINATION_SCHEMA));
  const withTables: typeof database = {
    ...database,
    rows: async (...query) => {
      await prepared();
      return database.rows(...query);
    },
    transaction: async (work) => {
      await prepared();
      return database.transaction(work);
    },
  };
  try {
    await prepared();
  } catch (error) {
    if (error instanceof NewerSchemaError) {
      await database.close();
      throw error;
    }
    log.warn({ err: error }, "the database that processes share is away: it is tried again");
  }
  return {
    claims: claimsDespiteOutages(createDatabaseClaims(withTables), log, claimPatienceMs),
    makeLimit: createDatabaseLimits(withTables, log),
    secret: (name) => sharedSecret(patientQueries(withTables), name),
    registerInTurn: registrationRecord(withTables, projectVersion()),
    lease: (name) => createLease(withTables, name, log),
    sessions: (owner) => createDatabaseSessions(withTables, owner, log),
    close: () => database.close(),
  };
}

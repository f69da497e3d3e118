/** Reaches the PostgreSQL database that several processes share. */
import type { ClientBase, Pool, Submittable } from "pg";
import { CopyIn } from "./copy-in.ts";

/** Runs queries, each by itself or, in a session, on one connection. */
export interface Queries {
  /** Returns the rows of a query. What is passed as a value is never read as a part of it. */
  rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What runs on one connection, in a transaction. */
export interface Session extends Queries {
  /** Runs a statement, and returns how many rows it wrote. */
  count(text: string, values?: readonly unknown[]): Promise<number>;
  /** Sends rows to a statement `copy … from stdin`, in the form that it names. */
  copy(statement: string, data: Uint8Array): Promise<void>;
}

/** A database, with as many connections as are needed at once. */
export interface Database extends Queries {
  /** Runs work on one connection in a transaction, which is taken back where the work fails or the process ends. */
  transaction<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  /**
   * Calls `heard` for each notice on a channel, and whenever notices may have been missed, until the database is closed.
   * A pooler in transaction mode passes none on.
   */
  listen(channel: string, heard: () => void): void;
  close(): Promise<void>;
}

/** Settings of a connection. */
export interface ConnectionOptions {
  /** How many connections are open at most. */
  readonly most?: number;
  /** How long a query may take, in milliseconds; without it, as long as it does. */
  readonly timeoutMs?: number;
}

/** How long to wait for a connection, and before a lost one that listens is made anew, in milliseconds. */
const WAITS = { connection: 5_000, listening: 1_000 } as const;

/** What a value may not hold that is put into a column: PostgreSQL stores neither NUL nor half a character. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Returns a text without what a column may not hold. */
export const storedForm = (text: string): string => text.toWellFormed().replaceAll("\0", "");

const queriesOn = (client: Pick<ClientBase, "query">): Queries => ({
  rows: async (text, values = []) => (await client.query(text, [...values])).rows,
});

const sessionOn = (client: Pick<ClientBase, "query">): Session => ({
  ...queriesOn(client),
  count: async (text, values = []) => (await client.query(text, [...values])).rowCount ?? 0,
  copy: (statement, data) =>
    new Promise((resolve, reject) => {
      const copying = new CopyIn(statement, data, (error) => (error ? reject(error) : resolve()));
      client.query(copying as unknown as Submittable);
    }),
});

/** Opens a database, which is first reached by a query. */
export async function openDatabase(
  url: string,
  { most = 10, timeoutMs }: ConnectionOptions = {},
): Promise<Database> {
  const { default: pg } = await import("pg");
  const common = {
    connectionString: url,
    application_name: "refdesk",
    connectionTimeoutMillis: WAITS.connection,
  };
  const pool: Pool = new pg.Pool({
    ...common,
    max: most,
    allowExitOnIdle: true,
    ...(timeoutMs === undefined ? {} : { query_timeout: timeoutMs }),
  });
  // Without a listener, a connection that breaks would end the process. The next query connects anew, or rejects.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const stops: (() => Promise<unknown>)[] = [];

  return {
    ...queriesOn(pool as unknown as ClientBase),
    async transaction(work) {
      const client = await pool.connect();
      let isWhole = false;
      try {
        await client.query("begin");
        const value = await work(sessionOn(client));
        await client.query("commit");
        isWhole = true;
        return value;
      } finally {
        if (!isWhole) await client.query("rollback").catch(() => {});
        client.release(!isWhole);
      }
    },
    listen(channel, heard) {
      let isClosed = false;
      let timer: NodeJS.Timeout | undefined;
      let client: ClientBase & { end(): Promise<void> };
      async function connect(): Promise<void> {
        const own = new pg.Client({ ...common, keepAlive: true });
        client = own;
        let isLost = false;
        const lose = () => {
          if (isLost || isClosed) return;
          isLost = true;
          own.end().catch(() => {});
          timer = setTimeout(() => void connect(), WAITS.listening).unref();
        };
        own.on("error", lose);
        own.on("end", lose);
        own.on("notification", heard);
        try {
          await own.connect();
          // Whoever has nothing else to do may end. The types of pg leave this method out.
          (own as unknown as { unref(): void }).unref();
          await own.query(`listen ${channel}`);
          heard();
        } catch {
          lose();
        }
      }
      void connect();
      stops.push(async () => {
        isClosed = true;
        clearTimeout(timer);
        await client.end().catch(() => {});
      });
    },
    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await pool.end();
    },
  };
}

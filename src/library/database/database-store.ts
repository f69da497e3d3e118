/** Keeps the files of a shelf in a database, where every process reads what one has changed. */
import { type Database, openDatabase } from "../../database/connection.ts";
import { LOCKS } from "../../database/schema-steps.ts";
import { englishReview } from "../../language/en/review-messages.ts";
import { shelfMessages } from "../../language/en/shelf-messages.ts";
import { type ShelfFiles, withChanges } from "../../shelf/files.ts";
import { ID_PATTERN } from "../../shelf/kinds.ts";
import { createReaderOf } from "../../shelf/shelf.ts";
import { ChangedSinceError, type FileChange, type ShelfStore } from "../../shelf/shelf-store.ts";
import { defined } from "../../support/defined.ts";
import { errorMessage } from "../../support/error-message.ts";
import { changeFiles, keptVersion } from "./change-files.ts";
import { createEditionReader, type EditionReader } from "./edition.ts";
import { prepareSchema } from "./schema.ts";
import { fileContents, fileDigests, fileNames, filesBetween } from "./shelf-files.ts";

/** The second key of the advisory lock under which one process at a time changes records. */
const WRITING = -1;

/** How long another process is waited for. */
const PATIENCE = "10s";

/** What PostgreSQL says where a lock is not had in time. */
const NOT_AVAILABLE = "55P03";

/** Returns where a database is, as people are told, without a password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return "PostgreSQL";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** How the store is opened. */
export interface DatabaseStoreOptions {
  /** The folder for the cached shelf. */
  readonly cache?: string;
  /** How many connections are open at most: one holds the lock while another reads and writes. */
  readonly connections?: number;
}

/** Opens the store of the shelf in a database. @throws {Error} where it cannot be reached */
export async function openDatabaseStore(
  url: string,
  { cache, connections: most }: DatabaseStoreOptions = {},
): Promise<ShelfStore> {
  if (!/^postgres(?:ql)?:\/\//.test(url))
    throw new Error(url === "" ? shelfMessages.noDatabase : shelfMessages.notPostgres);
  const database = await openDatabase(url, defined({ most }));
  try {
    await prepareSchema(database);
  } catch (error) {
    await database.close();
    throw new Error(shelfMessages.unreached(errorMessage(error)), { cause: error });
  }
  return createDatabaseStore(database, placeOf(url), cache);
}

/** Creates the store of the shelf in a database that is open, and closes it at the end. */
function createDatabaseStore(database: Database, place: string, cache: string | undefined): ShelfStore {
  async function current(): Promise<
    EditionReader & { readonly shelf: number; readonly number: number; readonly hash: string }
  > {
    const version = await keptVersion(database);
    const { shelf, number, hash } = version;
    return { ...createEditionReader(database, version, false), shelf, number, hash };
  }

  const textsOf = async (reader: EditionReader, files: readonly string[]): Promise<Map<string, string>> =>
    new Map(
      [...(await fileContents(reader, files))].map(([file, content]) => [file, content.toString("utf8")]),
    );

  /** The versions that were read, by their hashes. */
  const numbers = new Map<string, number>();

  async function readFiles(before: ShelfFiles | undefined): Promise<ShelfFiles> {
    const reader = await current();
    if (before?.hash === reader.hash) return before;
    const known = before && numbers.get(before.hash);
    numbers.set(reader.hash, reader.number);
    if (before && known !== undefined) {
      const changed = await filesBetween(database, reader.shelf, [known, reader.number]);
      const texts = await textsOf(reader, changed);
      return withChanges(before, new Map(changed.map((file) => [file, texts.get(file) ?? null])));
    }
    const digests = await fileDigests(reader);
    const texts = await textsOf(reader, [...digests.keys()]);
    return {
      names: [...digests.keys()],
      text: (name) => texts.get(name),
      states: new Map([...digests].map(([name, digest]) => [name, { digest }])),
      faults: [],
      hash: reader.hash,
    };
  }

  const store: ShelfStore = {
    ...createReaderOf(
      (_, before) => readFiles(before),
      cache === undefined ? undefined : { cache, root: place },
    ),
    place,
    seeds: async () => fileNames(await current(), "seeds"),
    contents: async (files) => textsOf(await current(), files),
    async addSource({ id, text, card }) {
      if (!ID_PATTERN.test(id)) throw new Error(`“${id}” is no id of a source`);
      const made = { [`seeds/${id}.txt`]: text, [`seeds/${id}.json`]: card };
      const changes = Object.entries(made).map(
        ([file, after]): FileChange => ({ file, before: null, after }),
      );
      await changeFiles(database, changes).catch((error: unknown) => {
        throw error instanceof ChangedSinceError ? new Error(`seeds/${id} is there already`) : error;
      });
    },
    async removeSource(id, records) {
      const files = [...records.map((ref) => `data/${ref}.json`), `seeds/${id}.json`, `seeds/${id}.txt`];
      const before = await store.contents(files);
      const there = files.flatMap((file): FileChange[] => {
        const content = before.get(file);
        return content === undefined ? [] : [{ file, before: content, after: null }];
      });
      if (there.length > 0) await changeFiles(database, there);
    },
    whileAlone: (action, say = englishReview) =>
      database.transaction(async (session) => {
        await session.rows(`set local lock_timeout = '${PATIENCE}'`);
        await session
          .rows("select pg_advisory_xact_lock($1, $2)", [LOCKS, WRITING])
          .catch((error: unknown) => {
            throw (error as { code?: unknown }).code === NOT_AVAILABLE ? new Error(say.busy(place)) : error;
          });
        return action(async (changes) => {
          if (changes.length > 0) await changeFiles(database, changes);
        });
      }),
    // A transaction that was not ended has changed nothing.
    recover: async () => {},
    close: () => database.close(),
  };
  return store;
}

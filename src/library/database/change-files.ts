/** Changes files of a shelf that is in a database: what is changed is the next version, and nothing else is written. */
import type { Database, Queries } from "../../database/connection.ts";
import { shelfMessages } from "../../language/en/shelf-messages.ts";
import { ChangedSinceError, type FileChange } from "../../shelf/shelf-store.ts";
import { createEditionReader } from "./edition.ts";
import { makeNextVersion } from "./publish-changes.ts";
import type { Published } from "./publish-folder.ts";
import { fileContents, filesBetween } from "./shelf-files.ts";
import {
  currentVersion,
  forgetChanges,
  holdShelf,
  isReadable,
  movePointer,
  newestVersion,
  type ShelfVersion,
} from "./versions.ts";

const told = ({ number, hash }: ShelfVersion) => ({ number, hash: hash.slice(0, 12) });

/** Returns the version that is read now, whose files are kept. @throws {Error} where there is none, or they are not */
export async function keptVersion(queries: Queries): Promise<ShelfVersion> {
  const version = await currentVersion(queries);
  if (!version) throw new Error(shelfMessages.none);
  if (version.origin === null) throw new Error(shelfMessages.noFiles(told(version)));
  return version;
}

/**
 * Makes the next version of the one that is read, with changes of files, and moves the pointer to it, in one transaction.
 * @throws {ChangedSinceError} where a file is not as it is before its change
 * @throws {ShelfError} where the shelf would not hold
 */
export const changeFiles = (database: Database, changes: readonly FileChange[]): Promise<Published> =>
  database.transaction(async (session) => {
    const { shelf, last } = await holdShelf(session);
    const current = await keptVersion(session);
    const there = createEditionReader(session, current, false);
    const known = await fileContents(
      there,
      changes.map(({ file }) => file),
    );
    for (const { file, before } of changes)
      if ((known.get(file)?.toString("utf8") ?? null) !== before) throw new ChangedSinceError(file);
    const base = (await newestVersion(session, shelf))!;
    if (base.origin === null) throw new Error(shelfMessages.noFiles(told(base)));
    if (!isReadable(base)) throw new Error(shelfMessages.otherForm(told(base)));
    // Where an older version is read, what is newer goes with the change.
    const newer =
      base.number === current.number ? [] : await filesBetween(session, shelf, [base.number, current.number]);
    const contents = await fileContents(there, newer);
    const made = new Map<string, Buffer | null>([
      ...newer.map((path) => [path, contents.get(path) ?? null] as const),
      ...changes.map(({ file, after }) => [file, after === null ? null : Buffer.from(after)] as const),
    ]);
    const number = last + 1;
    const { come, gone } = await makeNextVersion(session, base, { number, origin: "change", changes: made });
    await movePointer(session, shelf, number);
    await forgetChanges(session, shelf, number);
    return { number, isNew: true, come, gone };
  });

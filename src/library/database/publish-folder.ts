/** Publishes the shelf of a folder: of one that is published already, what has changed in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database, Queries } from "../../database/connection.ts";
import { FORM } from "../../search/corpus.ts";
import { readFileStates, type ShelfFiles, TOPICS_FILE } from "../../shelf/files.ts";
import { readShelf } from "../../shelf/shelf.ts";
import { createEditionReader } from "./edition.ts";
import { makeNextVersion } from "./publish-changes.ts";
import { type Published, type PublishedFiles, type PublishOptions, publishWhole } from "./publish-shelf.ts";
import { publishInSlices } from "./publish-slices.ts";
import { prepareSchema } from "./schema.ts";
import { changedSince, digestOf, fileDigests, LostFilesError } from "./shelf-files.ts";
import {
  holdShelf,
  isReadable,
  movePointer,
  newestVersion,
  type ShelfRow,
  type ShelfVersion,
} from "./versions.ts";

/** Options of publishing a folder. */
export interface FolderOptions extends PublishOptions {
  /** Whether what was accepted in the database, and the folder lacks, is replaced by what the folder has. */
  readonly replaces?: boolean;
}

/** Thrown where a folder lacks what was accepted since the shelf was last written out as files. */
export class LackingFolderError extends LostFilesError {
  override readonly name = "LackingFolderError";
}

/** What came of publishing a folder. */
export interface PublishedFolder extends Published {
  readonly hash: string;
}

/** From so many changed files on, the whole shelf is compared: it takes less than to look up what each of them concerns. */
const MANY_FILES = 2_000;

/** From so many files on, a first version is published slice by slice: so many fit in memory. */
const MANY_FIRST = 20_000;

/** Returns the files that a folder lacks as they were accepted. @param digests those of the folder */
async function lackingFiles(
  session: Queries,
  { shelf, current, published, exported }: ShelfRow,
  digests: ReadonlyMap<string, string>,
): Promise<string[]> {
  if (current === null || published === 0) return [];
  const accepted = await changedSince(session, shelf, [published, current]);
  return accepted
    .filter(({ path, now, before, at }) => {
      const own = digests.get(path) ?? null;
      if (own === now) return false;
      // What never was on the shelf was changed in the folder: after it was written out as accepted, or without that.
      return own === null || before.includes(own) || at > exported;
    })
    .map(({ path }) => path);
}

/** Returns the files that are not as they were, and whether each is still there. */
function changedFiles(
  digests: ReadonlyMap<string, string>,
  { names, states }: ShelfFiles,
): Map<string, boolean> {
  const changed = new Map<string, boolean>();
  for (const name of names) if (digests.get(name) !== states.get(name)!.digest) changed.set(name, true);
  for (const name of digests.keys()) if (!states.has(name)) changed.set(name, false);
  return changed;
}

const CHANGED = "The folder was changed while it was published: publish it again";

/** Returns the files of a folder, which are read again one by one. */
function filesIn(root: string, { states }: Pick<ShelfFiles, "states">): PublishedFiles {
  return {
    digests: new Map([...states].map(([name, { digest }]) => [name, digest])),
    content(file) {
      const bytes = readFileSync(join(root, file));
      if (digestOf(bytes) !== states.get(file)!.digest) throw new Error(CHANGED);
      return bytes;
    },
  };
}

/** Tells whether a version can be taken for what a folder has changed of. */
const isBase = (version: ShelfVersion | undefined): version is ShelfVersion =>
  version !== undefined && version.origin !== null && isReadable(version);

/**
 * Publishes a folder in one transaction, at whose end the pointer moves: interrupted anywhere, everything is as it was.
 * @throws {ShelfError} with the faults of the folder
 * @throws {LackingFolderError} where it lacks what was accepted in the database
 */
export async function publishFolder(
  database: Database,
  root: string,
  { report = () => {}, waiting, replaces = false }: FolderOptions = {},
): Promise<PublishedFolder> {
  await prepareSchema(database);
  return database.transaction(async (session) => {
    const row = await holdShelf(session, waiting);
    const published = await publishFrom(session, row, { root, report, replaces });
    await session.rows("update refdesk_shelves set published = $2 where shelf = $1", [
      row.shelf,
      published.number,
    ]);
    return published;
  });
}

/** Publishes a folder in a transaction that holds the shelf. */
async function publishFrom(
  session: Queries,
  row: ShelfRow,
  {
    root,
    report,
    replaces,
  }: Required<Pick<FolderOptions, "report" | "replaces">> & { readonly root: string },
): Promise<PublishedFolder> {
  const base = await newestVersion(session, row.shelf);
  const known = isBase(base)
    ? await fileDigests(createEditionReader(session, base, false))
    : new Map<string, string>();
  const files = await readFileStates(root);
  const kept = filesIn(root, files);
  const lacking = replaces ? [] : await lackingFiles(session, row, kept.digests);
  if (lacking.length > 0) throw new LackingFolderError(lacking);
  const isWhole = files.faults.length === 0;
  const same = isWhole ? await versionWith(session, row.shelf, files.hash) : undefined;
  if (same !== undefined) {
    await movePointer(session, row.shelf, same);
    return { number: same, hash: files.hash, isNew: false, come: 0, gone: 0 };
  }
  const changes = isBase(base) ? changedFiles(known, files) : undefined;
  const isFew = changes !== undefined && changes.size <= MANY_FILES && !changes.has(TOPICS_FILE);
  if (isWhole && isFew) {
    const number = row.last + 1;
    const contents = new Map(
      [...changes].map(([name, isThere]) => [name, isThere ? kept.content(name) : null]),
    );
    const made = await makeNextVersion(session, base!, {
      number,
      origin: "folder",
      changes: contents,
      report,
    });
    await movePointer(session, row.shelf, number);
    return { number, hash: made.hash, isNew: true, come: made.come, gone: made.gone };
  }
  // Nothing is valid yet that would have to be compared with all of the folder.
  if (isWhole && !base && files.names.length > MANY_FIRST) return publishInSlices(session, row, kept, report);
  const shelf = await readShelf(root);
  if (shelf.hash !== files.hash) throw new Error(CHANGED);
  return { hash: shelf.hash, ...(await publishWhole(session, row, shelf, kept, report)) };
}

/** Returns the version that has exactly these files, as words are looked for now. */
async function versionWith(session: Queries, shelf: number, hash: string): Promise<number | undefined> {
  const [same] = await session.rows<{ number: number }>(
    `select number from refdesk_shelf_versions where shelf = $1 and hash = $2 and form = $3 and origin is not null
     order by number desc limit 1`,
    [shelf, hash, FORM],
  );
  return same?.number;
}

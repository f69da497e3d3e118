/** Publishes the shelf of a folder: of one that is published already, what has changed in it. */
import type { Database, Queries, Session } from "../../database/connection.ts";
import { FORM } from "../../search/corpus.ts";
import { TOPICS_FILE } from "../../shelf/files.ts";
import { readAgain } from "./loading/folder-reader.ts";
import type { Crew } from "./loading/hands.ts";
import { publishWhole } from "./loading/publish-whole.ts";
import { compareFolder, openFolder, type SurveyedFolder } from "./loading/survey.ts";
import { makeNextVersion } from "./publish-changes.ts";
import { prepareSchema } from "./schema.ts";
import { changedSince, filePages, LostFilesError } from "./shelf-files.ts";
import type { PublishProgress, RowChanges } from "./table-changes.ts";
import {
  holdShelf,
  isReadable,
  movePointer,
  newestVersion,
  OPEN,
  type ShelfRow,
  type ShelfVersion,
} from "./versions.ts";

/** What came of a publish. */
export interface Published extends RowChanges {
  readonly number: number;
  /** Whether no version had these files. */
  readonly isNew: boolean;
}

/** Options of publishing a folder. */
export interface FolderOptions {
  readonly report?: (progress: PublishProgress) => void;
  /** Is called where another publish has to end first. */
  readonly waiting?: () => void;
  /** Whether what was accepted in the database, and the folder lacks, is replaced by what the folder has. */
  readonly replaces?: boolean;
  /** How it is parted, other than by how large it is; tests do so. */
  readonly parting?: Parting;
}

/** How the files of a folder are parted. */
export interface Parting {
  /** How many threads read them; without any, they are read in this one. */
  readonly threads?: number;
  /** How many records are made into rows at once. */
  readonly records?: number;
  /** From so many changed files on, the whole shelf is compared. */
  readonly manyFiles?: number;
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

/** Returns the files that a folder lacks as they were accepted. @param digestOf returns that of a file of the folder */
async function lackingFiles(
  session: Queries,
  { shelf, current, published, exported }: ShelfRow,
  digestOf: (file: string) => string | undefined,
): Promise<string[]> {
  if (current === null || published === 0) return [];
  const accepted = await changedSince(session, shelf, [published, current]);
  return accepted
    .filter(({ path, now, before, at }) => {
      const own = digestOf(path) ?? null;
      if (own === now) return false;
      // What never was on the shelf was changed in the folder: after it was written out as accepted, or without that.
      return own === null || before.includes(own) || at > exported;
    })
    .map(({ path }) => path);
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
  { report = () => {}, waiting, replaces = false, parting = {} }: FolderOptions = {},
): Promise<PublishedFolder> {
  await prepareSchema(database);
  return database.transaction(async (session) => {
    const row = await holdShelf(session, waiting);
    const published = await publishFrom(session, row, { root, report, replaces, parting });
    await session.rows("update refdesk_shelves set published = $2 where shelf = $1", [
      row.shelf,
      published.number,
    ]);
    return published;
  });
}

type PublishFromOptions = Required<Pick<FolderOptions, "report" | "replaces" | "parting">> & {
  readonly root: string;
};

/** Publishes a folder in a transaction that holds the shelf. */
async function publishFrom(
  session: Session,
  row: ShelfRow,
  { root, ...options }: PublishFromOptions,
): Promise<PublishedFolder> {
  const { crew, survey } = openFolder(root, options.parting.threads);
  try {
    return await publishSurveyed(session, row, {
      root,
      ...options,
      crew,
      folder: await survey(options.report),
    });
  } finally {
    await crew.end();
  }
}

async function publishSurveyed(
  session: Session,
  row: ShelfRow,
  {
    root,
    report,
    replaces,
    parting: { manyFiles = MANY_FILES, records },
    crew,
    folder,
  }: PublishFromOptions & { readonly crew: Crew; readonly folder: SurveyedFolder },
): Promise<PublishedFolder> {
  const { files, hash, faults } = folder;
  const placeOf = (file: string): number | undefined => {
    const at = files.indexOf(file);
    return at < 0 ? undefined : at;
  };
  const lacking = replaces
    ? []
    : await lackingFiles(session, row, (file) => {
        const at = placeOf(file);
        return at === undefined ? undefined : files.digest(at);
      });
  if (lacking.length > 0) throw new LackingFolderError(lacking);
  const isWhole = faults.length === 0;
  const same = isWhole ? await versionWith(session, row.shelf, hash) : undefined;
  if (same !== undefined) {
    await movePointer(session, row.shelf, same);
    return { number: same, hash, isNew: false, come: 0, gone: 0 };
  }
  const newest = await newestVersion(session, row.shelf);
  const base = isBase(newest) ? newest : undefined;
  const known = filePages({
    rows: (text, ...values) => session.rows(text, [row.shelf, OPEN - 1, ...values]),
  });
  const changes = await compareFolder(folder, known, manyFiles);
  if (base && isWhole && changes.count <= manyFiles && !changes.first.has(TOPICS_FILE)) {
    const number = row.last + 1;
    const contents = new Map(
      [...changes.first].map(([name, isThere]) => [
        name,
        isThere ? readAgain(root, files, placeOf(name)!)! : null,
      ]),
    );
    const made = await makeNextVersion(session, base, {
      number,
      origin: "folder",
      changes: contents,
      report,
    });
    await movePointer(session, row.shelf, number);
    return { number, hash: made.hash, isNew: true, come: made.come, gone: made.gone };
  }
  return publishWhole(session, {
    row,
    folder,
    hands: crew.makers(),
    gone: changes.gone,
    report,
    partSize: records,
  });
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

/** `refdesk shelf`: publishes the shelf in a PostgreSQL database, and says which version is read. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { HEAP_OPTIONS } from "../app/heap-options.ts";
import { type Environment, readBasicSettings, readEnvironment } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { type Database, openDatabase } from "../database/connection.ts";
import { shelfMessages as say } from "../language/en/shelf-messages.ts";
import { exportFolder, OwnFilesError } from "../library/database/export-folder.ts";
import { LackingFolderError, publishFolder } from "../library/database/publish-folder.ts";
import { prepareSchema } from "../library/database/schema.ts";
import type { PublishProgress } from "../library/database/table-changes.ts";
import {
  dropVersion,
  findVersion,
  listVersions,
  type ShelfVersion,
  useVersion,
} from "../library/database/versions.ts";
import { errorMessage } from "../support/error-message.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk shelf publish [--replace] [folder]
       refdesk shelf export [--replace] <folder>
       refdesk shelf list
       refdesk shelf use <version>
       refdesk shelf drop <version>

  Keeps the shelf in the PostgreSQL database that DATABASE_URL names, where
  several processes read it that have SHELF=database.

  publish    checks the folder as check-shelf does and publishes it as a new
             version, which is read at once; what has not changed is not
             written again. Without a folder, that which SHELF_DIR names, or
             else this project. A folder that lacks what was accepted in the
             database since the last export is not published
  export     writes the shelf out as files, as they were published or written
             since. Files that were never published are not written over
  --replace  all the same
  list       the versions, the newest first
  use        reads another version, by its number or the beginning of its hash
  drop       takes a version away, with what no other version has
  --help     this text

Interrupted anywhere, publish leaves the version before as it was.

Exit status: 0 done, 1 left as it is, 2 it could not be.
`;

type Print = (text: string) => void;

/** A version as people are told of it. */
const told = ({ number, hash }: Pick<ShelfVersion, "number" | "hash">) => ({
  number,
  hash: hash.slice(0, 12),
});

/** Returns the URL of the database. @throws {Error} where none is set, or none of PostgreSQL */
function databaseUrl({ DATABASE_URL = "" }: Environment): string {
  if (DATABASE_URL === "") throw new Error(say.noDatabase);
  if (!/^postgres(?:ql)?:\/\//.test(DATABASE_URL)) throw new Error(say.notPostgres);
  return DATABASE_URL;
}

/** How often a line of progress is written, in milliseconds. */
const EVERY_MS = 1_000;

/** Returns what writes a line of progress now and then on standard error. */
function createProgress(encode: (text: string) => string): (progress: PublishProgress) => void {
  let last = performance.now();
  return ({ table, compared, written }) => {
    if (performance.now() - last < EVERY_MS) return;
    last = performance.now();
    process.stderr.write(
      encode(`${say.progress(table.replace(/^refdesk_shelf_/, ""), compared, written)}\n`),
    );
  };
}

/** Returns how many sources and records a version has. */
function sizeOf({ summary: { about } }: ShelfVersion): readonly [sources: number, records: number] {
  return [about.sources, Object.values(about.counts).reduce((sum, count) => sum + count, 0)];
}

/** What is done with a folder. */
interface FolderOptions {
  readonly print: Print;
  readonly encode: (text: string) => string;
  readonly replaces: boolean;
}

/** Says why something was left as it is, and which files it is about. */
function leave(text: string, encode: (text: string) => string): number {
  process.stderr.write(encode(`${text}\n`));
  return 1;
}

async function publish(
  folder: string,
  database: Database,
  { print, encode, replaces }: FolderOptions,
): Promise<number> {
  try {
    const { number, isNew, come, gone } = await publishFolder(database, folder, {
      report: createProgress(encode),
      waiting: () => void process.stderr.write(encode(`${say.waiting}\n`)),
      replaces,
    });
    const version = findVersion(await listVersions(database), String(number))!;
    print(say.published(told(version), ...sizeOf(version)));
    print(isNew ? say.changed(come, gone) : say.unchanged);
    print(say.readFrom(folder));
    return 0;
  } catch (error) {
    if (error instanceof LackingFolderError) return leave(say.lacking(error.files), encode);
    throw error;
  }
}

async function writeOut(
  folder: string,
  database: Database,
  { print, encode, replaces }: FolderOptions,
): Promise<number> {
  await prepareSchema(database);
  try {
    const { version, written, removed } = await exportFolder(database, folder, { replaces });
    print(say.exported(told(version), folder));
    print(say.filesWritten(written, removed));
    return 0;
  } catch (error) {
    if (error instanceof OwnFilesError) return leave(say.ownFiles(error.files), encode);
    throw error;
  }
}

async function list(database: Database, print: Print): Promise<number> {
  const versions = await listVersions(database);
  if (versions.length === 0) print(say.none);
  for (const version of versions) {
    const minute = version.publishedAt.toISOString().slice(0, 16).replace("T", " ");
    print(say.row(told(version), `${minute} UTC`, ...sizeOf(version), version.isCurrent));
  }
  if (versions.some(({ isCurrent }) => isCurrent)) print(say.current);
  return 0;
}

/** Returns the version that is named. @throws {Error} where there is none */
async function versionNamed(named: string, database: Database): Promise<ShelfVersion> {
  const versions = await listVersions(database);
  const version = findVersion(versions, named);
  const numbers = versions.map(({ number }) => number);
  if (!version) throw new Error(say.noVersion(named, numbers));
  return version;
}

async function use(named: string, database: Database, print: Print): Promise<number> {
  const version = await versionNamed(named, database);
  const isUsed = await useVersion(database, version);
  if (!isUsed) throw new Error(say.noVersion(named, []));
  print(say.used(told(version)));
  return 0;
}

async function drop(named: string, database: Database, print: Print): Promise<number> {
  const version = await versionNamed(named, database);
  const isDropped =
    !version.isCurrent &&
    (await dropVersion(database, version, (ms) => print(say.dropping(Math.ceil(ms / 1_000)))));
  print(isDropped ? say.dropped(told(version)) : say.isCurrent(told(version)));
  return isDropped ? 0 : 1;
}

/** Publishes, lists, uses and drops versions of the shelf. */
export const shelfProgram: Program = {
  usage: USAGE,
  undone: "nothing was published",
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { replace: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [action = "", named, ...more] = positionals;
    const isRight =
      more.length === 0 &&
      (!values.replace || ["publish", "export"].includes(action)) &&
      (action === "publish" ||
        (action === "list" && named === undefined) ||
        (["use", "drop", "export"].includes(action) && named !== undefined));
    if (!isRight) throw new Error(`“${positionals.join(" ")}” is not understood.\n\n${USAGE.trimEnd()}`);
    // A large folder leaves much that is not needed any more.
    HEAP_OPTIONS.forEach(setFlagsFromString);
    const environment = await readEnvironment();
    const encode = await consoleEncoder();
    const print: Print = (text) => void process.stdout.write(encode(`${text}\n`));
    const database = await openDatabase(databaseUrl(environment), { most: 2 });
    try {
      await database.rows("select 1").catch((error: unknown) => {
        throw new Error(say.unreached(errorMessage(error)));
      });
      if (action === "list") return await list(database, print);
      if (action === "use") return await use(named!, database, print);
      if (action === "drop") return await drop(named!, database, print);
      const options = { print, encode, replaces: values.replace };
      if (action === "export") return await writeOut(resolve(named!), database, options);
      const folder = resolve(named ?? readBasicSettings(environment).shelf ?? PROJECT_FOLDER);
      return await publish(folder, database, options);
    } finally {
      await database.close();
    }
  },
};

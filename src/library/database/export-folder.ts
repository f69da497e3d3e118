/** Writes a shelf that is in a database out as the files of a folder, byte for byte. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../../database/connection.ts";
import { readFileStates } from "../../shelf/files.ts";
import { RECORD_KINDS } from "../../shelf/kinds.ts";
import { keptVersion } from "./change-files.ts";
import { createEditionReader } from "./edition.ts";
import { fileContents, fileDigests, LostFilesError, unknownFiles } from "./shelf-files.ts";
import type { ShelfVersion } from "./versions.ts";

/** What came of writing a shelf out. */
export interface ExportedFolder {
  readonly version: ShelfVersion;
  /** How many files were written and how many taken away; the others were there already. */
  readonly written: number;
  readonly removed: number;
}

/** Thrown where a folder has files of a shelf that the database never had, which would be lost. */
export class OwnFilesError extends LostFilesError {
  override readonly name = "OwnFilesError";
}

/** How many files are read at once. */
const AT_ONCE = 500;

/** Writes a file beside itself first, so that it is whole whenever the program ends. */
function writeWhole(path: string, content: Buffer): void {
  const part = `${path}~`;
  writeFileSync(part, content);
  renameSync(part, path);
}

/**
 * Writes the version that is read now to a folder, and takes away what of a shelf it has besides.
 * @param replaces whether also files are written over or taken away that the database never had
 * @throws {OwnFilesError} where there are such, and it does not
 */
export async function exportFolder(
  database: Database,
  root: string,
  { replaces = false }: { readonly replaces?: boolean } = {},
): Promise<ExportedFolder> {
  const version = await keptVersion(database);
  const reader = createEditionReader(database, version, false);
  for (const folder of ["seeds", ...RECORD_KINDS.map((kind) => `data/${kind}`)])
    mkdirSync(join(root, folder), { recursive: true });
  const digests = await fileDigests(reader);
  const { states } = await readFileStates(root);
  const other = new Map(
    [...states].flatMap(([file, { digest }]) =>
      digests.get(file) === digest ? [] : [[file, digest] as const],
    ),
  );
  const own = replaces ? [] : await unknownFiles(database, version.shelf, other);
  if (own.length > 0) throw new OwnFilesError(own);
  const wanted = [...digests]
    .filter(([file, digest]) => states.get(file)?.digest !== digest)
    .map(([file]) => file);
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const contents = await fileContents(reader, wanted.slice(at, at + AT_ONCE));
    for (const [file, content] of contents) writeWhole(join(root, file), content);
  }
  const gone = [...other.keys()].filter((file) => !digests.has(file));
  for (const file of gone) rmSync(join(root, file), { force: true });
  await database.rows("update refdesk_shelves set exported = greatest(exported, $2) where shelf = $1", [
    version.shelf,
    version.number,
  ]);
  return { version, written: wanted.length, removed: gone.length };
}

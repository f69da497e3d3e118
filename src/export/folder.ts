/** Collects the files of an export and writes them to a folder. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bibtex } from "../citation/bibtex.ts";
import { toCslItem } from "../citation/csl.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { linkedData } from "./linked-data.ts";
import { exportTables } from "./tables.ts";

/** A file of an export, as what gives its text piece by piece: no file is ever whole in memory. */
export type ExportedFile = () => Iterable<string>;

/** Yields the sources' entries for BibTeX. */
function* bibliography(sources: Iterable<Source>): Generator<string> {
  let between = "";
  for (const source of sources) {
    yield between + bibtex(toCslItem(source));
    between = "\n\n";
  }
  yield "\n";
}

/**
 * Returns the files of an export by path. Full texts are included only for sources in the public domain.
 * @param base the prefix of the names in the linked data
 */
export function exportFiles(shelf: Shelf, base?: string): ReadonlyMap<string, ExportedFile> {
  const sources = [...shelf.sources.values()];
  const open = sources.filter(({ rights }) => rights.status === "public-domain");
  return new Map<string, ExportedFile>([
    ["shelf.jsonld", () => linkedData(shelf, base)],
    ...[...exportTables(shelf)].map(([name, lines]): [string, ExportedFile] => [`csv/${name}`, lines]),
    ["sources.bib", () => bibliography(sources)],
    [
      "sources.csl.json",
      () => [
        `${JSON.stringify(
          sources.map((source) => toCslItem(source)),
          null,
          2,
        )}\n`,
      ],
    ],
    ...open.map(({ id, text }): [string, ExportedFile] => [`texts/${id}.txt`, () => [text]]),
  ]);
}

/** An export that could not be written, with what to do about it. */
export class ExportError extends Error {
  override readonly name = "ExportError";
}

/** How much of a file is gathered before it is written, in UTF-16 code units. */
const GATHERED = 65_536;

/** Writes a file piece by piece. */
function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    let gathered = "";
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < GATHERED) continue;
      writeFileSync(file, gathered);
      gathered = "";
    }
    writeFileSync(file, gathered);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes files into a folder, creating it if needed. Nothing is deleted.
 * @param over whether existing files may be overwritten
 * @throws {ExportError} when the folder is a file, is not empty while `over` is false, or cannot be written to
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, ExportedFile>, over = false): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw new ExportError(`${folder} is a file. Give a folder, or a name that is not taken.`);
    const [there] = readdirSync(folder);
    if (there !== undefined && !over)
      throw new ExportError(
        `${folder} is not empty: ${there} stands in it. Give another folder, or --over to write over what has the same name.`,
      );
  }
  for (const [name, pieces] of files) {
    const path = join(folder, name);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writePieces(path, pieces());
    } catch (error) {
      const { code = "", message } = error as NodeJS.ErrnoException;
      throw new ExportError(
        `${path} could not be written (${code || message}). Give a folder in which you may write, on a disk that has room.`,
      );
    }
  }
}

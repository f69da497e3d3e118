/** Collects the files of an export and writes them to a folder. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bibtex } from "../citation/bibtex.ts";
import { toCslItem } from "../citation/csl.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { linkedData } from "./linked-data.ts";
import { exportTables } from "./tables.ts";

/**
 * Returns the files of an export by path. Full texts are included only for sources in the public domain.
 * @param base the prefix of the names in the linked data
 */
export function exportFiles(shelf: Shelf, base?: string): ReadonlyMap<string, string> {
  const sources = [...shelf.sources.values()];
  const items = sources.map((source) => toCslItem(source));
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const open = sources.filter(({ rights }) => rights.status === "public-domain");
  return new Map([
    ["shelf.jsonld", json(linkedData(shelf, base))],
    ...[...exportTables(shelf)].map(([name, text]): [string, string] => [`csv/${name}`, text]),
    ["sources.bib", `${items.map(bibtex).join("\n\n")}\n`],
    ["sources.csl.json", json(items)],
    ...open.map(({ id, text }): [string, string] => [`texts/${id}.txt`, text]),
  ]);
}

/** An export that could not be written, with what to do about it. */
export class ExportError extends Error {
  override readonly name = "ExportError";
}

/**
 * Writes files into a folder, creating it if needed. Nothing is deleted.
 * @param over whether existing files may be overwritten
 * @throws {ExportError} when the folder is a file, is not empty while `over` is false, or cannot be written to
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>, over = false): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory())
      throw new ExportError(`${folder} is a file. Give a folder, or a name that is not taken.`);
    const [there] = readdirSync(folder);
    if (there !== undefined && !over)
      throw new ExportError(
        `${folder} is not empty: ${there} stands in it. Give another folder, or --over to write over what has the same name.`,
      );
  }
  for (const [name, text] of files) {
    const path = join(folder, name);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      const { code = "", message } = error as NodeJS.ErrnoException;
      throw new ExportError(
        `${path} could not be written (${code || message}). Give a folder in which you may write, on a disk that has room.`,
      );
    }
  }
}

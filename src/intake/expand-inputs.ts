/** Lists what is to be added: addresses, files, and the files in folders. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { RawDocument } from "./document.ts";
import { refusal } from "./refusal.ts";

/** Files larger than this are not read. */
const MOST_BYTES = 20_000_000;

/** Tells whether an argument is an address. A drive of Windows, such as C:, has one letter. */
export const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(input);

const isHidden = (name: string): boolean =>
  name.startsWith(".") || /^(?:Thumbs\.db|desktop\.ini)$/i.test(name);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isHidden(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      // What belongs to a saved page is no document: browsers put it into a folder beside the page.
      if (entry.isDirectory()) return /_files$|\.assets$/.test(entry.name) ? [] : filesIn(path);
      return entry.isFile() ? [path] : [];
    });
}

/** Returns addresses and files in the order given, with folders replaced by their files, sorted by name. */
export const expandInputs = (inputs: readonly string[]): string[] =>
  inputs.flatMap((input) =>
    !isAddress(input) && existsSync(input) && statSync(input).isDirectory() ? filesIn(input) : [input],
  );

/** Reads a list of addresses and files, one a line; a line that begins with # says nothing. */
export const readList = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

/** @throws {Refusal} when there is no such file, or it is too large */
export function readInputFile(path: string): Omit<RawDocument, "start"> {
  if (!existsSync(path)) throw refusal("adding", "noFile");
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw refusal("adding", "fileTooLarge", MOST_BYTES / 1_000_000);
  return { bytes: readFileSync(path), name: basename(path) };
}

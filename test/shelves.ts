/** Creates altered copies of the real shelf in temporary folders. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatFault, ShelfError } from "../src/shelf/faults.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { PROJECT } from "./desks.ts";
import { removeAfterwards } from "./temporary-folders.ts";

/** The new content of a file, a function of its content, or null to remove the file. */
export type Change = string | null | ((text: string) => string);
export type Changes = Readonly<Record<string, Change>>;

/** Creates an empty temporary folder, which is removed when the tests of the file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-test-"));
  removeAfterwards(folder);
  return folder;
}

export function change(root: string, changes: Changes): void {
  for (const [file, made] of Object.entries(changes)) {
    const path = join(root, file);
    if (made === null) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof made === "string" ? made : made(readFileSync(path, "utf8")));
    }
  }
}

/** Creates a copy of the real shelf with changes. */
export function shelfWith(changes: Changes): string {
  const root = temporaryFolder();
  for (const folder of ["seeds", "data"])
    cpSync(join(PROJECT, folder), join(root, folder), { recursive: true });
  change(root, changes);
  return root;
}

/** Replaces the first occurrence of `old`, which must exist. */
export const replacing = (old: string, made: string) => (text: string) => {
  if (!text.includes(old)) throw new Error(`“${old}” is not there to be replaced`);
  return text.replace(old, () => made);
};

/** Sets the value at a JSON Pointer, or removes it when undefined. The parent must exist. */
export const setting = (pointer: string, value: unknown) => (text: string) => {
  const keys = pointer.split("/").slice(1);
  const last = keys.pop();
  const whole: unknown = JSON.parse(text);
  const place = keys.reduce((at, key) => (at as Record<string, unknown>)[key], whole);
  if (typeof place !== "object" || place === null || last === undefined)
    throw new Error(`no place ${pointer}`);
  Object.assign(place, { [last]: value });
  return JSON.stringify(whole);
};

/** Combines several changes of one file, applied in order. */
export const all =
  (...steps: readonly ((text: string) => string)[]) =>
  (text: string) =>
    steps.reduce((made, step) => step(made), text);

/** Returns the faults of a shelf, one line each; empty when it is valid. */
export async function faultsOf(root: string): Promise<string[]> {
  try {
    await readShelf(root);
    return [];
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    return error.faults.map(formatFault);
  }
}

/** Shelves to break: copies of the real one with changes, in temporary folders that go when their tests are done. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { formatFault, ShelfError } from "../src/shelf/faults.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { PROJECT } from "./desks.ts";

/** What becomes of one file: another text, a text made from its own, or (null) no file at all. */
export type Change = string | null | ((text: string) => string);
export type Changes = Readonly<Record<string, Change>>;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A fresh empty folder. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-test-"));
  folders.push(folder);
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

/** A copy of the real shelf with changes. */
export function shelfWith(changes: Changes): string {
  const root = temporaryFolder();
  for (const folder of ["seeds", "data"])
    cpSync(join(PROJECT, folder), join(root, folder), { recursive: true });
  change(root, changes);
  return root;
}

/** Another text in place of the first occurrence of `old`, which must be there. */
export const replacing = (old: string, made: string) => (text: string) => {
  if (!text.includes(old)) throw new Error(`“${old}” is not there to be replaced`);
  return text.replace(old, () => made);
};

/** Sets what stands at a JSON pointer; undefined takes it away. The place it stands in must exist. */
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

/** Several changes of one file, one after another. */
export const all =
  (...steps: readonly ((text: string) => string)[]) =>
  (text: string) =>
    steps.reduce((made, step) => step(made), text);

/** What is wrong with a shelf, a line for each fault; nothing where it holds. */
export async function faultsOf(root: string): Promise<string[]> {
  try {
    await readShelf(root);
    return [];
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    return error.faults.map(formatFault);
  }
}

/** Looks a folder through: reads every file once, for its hash and for what the parts have to know of each other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createFileList, type FileList } from "../../../shelf/file-list.ts";
import { compareFiles, listFiles, TOPICS_FILE } from "../../../shelf/files.ts";
import { compareSources } from "../part-rows.ts";
import type { PublishProgress } from "../table-changes.ts";
import { createCrew, type Hand, share } from "./hands.ts";
import type { FoundNames, LoadedFolder, PlacedFault, SurveyErrand } from "./parts.ts";

/** What is known of a folder that was looked through. */
export interface SurveyedFolder {
  readonly files: FileList;
  /** SHA-256 over all files, in hexadecimal. */
  readonly hash: string;
  readonly faults: readonly PlacedFault[];
  readonly topicsText: string | undefined;
  /** The sources for the desk alone, in the order of the shelf. */
  readonly hidden: readonly string[];
  /** As threads have them: see `LoadedFolder`. */
  readonly homes: Uint32Array;
  readonly kept: Uint8Array;
}

/** How many files are looked through at once. */
const AT_ONCE = 1_000;

function* ranges(from: number, to: number): Generator<SurveyErrand> {
  for (let at = from; at < to; at += AT_ONCE) yield { from: at, to: Math.min(to, at + AT_ONCE) };
}

/** Lists the files of a folder, and finds who reads them. @param threads how many threads do, other than by its size */
export function openFolder(root: string, threads?: number) {
  const { found, faults } = listFiles(root);
  const files = createFileList(found);
  const [seedsFrom, seedsTo] = files.folder("seeds");
  const folder: LoadedFolder = {
    root,
    files: files.shared,
    homes: new SharedArrayBuffer(found.length * 4),
    lengths: new SharedArrayBuffer((seedsTo - seedsFrom) * 4),
    kept: new SharedArrayBuffer(found.length),
  };
  const crew = createCrew(folder, found.length, threads);

  async function survey(report: (progress: PublishProgress) => void): Promise<SurveyedFolder> {
    const all: PlacedFault[] = faults.map((fault) => ({ step: "reading", at: -1, fault }));
    const hidden: string[] = [];
    let done = 0;
    // How long the sources are is known before the records are read that stand on them.
    for (const [from, to] of [
      [0, seedsTo],
      [seedsTo, files.length],
    ] as const)
      await share(crew.readers(), "survey", ranges(from, to), (part) => {
        all.push(...part.faults);
        hidden.push(...part.hidden);
        done += AT_ONCE;
        report({ table: "refdesk_shelf_files", compared: Math.min(done, files.length), written: 0 });
      });
    return {
      files,
      hash: files.hash(),
      faults: all,
      topicsText: files.indexOf(TOPICS_FILE) < 0 ? undefined : readFileSync(join(root, TOPICS_FILE), "utf8"),
      hidden: hidden.sort(compareSources),
      homes: new Uint32Array(folder.homes),
      kept: new Uint8Array(folder.kept),
    };
  }
  return { crew, survey };
}

export const NO_NAMES: FoundNames = { whole: [], open: [] };

/** Finds the names in Chinese characters of all records. */
export async function collectHanNames(
  { files, hidden }: SurveyedFolder,
  hands: readonly Hand[],
): Promise<FoundNames> {
  const [whole, open] = [new Set<string>(), new Set<string>()];
  const [, first] = files.folder("seeds");
  function* errands() {
    for (const range of ranges(first, files.length)) yield { ...range, hidden };
  }
  await share(hands, "hanNames", errands(), (part) => {
    for (const name of part.whole) whole.add(name);
    for (const name of part.open) open.add(name);
  });
  return { whole: [...whole], open: [...open] };
}

/** The files that are other in a folder than in the version before. */
export interface FolderChanges {
  /** How many there are, and the first of them, each with whether it is still there. */
  readonly count: number;
  readonly first: ReadonlyMap<string, boolean>;
  readonly gone: readonly (readonly [folder: number, path: string])[];
}

/** A file of the version before. */
export interface KnownFile {
  readonly folder: number;
  readonly path: string;
  readonly digest: string;
}

/**
 * Compares a folder with the version before, both in the order of the shelf, and notes which files are as they were.
 * @param most how many changes are told by name
 */
export async function compareFolder(
  { files, kept }: SurveyedFolder,
  known: AsyncIterable<readonly KnownFile[]>,
  most: number,
): Promise<FolderChanges> {
  const first = new Map<string, boolean>();
  const gone: (readonly [number, string])[] = [];
  let [at, count] = [0, 0];
  function note(path: string, isThere: boolean): void {
    if (++count <= most) first.set(path, isThere);
  }
  for await (const some of known)
    for (const { folder, path, digest } of some) {
      while (at < files.length && compareFiles(files.name(at), path) < 0) note(files.name(at++), true);
      if (at < files.length && files.name(at) === path) {
        if (files.digest(at) === digest) kept[at] = 1;
        else note(path, true);
        at++;
      } else {
        note(path, false);
        gone.push([folder, path]);
      }
    }
  while (at < files.length) note(files.name(at++), true);
  return { count, first, gone };
}

/**
 * Reads, checks and analyses a folder part by part, and makes the rows of each: what a thread does while the database takes the
 * rows of the part before. It needs nothing of the database, and of the folder what it has just read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WordForms } from "../../../search/analysis.ts";
import { createPassageSpans } from "../../../shelf/evidence.ts";
import type { ShelfFault } from "../../../shelf/faults.ts";
import { type FileList, openFileList } from "../../../shelf/file-list.ts";
import { encodingFault, folderNumber, idOf, isRecordFile } from "../../../shelf/files.ts";
import { parseRecord } from "../../../shelf/parse.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import type { Source } from "../../../shelf/sources.ts";
import { verifyRecord } from "../../../shelf/verify.ts";
import { createVerifyContext } from "../../../shelf/verify-context.ts";
import { errorMessage } from "../../../support/error-message.ts";
import { containsHan } from "../../../support/han.ts";
import { sourcesOf } from "../../referrers.ts";
import { hanNamesOf } from "../record-rows.ts";
import { digestOf } from "../shelf-files.ts";
import { createFolderReader, type FolderReader, readAgain } from "./folder-reader.ts";

import type {
  FoundNames,
  LoadedFolder,
  LoadStart,
  PartMaker,
  PlacedFault,
  SurveyErrand,
  Surveyed,
} from "./parts.ts";
import { createRowBuffers } from "./row-buffers.ts";
import { createSideWriter, type SideWriter } from "./side-writer.ts";

/** No source: what stands on none that is there. */
const NO_SOURCE = 0xffff_ffff;

/** How many forms of words are kept between records. */
const MOST_FORMS = 100_000;

/** Tells whether a card is that of a source for the desk alone; what is wrong with it is told when it is its turn. */
function isHiddenCard(text: string): boolean {
  try {
    return (JSON.parse(text) as { visibility?: unknown } | null)?.visibility === "desk";
  } catch {
    return false;
  }
}

/** Returns the sources of which there are files, in the order of the shelf, and what tells the place of each. */
function sourcesIn(files: FileList) {
  const places = new Map<string, number>();
  const [from, to] = files.folder("seeds");
  for (let at = from; at < to; at++) {
    const file = files.name(at);
    const id = idOf(file)!;
    if (!places.has(id)) places.set(id, places.size);
  }
  return { ids: [...places.keys()], orderOf: (id: string): number => places.get(id) ?? -1 };
}

/** Returns what tells the place of a source among those that everyone may read. */
function openPositions(ids: readonly string[], hidden: ReadonlySet<string>): (id: string) => number {
  const places = new Map(ids.filter((id) => !hidden.has(id)).map((id, at) => [id, at]));
  return (id) => places.get(id)!;
}

/** Creates what makes the parts of a folder. */
export function createPartMaker({ root, files: shared, ...folders }: LoadedFolder): PartMaker {
  const files = openFileList(shared);
  const [homes, lengths] = [new Uint32Array(folders.homes), new Uint32Array(folders.lengths)];
  const isKept = new Uint8Array(folders.kept);
  const { ids: sourceIds, orderOf } = sourcesIn(files);
  let folder: FolderReader;
  let started: LoadStart;
  let buffers: ReturnType<typeof createRowBuffers>;
  let sides: { readonly whole: SideWriter; readonly open?: SideWriter };
  const known: WordForms = new Map();

  /** Reads one file for the first time, and returns its content where it is a text. */
  function readFirst(at: number, faults: PlacedFault[]): string | undefined {
    const file = files.name(at);
    const add = (message: string): void =>
      void faults.push({ step: "reading", at, fault: { file, pointer: "", message } });
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(root, file));
    } catch (error) {
      add(`cannot be read (${errorMessage(error)})`);
      return undefined;
    }
    files.setDigest(at, digestOf(bytes));
    const fault = encodingFault(bytes);
    if (fault !== undefined) add(fault);
    return bytes.toString("utf8");
  }

  /** Returns the place of the longest source that a record names. Nothing depends on it but how much is read again. */
  function homeOf(text: string): number {
    let [home, longest] = [NO_SOURCE, -1];
    for (const [, id] of text.matchAll(/"source"\s*:\s*"([^"]*)"/g)) {
      const order = orderOf(id!);
      if (order < 0 || lengths[order]! <= longest) continue;
      [home, longest] = [order, lengths[order]!];
    }
    return home;
  }

  function survey({ from, to }: SurveyErrand): Surveyed {
    const found = { faults: [] as PlacedFault[], hidden: [] as string[] };
    for (let at = from; at < to; at++) {
      const [file, text] = [files.name(at), readFirst(at, found.faults)];
      if (text === undefined) continue;
      if (file.startsWith("seeds/")) {
        if (file.endsWith(".txt")) lengths[orderOf(idOf(file)!)] = text.length;
        else if (isHiddenCard(text)) found.hidden.push(idOf(file)!);
      } else if (isRecordFile(file)) homes[at] = homeOf(text);
    }
    return found;
  }

  function hanNames({ from, to, hidden }: Parameters<PartMaker["hanNames"]>[0]): FoundNames {
    const [whole, open, closed] = [new Set<string>(), new Set<string>(), new Set(hidden)];
    for (let at = from; at < to; at++) {
      const text = readAgain(root, files, at)?.toString("utf8");
      const record =
        text !== undefined && containsHan(text) ? parseRecord(files.name(at), text, []) : undefined;
      const names = record ? hanNamesOf(record) : [];
      const isOpen = record !== undefined && sourcesOf(record).every((id) => !closed.has(id));
      for (const name of names) {
        whole.add(name);
        if (isOpen) open.add(name);
      }
    }
    return { whole: [...whole], open: [...open] };
  }

  function start(given: LoadStart): void {
    started = given;
    const hidden = new Set(given.hidden);
    folder = createFolderReader(root, files, orderOf, hidden);
    buffers = createRowBuffers(given.version);
    const side = (shelf: number, hanNames: readonly string[], isOpen: boolean) =>
      createSideWriter({
        shelf,
        topics: given.topics,
        hanNames: new Set(hanNames),
        namesOf(ref) {
          const named = folder.named(ref);
          return named && (!isOpen || named.isOpen) ? named.names : [];
        },
        isThere: (ref) => !isOpen || folder.named(ref)?.isOpen === true,
        source: folder.source,
        positionOf: isOpen ? openPositions(sourceIds, hidden) : orderOf,
        known,
        buffers,
      });
    sides = {
      whole: side(given.shelf, given.hanNames.whole, false),
      ...(hidden.size > 0 ? { open: side(-given.shelf, given.hanNames.open, true) } : {}),
    };
  }

  function addFile(at: number): void {
    if (isKept[at]) return;
    const content = folder.content(at);
    const path = files.name(at);
    if (content)
      buffers.addFile(started.shelf, {
        ...{ folder: folderNumber(path), path, content },
        digest: files.digest(at),
      });
  }

  /** Parses and verifies records, and writes them where that is wanted. */
  function makeRecords(places: Uint32Array, writes: boolean, faults: PlacedFault[]): void {
    const place =
      (step: PlacedFault["step"], at: number) =>
      (fault: ShelfFault): void =>
        void faults.push({ step, at, fault });
    const spans = createPassageSpans();
    const context = createVerifyContext({
      sources: { get: folder.source },
      sourceIds: { has: (id) => orderOf(id) >= 0 },
      refs: { has: (ref) => files.indexOf(`data/${ref}.json`) >= 0 },
      namesOf: (ref) => folder.named(ref)?.names ?? [],
      folded: folder.folded,
      spans,
    });
    const records: AnyRecord[] = [];
    for (const at of places) {
      const own: ShelfFault[] = [];
      folder.standOn(sourceIds[homes[at]!]);
      const record = folder.record(at, own);
      own.forEach(place("parsing", at));
      if (!record) continue;
      records.push(record);
      verifyRecord(record, files.name(at), context).forEach(place("verifying", at));
    }
    if (!writes || faults.length > 0) return;
    sides.whole.records(records, spans);
    sides.open?.records(
      records.filter(({ kind, id }) => folder.named(`${kind}/${id}`)!.isOpen),
      spans,
    );
    for (const at of places) addFile(at);
  }

  function makeSources(from: number, to: number, writes: boolean, faults: PlacedFault[]): void {
    const hidden = new Set(started.hidden);
    for (let order = from; order < to; order++) {
      const own: ShelfFault[] = [];
      const source: Source | undefined = folder.readSource(sourceIds[order]!, order, own);
      for (const fault of own) faults.push({ step: "parsing", at: order, fault });
      if (!source || !writes || faults.length > 0) continue;
      sides.whole.source(source);
      if (!hidden.has(source.id)) sides.open?.source(source);
      for (const ending of [".json", ".txt"]) addFile(files.indexOf(`seeds/${source.id}${ending}`));
    }
  }

  return {
    survey,
    hanNames,
    start,
    make({ records, others, sources, writes, isLast = false }) {
      const faults: PlacedFault[] = [];
      if (known.size > MOST_FORMS) known.clear();
      if (sources) makeSources(...sources, writes, faults);
      if (records) makeRecords(records, writes, faults);
      if (writes) for (const at of others ?? []) addFile(at);
      for (const side of [sides.whole, sides.open]) side?.flush(isLast);
      return {
        faults,
        copies: buffers.take(),
        whole: sides.whole.takeCounts(),
        open: sides.open?.takeCounts(),
      };
    },
  };
}

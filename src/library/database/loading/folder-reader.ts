/** Reads the files of a folder one by one as they were when it was looked through, and keeps what is wanted again and again. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { collectEvidence, createFoldedText, type FoldedText } from "../../../shelf/evidence.ts";
import type { ShelfFault } from "../../../shelf/faults.ts";
import { type FileList, UNREAD } from "../../../shelf/file-list.ts";
import { type RecordRef, recordNames } from "../../../shelf/kinds.ts";
import { parseRecord, parseSource } from "../../../shelf/parse.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import type { Source } from "../../../shelf/sources.ts";
import { createBoundedCache } from "../../../support/bounded-cache.ts";
import { memoizeByKey } from "../../../support/memoize.ts";
import { digestOf } from "../shelf-files.ts";

/** Thrown where a file is not as it was. */
class ChangedFolderError extends Error {
  override readonly name = "ChangedFolderError";
  constructor() {
    super("The folder was changed while it was published: publish it again");
  }
}

/** What others need to know of a record. */
export interface NamedRecord {
  readonly names: readonly string[];
  /** Whether everyone may read it. */
  readonly isOpen: boolean;
}

/** How many records' names are kept, and how long the texts of sources are together, in UTF-16 code units. */
const KEPT = { names: 20_000, texts: 15_000_000 } as const;

export interface FolderReader {
  /** Does what `readAgain` does. */
  content(at: number): Buffer | undefined;
  /** Parses a record, and adds what is wrong with it to the faults. */
  record(at: number, faults: ShelfFault[]): AnyRecord | undefined;
  /** Parses a source, and adds what is wrong with it to the faults. */
  readSource(id: string, order: number, faults: ShelfFault[]): Source | undefined;
  /** Keeps a source until another is named, however long it is: many records that follow stand on it. */
  standOn(id: string | undefined): void;
  /** Returns a source that others stand on. */
  source(id: string): Source | undefined;
  folded(id: string): FoldedText | undefined;
  /** Returns what is known of a record that others refer to; undefined where it is not there, or cannot be read. */
  named(ref: RecordRef): NamedRecord | undefined;
}

/**
 * Reads a file that was read before; one that could not be read then is undefined.
 * @throws {ChangedFolderError} where it is not as it was
 */
export function readAgain(root: string, files: FileList, at: number): Buffer | undefined {
  const digest = files.digest(at);
  if (digest === UNREAD) return undefined;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, files.name(at)));
  } catch {
    throw new ChangedFolderError();
  }
  if (digestOf(bytes) !== digest) throw new ChangedFolderError();
  return bytes;
}

/** Reads a folder. @param orderOf returns the place of a source among all @param hidden the sources for the desk alone */
export function createFolderReader(
  root: string,
  files: FileList,
  orderOf: (id: string) => number,
  hidden: ReadonlySet<string>,
): FolderReader {
  const named = createBoundedCache<string, NamedRecord>(KEPT.names);
  const sources = createBoundedCache<string, Source>(KEPT.texts, ({ text }) => text.length);
  const foldedOf = memoizeByKey(({ text }: Source): FoldedText => createFoldedText(text));

  const content = (at: number): Buffer | undefined => readAgain(root, files, at);

  function record(at: number, faults: ShelfFault[]): AnyRecord | undefined {
    const file = files.name(at);
    const text = content(at)?.toString("utf8");
    const parsed = text === undefined ? undefined : parseRecord(file, text, faults);
    if (parsed)
      named.set(`${parsed.kind}/${parsed.id}`, {
        names: recordNames(parsed),
        isOpen: hidden.size === 0 || collectEvidence(parsed).every((one) => !hidden.has(one.source)),
      });
    return parsed;
  }

  function readSource(id: string, order: number, faults: ShelfFault[]): Source | undefined {
    const [card, text] = [".json", ".txt"].map((ending) => {
      const at = files.indexOf(`seeds/${id}${ending}`);
      const bytes = at < 0 ? undefined : content(at);
      return bytes && { bytes, text: bytes.toString("utf8"), digest: files.digest(at) };
    });
    const read = {
      text: text?.text,
      card: card?.text,
      sha256: text?.digest,
      isReadable: text !== undefined && isUtf8(text.bytes),
    };
    return parseSource(id, order, read, faults);
  }

  /** The source on which the records stand that are made now. */
  let home: { readonly id: string | undefined; readonly source?: Source | undefined } = { id: undefined };
  function source(id: string): Source | undefined {
    if (home.id === id && home.source) return home.source;
    const known = sources.get(id);
    if (known) return known;
    const order = orderOf(id);
    // What is wrong with it is told where it is its turn.
    const read = order < 0 ? undefined : readSource(id, order, []);
    if (home.id === id) home = { id, source: read };
    else if (read) sources.set(id, read);
    return read;
  }

  return {
    content,
    record,
    readSource,
    standOn(id) {
      if (home.id !== id) home = { id };
    },
    source,
    folded(id) {
      const found = source(id);
      return found && foldedOf(found);
    },
    named(ref) {
      const known = named.get(ref);
      if (known) return known;
      const at = files.indexOf(`data/${ref}.json`);
      if (at >= 0) record(at, []);
      return named.get(ref);
    },
  };
}

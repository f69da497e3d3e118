/** Defines where the files of a shelf are kept and changed: in a folder, or in a database. */
import { englishReview, type ReviewMessages } from "../language/en/review-messages.ts";
import type { RecordRef } from "./kinds.ts";
import type { ShelfReader } from "./shelf.ts";

/** A change of one file: what it holds before and after; null where it is not there. */
export interface FileChange {
  /** Relative to the shelf: `data/quotes/lu-jun-the-target.json`. */
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Thrown when a file is not as it was when its change was made. */
export class ChangedSinceError extends Error {
  override readonly name = "ChangedSinceError";
  readonly file: string;
  constructor(file: string) {
    super(englishReview.changedSince(file));
    this.file = file;
  }
}

/** A source as it is stored. */
export interface StoredSource {
  readonly id: string;
  readonly text: string;
  readonly card: string;
}

/**
 * Changes records, all or none.
 * @throws {ChangedSinceError} where a file is not as it is before its change; then nothing is changed
 */
export type WriteChanges = (changes: readonly FileChange[]) => Promise<void>;

/** The files of one shelf. Every function rejects where they cannot be reached. */
export interface ShelfStore extends ShelfReader {
  /** Where it is, as people are told. */
  readonly place: string;
  /** Returns the names of all files of sources: `seeds/x.json`. */
  seeds(): Promise<readonly string[]>;
  /** Returns what files hold; one that is not there is not in it. */
  contents(files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Stores a new source, its text and its card together.
   * @throws {Error} where its id is no id, or is taken
   */
  addSource(source: StoredSource): Promise<void>;
  /** Takes a source away, with records that no other needs. */
  removeSource(id: string, records: readonly RecordRef[]): Promise<void>;
  /**
   * Runs an action while nobody else changes records.
   * @param say the language of what is thrown
   * @throws {Error} where the shelf cannot be written to, or another does not end writing
   */
  whileAlone<Value>(action: (write: WriteChanges) => Promise<Value>, say?: ReviewMessages): Promise<Value>;
  /** Finishes what a process that has ended was changing, or undoes it. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** Returns what a file of a shelf holds; null where it is not there. */
export const contentIn = async (store: Pick<ShelfStore, "contents">, file: string): Promise<string | null> =>
  (await store.contents([file])).get(file) ?? null;

/** Tells whether changes have been made: each file is as it is after them. */
export async function areMade(
  store: Pick<ShelfStore, "contents">,
  changes: readonly FileChange[],
): Promise<boolean> {
  const contents = await store.contents(changes.map(({ file }) => file));
  return changes.every(({ file, after }) => (contents.get(file) ?? null) === after);
}

/** What is asked of those who make the parts of a folder, and what they reply. */
import type { ShelfFault } from "../../../shelf/faults.ts";
import type { SharedFileList } from "../../../shelf/file-list.ts";
import type { Topic } from "../../../shelf/topics.ts";
import type { WholeCounts } from "./load-counts.ts";
import type { CopyPart } from "./row-buffers.ts";

/** What every thread knows of the folder that is published. */
export interface LoadedFolder {
  readonly root: string;
  readonly files: SharedFileList;
  /** Of each record, the place of the longest source on which it stands, so that those on one source come together. */
  readonly homes: SharedArrayBuffer;
  /** Of each source, by its place, how many bytes its text has. */
  readonly lengths: SharedArrayBuffer;
  /** Whether each file is as it is in the version before. */
  readonly kept: SharedArrayBuffer;
}

/** Files that are looked through: those from one place up to another. */
export interface SurveyErrand {
  readonly from: number;
  readonly to: number;
}

/** What was found in files that were looked through. */
export interface Surveyed {
  readonly faults: readonly PlacedFault[];
  /** The sources for the desk alone. */
  readonly hidden: readonly string[];
}

/** The names in Chinese characters of some records, and those of them that records have which everyone may read. */
export interface FoundNames {
  readonly whole: readonly string[];
  readonly open: readonly string[];
}

/** A fault, with what it is put in order by. */
export interface PlacedFault {
  readonly step: "reading" | "parsing" | "verifying";
  readonly at: number;
  readonly fault: ShelfFault;
}

/** What is known of the shelf once its folder has been looked through. */
export interface LoadStart {
  readonly shelf: number;
  readonly version: number;
  readonly topics: readonly Topic[];
  readonly hidden: readonly string[];
  /** The names in Chinese characters of all records, where topics are looked for beside them. */
  readonly hanNames: FoundNames;
}

/** Files to be made rows of. */
export interface PartErrand {
  /** The places of records, or of other files of which nothing but themselves is kept. */
  readonly records?: Uint32Array;
  readonly others?: Uint32Array;
  /** Sources, from the place of one among all up to that of another. */
  readonly sources?: readonly [from: number, to: number];
  /** Whether rows are wanted, or only what is wrong. */
  readonly writes: boolean;
  /** Whether nothing comes after it. */
  readonly isLast?: boolean;
  /**
   * The memory of rows that have been written, which goes back to the thread that made them: it collects what it does not need
   * all the time, and the thread that writes hardly ever.
   */
  readonly spent?: readonly ArrayBuffer[];
}

/** What came of a part. */
export interface MadePart {
  readonly faults: readonly PlacedFault[];
  readonly copies: readonly CopyPart[];
  readonly whole: WholeCounts;
  /** The same of what everyone may read; undefined where nothing is for the desk alone. */
  readonly open?: WholeCounts | undefined;
}

export interface PartMaker {
  /** Reads files for the first time: their hashes, and what each part has to know of others. */
  survey(errand: SurveyErrand): Surveyed;
  /** Finds the names in Chinese characters of records. */
  hanNames(errand: SurveyErrand & { readonly hidden: readonly string[] }): FoundNames;
  start(start: LoadStart): void;
  make(errand: PartErrand): MadePart;
}

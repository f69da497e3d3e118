/** Finds the names of a record in a text. */
import { containsFolded } from "./evidence.ts";
import { recordNames } from "./kinds.ts";
import type { AnyRecord } from "./records.ts";

/** Tells whether a text has one of a record's names, both folded as in `containsFolded`. */
export const isNamedIn = (record: AnyRecord, text: string): boolean =>
  recordNames(record).some((name) => containsFolded(name, text));

/** Tells which words of a sentence a passage does not have. */
import { recordNames } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { isContentWord, splitWords } from "./alignment.ts";
import { stemWords } from "./stems.ts";

/** Length of the prefix by which words are compared: “China” and “Chinese” share four letters. */
const SHARED_LETTERS = 4;
export const prefixes = (text: string): Set<string> =>
  new Set(stemWords(text).map((stem) => stem.slice(0, SHARED_LETTERS)));

/** Returns the words of a text, without those that have no content, that are not among the known ones. */
export const unknownWords = (text: string, known: ReadonlySet<string>): string[] =>
  splitWords(text)
    .filter(
      (word) =>
        isContentWord(word) &&
        !stemWords(word.word).every((stem) => known.has(stem.slice(0, SHARED_LETTERS))),
    )
    .map(({ word }) => word);

/** Returns the names of a record with the words of its passages. */
export const ofRecord = (record: AnyRecord, evidence: readonly Evidence[]): string =>
  [...recordNames(record), ...evidence.map(({ exact }) => exact)].join(" ");

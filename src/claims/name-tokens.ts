/** Finds the names of records in a sentence. */
import { claimPattern } from "../language/claim-grammar.ts";
import { compactName, foldName } from "../shelf/fold.ts";
import { type RecordKind, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import type { ClaimToken, TokenKind } from "./tokens.ts";

const KIND_OF: Partial<Record<RecordKind, TokenKind>> = {
  organizations: "organization",
  people: "person",
  events: "event",
  terms: "term",
};

/** The kinds of records whose names are read in a sentence. */
export const READ_KINDS = Object.keys(KIND_OF) as readonly RecordKind[];

const SUFFIX = claimPattern(({ vocabulary }) => vocabulary.possessiveSuffix);
const WORD = new RegExp(String.raw`[\p{L}\p{N}\p{M}]+(?:['’](?!${SUFFIX}(?![\p{L}\p{N}]))\p{L}+)*`, "gu");
const IS_SUFFIX = new RegExp(`^${SUFFIX}$`);

/** Longest names looked up, in words and in Chinese characters. */
const MOST_WORDS = 8;
const MOST_CHARACTERS = 14;

/** Lists the integers from `most` down to `least`. */
const downTo = (least: number, most: number): number[] =>
  Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => most - index);

/** Finds the names of records in a text, the longest where names begin at one word. Ignores bare numbers. */
export function locateNames(text: string, records: readonly AnyRecord[]): ClaimToken[] {
  const byName = new Map<string, AnyRecord>();
  for (const record of records) for (const name of recordNames(record)) byName.set(compactName(name), record);
  const beginnings = new Set([...byName.keys()].map((name) => name.charAt(0)));
  // Folding leaves Chinese as it is: what begins with another character than every name is none.
  const mayBegin = (character: string): boolean => beginnings.has(character) || !containsHan(character);
  const words = [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ word, index }))
    .filter(({ word, index }) => !(IS_SUFFIX.test(word) && /['’]/.test(text[index - 1] ?? "")));
  const found: ClaimToken[] = [];
  const add = (start: number, end: number, record: AnyRecord) =>
    found.push({ kind: KIND_OF[record.kind] ?? "other", text: text.slice(start, end), start, end, record });
  for (let at = 0; at < words.length; ) {
    const isPossible = mayBegin(words[at]!.word.charAt(0));
    const wordCount = downTo(1, isPossible ? MOST_WORDS : 0).find((length) => {
      const joined = foldName(
        words
          .slice(at, at + length)
          .map(({ word }) => word)
          .join(" "),
      );
      const record = at + length <= words.length && byName.get(joined.replaceAll(" ", ""));
      if (!record || /^\d+$/.test(joined)) return false;
      const last = words[at + length - 1]!;
      add(words[at]!.index, last.index + last.word.length, record);
      return true;
    });
    const { word, index } = words[at]!;
    if (wordCount === undefined && containsHan(word))
      locateInRun(word, (start, end, record) => add(index + start, index + end, record), byName, mayBegin);
    at += wordCount ?? 1;
  }
  return found;
}

/** Finds names of at least two characters in a run without spaces. */
function locateInRun(
  run: string,
  add: (start: number, end: number, record: AnyRecord) => void,
  byName: ReadonlyMap<string, AnyRecord>,
  mayBegin: (character: string) => boolean,
): void {
  const recordIn = (start: number, end: number) =>
    byName.get(foldName(run.slice(start, end)).replaceAll(" ", ""));
  for (let at = 0; at < run.length; ) {
    const most = mayBegin(run.charAt(at)) ? Math.min(MOST_CHARACTERS, run.length - at) : 0;
    const length = downTo(2, most).find((size) => recordIn(at, at + size));
    if (length !== undefined) add(at, at + length, recordIn(at, at + length)!);
    at += length ?? 1;
  }
}

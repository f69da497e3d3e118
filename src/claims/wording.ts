/** Compares quoted words with the words of a passage. */

import { containsHan } from "../support/han.ts";
import { alignWords, findRun, isContentWord, splitWords, type TextWord } from "./alignment.ts";
import type { NearPassage } from "./near-passages.ts";
import type { WordDifference, WordsVerdict } from "./verdicts.ts";

/** Marks of an omission or insertion in a quotation: ellipses, and anything short in square brackets. */
const GAP = /\[[^\]]{0,200}\]|\(\s{0,9}(?:\.{3,}|…+)\s{0,9}\)|\.{3,}|…+/g;

/** Counts content words. A Chinese character counts 0.4, as it is only part of a word. */
export const contentWeight = (words: readonly TextWord[]): number =>
  words.filter(isContentWord).reduce((sum, word) => sum + (containsHan(word.word) ? 0.4 : 1), 0);
/** Counts words. A Chinese character counts half. */
export const wordLength = (words: readonly TextWord[]): number =>
  words.reduce((sum, word) => sum + (containsHan(word.word) ? 0.5 : 1), 0);

/** Quoted text split into words: all of them, and as runs between marked omissions. */
export interface QuotedWords {
  readonly text: string;
  readonly runs: readonly (readonly TextWord[])[];
  readonly words: readonly TextWord[];
}

/** Splits quoted text into words, grouped into runs at marked omissions. */
export function parseQuoted(text: string): QuotedWords {
  const gaps = [...text.matchAll(GAP)].map(({ index, 0: gap }) => ({ from: index, to: index + gap.length }));
  const runs: TextWord[][] = [[], ...gaps.map(() => [])];
  let run = 0;
  for (const word of splitWords(text)) {
    while (run < gaps.length && gaps[run]!.from < word.end) run++;
    if (word.start >= (gaps[run - 1]?.to ?? 0)) runs[run]!.push(word);
  }
  const kept = runs.filter((run) => run.length > 0);
  return { text, runs: kept, words: kept.flat() };
}

/** Returns the ranges of chosen words in each piece of a passage, with neighbouring words joined. */
export function markWords(passage: NearPassage, words: readonly TextWord[]): WordsVerdict["marked"] {
  const chosen = new Set(words);
  return passage.evidence.map((_, piece) => {
    const marks: { start: number; end: number }[] = [];
    let previous: TextWord | undefined;
    for (const word of passage.words.filter((candidate) => candidate.piece === piece)) {
      if (chosen.has(word)) {
        const last = marks.at(-1);
        if (last && previous && chosen.has(previous)) last.end = word.end;
        else marks.push({ start: word.start, end: word.end });
      }
      previous = word;
    }
    return marks;
  });
}

/** Returns the words of a passage that match all runs unbroken and in order, or undefined when they do not match. */
export function findVerbatim(said: QuotedWords, passage: NearPassage): TextWord[] | undefined {
  const found: TextWord[] = [];
  let from = 0;
  for (const run of said.runs) {
    const at = findRun(run, passage.words, from);
    if (at < 0) return undefined;
    from = at + run.length;
    found.push(...passage.words.slice(at, from));
  }
  return found;
}

/** Returns the original text of a run of a passage's words. */
function textOf(words: NearPassage["words"], passage: NearPassage): string {
  return [...new Set(words.map(({ piece }) => piece))]
    .map((piece) => {
      const own = words.filter((word) => word.piece === piece);
      return passage.evidence[piece]!.exact.slice(own[0]!.start, own.at(-1)!.end);
    })
    .join(" ");
}

/** How quoted words compare with a passage: what they share and where they differ. */
interface NearMatch {
  readonly shared: readonly TextWord[];
  readonly changes: number;
  /** Number of words in the part of the passage that was matched. */
  readonly span: number;
  readonly differences: readonly WordDifference[];
  /** The words of the passage that differ. */
  readonly known: readonly TextWord[];
}

/** Counts the changes in a gap. Words left out in one place count as at most `OMISSION`, however many they are. */
const changesOf = (said: number, known: number): number =>
  said === 0 ? Math.min(known, OMISSION) : Math.max(said, known);
const OMISSION = 2;

/** Aligns each run of quoted words with a passage. */
export function alignQuoted(said: QuotedWords, passage: NearPassage): NearMatch {
  const aligned = said.runs.map((run) => alignWords(run, passage.words));
  // Words that differ only in spacing are the same, such as names run together in the stored text.
  const letters = (run: readonly TextWord[]) => run.map(({ word }) => word).join("");
  const gaps = aligned
    .flatMap((alignment) => alignment.gaps)
    .filter((gap) => letters(gap.said) !== letters(gap.known));
  return {
    shared: aligned.flatMap(({ shared }) => shared.map(([word]) => word)),
    changes: gaps.reduce((sum, gap) => sum + changesOf(wordLength(gap.said), wordLength(gap.known)), 0),
    span: aligned.reduce((sum, { from, to }) => sum + to - from, 0),
    known: gaps.flatMap(({ known }) => known),
    differences: gaps.map((gap) => ({
      said: gap.said.length === 0 ? "" : said.text.slice(gap.said[0]!.start, gap.said.at(-1)!.end),
      known: textOf(gap.known, passage),
    })),
  };
}

/**
 * Tells whether so few words were changed that this passage must be meant. Short phrases pass only as a whole
 * recorded quotation by the named speaker.
 * @param own whether the sentence attributes the words to the recorded speaker
 */
export function isSameQuotation(
  said: QuotedWords,
  near: NearMatch,
  passage: NearPassage,
  own: boolean,
): boolean {
  const all = wordLength(said.words);
  const shared = wordLength(near.shared);
  const weight = contentWeight(near.shared);
  const short = own && near.changes <= 1 && all >= 4 && weight >= 2 && near.span >= passage.words.length - 1;
  if (short && passage.isQuotation) return true;
  return passage.isQuotation
    ? shared >= 5 && weight >= 3 && shared >= all * 0.7 && near.changes <= Math.max(2, all * 0.35)
    : shared >= 7 && weight >= 5 && shared >= all * 0.8 && near.changes <= Math.max(1, all * 0.2);
}

/** Compares the words that somebody wrote down as another's with the words of a passage. */
import { alignWords, findRun, isContentWord, splitWords, type TextWord } from "./alignment.ts";
import { isHan } from "./lexicon.ts";
import type { IndexedPassage } from "./passage-index.ts";
import type { WordDifference, WordsVerdict } from "./verdicts.ts";

/** Where a quotation leaves something out, or puts the writer's own words, and says so. */
const GAP = /\[[^\]]*\]|\(\s*(?:\.{3,}|…+)\s*\)|\.{3,}|…+/g;

/** Weighs how much words say: Chinese characters count less than words, of which they are parts. */
export const contentWeight = (words: readonly TextWord[]): number =>
  words.filter(isContentWord).reduce((sum, word) => sum + (isHan(word.word) ? 0.4 : 1), 0);
/** Counts words; two Chinese characters count as one. */
export const wordLength = (words: readonly TextWord[]): number =>
  words.reduce((sum, word) => sum + (isHan(word.word) ? 0.5 : 1), 0);

/** What was quoted, in the runs that its own gaps leave. */
export interface QuotedWords {
  readonly text: string;
  readonly runs: readonly (readonly TextWord[])[];
  readonly words: readonly TextWord[];
}

/** Splits what was quoted at its gaps, and its runs into words. */
export function parseQuoted(text: string): QuotedWords {
  const edges = [...text.matchAll(GAP)].map(({ index, 0: gap }) => [index, index + gap.length] as const);
  const all = splitWords(text);
  const runs = [...edges, [text.length, text.length] as const].map(([end], index) =>
    all.filter((word) => word.start >= (edges[index - 1]?.[1] ?? 0) && word.end <= end),
  );
  const kept = runs.filter((run) => run.length > 0);
  return { text, runs: kept, words: kept.flat() };
}

/** Marks some of the words of a passage in its pieces, neighbours joined. */
export function markWords(passage: IndexedPassage, words: readonly TextWord[]): WordsVerdict["marked"] {
  const chosen = new Set(words);
  return passage.evidence.map((_, piece) => {
    const marks: { start: number; end: number }[] = [];
    let previous: TextWord | undefined;
    for (const word of passage.words.filter((one) => one.piece === piece)) {
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

/** Finds the words of a passage in which all runs stand, unbroken and in their order; nothing where they do not. */
export function findVerbatim(said: QuotedWords, passage: IndexedPassage): TextWord[] | undefined {
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

/** Takes a run of a passage's words as it stands there. */
function textOf(words: IndexedPassage["words"], passage: IndexedPassage): string {
  return [...new Set(words.map(({ piece }) => piece))]
    .map((piece) => {
      const own = words.filter((word) => word.piece === piece);
      return passage.evidence[piece]!.exact.slice(own[0]!.start, own.at(-1)!.end);
    })
    .join(" ");
}

/** What was quoted nearly as it stands in a passage: how much of it is shared, and where they differ. */
interface NearMatch {
  readonly shared: readonly TextWord[];
  readonly changes: number;
  readonly span: number;
  readonly differences: readonly WordDifference[];
  readonly known: readonly TextWord[];
}

/** Counts the changes of a gap. Words left out in one place are one omission, however many they are. */
const changesOf = (said: number, known: number): number =>
  said === 0 ? Math.min(known, OMISSION) : Math.max(said, known);
const OMISSION = 2;

/** Aligns what was quoted with a passage. */
export function alignQuoted(said: QuotedWords, passage: IndexedPassage): NearMatch {
  const aligned = said.runs.map((run) => alignWords(run, passage.words));
  // Names that run together in the stored text are the same names.
  const letters = (run: readonly TextWord[]) => run.map(({ word }) => word).join("");
  const gaps = aligned.flatMap((one) => one.gaps).filter((one) => letters(one.said) !== letters(one.known));
  return {
    shared: aligned.flatMap(({ shared }) => shared.map(([word]) => word)),
    changes: gaps.reduce((sum, one) => sum + changesOf(wordLength(one.said), wordLength(one.known)), 0),
    span: aligned.reduce((sum, { from, to }) => sum + to - from, 0),
    known: gaps.flatMap(({ known }) => known),
    differences: gaps.map((one) => ({
      said: one.said.length === 0 ? "" : said.text.slice(one.said[0]!.start, one.said.at(-1)!.end),
      known: textOf(one.known, passage),
    })),
  };
}

/** Tells whether so few words were changed that it must be these words that are meant. No short phrase passes. */
export function isSameQuotation(
  said: QuotedWords,
  near: NearMatch,
  passage: IndexedPassage,
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

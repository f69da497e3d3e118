/** Aligns the words that somebody wrote with the words of a passage. */
import { claimWords } from "../language/claim-grammar.ts";
import { foldText } from "../shelf/fold.ts";

/** A word of a text, past its case and its marks; each Chinese character is one. Offsets are of the text as it is. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}]|(?<=\p{L})'(?=\p{L})|(?<=\d)[.,](?=\d))+/gu;

/** Splits a text into its words, in their order. */
export const splitWords = (text: string): TextWord[] =>
  [...foldText(text).matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** Splits very many texts into words, without their places, which take more memory than the words. */
export const wordTexts = (text: string): string[] =>
  (foldText(text).match(WORD) ?? []).map((word) => word.toLowerCase());

/** One place where two texts differ: words of the one, words of the other, either of which may be none. */
interface WordGap<Known extends TextWord> {
  readonly said: readonly TextWord[];
  readonly known: readonly Known[];
}

/** What was said, beside the stretch of what is known that it follows best. */
export interface WordAlignment<Known extends TextWord> {
  /** The words that both have, as pairs in their order. */
  readonly shared: readonly (readonly [said: TextWord, known: Known])[];
  readonly gaps: readonly WordGap<Known>[];
  /** The stretch of the known words, as indexes: from the first that is shared to the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * What a changed word costs, and one that was left out, which goes in whole clauses. Far more than a shared one
 * saves, which only tells equal costs apart.
 */
const CHANGE = 1024;
const OMISSION = 640;
const stepCost = (said: TextWord, known: TextWord): number => (said.word === known.word ? -1 : CHANGE);

/**
 * Aligns all of `said` with the stretch of `known` from which it takes the fewest changes of a word, and of such
 * stretches with the one that shares the most words; what is before and after it costs nothing.
 */
export function alignWords<Known extends TextWord>(
  said: readonly TextWord[],
  known: readonly Known[],
): WordAlignment<Known> {
  const [rows, columns] = [said.length + 1, known.length + 1];
  const cost = new Int32Array(rows * columns);
  for (let row = 1; row < rows; row++) {
    cost[row * columns] = row * CHANGE;
    for (let column = 1; column < columns; column++) {
      const at = row * columns + column;
      cost[at] = Math.min(
        cost[at - columns - 1]! + stepCost(said[row - 1]!, known[column - 1]!),
        cost[at - columns]! + CHANGE,
        cost[at - 1]! + OMISSION,
      );
    }
  }
  const last = (rows - 1) * columns;
  // Of equal ends the last: a last word that was changed is one that was changed, and not one that was added.
  let column = 0;
  for (let end = 1; end < columns; end++) if (cost[last + end]! <= cost[last + column]!) column = end;

  const steps: Step<Known>[] = [];
  let row = rows - 1;
  while (row > 0) {
    const at = row * columns + column;
    const [mine, theirs] = [said[row - 1]!, known[column - 1]];
    if (theirs && cost[at] === cost[at - columns - 1]! + stepCost(mine, theirs)) {
      row--;
      column--;
      steps.push({ said: mine, known: theirs, index: column });
    } else if (cost[at] === cost[at - columns]! + CHANGE) {
      row--;
      steps.push({ said: mine });
    } else {
      column--;
      steps.push({ known: theirs!, index: column });
    }
  }
  return collectAlignment(steps.reverse());
}

interface Step<Known> {
  readonly said?: TextWord;
  readonly known?: Known;
  /** Where the known word stands. */
  readonly index?: number;
}

function collectAlignment<Known extends TextWord>(steps: readonly Step<Known>[]): WordAlignment<Known> {
  const shared: [TextWord, Known][] = [];
  const gaps: { said: TextWord[]; known: Known[] }[] = [];
  let gap: { said: TextWord[]; known: Known[] } | undefined;
  let [from, to] = [-1, 0];
  for (const { said, known, index } of steps) {
    if (said && known && said.word === known.word) {
      shared.push([said, known]);
      if (from < 0) from = index!;
      to = index! + 1;
      gap = undefined;
      continue;
    }
    if (!gap) {
      gap = { said: [], known: [] };
      gaps.push(gap);
    }
    if (said) gap.said.push(said);
    if (known) gap.known.push(known);
  }
  return { shared, gaps, from: Math.max(from, 0), to };
}

/** Finds where a run of words stands in another, whole and unbroken; the first place from `from` on, or -1. */
export function findRun(run: readonly TextWord[], words: readonly TextWord[], from = 0): number {
  for (let at = from; at + run.length <= words.length; at++)
    if (run.every(({ word }, index) => words[at + index]!.word === word)) return at;
  return -1;
}

const SMALL_WORDS = new Set(claimWords(({ vocabulary }) => vocabulary.smallWords));

/** Tells whether a word says something by itself. */
export const isContentWord = ({ word }: TextWord): boolean => !SMALL_WORDS.has(word);

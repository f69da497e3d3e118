/** Splits texts into words and aligns the words of a message with those of a passage. */
import { foldWithOffsets } from "../shelf/fold.ts";
import { carriesContent, TEXT_WORD } from "../shelf/text-words.ts";

/** A word in lower case with its offsets in the original text. Each Chinese character is a word. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a text into its words, in order. */
export function splitWords(text: string): TextWord[] {
  const { folded, offsetAt } = foldWithOffsets(text);
  return [...folded.matchAll(TEXT_WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: offsetAt(index),
    end: offsetAt(index + word.length),
  }));
}

/** A place where two texts differ: the words of each between shared words. Either side may be empty. */
interface WordGap<Known extends TextWord> {
  readonly said: readonly TextWord[];
  readonly known: readonly Known[];
}

/** The alignment of a message's words with the part of a passage that they match best. */
export interface WordAlignment<Known extends TextWord> {
  /** Pairs of equal words, in order. */
  readonly shared: readonly (readonly [said: TextWord, known: Known])[];
  readonly gaps: readonly WordGap<Known>[];
  /** The range of known words from the first shared word (inclusive) to the last one (`to` is exclusive). */
  readonly from: number;
  readonly to: number;
}

/**
 * Costs of a changed and of an omitted word. An omission is cheaper because whole clauses are left out at once. Both
 * far outweigh the 1 that a shared word saves, which only breaks ties.
 */
const CHANGE = 1024;
const OMISSION = 640;
const stepCost = (said: TextWord, known: TextWord): number => (said.word === known.word ? -1 : CHANGE);

/**
 * Aligns all of `said` with the part of `known` that needs the cheapest edits and, among equals, shares the most
 * words. Known words before and after that part cost nothing.
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
  // Prefer the last of equal ends, so that a changed last word counts as changed and not as added.
  let column = 0;
  for (let end = 1; end < columns; end++) if (cost[last + end]! <= cost[last + column]!) column = end;

  const steps: Step<Known>[] = [];
  let row = rows - 1;
  while (row > 0) {
    const at = row * columns + column;
    const [saidWord, knownWord] = [said[row - 1]!, known[column - 1]];
    if (knownWord && cost[at] === cost[at - columns - 1]! + stepCost(saidWord, knownWord)) {
      row--;
      column--;
      steps.push({ said: saidWord, known: knownWord, index: column });
    } else if (cost[at] === cost[at - columns]! + CHANGE) {
      row--;
      steps.push({ said: saidWord });
    } else {
      column--;
      steps.push({ known: knownWord!, index: column });
    }
  }
  return collectAlignment(steps.reverse());
}

interface Step<Known> {
  readonly said?: TextWord;
  readonly known?: Known;
  /** Index of the known word. */
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

/** Returns the index of the first unbroken occurrence of `run` in `words` at or after `from`, or -1. */
export function findRun(run: readonly TextWord[], words: readonly TextWord[], from = 0): number {
  for (let at = from; at + run.length <= words.length; at++)
    if (run.every(({ word }, index) => words[at + index]!.word === word)) return at;
  return -1;
}

/** Tells whether a word carries content, unlike articles, prepositions and the like. */
export const isContentWord = ({ word }: TextWord): boolean => carriesContent(word);

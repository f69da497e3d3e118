/** Sentences taken from a source without quotation marks: word for word, or with a number that the source has otherwise. */
import { align, hasWeight, placeOf, type Word, wordsIn } from "../desk/alignment.ts";
import { moneyIn } from "../desk/money.ts";
import type { Library } from "../library/library.ts";
import { type Passage, passagesIn } from "./passages.ts";
import type { NumberVerdict, WordsVerdict } from "./verdicts.ts";

/** As few words as are surely taken from somewhere, and as few of them that weigh something. */
const LEAST = { words: 7, weight: 5 } as const;

const weight = (words: readonly Word[]): number => words.filter(hasWeight).length;
const isNumber = (word: Word): boolean => /^\d[\d.,]*$/.test(word.word) || /^\w+fold$/.test(word.word);

/** Whether all sums of a text stand in another: marks of currency are no words. */
function hasSums(text: string, other: string): boolean {
  const theirs = moneyIn(other).map(({ value, currency }) => `${value} ${currency}`);
  return moneyIn(text).every(({ value, currency }) => theirs.includes(`${value} ${currency}`));
}

const marksOf = (passage: Passage, words: readonly Word[]) =>
  passage.evidence.map((_, piece) =>
    passage.words
      .filter((word) => word.piece === piece && words.includes(word))
      .map(({ start, end }) => ({ start, end })),
  );

function copyOf(text: string, said: readonly Word[], passage: Passage): WordsVerdict | undefined {
  const known = passage.words;
  const [less, more] = said.length <= known.length ? [said, known] : [known, said];
  if (less.length < LEAST.words || weight(less) < LEAST.weight || placeOf(less, more) < 0) return undefined;
  const all = passage.evidence.map(({ exact }) => exact).join(" ");
  if (said.length <= known.length ? !hasSums(text, all) : !hasSums(all, text)) return undefined;
  return {
    about: "words",
    kind: "borne",
    said: text,
    as: "copy",
    record: passage.record,
    evidence: passage.evidence,
    part: said.length < known.length,
    differences: [],
    marked: passage.evidence.map(() => []),
  };
}

/** Numbers in which a sentence parts from a passage that it follows in nearly all its other words. */
function numbersOf(said: readonly Word[], passage: Passage): NumberVerdict[] {
  const laid = align(said, passage.words);
  const shared = laid.shared.map(([word]) => word);
  if (shared.length < LEAST.words || weight(shared) < LEAST.weight || shared.length < said.length * 0.75)
    return [];
  const numbers = laid.partings.filter(
    (one) =>
      one.said.length === 1 && one.known.length === 1 && isNumber(one.said[0]!) && isNumber(one.known[0]!),
  );
  return numbers.map(({ said: [mine], known: [theirs] }) => ({
    about: "number",
    kind: "differs",
    said: mine!.word,
    known: theirs!.word,
    record: passage.record,
    evidence: passage.evidence,
    marked: marksOf(passage, [theirs!]),
  }));
}

/** The verdicts on a sentence as a whole. */
export async function copiesIn(text: string, library: Library): Promise<(WordsVerdict | NumberVerdict)[]> {
  const said = wordsIn(text);
  if (said.length < LEAST.words) return [];
  const near = (await passagesIn(library)).near(said);
  for (const passage of near) {
    const copy = copyOf(text, said, passage);
    if (copy) return [copy];
  }
  for (const passage of near) {
    const numbers = numbersOf(said, passage);
    if (numbers.length > 0) return numbers;
  }
  return [];
}

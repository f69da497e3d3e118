/** Sentences taken from a source without quotation marks: word for word, or with a number that the source has otherwise. */

import type { Library } from "../library/library.ts";
import { moneyIn } from "../search/money.ts";
import { type Alignment, align, hasWeight, placeOf, type Word, wordsIn } from "./alignment.ts";
import { type Passage, passagesIn } from "./passage-index.ts";
import { type Mood, moodOf } from "./sentences.ts";
import type { NumberVerdict, WordsVerdict } from "./verdicts.ts";
import { isMeant, marksOf, nearly, saidOf } from "./wording.ts";

/** As few words as are surely taken from somewhere, and as few of them that weigh something. */
const LEAST = { words: 7, weight: 5 } as const;

const weight = (words: readonly Word[]): number => words.filter(hasWeight).length;
const isNumber = (word: Word): boolean => /^\d[\d.,]*$/.test(word.word) || /^\w+fold$/.test(word.word);

/** Whether all sums of a text stand in another: marks of currency are no words. */
function hasSums(text: string, other: string): boolean {
  const theirs = moneyIn(other).map(({ value, currency }) => `${value} ${currency}`);
  return moneyIn(text).every(({ value, currency }) => theirs.includes(`${value} ${currency}`));
}

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
    sources: [...new Set(passage.evidence.map(({ source }) => source))],
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

/**
 * A quotation of which a sentence has nearly all words, without its marks: somebody typed it from memory, or
 * the ask took the marks for its own.
 */
function quotationOf(text: string, passage: Passage): WordsVerdict | undefined {
  if (!passage.isQuotation) return undefined;
  const said = saidOf(text);
  const near = nearly(said, passage);
  const { shared, differences, known, span } = near;
  const enough =
    shared.length >= 8 && weight(shared) >= LEAST.weight && shared.length >= said.words.length * 0.8;
  if (!enough || differences.length === 0 || !isMeant(said, near, passage, false)) return undefined;
  return {
    about: "words",
    kind: "differs",
    said: text,
    as: "quotation",
    sources: [...new Set(passage.evidence.map(({ source }) => source))],
    record: passage.record,
    evidence: passage.evidence,
    part: span < passage.words.length,
    differences,
    marked: marksOf(passage, known),
  };
}

/** Whether a sentence that denies does so in the words of a passage, and puts nothing before them. */
const deniesAlike = ({ partings }: Alignment<Word>, passage: Passage): boolean =>
  partings.every(({ said }) => said.length < 2) &&
  passage.evidence.some(({ exact }) => moodOf(exact) === "denies");

/**
 * The verdicts on a sentence as a whole. One that asks or supposes has none; one that denies only where the
 * denial is the source's own.
 */
export async function copiesIn(
  { text, mood }: { readonly text: string; readonly mood: Mood },
  library: Library,
): Promise<(WordsVerdict | NumberVerdict)[]> {
  const said = wordsIn(text);
  if (said.length < LEAST.words || mood === "asks") return [];
  const near = (await passagesIn(library)).near(said);
  const asserts = mood === "asserts";
  for (const passage of near) {
    const copy = copyOf(text, said, passage);
    if (copy && (asserts || said.length <= passage.words.length)) return [copy];
  }
  for (const passage of near) {
    const quotation = quotationOf(text, passage);
    if (quotation && (asserts || (mood === "denies" && deniesAlike(align(said, passage.words), passage))))
      return [quotation];
  }
  for (const passage of asserts ? near : []) {
    const numbers = numbersOf(said, passage);
    if (numbers.length > 0) return numbers;
  }
  return [];
}

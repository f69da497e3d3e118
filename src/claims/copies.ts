/** Finds sentences taken from a source without quotation marks: word for word, nearly so, or with another number. */

import { claimPattern } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { findMoney } from "../search/money.ts";
import { recordNames } from "../shelf/kinds.ts";
import {
  alignWords,
  findRun,
  isContentWord,
  splitWords,
  type TextWord,
  type WordAlignment,
} from "./alignment.ts";
import { type NearPassage, nearPassages } from "./near-passages.ts";
import { type SentenceMood, sentenceMood } from "./sentence-mood.ts";
import { isLight } from "./statement-lexicon.ts";
import type { NumberVerdict, WordDifference, WordsVerdict } from "./verdicts.ts";
import { wordKey } from "./word-keys.ts";
import { alignQuoted, isSameQuotation, markWords, parseQuoted } from "./wording.ts";

/** Minimum length of a copy: in words, and in content words. */
const LEAST = { words: 7, weight: 5 } as const;
/** The same for a part of a recorded quotation, word for word: its marks may have been left out. */
const LEAST_OF_QUOTATION = { words: 5, weight: 3 } as const;

const weight = (words: readonly TextWord[]): number => words.filter(isContentWord).length;
const MULTIPLE = new RegExp(`^${claimPattern(({ counts }) => counts.multipleWord)}$`);
const isNumber = ({ word }: TextWord): boolean => /^\d[\d.,]*$/.test(word) || MULTIPLE.test(word);

/** Tells whether another text states all sums of a text. Comparing words alone ignores currency signs. */
function hasSums(text: string, other: string): boolean {
  const otherSums = findMoney(other).map(({ value, currency }) => `${value} ${currency}`);
  return findMoney(text).every(({ value, currency }) => otherSums.includes(`${value} ${currency}`));
}

/** Tells whether a sentence around some quoted words says what the source’s sentence around them does not. */
function saysMore(said: readonly TextWord[], { record, words }: NearPassage): boolean {
  if (record.kind !== "quotes" || !record.within) return false;
  const around = [record.within.exact, ...recordNames(record)].join(" ");
  const known = new Set([...words, ...splitWords(around)].map(({ word }) => wordKey(word)));
  return said.some((word) => isContentWord(word) && !isLight(word.word) && !known.has(wordKey(word.word)));
}

/** Evaluates a sentence that is contained in a passage, or contains one, word for word. */
function copyOf(text: string, said: readonly TextWord[], passage: NearPassage): WordsVerdict | undefined {
  const known = passage.words;
  const [less, more] = said.length <= known.length ? [said, known] : [known, said];
  const least = passage.isQuotation && less === said ? LEAST_OF_QUOTATION : LEAST;
  if (less.length < least.words || weight(less) < least.weight || findRun(less, more) < 0) return undefined;
  const all = passage.evidence.map(({ exact }) => exact).join(" ");
  if (less === known && saysMore(said, passage)) return undefined;
  if (said.length <= known.length ? !hasSums(text, all) : !hasSums(all, text)) return undefined;
  return {
    about: "words",
    kind: "supported",
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

/** Evaluates the numbers in which a sentence differs from a passage, if it shares most other words with it. */
function numbersOf(said: readonly TextWord[], passage: NearPassage): NumberVerdict[] {
  const alignment = alignWords(said, passage.words);
  const shared = alignment.shared.map(([word]) => word);
  if (shared.length < LEAST.words || weight(shared) < LEAST.weight || shared.length < said.length * 0.75)
    return [];
  const numbers = alignment.gaps.filter(
    (one) =>
      one.said.length === 1 && one.known.length === 1 && isNumber(one.said[0]!) && isNumber(one.known[0]!),
  );
  return numbers.map(({ said: [saidWord], known: [knownWord] }) => ({
    about: "number",
    kind: "differs",
    said: saidWord!.word,
    known: knownWord!.word,
    record: passage.record,
    evidence: passage.evidence,
    marked: markWords(passage, [knownWord!]),
  }));
}

/** Tells whether one word merely stands elsewhere, as in “donate freely to them” for “donate to them freely”. */
function isOneMoved({ words }: NearPassage, differences: readonly WordDifference[]): boolean {
  const contentOf = (texts: readonly string[]) =>
    texts.flatMap((text) => splitWords(text).filter(isContentWord)).map(({ word }) => word);
  const [moved, ...added] = contentOf(differences.map(({ said }) => said));
  return (
    added.length === 0 &&
    words.some(({ word }) => word === moved) &&
    contentOf(differences.map(({ known }) => known)).every((word) => word === moved)
  );
}

/**
 * Evaluates a sentence that has nearly all words of a quotation but no quotation marks: it was typed from memory,
 * or the marks were consumed when the ask was parsed.
 */
function quotationOf(text: string, passage: NearPassage): WordsVerdict | undefined {
  if (!passage.isQuotation) return undefined;
  const said = parseQuoted(text);
  const near = alignQuoted(said, passage);
  const { shared, differences, known, span } = near;
  const enough =
    shared.length >= 8 && weight(shared) >= LEAST.weight && shared.length >= said.words.length * 0.8;
  // Words such as “that” for “the” make no other wording of what was typed from memory.
  const isSmall = differences.every(({ said: one, known: other }) =>
    splitWords(`${one} ${other}`).every((word) => !isContentWord(word)),
  );
  if (!enough || isSmall || isOneMoved(passage, differences) || !isSameQuotation(said, near, passage, false))
    return undefined;
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
    marked: markWords(passage, known),
  };
}

/** Tells whether a denial is the passage's own: the passage denies too, and no gap adds more than one word. */
const deniesAlike = ({ gaps }: WordAlignment<TextWord>, passage: NearPassage): boolean =>
  gaps.every(({ said }) => said.length < 2) &&
  passage.evidence.some(({ exact }) => sentenceMood(exact) === "denies");

/**
 * Evaluates a whole sentence against the passages nearest to it. Questions get no verdict, denials and suppositions
 * only if they are the source's own.
 */
export async function findCopies(
  { text, mood }: { readonly text: string; readonly mood: SentenceMood },
  library: Library,
): Promise<(WordsVerdict | NumberVerdict)[]> {
  const said = splitWords(text);
  if (said.length < LEAST_OF_QUOTATION.words || mood === "asks") return [];
  const near = await nearPassages(text, library);
  const asserts = mood === "asserts";
  for (const passage of near) {
    const copy = copyOf(text, said, passage);
    if (copy && (asserts || said.length <= passage.words.length)) return [copy];
  }
  for (const passage of near) {
    const quotation = quotationOf(text, passage);
    if (
      quotation &&
      (asserts || (mood === "denies" && deniesAlike(alignWords(said, passage.words), passage)))
    )
      return [quotation];
  }
  for (const passage of asserts ? near : []) {
    const numbers = numbersOf(said, passage);
    if (numbers.length > 0) return numbers;
  }
  return [];
}

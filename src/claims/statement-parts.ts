/** The parts that statements are made of, and what single parts do in them. */
import type { DateRange } from "../language/dates.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { NEGATIONS, OPERATORS, splitLists } from "./statement-lexicon.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

/** A part of a statement. Words with one `key` say the same. */
export interface StatementPart {
  readonly kind: "word" | "operator" | "name" | "number" | "date";
  readonly text: string;
  readonly key: string;
  readonly start: number;
  /** What a name names, if it is on record. */
  readonly record?: AnyRecord;
  readonly dates?: DateRange;
  /** What a word of a language without spaces says, in English, and the keys of all that it may say. */
  readonly meant?: string;
  readonly senses?: readonly string[];
  /** The currency of a sum, and “from”, “to” or “by” before it. */
  readonly unit?: string;
  readonly side?: string;
  /** What a number counts: the key of the word after it. */
  readonly of?: string;
  /** Whether that word stands right after it: “3 million shares”, and not “3 million to the”. */
  readonly isCount?: boolean;
  /** Whether “by” stands before a name. */
  readonly isAgent?: boolean;
  /** What stands between the part before it and this one, and after the last one. */
  readonly gap?: string;
  readonly tail?: string;
  /** Whether a name stands in a phrase of time or place that opens the sentence, so that it is not who acts. */
  readonly isAdjunct?: boolean;
}

/** Returns what parts were read from, up to the last of them. */
export const textOf = (parts: readonly StatementPart[]): string =>
  parts.map(({ gap = "", text }) => gap + text).join("");

const LIMITS = new Set(splitLists(STATEMENT_GRAMMARS.map(({ limits }) => limits)));
const CONTRASTS = new Set(splitLists(STATEMENT_GRAMMARS.map(({ contrasts }) => contrasts)));
const LINKS = new Set(splitLists(STATEMENT_GRAMMARS.map(({ links }) => links)));
const RELATIVES = new Set(splitLists(STATEMENT_GRAMMARS.map(({ relatives }) => relatives)));
const ANTONYMS = STATEMENT_GRAMMARS.flatMap(({ antonyms }) =>
  antonyms.map((pair) => pair.map((list) => new Set(list.split(" ").map(wordKey)))),
);

/** Tells whether a part denies what is stated. */
export const isNegation = ({ text }: StatementPart): boolean => NEGATIONS.has(text);

/** Tells whether a part denies or limits what is stated, so that it cannot be left out. */
export const isLimiting = (part: StatementPart): boolean => isNegation(part) || LIMITS.has(part.text);

/** Tells whether all after a part is said of others, such as “unlike”. */
export const isContrast = ({ text }: StatementPart): boolean => CONTRASTS.has(text);

/** Tells whether a part belongs to the one after it, such as “instead” and “before”. */
export const isLink = ({ text }: StatementPart): boolean => LINKS.has(text.toLowerCase());

/** Tells whether a part begins a relative clause. */
export const isRelative = ({ text }: StatementPart): boolean => RELATIVES.has(text);

/** Tells whether a part says, in one of its senses, what has a key. */
export const hasKey = ({ key, senses = [] }: StatementPart, other: string): boolean =>
  key === other || senses.includes(other);

/** Tells whether two words exclude each other, such as “likely” and “unlikely”. */
export const areOpposite = (one: Pick<StatementPart, "key">, other: Pick<StatementPart, "key">): boolean =>
  ANTONYMS.some(
    ([left, right]) =>
      (left!.has(one.key) && right!.has(other.key)) || (right!.has(one.key) && left!.has(other.key)),
  );

/** Tells whether a word changes what is stated around it, and is compared as it stands. */
export const isOperator = (word: string): boolean =>
  OPERATORS.has(word) || LIMITS.has(word) || NEGATIONS.has(word) || RELATIVES.has(word);

/** Tells whether a word belongs to what follows it. */
export const isLinkWord = (word: string): boolean => LINKS.has(word);

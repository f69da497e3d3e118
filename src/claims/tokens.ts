/** Defines the tokens of a sentence: their kinds and their data. */
import { WORD_ROLES } from "../language/claim-grammar.ts";
import type { DateRange } from "../language/dates.ts";
import type { MoneyAmount } from "../search/money.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { QuotedSpan } from "./quoted-spans.ts";

/** All kinds of tokens: the roles of words, then names, amounts and punctuation. At most 52, as each is one letter. */
export const TOKEN_KINDS = [
  ...WORD_ROLES,
  "organization",
  "person",
  "event",
  "term",
  "sum",
  "date",
  /** A number that is neither a sum nor a date. */
  "number",
  "quotation",
  "possessive",
  "comma",
  "colon",
  /** A word or mark that separates clauses. */
  "separator",
  /** A word or mark that joins two items, such as “and”. */
  "joiner",
  /** A capitalized word that is no recorded name. */
  "unknownName",
  /** Any other word. */
  "other",
] as const;

/** The kind of a token: a name, an amount, punctuation, or the role of a word. */
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** How a sum is bounded: `over` and `under` exclude it, `atLeast` and `upTo` include it; `nearly` is somewhat less. */
export const SUM_BOUNDS = ["atLeast", "upTo", "over", "under", "nearly", "about", "exact"] as const;
export type SumBound = (typeof SUM_BOUNDS)[number] | "none";

/** A sum with its qualifier, such as “more than” or “about”. */
export interface BoundedSum extends MoneyAmount {
  readonly bound: SumBound;
  /** The sum as written, with a qualifier before it. */
  readonly said: string;
}

/** A token of a sentence, with its offsets there. The optional fields depend on the kind. */
export interface ClaimToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly record?: AnyRecord;
  readonly sum?: BoundedSum;
  readonly dates?: DateRange;
  readonly quoted?: QuotedSpan;
}

/** A sentence split into tokens. */
export interface TokenizedSentence {
  readonly text: string;
  readonly tokens: readonly ClaimToken[];
  /** The kinds of the tokens, one letter each, for `kindPattern`. */
  readonly shape: string;
}

/** Tells whether a token exists and is of one of the given kinds. */
export const isOfKind = (token: ClaimToken | undefined, ...kinds: readonly TokenKind[]): boolean =>
  token !== undefined && kinds.includes(token.kind);

/** A sentence as a row of tokens: the kinds of them, and what each holds. */
import { WORD_ROLES } from "../language/claim-grammar.ts";
import type { DateRange } from "../language/dates.ts";
import type { MoneyAmount } from "../search/money.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { QuotedSpan } from "./quoted-spans.ts";

export const TOKEN_KINDS = [
  ...WORD_ROLES,
  "organization",
  "person",
  "event",
  "term",
  "sum",
  "date",
  /** Another number. */
  "number",
  "quotation",
  "possessive",
  "comma",
  "colon",
  /** Parts two clauses. */
  "separator",
  /** Joins two of a kind. */
  "joiner",
  /** A name that the shelf does not know. */
  "unknownName",
  /** Any other word. */
  "other",
] as const;

/** What a token is: a name, a sum, a mark, or a word by what it does. */
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A sum with what stands before it that bounds it. */
export interface BoundedSum extends MoneyAmount {
  readonly bound: "over" | "under" | "about" | "none";
  /** The sum with the words that bound it. */
  readonly said: string;
}

/** One token. What it is besides its words depends on its kind. */
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

/** A sentence that was read. */
export interface TokenizedSentence {
  readonly text: string;
  readonly tokens: readonly ClaimToken[];
  /** The kinds of the tokens, for `kindPattern`. */
  readonly shape: string;
}

/** Tells whether there is a token and it is of one of these kinds. */
export const isOfKind = (token: ClaimToken | undefined, ...kinds: readonly TokenKind[]): boolean =>
  token !== undefined && kinds.includes(token.kind);

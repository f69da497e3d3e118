/** The words and forms by which a sentence is understood as a claim, in every language. */
import { englishClaims } from "./en/claims.ts";
import { chineseClaims } from "./zh/claims.ts";

/** What a word does in a sentence that speaks of giving, of saying or of a day. */
export type WordRole =
  | "gives"
  | "gift"
  /** Giving only where an occasion is named: “invested”. */
  | "spends"
  | "says"
  | "accordingTo"
  | "by"
  | "of"
  /** Any other preposition. */
  | "preposition"
  | "each"
  /** Stands before a sum. */
  | "quantity"
  /** A purpose that any gift has. */
  | "purpose"
  /** Says nothing by itself. */
  | "filler";

/** The offices that are compared. */
export const OFFICES = ["ceo", "founder", "chairman", "chair", "professor"] as const;
export type OfficeId = (typeof OFFICES)[number];

/** What one language adds to the claims that are read. Strings are sources of patterns unless said otherwise. */
export interface ClaimGrammar {
  /** Whether its words stand in runs without spaces between them. */
  readonly isUnspaced: boolean;
  /** Words by what they do, parted by spaces. */
  readonly words: Readonly<Partial<Record<WordRole, string>>>;
  /** Words that say nothing by themselves, parted by spaces. */
  readonly smallWords: string;
  /** Several words that do one thing together. */
  readonly compounds?: readonly { readonly form: string; readonly role: WordRole }[];
  /** Words that join two of a kind, and words that part two clauses. */
  readonly joining: string;
  readonly parting: string;
  /** What bounds or rounds a sum, before it; and what does so after it. */
  readonly over: string;
  readonly under: string;
  readonly about: string;
  readonly overAfter?: string;
  /** What stands between the two ends of a range, beside hyphens. */
  readonly rangeWords: string;
  /** Those who gave, where a source names none of them. */
  readonly donorGroup: string;
  /** Verbs of saying after which somebody's own giving is told. */
  readonly announces: string;
  /** A word before the giver by which the giver is still the one who gives. */
  readonly agentWords?: readonly string[];
  /** How long something runs; the group is the number of years. */
  readonly yearsSpan: string;
  /** One to ten, in words. */
  readonly numerals: readonly string[];
  /** Offices as the language writes them. */
  readonly offices: Readonly<Record<OfficeId, string>>;
  /** A saying verb right after a quotation that ends a sentence. */
  readonly speaksAfter: string;
  /** A saying verb anywhere. */
  readonly speaks: string;
  /** What makes a sentence a question, a denial, or a supposition or demand. */
  readonly asks: string;
  readonly denies: string;
  readonly supposes: string;
}

export const CLAIM_GRAMMARS: readonly ClaimGrammar[] = [englishClaims, chineseClaims];

/** The alternatives of all languages as the source of one pattern. */
export const claimPattern = (part: (grammar: ClaimGrammar) => string | undefined): string =>
  CLAIM_GRAMMARS.map(part)
    .filter((source) => source !== undefined)
    .join("|");

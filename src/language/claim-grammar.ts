/** The words and forms by which a sentence is understood as a claim, in every language. */
import { englishClaims } from "./en/claims.ts";
import type { CurrencyCode } from "./numbers.ts";
import { chineseClaims } from "./zh/claims.ts";

/** What a word does in a sentence that speaks of giving, of saying or of a day. */
export const WORD_ROLES = [
  "gives",
  "gift",
  /** Giving only where an occasion is named: “invested”. */
  "spends",
  "says",
  "according",
  "by",
  "of",
  /** Any other preposition. */
  "preposition",
  "each",
  /** Stands before a sum. */
  "quantity",
  /** A purpose that any gift has. */
  "purpose",
  /** Says nothing by itself. */
  "filler",
] as const;
export type WordRole = (typeof WORD_ROLES)[number];

/** The offices that are compared. */
export const OFFICES = ["ceo", "founder", "chairman", "chair", "professor"] as const;
export type OfficeId = (typeof OFFICES)[number];

/** A list of words, parted by spaces. */
type WordList = string;
/** The source of a pattern. */
type PatternSource = string;

/** Words by what they do, and how words are formed and joined. */
interface VocabularyGrammar {
  /** No word has two roles. */
  readonly roles: Readonly<Partial<Record<WordRole, WordList>>>;
  /** Several words that do one thing together. */
  readonly compounds?: readonly { readonly form: PatternSource; readonly role: WordRole }[];
  /** Words that carry no content when two texts are compared. */
  readonly smallWords: WordList;
  /** What makes an owner of the word before it: after an apostrophe, and as a word of its own. */
  readonly possessiveSuffix?: PatternSource;
  readonly possessiveWords?: PatternSource;
  /** Words that join two of a kind, and words that part two clauses. */
  readonly joining: PatternSource;
  readonly parting: PatternSource;
  /** Endings that are taken off a folded word, one after the other, so that two forms of it meet. */
  readonly endings?: readonly { readonly form: RegExp; readonly replacement: string }[];
}

/** How sums are bounded, rounded and ranged. */
interface SumGrammar {
  /** Before a sum. */
  readonly over: PatternSource;
  readonly under: PatternSource;
  readonly about: PatternSource;
  /** After a sum. */
  readonly overAfter?: PatternSource;
  /** The same as the records' qualifiers have them. */
  readonly qualifiers?: Readonly<Record<"over" | "under" | "about", PatternSource>>;
  /** Between the two ends of a range, beside hyphens; and before the first. */
  readonly rangeWords: PatternSource;
  readonly rangeOpening?: PatternSource;
  /** Before the sums from which and to which something rose. */
  readonly riseFrom?: PatternSource;
  readonly riseTo?: PatternSource;
  /** A currency's sign that other words begin with, and the scales after which it is the currency. */
  readonly ambiguousUnit?: {
    readonly sign: PatternSource;
    readonly afterScale: PatternSource;
    readonly currency: CurrencyCode;
  };
}

/** How giving is told. */
interface GivingGrammar {
  /** Those who gave, where a source names none of them. */
  readonly donorGroup: PatternSource;
  /** Verbs of saying after which somebody's own giving is told. */
  readonly announces: PatternSource;
  /** A word before the giver by which the giver is still the one who gives. */
  readonly agentWords?: PatternSource;
  /** Before a verb, what makes its subject the one who is given to; and endings of verbs after which it does not. */
  readonly passiveWords?: PatternSource;
  readonly activeEndings?: PatternSource;
  /** Words for money that comes together, in any form. */
  readonly flowWords?: WordList;
  /** What any gift may be said to be for, or to come from. */
  readonly commonPurposes?: WordList;
  /** How long something runs; the group is the number of years. */
  readonly yearsSpan: PatternSource;
  readonly yearNumerals: Readonly<Record<string, number>>;
}

/** Where a sentence ends, and what it does with what it says. */
interface SentenceGrammar {
  /** Short forms whose point ends no sentence. */
  readonly abbreviations?: PatternSource;
  /** A saying verb right after a quotation that ends a sentence, and one anywhere. */
  readonly speaksAfter: PatternSource;
  readonly speaks: PatternSource;
  /** What makes a sentence a question, a denial, or a supposition or demand. */
  readonly asks: PatternSource;
  readonly denies: PatternSource;
  readonly supposes: PatternSource;
  /** What supposes only as it is cased here: the verb “may”, and not the month. */
  readonly supposesAsCased?: PatternSource;
  /** What denies and supposes nothing although it holds such a word. */
  readonly harmless?: PatternSource;
  /** Words that begin no name of a person. */
  readonly notNames?: PatternSource;
}

/** How somebody's office in an organization is told. */
interface OfficeGrammar {
  readonly names: Readonly<Record<OfficeId, PatternSource>>;
  /** Offices as the records of sources in the language state them. */
  readonly stated?: Readonly<Record<OfficeId, PatternSource>>;
  /** From a person to the organization; the groups `one` and `two` hold offices. */
  readonly afterPerson?: (office: PatternSource) => PatternSource;
  /** What may stand between an organization and an office of it. */
  readonly lead: PatternSource;
  readonly joining: PatternSource;
  /** “Is”, from a person to an organization after which the office stands. */
  readonly being?: PatternSource;
}

/** How things are counted and multiplied. */
interface CountGrammar {
  /** A multiple; the group is its number, in figures or as one of the numerals. */
  readonly multiple: PatternSource;
  readonly multipleNumerals?: Readonly<Record<string, number>>;
  /** A multiple that is one word. */
  readonly multipleWord?: PatternSource;
  readonly scales: PatternSource;
  /** What makes the figures before it no count. */
  readonly notCounted?: PatternSource;
  /** Words that end the name of what is counted. */
  readonly phraseEnd?: PatternSource;
}

/** How events are named. */
interface EventGrammar {
  /** What can happen only once: in another year it is not another event, but another date. */
  readonly once?: PatternSource;
  /** The one of these that does not say what happened. */
  readonly ordinal?: PatternSource;
  /** Words by which no event is told from others. */
  readonly smallWords?: WordList;
}

/** What one language adds to the claims that are read. */
export interface ClaimGrammar {
  /** Whether words are written in runs without spaces between them. */
  readonly isUnspaced: boolean;
  readonly vocabulary: VocabularyGrammar;
  readonly sums: SumGrammar;
  readonly giving: GivingGrammar;
  readonly sentences: SentenceGrammar;
  readonly offices: OfficeGrammar;
  readonly counts: CountGrammar;
  readonly events: EventGrammar;
}

export const CLAIM_GRAMMARS: readonly ClaimGrammar[] = [englishClaims, chineseClaims];
export const SPACED_GRAMMARS = CLAIM_GRAMMARS.filter(({ isUnspaced }) => !isUnspaced);
export const UNSPACED_GRAMMARS = CLAIM_GRAMMARS.filter(({ isUnspaced }) => isUnspaced);

/** Joins the same part of several languages into one pattern's source; it matches nothing if none has the part. */
export function claimPattern(
  part: (grammar: ClaimGrammar) => PatternSource | undefined,
  grammars: readonly ClaimGrammar[] = CLAIM_GRAMMARS,
): PatternSource {
  const sources = grammars.map(part).filter((source) => source !== undefined);
  return sources.length === 0 ? "(?!)" : `(?:${sources.join("|")})`;
}

/** Collects the same list of words from every language. */
export const claimWords = (part: (grammar: ClaimGrammar) => WordList | undefined): string[] =>
  CLAIM_GRAMMARS.flatMap((grammar) => part(grammar)?.split(" ") ?? []);

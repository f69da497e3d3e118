/** Defines the grammar by which sentences are read as claims, and combines the grammars of all languages. */
import type { ClauseGrammar } from "./clause-grammar.ts";
import { englishClaims } from "./en/claims.ts";
import { combinePatterns, combineWords, type PatternSource, type WordList } from "./grammar-parts.ts";
import type { CurrencyCode } from "./numbers.ts";
import type { StatementGlosses, StatementGrammar } from "./statement-grammar.ts";
import { chineseClaims } from "./zh/claims.ts";

/** The roles of words in sentences about donations, statements or dates. */
export const WORD_ROLES = [
  "gives",
  "gift",
  /** A verb that means giving only in a sentence that names an occasion: “invested”. */
  "spends",
  "says",
  "according",
  "by",
  "of",
  /** Any preposition without a role of its own. */
  "preposition",
  "each",
  /** Qualifies the sum after it. */
  "quantity",
  /** A purpose too general to tell one gift from another. */
  "purpose",
  /** Has no meaning for a claim. */
  "filler",
] as const;
/** One of these roles. */
export type WordRole = (typeof WORD_ROLES)[number];

/** The offices that role claims are checked for. */
export const OFFICES = ["ceo", "founder", "chairman", "chair", "professor"] as const;
/** One of these offices. */
export type OfficeId = (typeof OFFICES)[number];

/** Words by role, and how words are formed and joined. */
interface VocabularyGrammar {
  /** No word may have two roles. */
  readonly roles: Readonly<Partial<Record<WordRole, WordList>>>;
  /** Phrases that have one role as a whole. */
  readonly compounds?: readonly { readonly form: PatternSource; readonly role: WordRole }[];
  /** Words without content, ignored when texts are compared. */
  readonly smallWords: WordList;
  /** Marks the word before it as a possessor: as a suffix after an apostrophe, or as a separate word. */
  readonly possessiveSuffix?: PatternSource;
  readonly possessiveWords?: PatternSource;
  /** Words that join items of one kind, and words that separate clauses. */
  readonly joining: PatternSource;
  readonly parting: PatternSource;
  /** Words that begin a further clause after a comma. */
  readonly clauses?: PatternSource;
  /** Endings removed from a folded word, in this order, so that its forms share a stem. */
  readonly endings?: readonly { readonly form: RegExp; readonly replacement: string }[];
}

/** How bounds, rounding and ranges of sums are expressed. */
interface SumGrammar {
  /** How the name of a currency ends, where it stands before a sum. */
  readonly coins?: PatternSource;
  /** Stand before a sum: `over` and `under` exclude it, `atLeast` and `upTo` include it. */
  readonly over: PatternSource;
  readonly atLeast: PatternSource;
  readonly under: PatternSource;
  readonly upTo: PatternSource;
  /** `nearly` means somewhat less. */
  readonly nearly: PatternSource;
  readonly about: PatternSource;
  readonly exact?: PatternSource;
  /** Stand after a sum. */
  readonly overAfter?: PatternSource;
  readonly upToAfter?: PatternSource;
  /** Make a sum one of several, such as one a year: before it, after it, or anywhere in a sentence. */
  readonly rateBefore?: PatternSource;
  readonly rateAfter?: PatternSource;
  readonly rates?: PatternSource;
  /** The bounds in the qualifiers of records. */
  readonly qualifiers?: Readonly<Record<"over" | "under" | "nearly" | "about", PatternSource>>;
  /** Between the ends of a range, in addition to hyphens; and before the first end. */
  /** Before a sum with which another is compared. */
  readonly comparing?: PatternSource;
  readonly rangeWords: PatternSource;
  readonly rangeOpening?: PatternSource;
  /** Before the start and the end of a rise. */
  readonly riseFrom?: PatternSource;
  readonly riseTo?: PatternSource;
  /** A verb of rising or falling that may stand between two sums in a language without spaces. */
  readonly rising?: PatternSource;
  /** The general word for a unit, which may follow a sum whose currency stands before it. */
  readonly trailingUnit?: PatternSource;
  /** A currency sign that also begins other words: it means the currency only after one of these scales. */
  readonly ambiguousUnit?: {
    readonly sign: PatternSource;
    readonly afterScale: PatternSource;
    readonly currency: CurrencyCode;
  };
}

/** How donations are expressed. */
interface GivingGrammar {
  /** Nouns for donors that a source does not name. */
  readonly donorGroup: PatternSource;
  /** What stands before whom something is given to. */
  readonly receives: PatternSource;
  /** Words that say that donors are from abroad. */
  readonly foreign: PatternSource;
  /** Verbs of saying that may come between a donor and the verb of giving. */
  readonly announces: PatternSource;
  /** The word before an agent: with it, a giver named before the verb is still the giver. */
  readonly agentWords?: PatternSource;
  /** Before a verb, these make its subject the recipient, unless the verb has one of these endings. */
  readonly passiveWords?: PatternSource;
  readonly activeEndings?: PatternSource;
  /** Word stems for money received or collected. */
  readonly flowWords?: WordList;
  /** Words that any donation's purpose or origin may contain. */
  readonly commonPurposes?: WordList;
  /** How long a commitment runs; the group captures the number of years. */
  readonly yearsSpan: PatternSource;
  /** A number of years that is not stated. */
  readonly severalYears: PatternSource;
  readonly yearNumerals: Readonly<Record<string, number>>;
}

/** Where sentences end, and whether they assert anything. */
interface SentenceGrammar extends ClauseGrammar {
  /** Abbreviations whose period ends no sentence. */
  readonly abbreviations?: PatternSource;
  /** A verb of saying right after a quotation that ends a sentence. */
  readonly speaksAfter: PatternSource;
  /** Signs of a question. */
  readonly asks: PatternSource;
  /** Phrases that contain a word of denial or supposition but neither deny nor suppose anything. */
  readonly harmless?: PatternSource;
  /** Words of supposition for what somebody wants, expects or says must be. */
  readonly willed?: PatternSource;
  /** Words before why, how or despite what something is done. */
  readonly reasons?: PatternSource;
  /** Words that say that a sum is all for one thing. */
  readonly exclusives?: PatternSource;
  /** Capitalized words that are no part of a person's name, and titles. */
  readonly notNames?: PatternSource;
  /** Verbs that tell what somebody said or thinks, beside the verbs of saying; those of them that quote another. */
  readonly tells?: PatternSource;
  readonly quotes?: PatternSource;
  /** Before whoever is spoken to. */
  readonly addresses?: PatternSource;
  /** After a publisher, where what follows is said to be what it prints. */
  readonly prints?: PatternSource;
  /** After whoever is spoken to. */
  readonly isTold?: PatternSource;
  /** Nouns for a source that is not named: “the article says”. */
  readonly sourceNouns?: PatternSource;
  /** Pronouns for a person, and for anything else. */
  readonly personPronouns?: PatternSource;
  readonly thingPronouns?: PatternSource;
  /** Family names that begin a name written without spaces, and endings that no such name has. */
  readonly surnames?: PatternSource;
  readonly notNameEndings?: PatternSource;
}

/** How a person's office in an organization is expressed. */
interface OfficeGrammar {
  readonly names: Readonly<Record<OfficeId, PatternSource>>;
  /** Offices as stated in the records. */
  readonly stated?: Readonly<Record<OfficeId, PatternSource>>;
  /** Matches from a person to the organization; the groups `one` and `two` capture the offices. */
  readonly afterPerson?: (office: PatternSource) => PatternSource;
  /** May stand between an organization and an office in it. */
  readonly lead: PatternSource;
  readonly joining: PatternSource;
  /** The verb “to be” between a person and an organization, in languages where the office follows the organization. */
  readonly being?: PatternSource;
}

/** How things are counted and multiplied. */
interface CountGrammar {
  /** A multiple; the group captures its number, in digits or as a numeral. */
  readonly multiple: PatternSource;
  readonly multipleNumerals?: Readonly<Record<string, number>>;
  /** A multiple in one word. */
  readonly multipleWord?: PatternSource;
  readonly scales: PatternSource;
  /** Scales whose figures are not read. */
  readonly unreadScales?: PatternSource;
  /** After digits, a fraction that belongs to them; between digits, a word or numeral of one figure. */
  readonly fractions?: PatternSource;
  readonly digitWords?: PatternSource;
  /** After a count, makes it one of further things. */
  readonly others?: PatternSource;
  /** Says that a count is of all, whoever else is named. */
  readonly inclusive?: PatternSource;
  /** Follows digits that are no count. */
  readonly notCounted?: PatternSource;
  /** Words by which people are counted, in a language that puts one after each number; and numbers without figures. */
  readonly counters?: WordList;
  readonly vagueNumbers?: WordList;
  /** Words of rising, and of falling. */
  readonly directions: readonly [rising: PatternSource, falling: PatternSource];
  /** Further pairs of words that mean opposite ways. */
  readonly opposites?: readonly (readonly [PatternSource, PatternSource])[];
  /** Words that end the name of what is counted. */
  readonly phraseEnd?: PatternSource;
}

/** How it is said that something is done, or only to be done. */
interface DeedGrammar {
  /** Words with which a text promises, and words that spread what is given over a time to come. */
  readonly promises: PatternSource;
  readonly spans: PatternSource;
  /** Words that put what was given into a time that is over. */
  readonly pasts: PatternSource;
  /** Words with which it says that something was given, and those of them that say that all of it was paid. */
  readonly completions: PatternSource;
  readonly payments: PatternSource;
  /** Ends with a word that makes the verb after it one of what is promised, asked or allowed. */
  readonly prospects?: PatternSource;
  /** Begins with a word that makes the verb after it one of what was done. */
  readonly perfects?: PatternSource;
}

/** How events are named. */
interface EventGrammar {
  /** Names of events that happen only once: with another year, a claim has the wrong date, not another event. */
  readonly once?: PatternSource;
  /** The one of these that does not say what happened. */
  readonly ordinal?: PatternSource;
  /** What stands before an event, or after it, where the time before it is meant. */
  readonly before?: PatternSource;
  readonly beforeIt?: PatternSource;
  /** Verbs that say that something begins, or ends. */
  readonly begins?: PatternSource;
  readonly ends?: PatternSource;
  /** Verbs that say no more than that something takes place. */
  readonly takesPlace?: PatternSource;
  /** Words that do not distinguish events. */
  readonly smallWords?: WordList;
}

/** One language's grammar of claims. */
export interface ClaimGrammar {
  /** Whether words are written without spaces between them. */
  readonly isUnspaced: boolean;
  readonly vocabulary: VocabularyGrammar;
  readonly sums: SumGrammar;
  readonly giving: GivingGrammar;
  readonly sentences: SentenceGrammar;
  readonly offices: OfficeGrammar;
  readonly counts: CountGrammar;
  readonly deeds: DeedGrammar;
  readonly events: EventGrammar;
  readonly statements?: StatementGrammar;
  /** For a language in which no statement is stored. */
  readonly glosses?: StatementGlosses;
  /** Forms of such a language that are read as something shorter, in this order. */
  readonly glossPhrases?: StatementGrammar["phrases"];
}

/** The grammars of all languages. */
export const CLAIM_GRAMMARS: readonly ClaimGrammar[] = [englishClaims, chineseClaims];
/** The grammars of languages that separate words by spaces. */
export const SPACED_GRAMMARS = CLAIM_GRAMMARS.filter(({ isUnspaced }) => !isUnspaced);
/** The grammars of languages that do not. */
export const UNSPACED_GRAMMARS = CLAIM_GRAMMARS.filter(({ isUnspaced }) => isUnspaced);

/** Joins a part of several grammars into the source of one pattern. Matches nothing when no grammar has the part. */
export const claimPattern = (
  part: (grammar: ClaimGrammar) => PatternSource | undefined,
  grammars: readonly ClaimGrammar[] = CLAIM_GRAMMARS,
): PatternSource => combinePatterns(grammars, part);

/** Collects a word list from all grammars. */
export const claimWords = (part: (grammar: ClaimGrammar) => WordList | undefined): string[] =>
  combineWords(CLAIM_GRAMMARS, part);

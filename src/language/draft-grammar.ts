/** Defines the words by which drafts of records are found in a text, and combines those of all languages. */
import { englishDrafts } from "./en/drafts.ts";
import { chineseDrafts } from "./zh/drafts.ts";

/** The source of a regular expression. */
type PatternSource = string;

/** How people and organizations are named and described. */
interface NamingGrammar {
  /** Titles of courtesy before a name or after it. */
  readonly courtesy: PatternSource;
  /** Nouns for what somebody is, by which a role is told from any other words beside a name. */
  readonly roleNouns: PatternSource;
  /** Nouns for what an organization is: “retailer”, “charity”. */
  readonly organizationNouns: PatternSource;
  /** Words that only the name of an organization contains. */
  readonly institutions: PatternSource;
}

/** How giving is told from everything else that is done with money. */
interface GivingWords {
  /** Verbs and nouns of giving; those that are giving only with a sum as their object. */
  readonly gives: PatternSource;
  readonly gifts: PatternSource;
  /** Verbs, nouns and adjectives by which a sum is something else. */
  readonly others: PatternSource;
  /** Says what goods are worth, and so leaves it to the verb before it whether they were given. */
  readonly worth: PatternSource;
  /** Before a verb of giving: it did not happen, or is only asked for. */
  readonly unreal: PatternSource;
  /** How a sentence begins that tells what did not happen. */
  readonly supposed: PatternSource;
  /** Receiving: the giver is behind “from”. */
  readonly receives: PatternSource;
  /** Founding: a fund that is set up with a sum is given it. */
  readonly founds: PatternSource;
  /** A gift that states no sum. */
  readonly unstated: PatternSource;
  /** Says that each of several gave. */
  readonly each: PatternSource;
}

/** How terms are defined: patterns with a group `term`. */
interface DefiningGrammar {
  readonly forms: readonly RegExp[];
  /** Before a term in quotation marks, which is named and not said. */
  readonly naming: PatternSource;
}

/** One language's words for drafts. */
export interface DraftGrammar {
  readonly isUnspaced: boolean;
  readonly naming: NamingGrammar;
  readonly giving: GivingWords;
  readonly defining: DefiningGrammar;
  /** Lines that say when a text was published, or by whom it is. */
  readonly datelines: PatternSource;
}

export const DRAFT_GRAMMARS: readonly DraftGrammar[] = [englishDrafts, chineseDrafts];

/** Joins a part of the grammars of some languages into the source of one pattern. */
export const draftPattern = (
  part: (grammar: DraftGrammar) => PatternSource,
  grammars: readonly DraftGrammar[] = DRAFT_GRAMMARS,
): PatternSource => `(?:${grammars.map(part).join("|")})`;

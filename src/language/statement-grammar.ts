/** Defines the grammar by which two wordings of one statement are told to say the same. */

/** A list of words separated by spaces. */
type WordList = string;
/** The source of a regular expression. */
type PatternSource = string;

/** Words of a language without spaces, by the English words that say the same. Empty keys add nothing. */
export type StatementGlosses = Readonly<Record<string, WordList>>;

/** How two wordings of one statement are told to say the same, or opposite things. */
export interface StatementGrammar {
  /** Endings that derive one word from another, taken off as long as enough letters are left. */
  readonly derivedEndings: PatternSource;
  /** Phrases to be read as one word, in this order. */
  readonly phrases: readonly (readonly [PatternSource, string])[];
  /** Groups of words that say the same in a report. */
  readonly synonyms: readonly WordList[];
  /** Words that add nothing to what is stated, such as verbs of saying. */
  readonly light: WordList;
  /** Pairs of groups whose words exclude each other. */
  readonly antonyms: readonly (readonly [WordList, WordList])[];
  /** Small words that change what is stated, and those of them that deny it. */
  readonly operators: WordList;
  readonly negations: WordList;
  /** Words that cannot be left out of a statement. */
  readonly limits: WordList;
  /** Words that belong to what follows them. */
  readonly links: WordList;
  /** Words after which all is said of others. */
  readonly contrasts: WordList;
  /** Words that begin a relative clause. */
  readonly relatives: WordList;
  /** The word before whoever does what a passive says. */
  readonly agent: PatternSource;
  /** Words before that by which something is done or happens. */
  readonly means: PatternSource;
  /** Words that tell when by a number of years or days before them. */
  readonly ago: PatternSource;
  /** How a verb ends that is used as a noun, and one of the past. */
  readonly gerund: PatternSource;
  readonly past: PatternSource;
  /** Words within one phrase around a noun, and the word that opens a clause of what is said. */
  readonly nominal: PatternSource;
  readonly that: PatternSource;
  /** A word before two things that belong together, and words that lead on to another phrase. */
  readonly pairing: PatternSource;
  readonly leadsOn: PatternSource;
  /** Words that open a phrase of time or place, as a pattern. */
  readonly openings: string;
  /** Words that only weaken a denial after which they stand. */
  readonly hedges: WordList;
  /** Countries, each with the words that may stand for it. */
  readonly metonyms: readonly (readonly [country: string, WordList])[];
  /** What organizations are called where they are counted. */
  readonly counted: WordList;
  /** Words and marks between which parts of a sentence may be moved as they are. */
  readonly boundaries: PatternSource;
  /** Words before a passive’s verb, and words before a verb that is none. */
  readonly passives: PatternSource;
  /** How a verb in the passive ends. */
  readonly participles: PatternSource;
  readonly actives: PatternSource;
  /** Words between two things that are the same. */
  readonly copulas: PatternSource;
  /** Words that make one thing another, as in “is the”. */
  readonly equates: PatternSource;
  /** Pairs of groups of prepositions that say opposite ways. */
  readonly opposed: readonly (readonly [WordList, WordList])[];
  /** Words between a noun or a verb and its complement. */
  readonly prepositions: PatternSource;
  /** The verb by which something is said to be something. */
  readonly isA: PatternSource;
  /** Words that say whose a thing is, where it is the country’s that everything is about. */
  readonly ofCountry: PatternSource;
  /** Words before what somebody no longer is, not yet, or not really. */
  readonly unmakes: PatternSource;
  /** Words before a noun for something not yet named. */
  readonly indefinite: PatternSource;
  /** Words before a noun in an apposition. */
  readonly articles: PatternSource;
  /** Words before a noun that takes up what was named before. */
  readonly determiners: PatternSource;
  /** Words between the items of a list. */
  readonly joins: PatternSource;
  /** Words before whom something is done to or for. */
  readonly recipients: PatternSource;
  /** Words between clauses that hold for different cases. */
  readonly opposing: PatternSource;
  /** The word between alternatives. */
  readonly alternative: PatternSource;
  /** Pronouns before what somebody has. */
  readonly owned: PatternSource;
  /** Words that take up what the clause before has named. */
  readonly anaphors: PatternSource;
  /** Verbs of thinking that are denied in the place of what is thought: “do not expect”. */
  readonly raises: PatternSource;
  /** Verbs of allowing: what is not allowed is not done. */
  readonly allows: WordList;
  /** Words for a sum that is not said. */
  readonly howMuch: PatternSource;
  /** Words for what is not known to the public. */
  readonly withheld: WordList;
  /** How a word ends that only says how something is done, and so may stand before or after the verb. */
  readonly manner: PatternSource;
  /** Words between a thing and what it is called. */
  readonly naming: PatternSource;
  /** The verb by which a note says what a phrase means. */
  readonly explains: PatternSource;
}

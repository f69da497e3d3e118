/** Builds the patterns by which the wordings of statements are read, of every language together. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { StatementGrammar } from "../language/statement-grammar.ts";
import { STATEMENT_GRAMMARS, wordKey } from "./word-keys.ts";

/** Joins a part of the grammars into one pattern, whatever the case of letters. */
export const statementPattern = (part: (grammar: StatementGrammar) => string): RegExp =>
  new RegExp(STATEMENT_GRAMMARS.map(part).join("|"), "iu");

/** What makes somebody what the words after it say. */
export const COPULA = statementPattern(({ copulas }) => copulas);
export const EQUATES = statementPattern(({ equates }) => equates);
/** How a verb ends that is used as a noun, and one of the past. */
export const GERUND = statementPattern(({ gerund }) => `(?:${gerund})$`);
export const PAST = statementPattern(({ past }) => `(?:${past})$`);
/** Words and marks between which parts of a sentence may be moved as they are. */
export const BOUNDARY = statementPattern(({ boundaries }) => boundaries);
/** What stands before the verb of a passive. */
export const PASSIVE = statementPattern(({ passives }) => passives);
/** What stands between the words of one compound. */
export const IN_COMPOUND = /^(?:['’]s)?[\s-]*$/u;
/** The verbs of saying, and what opens the clause after one, to build patterns of. */
export const SAYS = claimPattern(({ vocabulary }) => vocabulary.roles.says?.replaceAll(" ", "|"));
export const THAT = STATEMENT_GRAMMARS.map(({ that }) => that).join("|");
/** The keys of what organizations are called where they are counted. */
export const ORGANIZATIONS: ReadonlySet<string> = new Set(
  STATEMENT_GRAMMARS.flatMap(({ counted }) => counted.split(" ").map(wordKey)),
);

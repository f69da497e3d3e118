/** Builds the patterns by which the wordings of statements are read, of every language together. */
import type { StatementGrammar } from "../language/statement-grammar.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

/** Joins a part of the grammars into one pattern, whatever the case of letters. */
export const statementPattern = (part: (grammar: StatementGrammar) => string): RegExp =>
  new RegExp(STATEMENT_GRAMMARS.map(part).join("|"), "iu");

/** What makes somebody what the words after it say. */
export const COPULA = statementPattern(({ copulas }) => copulas);
/** How a verb ends that is used as a noun, and one of the past. */
export const GERUND = statementPattern(({ gerund }) => `(?:${gerund})$`);
export const PAST = statementPattern(({ past }) => `(?:${past})$`);

/** Compares a whole sentence with the statements of the sources, in whatever words it is put. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { isSameEvidence } from "../shelf/evidence.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { evaluateMatch, LEAST_SHARED, type MoodedText } from "./statement-evaluation.ts";
import { matchStatement, type StatementMatch } from "./statement-match.ts";
import { locateSums } from "./sum-tokens.ts";
import type { WordsVerdict } from "./verdicts.ts";
import { findWholeNumbers } from "./whole-figures.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

const MOST_CLAUSES = 6;
/** Where one clause of a sentence ends and another begins. */
const CLAUSE_END = new RegExp(
  `\\s*[;；]\\s*|\\s+[–—]\\s+|,\\s+${claimPattern(({ vocabulary }) => vocabulary.clauses)}\\s+`,
  "iu",
);
async function isSupported(
  matches: readonly StatementMatch[],
  text: MoodedText,
  named: readonly AnyRecord[],
  library: Library,
): Promise<boolean> {
  for (const match of matches)
    if ((await evaluateMatch(text, match, named, library))?.kind === "supported") return true;
  return false;
}

/** Evaluates a sentence against the passage that shares nearly as much with it as the best one, if it differs from that. */
async function differenceIn(
  [next]: readonly StatementMatch[],
  best: StatementMatch,
  text: MoodedText,
  named: readonly AnyRecord[],
  library: Library,
): Promise<WordsVerdict | undefined> {
  if (!next || next.shared.length < best.shared.length - 1 || best.loose.length === 0) return undefined;
  const verdict = await evaluateMatch(text, next, named, library);
  return verdict?.kind === "differs" ? verdict : undefined;
}

/** What comparing a whole sentence gave. */
export interface StatementResult {
  readonly verdicts: readonly WordsVerdict[];
  /** Whether the passage has all parts of the sentence, put together in another way. */
  readonly isMisplaced: boolean;
}

const NOTHING_COMPARED: StatementResult = { verdicts: [], isMisplaced: false };

/** Tells whether all sums of a text are read: a rate, a range and an unknown currency are none. */
const hasReadSums = (text: string): boolean =>
  findWholeNumbers(text).filter(({ unit }) => unit !== undefined && unit.name !== "percent").length ===
  locateSums(text).length;

async function checkClause(
  clause: MoodedText,
  named: readonly AnyRecord[],
  library: Library,
): Promise<StatementResult> {
  if (!hasReadSums(clause.text)) return NOTHING_COMPARED;
  const [best, ...others] = await matchStatement(clause.text, named, library);
  if (!best) return NOTHING_COMPARED;
  const isWhole = best.loose.length === 0 && best.conflicts.length === 0;
  const verdict =
    (await evaluateMatch(clause, best, named, library)) ??
    (await differenceIn(others, best, clause, named, library));
  // Another passage may have what the best one has otherwise.
  const isDoubtful = verdict?.kind !== "supported" && (await isSupported(others, clause, named, library));
  return {
    verdicts: verdict && !isDoubtful ? [verdict] : [],
    isMisplaced:
      (isWhole || best.isOfOtherObject) &&
      (best.isMisplaced || best.isOfOther || best.isTurnedRound || best.isOfOtherObject) &&
      best.shared.length >= LEAST_SHARED,
  };
}

const ANAPHOR = new RegExp(`\\b(?:${STATEMENT_GRAMMARS.map(({ anaphors }) => anaphors).join("|")})\\b`, "iu");

/** Who did it, as a clause before has named them: “from them”. */
const AGENT_BEFORE = new RegExp(
  `\\b(?:${STATEMENT_GRAMMARS.map(({ agent }) => agent).join("|")}|from) (?:them|it|him|her|these|those)\\b`,
  "iu",
);

/** Tells whether a clause leaves to the one before it of whom or of what time it speaks, as in “and $1 million poured in”. */
const isElliptic = (clause: string, named: readonly AnyRecord[]): boolean =>
  ANAPHOR.test(clause) || (/\d/.test(clause) && !named.some((record) => isNamedIn(record, clause)));

/** Tells whether two clauses are compared with the same passage, or with passages on the same. */
const isBeside = (one: WordsVerdict, other: WordsVerdict): boolean =>
  one.evidence.some((evidence) => other.evidence.some((passage) => isSameEvidence(evidence, passage))) ||
  referencesOf(one.record).some((ref) => referencesOf(other.record).includes(ref));

/**
 * Evaluates a sentence against the passage that shares most with it. It is supported if the passage has all that it
 * says; it differs where the passage has another number, date or name, or the opposite word, in what is else the same.
 * A sentence of several clauses that no passage has as a whole is supported if passages have each of them.
 */
export async function checkStatement(
  { text, mood }: MoodedText,
  named: readonly AnyRecord[],
  library: Library,
): Promise<StatementResult> {
  if (mood === "asks") return NOTHING_COMPARED;
  const whole = await checkClause({ text, mood }, named, library);
  const clauses = text.split(CLAUSE_END);
  if (whole.verdicts.length > 0 || whole.isMisplaced || clauses.length < 2 || clauses.length > MOST_CLAUSES)
    return whole;
  const results = await Promise.all(
    clauses.map((clause) => checkClause({ text: clause, mood }, named, library)),
  );
  const verdicts = results.flatMap((result) => result.verdicts);
  const isEach =
    results.every((result) => result.verdicts.length > 0) &&
    !AGENT_BEFORE.test(text) &&
    verdicts.every(
      (verdict, index) => index === 0 || !isElliptic(verdict.said, named) || isBeside(verdict, verdicts[0]!),
    );
  return { verdicts: verdicts.filter(({ kind }) => isEach || kind === "differs"), isMisplaced: false };
}

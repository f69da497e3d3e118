/** Tells whether what a date or number is compared with is what the sentence speaks of: whom, what and which way. */

import { sourcesByMaker } from "../desk/resolve-source.ts";
import { CLAIM_GRAMMARS } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { isContentWord, splitWords } from "./alignment.ts";
import { isHan } from "./lexicon.ts";
import { findQuantities } from "./quantities.ts";
import { stemWords } from "./stems.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { DateVerdict, NumberVerdict, Verdict } from "./verdicts.ts";

const namesOf = ({ label, aliases }: AnyRecord): string[] => [label, ...aliases];

/** Pairs of patterns of words that mean opposite ways. */
const OPPOSITES = CLAIM_GRAMMARS.flatMap(({ isUnspaced, counts }) =>
  (counts.opposites ?? []).map((pair) =>
    pair.map((words) => new RegExp(isUnspaced ? words : String.raw`\b(?:${words})\b`, "iu")),
  ),
);

const TAKES_PLACE = CLAIM_GRAMMARS.map(({ isUnspaced, events: { takesPlace = "(?!)" } }) =>
  isUnspaced ? takesPlace : String.raw`\b(?:${takesPlace})\b`,
).join("|");

/** Tells whether a sentence goes one way and a passage the other. */
const isOpposite = (text: string, passage: string): boolean =>
  OPPOSITES.some(([up, down]) =>
    [
      [up!, down!],
      [down!, up!],
    ].some(
      ([one, other]) => one!.test(text) && !other!.test(text) && other!.test(passage) && !one!.test(passage),
    ),
  );

/** Length of the prefix by which words are compared: “China” and “Chinese” share four letters. */
const SHARED_LETTERS = 4;
const prefixes = (text: string): Set<string> =>
  new Set(stemWords(text).map((stem) => stem.slice(0, SHARED_LETTERS)));

/** Returns the words of a text, without those that have no content, that are not among the known ones. */
const unknownWords = (text: string, known: ReadonlySet<string>): string[] =>
  splitWords(text)
    .filter(
      (word) =>
        isContentWord(word) &&
        !stemWords(word.word).every((stem) => known.has(stem.slice(0, SHARED_LETTERS))),
    )
    .map(({ word }) => word);

/** Tells whether a record or its passages name what a token names. */
async function isKnown(
  token: ClaimToken,
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
) {
  const named = token.record!;
  if (named === record || referencesOf(record).includes(recordRef(named))) return true;
  if (evidence.some(({ exact }) => namesOf(named).some((name) => containsFolded(name, exact)))) return true;
  const made = await sourcesByMaker(named, library);
  return made.some(({ id }) => evidence.some(({ source }) => source === id));
}

const ofRecord = (record: AnyRecord, evidence: readonly Evidence[]): string =>
  [...namesOf(record), ...evidence.map(({ exact }) => exact)].join(" ");

/** Tells whether the words before a rise, or a multiple, are mostly those of its passage: they say what rose. */
function isOfSame({ said }: NumberVerdict, text: string, known: ReadonlySet<string>): boolean {
  const quantity = findQuantities(text).find((one) => one.text === said);
  const isRise = quantity !== undefined && /^(?:fold|\p{L}{2,4})$/u.test(quantity.of.join(" "));
  if (!isRise || isHan(text)) return true;
  const before = text.slice(0, quantity.start);
  const bare = OPPOSITES.flat().reduce((rest, way) => rest.replace(new RegExp(way, "giu"), " "), before);
  const all = splitWords(bare).filter(isContentWord).length;
  const unknown = unknownWords(bare, known).length;
  return unknown <= all - unknown && (all > unknown || all === 0);
}

async function isInScope(
  verdict: DateVerdict | NumberVerdict,
  { text, tokens }: TokenizedSentence,
  library: Library,
): Promise<boolean> {
  const { record, evidence } = verdict;
  const passage = evidence.map(({ exact }) => exact).join(" ");
  if (isOpposite(text, passage)) return false;
  const known = prefixes(ofRecord(record, evidence));
  for (const [index, token] of tokens.entries()) {
    if (token.record && !(await isKnown(token, record, evidence, library))) return false;
    // The first word of a sentence has a capital whether it is a name or not.
    const isName = isOfKind(token, "unknownName") && (index > 0 || isOfKind(tokens[1], "unknownName"));
    if (isName && unknownWords(token.text, known).length > 0) return false;
  }
  return verdict.about === "date" || isOfSame(verdict, text, known);
}

/** Keeps the verdicts on dates and numbers that are about what the sentence speaks of. */
export async function keepInScope<Held extends DateVerdict | NumberVerdict>(
  verdicts: readonly Held[],
  sentence: TokenizedSentence,
  library: Library,
): Promise<Held[]> {
  const kept: Held[] = [];
  for (const verdict of verdicts)
    if (verdict.kind !== "supported" || (await isInScope(verdict, sentence, library))) kept.push(verdict);
  return kept;
}

/**
 * Returns what a sentence says beyond the dates and offices that alone were compared: words that its passages do not
 * have, if they are more than those they have.
 */
export function beyondCompared(
  verdicts: readonly Verdict[],
  { text, tokens }: TokenizedSentence,
): string | undefined {
  if (
    verdicts.length === 0 ||
    verdicts.some(({ about, kind }) => kind !== "supported" || (about !== "date" && about !== "role"))
  )
    return undefined;
  const compared = verdicts
    .map((verdict) => ("evidence" in verdict ? ofRecord(verdict.record, verdict.evidence) : ""))
    .join(" ");
  const known = prefixes(compared);
  const neutral = [...text.matchAll(new RegExp(TAKES_PLACE, "giu"))];
  const saids = verdicts.flatMap((verdict) => ("said" in verdict ? [verdict.said] : []));
  const rest = tokens.filter(
    (token) =>
      !token.record &&
      !isOfKind(token, "date", "filler", "preposition", "of", "by", "comma", "possessive", "joiner") &&
      !neutral.some(({ index, 0: words }) => index <= token.start && token.end <= index + words.length) &&
      !saids.some((said) => said.includes(token.text)),
  );
  const unknown = rest.filter(({ text: word }) =>
    isHan(word) ? !compared.includes(word) : unknownWords(word, known).length > 0,
  );
  // Chinese cannot be compared with an English passage word by word: one word more is too much.
  return unknown.length * 2 > rest.length || unknown.some((token) => isHan(token.text)) ? text : undefined;
}

/**
 * Compares numbers other than donations: counts, multiples, and the sums that something rose from or to. Requires that
 * the sentence names what a passage is about, counts the same thing and shares further words with it.
 */

import { claimPattern, claimWords } from "../language/claim-grammar.ts";
import type { Library } from "../library/library.ts";
import { evidenceWithPointers } from "../shelf/evidence.ts";
import { isSameRecord, type RecordRef, recordNames, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { isAboutEvent } from "./event-names.ts";
import { contentStems, findQuantities, isNumeric, type Quantity } from "./quantities.ts";
import { stemWord, stemWords } from "./stems.ts";
import { type ClaimToken, isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { NumberVerdict } from "./verdicts.ts";

/** Recorded quantities, and whether all records were read that may have one. */
interface QuantityMatches {
  readonly found: readonly QuantityMatch[];
  readonly isWhole: boolean;
}

interface QuantityMatch {
  readonly quantity: Quantity;
  readonly record: AnyRecord;
  readonly evidence: Evidence;
}

const OTHERS = new RegExp(`^\\s*${claimPattern(({ counts }) => counts.others)}`, "i");

const COUNTERS = new Set(claimWords(({ counts }) => counts.counters).map(stemWord));

const INCLUSIVE = new RegExp(
  claimPattern(({ counts }) => counts.inclusive),
  "iu",
);

const BEFORE = new RegExp(
  `(?:${claimPattern(({ events }) => events.before)})\\s+(?:[\\p{L}\\d]+\\s+){0,2}$`,
  "iu",
);
const BEFORE_IT = new RegExp(`^(?:${claimPattern(({ events }) => events.beforeIt)})`, "u");

/** Tells whether a sentence is about the time before an event, and not what came of it. */
const isBefore = ({ start, end }: ClaimToken, text: string): boolean =>
  BEFORE.test(text.slice(0, start)) || BEFORE_IT.test(text.slice(end));

/** Finds recorded quantities of the same thing, in facts and events about the records that the sentence names. */
async function findMatches(
  said: Quantity,
  { text, tokens }: TokenizedSentence,
  library: Library,
): Promise<QuantityMatches> {
  const found: QuantityMatch[] = [];
  if (tokens.some((token) => isOfKind(token, "event") && isBefore(token, text)))
    return { found, isWhole: true };
  const sentenceStems = new Set(contentStems(text));
  const records = new Map<RecordRef, AnyRecord>(
    tokens.flatMap(({ record }) => (record ? [[recordRef(record), record] as const] : [])),
  );
  const concerning = await Promise.all(
    [...records.keys()].map((ref) => library.find({ kinds: ["facts", "events"], concerning: ref })),
  );
  for (const [index, named] of [...records.values()].entries()) {
    const names = new Set(recordNames(named).flatMap(stemWords));
    const isEvent =
      named.kind === "events" &&
      tokens.some((token) => isSameRecord(token.record, named) && isAboutEvent(named, token, text));
    for (const record of [named, ...concerning[index]!.hits])
      for (const { evidence } of record.kind === "facts" || record.kind === "events"
        ? evidenceWithPointers(record)
        : []) {
        const passageStems = new Set(contentStems(evidence.exact));
        const shared = [...sentenceStems].filter(
          (stem) => passageStems.has(stem) && !names.has(stem) && !isNumeric(stem),
        );
        for (const quantity of findQuantities(evidence.exact)) {
          const isSame = quantity.of.some((stem) => said.of.includes(stem));
          // “21 other provincial agencies” are not “21 other central agencies”.
          const last = said.of.findLastIndex((stem) => quantity.of.includes(stem));
          if (
            said.of.slice(0, Math.max(0, last)).some((stem) => !passageStems.has(stem) && !COUNTERS.has(stem))
          )
            continue;
          const further = shared.filter((stem) => !quantity.of.includes(stem)).length + (isEvent ? 1 : 0);
          if (isSame && further > 0) found.push({ quantity, record, evidence });
        }
      }
  }
  return { found, isWhole: concerning.every(({ hits, total }) => hits.length === total) };
}

/** Returns verdicts on the numbers in a sentence, except those inside quotations. */
export async function checkNumbers(tokenized: TokenizedSentence, library: Library): Promise<NumberVerdict[]> {
  const verdicts: NumberVerdict[] = [];
  const quoted = tokenized.tokens.filter((token) => isOfKind(token, "quotation"));
  for (const said of findQuantities(tokenized.text)) {
    if (quoted.some(({ start, end }) => start <= said.start && said.end <= end)) continue;
    if (said.of.length === 0) continue;
    const { found, isWhole } = await findMatches(said, tokenized, library);
    const [first] = found;
    // With several recorded numbers of the same thing, it is unclear which one is meant.
    if (!first || new Set(found.map(({ quantity }) => quantity.value)).size > 1) continue;
    const { quantity, record, evidence } = first;
    // What was not read may have the number that the sentence has.
    if (!isWhole && quantity.value !== said.value) continue;
    // “22 agencies” may be “the ministry and 21 others”, and 21 in all are not.
    const isOfOthers = OTHERS.test(evidence.exact.slice(quantity.end));
    if (isOfOthers && (Number(said.value) === Number(quantity.value) + 1 || INCLUSIVE.test(tokenized.text)))
      continue;
    verdicts.push({
      about: "number",
      kind: quantity.value === said.value ? "supported" : "differs",
      said: said.text,
      known: quantity.text,
      record,
      evidence: [evidence],
      marked: [[{ start: quantity.start, end: quantity.end }]],
    });
  }
  return verdicts;
}

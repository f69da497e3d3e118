/** Compares words in quotation marks with recorded quotations first, then with all other recorded passages. */

import { isReported } from "../desk/quotations.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { foldText } from "../shelf/fold.ts";
import { recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { defined } from "../support/defined.ts";
import type { TextWord } from "./alignment.ts";
import { findAttribution, type QuoteAttribution } from "./attribution.ts";
import { isToldAsDone } from "./completion.ts";
import { type NearPassage, nearPassages } from "./near-passages.ts";
import { speakerRelation } from "./speakers.ts";
import { isOfKind, type TokenizedSentence } from "./tokens.ts";
import type { WordsVerdict } from "./verdicts.ts";
import {
  alignQuoted,
  contentWeight,
  findVerbatim,
  isSameQuotation,
  markWords,
  parseQuoted,
  type QuotedWords,
  wordLength,
} from "./wording.ts";

/** A passage that may contain the quoted words; `exact` is set if it contains them verbatim. */
interface Candidate {
  readonly passage: NearPassage;
  readonly exact: readonly TextWord[] | undefined;
}

async function evaluateQuotation(
  said: QuotedWords,
  attribution: QuoteAttribution | undefined,
  named: ReadonlySet<string>,
  { before, names }: QuotationLead,
  library: Library,
): Promise<WordsVerdict | undefined> {
  // Words that somebody is said to have spoken, who cannot be told, get no verdict.
  if (attribution && !attribution.speaker && !attribution.isPronoun) return undefined;
  const quoted = said.runs.map((run) => said.text.slice(run[0]!.start, run.at(-1)!.end)).join(" ");
  const candidates = (await nearPassages(quoted, library)).map(
    (passage): Candidate => ({ passage, exact: findVerbatim(said, passage) }),
  );
  const order = ({ passage, exact }: Candidate) => (exact ? 0 : 2) + (passage.isQuotation ? 0 : 1);
  const all = await Promise.all(
    candidates.map(async (candidate) => {
      const { record, evidence } = candidate.passage;
      const whose =
        attribution?.speaker && (await speakerRelation(attribution.speaker, record, evidence, library));
      return { ...candidate, whose };
    }),
  );
  // Among equally good passages, prefer one by the speaker that the sentence names.
  all.sort((a, b) => order(a) - order(b) || Number(b.whose === "own") - Number(a.whose === "own"));
  for (const { passage, exact, whose } of all) {
    const { record, evidence } = passage;
    const as = passage.isQuotation ? "quotation" : isReported(record) ? "report" : "source";
    const near = exact ? undefined : alignQuoted(said, passage);
    const weight = contentWeight(said.words);
    const length = wordLength(said.words);
    if (near && !isSameQuotation(said, near, passage, whose === "own")) continue;
    const strong = passage.isQuotation ? weight >= 3 && length >= 4 : weight >= 4 && length >= 5;
    const isQuotedThere = evidence.some(({ exact: text }) => isMarked(said.text, text));
    const isNamed = referencesOf(record).some((ref) => named.has(ref));
    const enough =
      strong ||
      (whose === "own" && weight >= 2 && length >= (passage.isQuotation ? 2 : 4)) ||
      (!passage.isQuotation && isQuotedThere && weight >= 2 && isNamed && whose !== "other");
    if (!near && !enough) continue;
    if (whose === "unclear" || isDoneAlone(said.text, before, record)) return undefined;
    if (names.some((name) => !isBefore(said.text, name, record))) return undefined;
    const isOtherSpeaker = whose === "other" && attribution?.closed && (strong || near !== undefined);
    if (whose === "other" && !isOtherSpeaker) return undefined;
    const holding = exact ? all.filter((one) => one.exact).flatMap((one) => one.passage.evidence) : evidence;
    return {
      about: "words",
      sources: [...new Set(holding.map(({ source }) => source))],
      kind: near || isOtherSpeaker ? "differs" : "supported",
      said: said.text,
      as,
      record,
      evidence,
      part: (near?.span ?? said.words.length) < passage.words.length,
      differences: near?.differences ?? [],
      ...defined({ otherSpeaker: isOtherSpeaker ? attribution?.speaker : undefined }),
      marked: markWords(passage, near ? near.known : (exact ?? [])),
    };
  }
  return undefined;
}

/** What a sentence has before quoted words: all of it, and the names between the verb of saying and the words. */
interface QuotationLead {
  readonly before: string;
  readonly names: readonly string[];
}

function leadOf({ text, tokens }: TokenizedSentence, index: number): QuotationLead {
  const lead = tokens.slice(0, index);
  const from = lead.findLastIndex((token) => isOfKind(token, "says")) + 1;
  const names = from === 0 ? [] : lead.slice(from).filter((token) => isOfKind(token, "unknownName"));
  return { before: text.slice(0, tokens[index]!.start), names: names.map((token) => token.text) };
}

/** Returns what the source’s sentence has before quoted words that are a part of it. */
function beforeWords(words: string, record: AnyRecord): string | undefined {
  const around = record.kind === "quotes" ? (record.within?.exact ?? "") : "";
  const quoted = foldText(words)
    .toLowerCase()
    .replace(/[\s.,;:!?]+$/, "");
  const at = foldText(around).toLowerCase().indexOf(quoted);
  return at > 0 ? around.slice(0, at) : undefined;
}

/** Tells whether a sentence has the words as done, and the sentence of the source around them as still to do. */
function isDoneAlone(words: string, before: string, record: AnyRecord): boolean {
  const known = beforeWords(words, record);
  return known !== undefined && isToldAsDone(`${before.trimEnd()} `, known.replace(/\P{L}+$/u, " "));
}

/** Tells whether the source too has a name before quoted words that are a part of its sentence. */
function isBefore(words: string, name: string, record: AnyRecord): boolean {
  const known = beforeWords(words, record);
  return known === undefined || containsFolded(name, known);
}

/** Tells whether a source's passage has the words in quotation marks too. */
function isMarked(words: string, passage: string): boolean {
  const bare = foldText(words)
    .replace(/[\s.,;:!?]+$/, "")
    .toLowerCase();
  return new RegExp(`["']${bare.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[.,;:!?]*["']`).test(
    foldText(passage).toLowerCase(),
  );
}

/** Finds the record that words in quotation marks are merely the name of. */
async function namedRecord(text: string, library: Library): Promise<AnyRecord | undefined> {
  const { by, hits } = await library.find({
    words: text.replace(/[\s.,;:!?。，]+$/u, ""),
    kinds: ["terms", "events", "organizations", "people"],
  });
  return by === "name" ? hits[0] : undefined;
}

/** Tells whether “he” may be somebody of the message other than the recorded speaker. */
const isDoubtful = (record: AnyRecord, inMessage: readonly AnyRecord[]): boolean =>
  inMessage.some(
    (one) => one.kind === "people" && !("speaker" in record && record.speaker === recordRef(one)),
  );

/** Verdicts on quotations, and the quotations that got none. */
interface QuotationResult {
  readonly verdicts: readonly WordsVerdict[];
  readonly unchecked: readonly string[];
  /** Whether a sentence gives words to somebody of whom it cannot be told who is meant. */
  readonly isUnclear: boolean;
}

/**
 * Evaluates the quotations in a sentence. Returns the verdicts and the quotations that got none.
 * @param inMessage the records that the whole message names
 */
export async function checkQuotations(
  tokenized: TokenizedSentence,
  inMessage: readonly AnyRecord[],
  library: Library,
): Promise<QuotationResult> {
  const verdicts: WordsVerdict[] = [];
  const unchecked: string[] = [];
  let isUnclear = false;
  const named = new Set<string>(
    tokenized.tokens.flatMap(({ record }) => (record ? [recordRef(record)] : [])),
  );
  for (const [index, { quoted }] of tokenized.tokens.entries()) {
    if (!quoted) continue;
    const said = parseQuoted(quoted.inner);
    const attribution = findAttribution(tokenized, index);
    const [name, found] = await Promise.all([
      namedRecord(quoted.inner, library),
      said.words.length === 0
        ? undefined
        : evaluateQuotation(said, attribution, named, leadOf(tokenized, index), library),
    ]);
    const isTold =
      !attribution || attribution.isPronoun || (attribution.speaker && "record" in attribution.speaker);
    if (!name && !isTold) isUnclear = true;
    const verdict =
      found && attribution?.isPronoun && isDoubtful(found.record, inMessage) ? undefined : found;
    // A name in quotation marks is a quotation only if it is a whole recorded one and attributed to somebody.
    if (verdict && (!name || (verdict.as === "quotation" && !verdict.part && attribution)))
      verdicts.push(verdict);
    else if (!name) unchecked.push(quoted.text);
  }
  return { verdicts, unchecked, isUnclear };
}

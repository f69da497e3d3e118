/** Checks a message against the shelf, sentence by sentence. */

import type { Library } from "../library/library.ts";
import { namedIn } from "../library/lookups.ts";
import { findNumbers } from "../search/numbers.ts";
import { isSameRecord, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence, PledgeAccount, PledgeRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { defined } from "../support/defined.ts";
import { checkAmounts } from "./amount-claims.ts";
import { checkAppositions } from "./appositions.ts";
import { beyondCompared, openExclusion, openFigure, openReason, openSpan } from "./beyond.ts";
import { closestPassage } from "./closest-passage.ts";
import { findCopies } from "./copies.ts";
import { checkDates } from "./date-claims.ts";
import { READ_KINDS } from "./name-tokens.ts";
import { checkNumbers } from "./number-claims.ts";
import { checkQuotations } from "./quotation-claims.ts";
import { findQuoted, type MessageSpan, maskQuoted, type QuotedSpan } from "./quoted-spans.ts";
import { holdsQuotation, quotesSpeaker } from "./restated.ts";
import { checkRoles } from "./role-claims.ts";
import { keepInScope, keepWithoutOthers } from "./scope.ts";
import { sentenceMood } from "./sentence-mood.ts";
import { splitMessage } from "./sentences.ts";
import { checkStatement } from "./statement-claims.ts";
import { joinPhrases } from "./statement-words.ts";
import { createTellerFilter, type TellerFilter } from "./tellers.ts";
import { tokenizeSentence } from "./tokenize.ts";
import { isOfKind, type TokenizedSentence } from "./tokens.ts";
import {
  type AmountVerdict,
  type CheckedSentence,
  type DateVerdict,
  type NumberVerdict,
  type PeriodVerdict,
  VERDICT_KINDS,
  type Verdict,
  type WordsVerdict,
} from "./verdicts.ts";

/** The result of checking a message. */
interface CheckedMessage {
  readonly sentences: readonly CheckedSentence[];
  /** Records that the message names. */
  readonly named: readonly AnyRecord[];
}

/** Returns the quotations inside a sentence, with offsets relative to it. */
const quotedWithin = (sentence: MessageSpan, quoted: readonly QuotedSpan[]): QuotedSpan[] =>
  quoted
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .map((span) => ({ ...span, start: span.start - sentence.start, end: span.end - sentence.start }));

/**
 * Chooses between the verdict on a copied sentence and those on quotations inside it. Keeps both only if they say
 * different things.
 */
function reconcileCopies(copies: readonly Verdict[], words: readonly WordsVerdict[]): readonly Verdict[] {
  const [copy] = copies;
  if (copy?.about !== "words") return [...words, ...copies];
  if (words.some(({ record }) => isSameRecord(record, copy.record))) return words;
  if (copy.kind !== "supported") return [...words, ...copies];
  const quoted = words.reduce((sum, { said }) => sum + said.length, 0);
  if (words.length > 0 && quoted > copy.said.length * 0.5) return words;
  return words.every(({ kind }) => kind === "supported") ? copies : [...words, ...copies];
}

/** Moves verdicts on words to the commitment that holds the passage, if that commitment is shown anyway. */
const joinToPledges = (words: readonly WordsVerdict[], pledges: readonly PledgeRecord[]): WordsVerdict[] =>
  words.map((verdict) => {
    const own = pledges.find(({ accounts }) =>
      verdict.evidence.every((evidence) => holds(accounts, evidence)),
    );
    return own && verdict.record.kind !== "quotes" ? { ...verdict, record: own } : verdict;
  });

const holds = (accounts: readonly PledgeAccount[], { source, exact }: Evidence): boolean =>
  accounts.some(({ passages }) =>
    passages.some((passage) => passage.source === source && passage.exact === exact),
  );

/** Tells whether a copied passage is but a part of the sentence, such as a quotation in it. */
const isWithin = ({ record, evidence }: WordsVerdict, text: string): boolean =>
  record.kind === "quotes" || evidence.map(({ exact }) => exact).join(" ").length < text.length * 0.8;

/** A sentence that asserts something, and what reading it gave. */
interface ReadSentence {
  readonly text: string;
  readonly own: readonly QuotedSpan[];
  readonly tokenized: TokenizedSentence;
  /** Like `tokenized`; with the sums inside quotations, if every quotation asserts something. */
  readonly withQuotedClaims: TokenizedSentence;
  readonly heldByTellers: TellerFilter;
  readonly library: Library;
}

async function readSentence(
  text: string,
  own: readonly QuotedSpan[],
  records: readonly AnyRecord[],
  library: Library,
): Promise<ReadSentence> {
  const tokenized = tokenizeSentence(text, records, own);
  const asserted = own.length > 0 && own.every(({ inner }) => sentenceMood(inner) === "asserts");
  return {
    ...{ text, own, tokenized, library },
    withQuotedClaims: asserted ? tokenizeSentence(text, records, []) : tokenized,
    heldByTellers: await createTellerFilter(tokenized, library),
  };
}

type FigureVerdict = AmountVerdict | PeriodVerdict;

const isInSum = (said: string, figures: readonly FigureVerdict[]): boolean =>
  figures.some((verdict) => verdict.about === "figure" && verdict.sum.text.includes(said));

/** Returns the verdicts on dates and, but for those of another day, on numbers outside sums. */
async function checkDatesAndNumbers(
  { tokenized, heldByTellers, library }: ReadSentence,
  figures: readonly FigureVerdict[],
  words: readonly WordsVerdict[],
  found: readonly NumberVerdict[],
): Promise<{ readonly dates: readonly DateVerdict[]; readonly numbers: readonly NumberVerdict[] }> {
  const sums = figures.filter((verdict) => verdict.about === "figure");
  const allDates = await checkDates(tokenized, { figures: sums, words }, library);
  const dates = heldByTellers(await keepInScope(allDates, tokenized, library));
  // A date that does not match an event may mean another event, whose numbers differ too.
  const otherDayRecords = dates.flatMap(({ kind, record }) => (kind === "supported" ? [] : [record]));
  const isOfOtherDay = (record: AnyRecord) =>
    otherDayRecords.some(
      (event) => isSameRecord(event, record) || referencesOf(record).includes(recordRef(event)),
    );
  const allNumbers = await keepInScope(found, tokenized, library);
  const numbers = heldByTellers(allNumbers).filter(
    ({ said, record }) => !isInSum(said, figures) && !isOfOtherDay(record),
  );
  return { dates, numbers };
}

/** Returns the verdicts on passages that the sentence copies, unless their number or passage already has one. */
function checkCopies(
  { text, own, heldByTellers }: ReadSentence,
  figures: readonly FigureVerdict[],
  settled: readonly (DateVerdict | NumberVerdict)[],
  copies: readonly (WordsVerdict | NumberVerdict)[],
): Verdict[] {
  const isNew = (said: string) =>
    !isInSum(said, figures) && !settled.some((verdict) => verdict.said.includes(said));
  const isShown = (verdict: WordsVerdict) =>
    figures.some(({ pledge }) => verdict.evidence.every((evidence) => holds(pledge.accounts, evidence)));
  // Whose words a quotation is, is for the verdict on the quotation to say.
  return heldByTellers(copies).filter((verdict) =>
    verdict.about === "number"
      ? isNew(verdict.said)
      : !isShown(verdict) && !(own.length > 0 && isWithin(verdict, text)),
  );
}

/** Evaluates a sentence that asserts something. Returns its verdicts and the parts that got none. */
async function evaluateSentence(sentence: ReadSentence, named: readonly AnyRecord[]) {
  const { tokenized, withQuotedClaims, heldByTellers, library } = sentence;
  const [amounts, { verdicts: quotations, unchecked, isUnclear }, found, alike] = await Promise.all([
    checkAmounts(withQuotedClaims, library),
    checkQuotations(tokenized, named, library),
    checkNumbers(tokenized, library),
    findCopies({ text: sentence.text, mood: "asserts" }, library),
  ]);
  const figures = heldByTellers(await keepWithoutOthers(amounts, tokenized, library));
  const words = joinToPledges(
    heldByTellers(await keepWithoutOthers(quotations, tokenized, library)),
    figures.map(({ pledge }) => pledge),
  );
  const { dates, numbers } = await checkDatesAndNumbers(sentence, figures, words, found);
  const copies = checkCopies(sentence, figures, [...numbers, ...dates], alike);
  const wordVerdicts = reconcileCopies(copies, words);
  const copied = wordVerdicts.some((verdict) => verdict.about === "words" && verdict.as === "copy");
  const verdicts = [
    ...figures,
    ...wordVerdicts,
    ...dates,
    ...numbers.filter(({ kind }) => !copied || kind !== "supported"),
    ...checkRoles(tokenized),
  ];
  const settled = verdicts.map((verdict) => ("said" in verdict ? verdict.said : verdict.sum.text));
  const parts = withQuotedClaims.tokens
    .filter((token) => isOfKind(token, "sum", "date"))
    .map(({ text }) => text);
  const isSettled = (part: string) => settled.some((said) => said.includes(part) || holdsFigure(part, said));
  const unsettled = [...parts.filter((part) => !isSettled(part)), ...unchecked];
  return {
    verdicts,
    isUnclear,
    unchecked: copied ? [] : unsettled,
    beyond:
      openFigure(verdicts, withQuotedClaims, isSettled) ??
      openSpan(verdicts, tokenized) ??
      openExclusion(verdicts, tokenized) ??
      openReason(verdicts, tokenized) ??
      beyondCompared(verdicts, tokenized),
  };
}

/** Tells whether a part of a sentence contains a number that already has a verdict. */
const holdsFigure = (part: string, said: string): boolean =>
  /^\d/.test(said) && findNumbers(part).some(({ start }) => part.startsWith(said, start));

async function checkSentence(
  sentence: MessageSpan,
  quoted: readonly QuotedSpan[],
  named: readonly AnyRecord[],
  library: Library,
): Promise<CheckedSentence> {
  const { text, start, end } = sentence;
  const mood = sentenceMood(maskQuoted(sentence, quoted));
  const ownNames = await namedIn(text, READ_KINDS, library);
  const isNaming = ownNames.length > 0;
  const withClosest = async (verdicts: readonly Verdict[]) =>
    verdicts.length > 0 || mood === "asks"
      ? { isNaming }
      : { isNaming, ...defined({ closest: await closestPassage(text, ownNames, library) }) };
  const own = quotedWithin(sentence, quoted);
  const statement = checkStatement({ text, mood }, ownNames, library);
  if (mood !== "asserts") {
    // A source's own denial or supposition can still be confirmed.
    const tokenized = tokenizeSentence(text, ownNames, own);
    const [{ verdicts: restated }, copies, heldByTellers] = await Promise.all([
      statement,
      findCopies({ text, mood }, library),
      createTellerFilter(tokenized, library),
    ]);
    const copied = copies.filter((verdict) => verdict.about === "words");
    const words = copied.length > 0 ? copied : heldByTellers(restated);
    // An office beside the name that opens a sentence is asserted, whatever is only supposed of its holder.
    const roles =
      mood === "supposes"
        ? checkRoles(tokenized).filter(({ kind, said }) => kind !== "supported" && text.startsWith(said))
        : [];
    const verdicts = [...words, ...roles];
    return { ...(await withClosest(verdicts)), text, start, end, mood, verdicts, unchecked: [] };
  }
  const [{ verdicts: restated, isMisplaced }, { heldByTellers, ...evaluated }] = await Promise.all([
    statement,
    readSentence(text, own, ownNames, library).then(async (read) => ({
      ...(await evaluateSentence(read, named)),
      heldByTellers: read.heldByTellers,
    })),
  ]);
  const { unchecked, beyond, isUnclear } = evaluated;
  // Parts that the sources have, put together in another way, support nothing.
  const isRestated = restated.some(({ kind }) => kind === "supported");
  // A quotation is word for word: what is not found so is not supported by the same thing in other words.
  const hasOtherWords = (verdict: WordsVerdict) =>
    own.some((quotation) => unchecked.includes(quotation.text) && !holdsQuotation(verdict, quotation));
  const parts = evaluated.verdicts.filter((verdict) =>
    verdict.kind === "supported"
      ? !isMisplaced
      : // Who reports a quotation in other words does not misquote it.
        !(isRestated && verdict.about === "words" && own.length === 0),
  );
  // What is supported in parts may still differ as a whole.
  const isSupported = parts.every(({ kind, about }) => kind === "supported" && about !== "words");
  const further = heldByTellers(restated).filter((verdict) => {
    const { kind, otherSpeaker, differences } = verdict;
    return kind === "supported" && hasOtherWords(verdict)
      ? false
      : parts.length === 0 || beyond !== undefined
        ? !isUnclear ||
          otherSpeaker !== undefined ||
          (kind === "differs" && differences.length > 0) ||
          quotesSpeaker(text, verdict, own, ownNames)
        : isSupported && kind === "differs";
  });
  const compared = [...parts, ...further];
  const verdicts = compared.length > 0 ? compared : await checkAppositions(text, ownNames, library);
  // What is said to differ was compared.
  const told = further.flatMap(({ differences }) => differences.flatMap(({ said }) => said || []));
  return {
    ...(await withClosest(verdicts)),
    text,
    start,
    end,
    mood,
    verdicts: VERDICT_KINDS.flatMap((kind) => verdicts.filter((verdict) => verdict.kind === kind)),
    unchecked: unchecked.filter((part) => !told.some((said) => said.includes(part) || part.includes(said))),
    ...defined({ beyond: further.length > 0 ? undefined : beyond }),
  };
}

/** Checks each sentence of a message against the shelf, in order. */
export async function checkMessage(text: string, library: Library): Promise<CheckedMessage> {
  const quoted = findQuoted(text);
  const spans = splitMessage(text, quoted);
  // What any sentence names, also where its phrases are joined, is asked for at once.
  const texts = [text, ...spans.flatMap((span) => [span.text, joinPhrases(span.text)])];
  const [named = []] = await library.mentions(texts, READ_KINDS);
  const sentences = await Promise.all(spans.map((span) => checkSentence(span, quoted, named, library)));
  return { sentences, named };
}

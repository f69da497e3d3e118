/** Builds answer items for speech: verbatim quotations and, kept apart from them, reported speech. */

import { contextOf, recordAt } from "../library/lookups.ts";
import { isSameEvidence } from "../shelf/evidence.ts";
import type { RecordRef } from "../shelf/kinds.ts";
import type {
  AnyRecord,
  Evidence,
  FactRecord,
  QuoteRecord,
  TermDefinition,
  TermRecord,
} from "../shelf/records.ts";
import type { AnswerItem, DetailRow, Passage, SpokenBlock } from "./answer.ts";
import { type Citations, sourceName } from "./citations.ts";
import type { CommandContext } from "./command.ts";
import { findRecord, recordName } from "./lookup.ts";
import { inferredDateNote, noteBlocks } from "./notes.ts";

/** A fact with a speaker: speech that a source reports in its own words. */
export type ReportedSpeech = FactRecord &
  ({ readonly speaker: RecordRef } | { readonly speakerStated: string });

/** Tells whether a record is reported speech, of a speaker on record or of one whom its source does not name. */
export const isReported = (record: AnyRecord): record is ReportedSpeech =>
  record.kind === "facts" && (record.speaker !== undefined || record.speakerStated !== undefined);

/** Quotations and reported speech, each in display order. */
export interface SpokenRecords {
  readonly quotes: readonly QuoteRecord[];
  readonly reports: readonly ReportedSpeech[];
}

/** Counts the quotations and reports of each speaker, in the order of the speakers' first records. */
export function countBySpeaker(
  records: readonly AnyRecord[],
): Map<RecordRef, { quotes: number; reports: number }> {
  const counts = new Map<RecordRef, { quotes: number; reports: number }>();
  for (const record of records) {
    if ((record.kind !== "quotes" && record.kind !== "facts") || record.speaker === undefined) continue;
    const { quotes, reports } = counts.get(record.speaker) ?? { quotes: 0, reports: 0 };
    const isQuote = record.kind === "quotes";
    counts.set(record.speaker, { quotes: quotes + Number(isQuote), reports: reports + Number(!isQuote) });
  }
  return counts;
}

/**
 * Sorts quotations by date (newest first, undated last) and then by position in the sources, and reports by position.
 * Leaves out reports that only repeat the sentences around quoted fragments.
 */
export async function orderSpoken(
  records: readonly AnyRecord[],
  { library }: CommandContext,
): Promise<SpokenRecords> {
  const placed = await Promise.all(
    records.map(async (record) => {
      const [first] = "passages" in record ? record.passages : [];
      const { source, start } = await contextOf(first as Evidence, library);
      return { record, order: source.order, start };
    }),
  );
  placed.sort((a, b) => a.order - b.order || a.start - b.start);
  const dateOf = (quote: QuoteRecord) => quote.said?.date ?? "";
  const sorted = placed.map(({ record }) => record);
  const sentences = records.flatMap((record) =>
    record.kind === "quotes" && record.within ? [record.within.exact] : [],
  );
  const repeats = (report: ReportedSpeech) =>
    report.passages.every(
      ({ exact }) => sentences.reduce((left, sentence) => left.replace(sentence, ""), exact).trim() === "",
    );
  return {
    quotes: sorted
      .filter((record): record is QuoteRecord => record.kind === "quotes")
      .sort((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) < dateOf(b) ? 1 : -1)),
    reports: sorted.filter(isReported).filter((report) => !repeats(report)),
  };
}

/** Returns one sentence on the wording of several quotations from sources in one language; undefined otherwise. */
export async function wordingNote(
  quotes: readonly QuoteRecord[],
  { library, messages }: Pick<CommandContext, "library" | "messages">,
): Promise<string | undefined> {
  const sources = await library.contexts(quotes.map(({ passages }) => passages[0]!));
  const [language, ...others] = new Set(sources.map(({ source }) => source.language));
  return language === undefined || others.length > 0 || quotes.length < 2
    ? undefined
    : messages.quote.wordings(messages.language(language));
}

/**
 * Returns the name of the speaker, marked when the speaker is inferred from the context; the source's words for
 * speakers whom it does not name.
 */
export async function speakerName(
  record: QuoteRecord | ReportedSpeech,
  { library, messages }: Pick<CommandContext, "library" | "messages">,
): Promise<string> {
  if (record.kind === "facts" && record.speaker === undefined)
    return messages.quoted(record.speakerStated ?? "");
  const name = record.speaker === undefined ? "" : await recordName(record.speaker, library);
  return record.speakerInferred ? messages.quote.inferredSpeaker(name) : name;
}

/** Returns why somebody is read as the speaker of a record; undefined where the source says who it is. */
export const speakerReason = (record: AnyRecord): string | undefined =>
  "speakerInferred" in record ? record.speakerInferred : undefined;

/** Tells whether all of some passages are among others. */
const isAmong = (evidence: readonly Evidence[], passages: readonly Evidence[]): boolean =>
  evidence.every((one) => passages.some((passage) => isSameEvidence(passage, one)));

/** Returns the quotation that holds a term's definition, or of which the term in these passages is a part. */
async function quoteIn(
  term: TermRecord,
  definition: TermDefinition | undefined,
  evidence: readonly Evidence[],
  { library }: Pick<CommandContext, "library">,
): Promise<QuoteRecord | undefined> {
  if (definition?.quote !== undefined) return recordAt("quotes", definition.quote, library);
  for (const ref of term.uses) {
    const use = await findRecord(ref, library);
    if (use?.kind === "quotes" && use.within && isAmong(evidence, [use.within])) return use;
  }
  return undefined;
}

/**
 * Draws passages of a record as what they are there: a speaker's own words, the sentence around such words, reported
 * speech, somebody's explanation of a term, or a statement of the source, which has no speaker.
 * @param passages the passages of `evidence`
 */
export async function passagesBlock(
  record: AnyRecord,
  evidence: readonly Evidence[],
  passages: readonly Passage[],
  citations: Citations,
  context: Pick<CommandContext, "library" | "messages">,
): Promise<SpokenBlock> {
  const say = context.messages.quote;
  if (isReported(record))
    return { type: "report", passages, speaker: say.reportOf(await speakerName(record, context)) };
  if (record.kind === "terms") {
    const definition = record.definitions.find((one) => isAmong(evidence, one.passages));
    const quote = await quoteIn(record, definition, evidence, context);
    if (quote) return passagesBlock(quote, evidence, passages, citations, context);
    const by = definition?.by && (await recordName(definition.by, context.library));
    return by ? { type: "report", passages, speaker: say.reportOf(by) } : { type: "quote", passages };
  }
  if (record.kind !== "quotes") return { type: "quote", passages };
  if (isAmong(evidence, record.passages))
    return { type: "quote", passages, speaker: await speakerName(record, context) };
  const { within } = record;
  if (!within || !evidence.some((one) => isSameEvidence(one, within))) return { type: "quote", passages };
  const { text: fragment } = await citations.passage(record.passages[0]!);
  return { type: "quote", passages, speaker: say.fragment(await speakerName(record, context)), fragment };
}

/**
 * Creates the item for a quotation: the words, when, where and through whom they were reported, and whose wording
 * they are.
 * @param wordingStated whether the answer states the wording once for all quotations, so that the item leaves it out
 */
export async function quotationItem(
  quote: QuoteRecord,
  citations: Citations,
  context: Pick<CommandContext, "library" | "messages">,
  wordingStated = false,
): Promise<AnswerItem> {
  const { messages } = context;
  const say = messages.quote;
  const speaker = await speakerName(quote, context);
  const quoted = await citations.passages(quote.passages);
  const sentence = quote.within && (await citations.passage(quote.within));
  const source = citations.sourceOf(quoted[0]!);
  const { said, where, via } = quote;
  const stated = [said, where, via].flatMap((it) => (it?.evidence ? [it.evidence] : []));
  const supporting = [...quoted, ...(sentence ? [sentence] : []), ...(await citations.passages(stated))];
  const row = (label: string, value: string | undefined, isStated = true): DetailRow[] =>
    value === undefined ? [] : [{ label, value, stated: isStated }];
  const rows = [
    ...(said ? row(say.rows.when, said.stated) : row(say.rows.when, say.notStated, false)),
    ...row(say.rows.where, where?.stated),
    ...row(say.rows.via, via?.stated),
    ...(wordingStated
      ? []
      : row(say.rows.wording, say.wording(messages.language(source.language), sourceName(source)), false)),
  ];
  const dateNote = inferredDateNote(said, messages);
  const remarks = [...new Set([...quoted, ...(sentence ? [sentence] : [])].map(({ note }) => note))];
  return [
    sentence
      ? { type: "quote", passages: [sentence], speaker: say.fragment(speaker), fragment: quoted[0]!.text }
      : { type: "quote", passages: quoted, speaker },
    { type: "details", rows, passages: supporting },
    ...noteBlocks([quote.speakerInferred, dateNote, ...quote.notes, ...remarks]),
  ];
}

/** Creates the item for reported speech, in the source's words. */
export async function reportItem(
  report: ReportedSpeech,
  citations: Citations,
  context: Pick<CommandContext, "library" | "messages">,
): Promise<AnswerItem> {
  const passages = await citations.passages(report.passages);
  const say = context.messages.quote;
  const dateNote = inferredDateNote(report.when, context.messages);
  return [
    {
      type: "report",
      passages,
      speaker: say.reportOf(await speakerName(report, context)),
    },
    ...noteBlocks([report.speakerInferred, dateNote, ...report.notes, ...passages.map(({ note }) => note)]),
  ];
}

/** What somebody said: quotations word for word, and apart from them what the sources say was said. */

import type { Ref } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence, RecordOf } from "../shelf/records.ts";
import type { Item, Row } from "./answer.ts";
import { type Citing, notes } from "./citations.ts";
import type { Desk } from "./command.ts";
import { nameOf } from "./lookup.ts";

export type Quote = RecordOf<"quotes">;
export type Report = RecordOf<"facts"> & { readonly speaker: Ref };

/** Quotations and reported speech, each in the order in which it is shown. */
export interface Spoken {
  readonly quotes: readonly Quote[];
  readonly reports: readonly Report[];
}

/** How often each is quoted, and how often only reported, in the order in which they first speak. */
export function tallyOf(records: readonly AnyRecord[]): Map<Ref, { quotes: number; reports: number }> {
  const counts = new Map<Ref, { quotes: number; reports: number }>();
  for (const record of records) {
    if ((record.kind !== "quotes" && record.kind !== "facts") || record.speaker === undefined) continue;
    const { quotes, reports } = counts.get(record.speaker) ?? { quotes: 0, reports: 0 };
    const isQuote = record.kind === "quotes";
    counts.set(record.speaker, { quotes: quotes + Number(isQuote), reports: reports + Number(!isQuote) });
  }
  return counts;
}

/**
 * Newest first by when it was said; what is undated after that, by its place in the sources. Reported speech
 * that is no more than the sentences around fragments is left to the fragments.
 */
export async function spokenAmong(records: readonly AnyRecord[], { library }: Desk): Promise<Spoken> {
  const placed = await Promise.all(
    records.map(async (record) => {
      const [first] = "passages" in record ? record.passages : [];
      const { source, start } = await library.context(first as Evidence);
      return { record, order: source.order, start };
    }),
  );
  placed.sort((a, b) => a.order - b.order || a.start - b.start);
  const said = (quote: Quote) => quote.said?.date ?? "";
  const sorted = placed.map(({ record }) => record);
  const sentences = records.flatMap((record) =>
    record.kind === "quotes" && record.within ? [record.within.exact] : [],
  );
  const repeats = (report: Report) =>
    report.passages.every(
      ({ exact }) => sentences.reduce((left, sentence) => left.replace(sentence, ""), exact).trim() === "",
    );
  return {
    quotes: sorted
      .filter((record): record is Quote => record.kind === "quotes")
      .sort((a, b) => (said(a) === said(b) ? 0 : said(a) < said(b) ? 1 : -1)),
    reports: sorted
      .filter((record): record is Report => record.kind === "facts" && record.speaker !== undefined)
      .filter((report) => !repeats(report)),
  };
}

/** Whose wording these quotations are, as one sentence, where there are several of which the same is to be said. */
export async function wordingOf(
  quotes: readonly Quote[],
  { library, words }: Pick<Desk, "library" | "words">,
): Promise<string | undefined> {
  const sources = await Promise.all(quotes.map(async ({ passages }) => library.context(passages[0]!)));
  const [language, ...others] = new Set(sources.map(({ source }) => source.language));
  return language === undefined || others.length > 0 || quotes.length < 2
    ? undefined
    : words.quote.wordings(words.language(language));
}

/**
 * One quotation: the words, when and where they were said, through whom we have them; and whose wording they are,
 * unless the answer says so `once` of all of its quotations.
 */
export async function quotationOf(
  quote: Quote,
  citing: Citing,
  desk: Pick<Desk, "library" | "words">,
  once = false,
): Promise<Item> {
  const { words } = desk;
  const say = words.quote;
  const name = await nameOf(quote.speaker, desk.library);
  const speaker = quote.speakerInferred ? say.inferredSpeaker(name) : name;
  const quoted = await citing.passages(quote.passages);
  const sentence = quote.within && (await citing.passage(quote.within));
  const source = citing.sourceOf(quoted[0]!);
  const { said, where, via } = quote;
  const stated = [said, where, via].flatMap((it) => (it?.evidence ? [it.evidence] : []));
  const stand = [...quoted, ...(sentence ? [sentence] : []), ...(await citing.passages(stated))];
  const row = (label: string, value: string | undefined, isStated = true): Row[] =>
    value === undefined ? [] : [{ label, value, stated: isStated }];
  const rows = [
    ...(said ? row(say.rows.when, said.stated) : row(say.rows.when, say.notStated, false)),
    ...row(say.rows.where, where?.stated),
    ...row(say.rows.via, via?.stated),
    ...(once
      ? []
      : row(say.rows.wording, say.wording(words.language(source.language), source.publisher), false)),
  ];
  const dated =
    said?.date && said.inferred
      ? words.inferred(said.stated, words.span(said.date, said.to), said.inferred)
      : undefined;
  const remarks = [...new Set([...quoted, ...(sentence ? [sentence] : [])].map(({ note }) => note))];
  return [
    sentence
      ? { type: "quote", passages: [sentence], speaker: say.fragment(speaker), fragment: quoted[0]!.text }
      : { type: "quote", passages: quoted, speaker },
    { type: "facts", rows, passages: stand },
    ...notes([quote.speakerInferred, dated, ...quote.notes, ...remarks]),
  ];
}

/** One piece of reported speech, in the source's words. */
export async function reportOf(
  report: Report,
  citing: Citing,
  desk: Pick<Desk, "library" | "words">,
): Promise<Item> {
  const passages = await citing.passages(report.passages);
  const say = desk.words.quote;
  const name = await nameOf(report.speaker, desk.library);
  const when = report.when?.date && report.when.inferred ? report.when : undefined;
  const dated =
    when && desk.words.inferred(when.stated, desk.words.span(when.date!, when.to), when.inferred!);
  return [
    {
      type: "report",
      passages,
      speaker: say.reportOf(report.speakerInferred ? say.inferredSpeaker(name) : name),
    },
    ...notes([report.speakerInferred, dated, ...report.notes, ...passages.map(({ note }) => note)]),
  ];
}

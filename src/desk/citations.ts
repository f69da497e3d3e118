/** Numbers the sources of an answer in the order of its passages, and writes their credits. */

import type { Messages } from "../language/messages.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import { contextOf } from "../library/lookups.ts";
import type { Evidence } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import type { AnswerSource, Passage } from "./answer.ts";
import { truncateText } from "./truncate.ts";
import { withdrawalNote } from "./withdrawn-sources.ts";

/** Marks in passages the words that carry what is stated, as a source writes them. */
export const markStated = (
  passages: readonly Passage[],
  values: readonly (string | undefined)[],
): Passage[] =>
  passages.map((passage) => {
    const text = passage.text.toLowerCase();
    const ranges = values.flatMap((value) => {
      const start = value ? text.indexOf(value.toLowerCase()) : -1;
      return start < 0 ? [] : [{ start, end: start + value!.length }];
    });
    const stated = ranges
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ start }, index, all) => all.slice(0, index).every((earlier) => earlier.end <= start));
    return stated.length === 0 ? passage : { ...passage, stated };
  });

/** The citations of one answer. Numbers are valid within that answer only. */
export interface Citations {
  /** Returns the passage of an evidence, and numbers its source when it is new. */
  passage(evidence: Evidence): Promise<Passage>;
  passages(evidence: readonly Evidence[]): Promise<Passage[]>;
  /** Returns the source of a passage that this object returned. */
  sourceOf(passage: Passage): SourceInfo;
  /** Returns the sources cited so far, in the order of their numbers. */
  sources(): AnswerSource[];
}

/** Formats a date of publication; says when it is inferred or not known. */
export function formatPublished({ date, inferred }: SourceInfo["published"], messages: Messages): string {
  if (date === null) return messages.source.notKnown;
  return inferred === undefined ? messages.date(date) : messages.source.inferred(messages.date(date));
}

/** How much of a title stands where a publisher would. */
const TITLE = 48;

/** Returns the name by which a source is told from others: its publisher's, or its title where that is not known. */
export const sourceName = ({ publisher, title }: Pick<SourceInfo, "publisher" | "title">): string =>
  publisher ?? truncateText(title.text, TITLE);

/** Returns the name of a source's publisher, marked when it is inferred; says where it is not known. */
export const formatPublisher = (
  { publisher, publisherInferred }: SourceInfo,
  { source }: Messages,
): string =>
  publisher === null
    ? source.noPublisher
    : publisherInferred === undefined
      ? publisher
      : source.inferred(publisher);

/** Returns publisher and, if it is known, the date as it is to be written; says which of them is inferred. */
function creditClauses(source: SourceInfo, day: string | undefined, messages: Messages): string[] {
  const { publisher, publisherInferred, published } = source;
  const { clauses, bothInferred, inferred } = messages.source;
  const isDayInferred = day !== undefined && published.inferred !== undefined;
  if (publisher !== null && publisherInferred !== undefined && isDayInferred)
    return [bothInferred(clauses([publisher, day]))];
  const date = day === undefined ? [] : [isDayInferred ? inferred(day) : day];
  return [publisher === null ? sourceName(source) : formatPublisher(source, messages), ...date];
}

/** Returns publisher and date, for the credit line of a passage; says which of them is inferred. */
export function shortCredit(source: SourceInfo, messages: Messages): string {
  const { date } = source.published;
  const { clauses, notKnown } = messages.source;
  return date === null
    ? clauses([...creditClauses(source, undefined, messages), notKnown])
    : clauses(creditClauses(source, messages.date(date), messages));
}

/** Returns publisher and date in a few words, with whoever republished the text. */
function briefCredit(source: SourceInfo, messages: Messages): string {
  const { published, republication } = source;
  const { republishedBy, shortDate } = messages.brief;
  const day = published.date === null ? undefined : shortDate(published.date);
  const by = republication ? [republishedBy(republication.publisher)] : [];
  return messages.source.clauses([...creditClauses(source, day, messages), ...by]);
}

/** Returns the URLs of a source with their publishers: the original's first, then the republication's. */
export const sourceAddresses = ({ address, publisher, title, republication }: SourceInfo) =>
  [
    { address, publisher: sourceName({ publisher, title }) },
    ...(republication ? [republication] : []),
  ].flatMap((edition) => (edition.address === null ? [] : [{ url: edition.address, by: edition.publisher }]));

/** Returns Refdesk's remarks on a source: on its title, and how its publisher and its dates were inferred. */
export const sourceRemarks = ({
  title,
  publisherInferred,
  published: { inferred },
  republication,
}: SourceInfo): string[] =>
  [title.note, publisherInferred, inferred, republication?.published.inferred].filter(
    (remark) => remark !== undefined,
  );

/** Returns the full credit of a source as one line of sentences, which also names what is not known. */
function fullCredit(source: SourceInfo, messages: Messages): string {
  const { title, authors, publisher, publisherInferred, section, republication, address, rights } = source;
  const say = messages.source;
  const work = say.work(title.text) + (title.basis === "copy" ? say.aside(say.titleOnCopy) : "");
  const by = authors ? say.by(messages.list(authors)) : say.noAuthor;
  const { date, inferred } = source.published;
  const day =
    date !== null && inferred !== undefined
      ? say.inferredBecause(messages.date(date), inferred.replace(/[.\u3002]$/, ""))
      : formatPublished(source.published, messages);
  const where = [
    (publisher ?? say.noPublisher) + (section ? say.aside(section) : ""),
    ...(publisher === null || publisherInferred === undefined ? [] : [say.publisherInferred]),
    day,
    ...(address ? [] : [say.noAddress]),
  ];
  const again = republication
    ? [say.republished(republication.publisher, formatPublished(republication.published, messages))]
    : [];
  return say.sentences([say.clauses([work, by]), say.clauses(where), ...again, rights.text]);
}

/** Creates the citations of one answer. */
export function createCitations(library: Library, messages: Messages): Citations {
  const cited = new Map<string, { number: number; source: SourceInfo }>();
  const byNumber: SourceInfo[] = [];

  async function passage(evidence: Evidence): Promise<Passage> {
    const { source, text, start, end, pairsBefore } = await contextOf(evidence, library);
    let entry = cited.get(source.id);
    if (!entry) {
      entry = { number: cited.size + 1, source };
      cited.set(source.id, entry);
      byNumber.push(source);
    }
    return {
      source: entry.number,
      text,
      start,
      end,
      ...(pairsBefore > 0 ? { pairsBefore } : {}),
      ...defined({ note: evidence.note }),
    };
  }

  return {
    passage,
    async passages(evidence) {
      const result: Passage[] = [];
      for (const item of evidence) result.push(await passage(item));
      return result;
    },
    sourceOf: ({ source }) => byNumber[source - 1]!,
    sources: () =>
      byNumber.map((source, index) => {
        const url = sourceAddresses(source)[0]?.url;
        const short = shortCredit(source, messages);
        return {
          number: index + 1,
          id: source.id,
          short,
          brief: briefCredit(source, messages),
          full: fullCredit(source, messages),
          ...(url ? { url } : {}),
          ...defined({ withdrawn: withdrawalNote(source, short, messages) }),
        };
      }),
  };
}

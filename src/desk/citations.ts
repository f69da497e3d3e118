/** Numbers the sources of one answer as its passages are taken, and says in words what is known of each. */

import type { Messages } from "../language/messages.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import type { Evidence } from "../shelf/records.ts";
import { defined } from "../support/defined.ts";
import type { AnswerSource, Passage } from "./answer.ts";

/** What an answer needs to cite. One for each answer: the numbers are its own. */
export interface Citations {
  passage(evidence: Evidence): Promise<Passage>;
  passages(evidence: readonly Evidence[]): Promise<Passage[]>;
  /** The source behind a passage that this citing gave. */
  sourceOf(passage: Passage): SourceInfo;
  /** The sources cited so far, by number. */
  sources(): AnswerSource[];
}

/** When a source was published, or that this is not stated, or that it is inferred. */
export function formatPublished({ date, inferred }: SourceInfo["published"], messages: Messages): string {
  if (date === null) return messages.source.notKnown;
  return inferred === undefined ? messages.date(date) : messages.source.inferredYear(messages.date(date));
}

/** Publisher and date, for beside a passage. */
export const shortCredit = (source: SourceInfo, messages: Messages): string =>
  messages.source.clauses([source.publisher, formatPublished(source.published, messages)]);

/** The addresses at which a source can be read, the original's first, each with who publishes there. */
export const sourceAddresses = ({ address, publisher, republication }: SourceInfo) =>
  [{ address, publisher }, ...(republication ? [republication] : [])].flatMap((edition) =>
    edition.address === null ? [] : [{ url: edition.address, by: edition.publisher }],
  );

/** What the desk itself says of a source: of its title, and why its dates are taken to be so. */
export const sourceRemarks = ({ title, published: { inferred }, republication }: SourceInfo): string[] =>
  [title.note, inferred, republication?.published.inferred].filter((remark) => remark !== undefined);

/** All that is known of a source and all that is not, as one line of sentences. */
function fullCredit(source: SourceInfo, messages: Messages): string {
  const { title, authors, publisher, section, republication, address, rights } = source;
  const say = messages.source;
  const work = say.work(title.text) + (title.basis === "copy" ? say.aside(say.titleOnCopy) : "");
  const by = authors ? say.by(messages.list(authors)) : say.noAuthor;
  const { date, inferred } = source.published;
  const day =
    date !== null && inferred !== undefined
      ? say.inferredBecause(messages.date(date), inferred.replace(/\.$/, ""))
      : formatPublished(source.published, messages);
  const where = [publisher + (section ? say.aside(section) : ""), day, ...(address ? [] : [say.noAddress])];
  const again = republication
    ? [say.republished(republication.publisher, formatPublished(republication.published, messages))]
    : [];
  return say.sentences([say.clauses([work, by]), say.clauses(where), ...again, rights.text]);
}

export function createCitations(library: Library, messages: Messages): Citations {
  const cited = new Map<string, { number: number; source: SourceInfo }>();
  const byNumber: SourceInfo[] = [];

  async function passage(evidence: Evidence): Promise<Passage> {
    const { source, text, start, end } = await library.context(evidence);
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
      ...defined({ note: evidence.note }),
    };
  }

  return {
    passage,
    async passages(evidence) {
      const taken: Passage[] = [];
      for (const one of evidence) taken.push(await passage(one));
      return taken;
    },
    sourceOf: ({ source }) => byNumber[source - 1]!,
    sources: () =>
      byNumber.map((source, index) => {
        const url = sourceAddresses(source)[0]?.url;
        return {
          number: index + 1,
          id: source.id,
          short: shortCredit(source, messages),
          full: fullCredit(source, messages),
          ...(url ? { url } : {}),
        };
      }),
  };
}

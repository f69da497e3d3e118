/** Numbers the sources of one answer as its passages are taken, and says in words what is known of each. */

import type { Words } from "../language/messages.ts";
import type { Library, SourceInfo } from "../library/library.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { AnswerSource, Block, Passage } from "./answer.ts";

/** What an answer needs to cite. One for each answer: the numbers are its own. */
export interface Citing {
  passage(evidence: Evidence): Promise<Passage>;
  passages(evidence: readonly Evidence[]): Promise<Passage[]>;
  /** The source behind a passage that this citing gave. */
  sourceOf(passage: Passage): SourceInfo;
  /** The sources cited so far, by number. */
  sources(): AnswerSource[];
}

/** When a source was published, or that this is not stated, or that it is inferred. */
export function published({ date, inferred }: SourceInfo["published"], words: Words): string {
  if (date === null) return words.source.notKnown;
  return inferred === undefined ? words.date(date) : words.source.inferredYear(words.date(date));
}

/** Publisher and date, for beside a passage. */
export const shortOf = (source: SourceInfo, words: Words): string =>
  words.source.clauses([source.publisher, published(source.published, words)]);

/** The addresses at which a source can be read, the original's first, each with who publishes there. */
export const addressesOf = ({ address, publisher, republication }: SourceInfo) =>
  [{ address, publisher }, ...(republication ? [republication] : [])].flatMap((edition) =>
    edition.address === null ? [] : [{ url: edition.address, by: edition.publisher }],
  );

/** What the desk itself says of a source: of its title, and why its dates are taken to be so. */
export const remarksOn = ({ title, published: { inferred }, republication }: SourceInfo): string[] =>
  [title.note, inferred, republication?.published.inferred].filter((remark) => remark !== undefined);

/** All that is known of a source and all that is not, as one line of sentences. */
export function fullOf(source: SourceInfo, words: Words): string {
  const { title, authors, publisher, section, republication, address, rights } = source;
  const say = words.source;
  const work = say.work(title.text) + (title.basis === "copy" ? say.aside(say.titleOnCopy) : "");
  const by = authors ? say.by(words.list(authors)) : say.noAuthor;
  const { date, inferred } = source.published;
  const day =
    date !== null && inferred !== undefined
      ? say.inferredBecause(words.date(date), inferred.replace(/\.$/, ""))
      : published(source.published, words);
  const where = [publisher + (section ? say.aside(section) : ""), day, ...(address ? [] : [say.noAddress])];
  const again = republication
    ? [say.republished(republication.publisher, published(republication.published, words))]
    : [];
  return say.sentences([say.clauses([work, by]), say.clauses(where), ...again, rights.text]);
}

export function createCiting(library: Library, words: Words): Citing {
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
      ...(evidence.note === undefined ? {} : { note: evidence.note }),
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
        const url = addressesOf(source)[0]?.url;
        return {
          number: index + 1,
          id: source.id,
          short: shortOf(source, words),
          full: fullOf(source, words),
          ...(url ? { url } : {}),
        };
      }),
  };
}

/** Who has reviewed the records that an answer stands on, or that nobody has: the last of its notes. */
export function reviewed(records: readonly AnyRecord[], words: Words): string | undefined {
  if (records.length === 0) return undefined;
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  const seen = records.filter(({ review }) => review.reviewedBy !== null);
  if (seen.length === 0) return words.review.none(distinct(records.map(({ review }) => review.entered)));
  return words.review.some(
    distinct(seen.map(({ review }) => words.review.one(review.reviewedBy!, review.reviewedOn!))),
    records.length - seen.length,
  );
}

/** The desk's notes as one block, each once; no block where there are none. */
export function notes(texts: readonly (string | undefined)[]): Block[] {
  const distinct = [...new Set(texts.filter((text) => text !== undefined))];
  return distinct.length === 0 ? [] : [{ type: "note", texts: distinct }];
}

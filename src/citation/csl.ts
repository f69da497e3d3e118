/** Converts a source to CSL-JSON, from which every style is written. */

import { CITATION_NOTES } from "../language/en/citation-words.ts";
import { bareDoi, type CslArticle, type CslPublication } from "../shelf/csl.ts";
import { formatIsoDate } from "../shelf/csl-dates.ts";
import type { CslName } from "../shelf/csl-names.ts";
import type { SourceCard } from "../shelf/sources.ts";
import { defined } from "../support/defined.ts";

/** A source as a CSL item. Unknown values are absent; members of its card that are not used are as they were. */
export interface CslItem extends CslArticle {
  readonly id: string;
  /** Where the text was read, if it was republished; CSL has no variables for that. */
  readonly custom?: { readonly republication?: CslPublication };
}

/** The parts of a source that are cited. */
export interface CitableSource {
  readonly id: string;
  readonly card: Pick<SourceCard, "citation" | "inferred" | "publisherInferred" | "title" | "republication">;
}

/** Puts a text on one line, with single spaces and without control characters. */
export const singleLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ")
    .trim();

/** Normalizes an address and encodes the characters that would end a field. */
const addressOf = (url: string): string =>
  new URL(url).href.replace(/[\\{}]/g, (mark) => encodeURIComponent(mark));

/** Puts the texts of a value on one line each. */
const inLines = <Value extends object>(value: Value): Value =>
  Object.fromEntries(
    Object.entries(value).map(([name, text]: [string, unknown]) => [
      name,
      typeof text === "string" ? singleLine(text) : text,
    ]),
  ) as Value;

const namesOf = (names: readonly CslName[] | undefined) => names?.map((name) => inLines(name));

const publicationOf = ({
  "container-title": container,
  issued,
  accessed,
  URL: url,
}: CslPublication): CslPublication => ({
  "container-title": singleLine(container),
  ...defined({ issued }),
  ...defined({ accessed }),
  ...(url === undefined ? {} : { URL: addressOf(url) }),
});

const sentence = (text: string): string => (/[.!?。！？]$/u.test(text) ? text : `${text}.`);

/** Says where the text was read. The address comes last, with no punctuation after it. */
function readAt(publication: CslPublication): string {
  const { "container-title": container, issued, URL: url } = publicationOf(publication);
  const when = issued ? formatIsoDate(issued) : CITATION_NOTES.dateNotKnown;
  return CITATION_NOTES.readAs(container, when, url);
}

/** Says that the date or the publisher is inferred, and where the text was read. */
const noteOf = ({ inferred, publisherInferred, republication }: CitableSource["card"]): string =>
  [
    ...(inferred === undefined ? [] : [CITATION_NOTES.dateInferred]),
    ...(publisherInferred === undefined ? [] : [CITATION_NOTES.publisherInferred]),
    ...(republication ? [readAt(republication.citation)] : []),
  ].join(" ");

/** Gives the reasons for inferred values, and the passages the source is cited for. */
function remarksOn(
  { title, inferred, publisherInferred, republication }: CitableSource["card"],
  passages: readonly string[],
): string[] {
  const reasons = [title.note, publisherInferred, inferred, republication?.inferred];
  return [
    ...reasons.filter((reason) => reason !== undefined).map((reason) => sentence(singleLine(reason))),
    ...passages.map((passage) => CITATION_NOTES.quotation(singleLine(passage))),
  ];
}

/** Joins what the card has under a name and what is added to it, as lines; nothing where both are empty. */
const joined = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined && text !== "").join("\n") || undefined;

const SINGLE_LINES = [
  ...["container-title", "publisher", "publisher-place", "volume", "issue", "page", "number", "section"],
  ...["genre", "ISSN"],
] as const;

/** Converts a source to CSL-JSON, with the passages it is cited for. */
export function toCslItem({ id, card }: CitableSource, passages: readonly string[] = []): CslItem {
  const { citation } = card;
  const {
    type,
    title,
    author,
    editor,
    translator,
    issued,
    accessed,
    DOI: doi,
    URL: url,
    language,
  } = citation;
  const republication = card.republication && publicationOf(card.republication.citation);
  const { custom } = citation as { readonly custom?: unknown };
  const used: CslItem = {
    id,
    type,
    title: singleLine(title),
    ...defined({ author: namesOf(author), editor: namesOf(editor), translator: namesOf(translator) }),
    ...inLines(
      Object.fromEntries(
        SINGLE_LINES.flatMap((name) => {
          const text = citation[name];
          return text === undefined ? [] : [[name, text]];
        }),
      ),
    ),
    ...defined({ issued, accessed, DOI: doi === undefined ? undefined : singleLine(bareDoi(doi)) }),
    ...defined({ URL: url === undefined ? undefined : addressOf(url), language }),
    ...defined({ note: joined(citation.note, noteOf(card)) }),
    ...defined({ annote: joined(citation.annote, ...remarksOn(card, passages)) }),
    ...(republication ? { custom: { ...(typeof custom === "object" ? custom : {}), republication } } : {}),
  };
  // What no style uses follows as it was.
  const rest = Object.entries(citation).filter(
    ([name, value]) => !Object.hasOwn(used, name) && value !== undefined,
  );
  return { ...used, ...Object.fromEntries(rest) };
}

/** Converts a source to CSL-JSON, from which every style is written. */

import { CITATION_NOTES } from "../language/en/citation-words.ts";
import { type CslArticle, type CslName, type CslPublication, formatIsoDate } from "../shelf/csl.ts";
import type { SourceCard } from "../shelf/sources.ts";
import { defined } from "../support/defined.ts";

/** A source as a CSL item. Unknown values are absent. */
export interface CslItem extends CslArticle {
  readonly id: string;
  /** Facts of the citation for which CSL has no variable, as sentences. */
  readonly note?: string;
  /** Remarks, and the passages the source is cited for, one per line. */
  readonly annote?: string;
  /** Where the text was read, if it was republished; CSL has no variables for that. */
  readonly custom?: { readonly republication: CslPublication };
}

/** The parts of a source that are cited. */
export interface CitableSource {
  readonly id: string;
  readonly card: Pick<SourceCard, "citation" | "inferred" | "publisherInferred" | "title" | "republication">;
}

/** Puts a text on one line, with single spaces and without control characters. */
const line = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ")
    .trim();

/** Normalizes an address and encodes the characters that would end a field. */
const addressOf = (url: string): string =>
  new URL(url).href.replace(/[\\{}]/g, (mark) => encodeURIComponent(mark));

function nameOf(name: CslName): CslName {
  if ("literal" in name) return { literal: line(name.literal) };
  const family = line(name.family);
  return name.given === undefined ? { family } : { family, given: line(name.given) };
}

const publicationOf = ({
  "container-title": container,
  issued,
  accessed,
  URL: url,
}: CslPublication): CslPublication => ({
  "container-title": line(container),
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
const noteOf = ({ inferred, publisherInferred, republication }: CitableSource["card"]): string[] => [
  ...(inferred === undefined ? [] : [CITATION_NOTES.dateInferred]),
  ...(publisherInferred === undefined ? [] : [CITATION_NOTES.publisherInferred]),
  ...(republication ? [readAt(republication.citation)] : []),
];

/** Gives the reasons for inferred values, and the passages the source is cited for. */
function remarksOn(
  { title, inferred, publisherInferred, republication }: CitableSource["card"],
  passages: readonly string[],
): string[] {
  const reasons = [title.note, publisherInferred, inferred, republication?.inferred];
  return [
    ...reasons.filter((reason) => reason !== undefined).map((reason) => sentence(line(reason))),
    ...passages.map((passage) => CITATION_NOTES.quotation(line(passage))),
  ];
}

/** Converts a source to CSL-JSON, with the passages it is cited for. */
export function toCslItem({ id, card }: CitableSource, passages: readonly string[] = []): CslItem {
  const { type, title, author, language } = card.citation;
  const note = noteOf(card).join(" ");
  const annote = remarksOn(card, passages).join("\n");
  return {
    id,
    type,
    title: line(title),
    ...(author ? { author: author.map(nameOf) } : {}),
    ...publicationOf(card.citation),
    language,
    ...(note === "" ? {} : { note }),
    ...(annote === "" ? {} : { annote }),
    ...(card.republication ? { custom: { republication: publicationOf(card.republication.citation) } } : {}),
  };
}

/** A source as it is cited: CSL-JSON, made of its card, from which every style is written. */

import { CITATION_NOTES } from "../language/en/citation-words.ts";
import { type CslArticle, type CslName, type CslPublication, formatIsoDate } from "../shelf/csl.ts";
import type { SourceCard } from "../shelf/sources.ts";
import { defined } from "../support/defined.ts";

/** One source. What is not known has no member. */
export interface CslItem extends CslArticle {
  readonly id: string;
  /** What belongs to the citation and has no variable, as sentences. */
  readonly note?: string;
  /** The desk's remarks and the passages for which it is cited, one a line. */
  readonly annote?: string;
  /** Where the text was read, if that is not where it was first published. CSL has no variables for it. */
  readonly custom?: { readonly republication: CslPublication };
}

/** As much of a source as is cited. */
export interface CitableSource {
  readonly id: string;
  readonly card: Pick<SourceCard, "citation" | "inferred" | "title" | "republication">;
}

/** A title, a name, an address: one line, whatever it was copied from. */
const line = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ")
    .trim();

/** An address in which nothing ends a field or a line. */
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

/** Where the text was read; an address is the last of it, so that nothing clings to it. */
function readAt(publication: CslPublication): string {
  const { "container-title": container, issued, URL: url } = publicationOf(publication);
  const when = issued ? formatIsoDate(issued) : CITATION_NOTES.dateNotKnown;
  return CITATION_NOTES.readAs(container, when, url);
}

/** What belongs to a citation and has no variable: that its date is not the source's word, and where it was read. */
const noteOf = ({ inferred, republication }: CitableSource["card"]): string[] => [
  ...(inferred === undefined ? [] : [CITATION_NOTES.dateInferred]),
  ...(republication ? [readAt(republication.citation)] : []),
];

/** Why something is taken to be so, and the passages for which the source is cited. */
function remarksOn(
  { title, inferred, republication }: CitableSource["card"],
  passages: readonly string[],
): string[] {
  const reasons = [title.note, inferred, republication?.inferred];
  return [
    ...reasons.filter((reason) => reason !== undefined).map((reason) => sentence(line(reason))),
    ...passages.map((passage) => CITATION_NOTES.quotation(line(passage))),
  ];
}

/** The source as CSL-JSON, with the passages for which it is cited. */
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

/**
 * What is known of a source, as CSL-JSON: the form from which every style is written.
 * https://github.com/citation-style-language/schema (1.0.2), schemas/input/csl-data.json
 */
import type { SourceInfo } from "../library/library.ts";
import { type CslName, nameFrom } from "./names.ts";

/** A year, a month and a day, as far as they are known. */
export type DateParts = readonly [year: number, month?: number, day?: number];

/** A day, a month or a year; `circa` where the source does not state it. */
export interface CslDate {
  readonly "date-parts": readonly [DateParts];
  readonly circa?: true;
}

/** Where the text was read, if that is not where it was first published. CSL has no variables for it, so it is custom. */
export interface Republication {
  readonly "container-title": string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
}

/** One source. What is not known has no member. */
export interface CslItem {
  readonly id: string;
  /** An article of a news site is cited as one of a newspaper is. */
  readonly type: "article-newspaper";
  /** With capitals as in a sentence where that is known; a style that wants more of them can make them. */
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly "container-title": string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  /** The original's own address, never that of a republication. */
  readonly URL?: string;
  readonly language: string;
  /** What belongs to the citation and has no variable, as sentences. */
  readonly note?: string;
  /** The desk's remarks and the passages for which it is cited, one a line. */
  readonly annote?: string;
  readonly custom?: { readonly republication: Republication };
}

/** As much of a source as is cited. */
export type Card = Pick<
  SourceInfo,
  | "id"
  | "title"
  | "authors"
  | "names"
  | "publisher"
  | "published"
  | "address"
  | "republication"
  | "accessed"
  | "language"
>;

type Published = Card["published"];

/** A title, a name, an address: one line, whatever it was copied from. */
const line = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, " ")
    .trim();

function partsOf(date: string): DateParts {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return [year];
  return day === undefined ? [year, month] : [year, month, day];
}

/** An address in which nothing ends a field or a line. */
const addressOf = (url: string): string =>
  new URL(url).href.replace(/[\\{}]/g, (mark) => encodeURIComponent(mark));

const dateOf = ({ date, inferred }: Published): CslDate | undefined =>
  date === null
    ? undefined
    : { "date-parts": [partsOf(date)], ...(inferred === undefined ? {} : { circa: true }) };

function republicationOf({ republication, accessed }: Card): Republication | undefined {
  if (!republication) return undefined;
  const { publisher, published, address } = republication;
  const issued = dateOf(published);
  return {
    "container-title": line(publisher),
    ...(issued ? { issued } : {}),
    ...(accessed === null ? {} : { accessed: { "date-parts": [partsOf(accessed)] } }),
    ...(address === null ? {} : { URL: addressOf(address) }),
  };
}

const sentence = (text: string): string => (/[.!?。！？]$/u.test(text) ? text : `${text}.`);

/** Where the text was read; an address is the last of it, so that nothing clings to it. */
const readAt = ({ publisher, published, address }: NonNullable<Card["republication"]>): string =>
  `Read as republished by ${line(publisher)} (${published.date ?? "date not known"})${address === null ? "." : `: ${addressOf(address)}`}`;

/** What belongs to a citation and has no variable: that its date is not the source's word, and where it was read. */
const noteOf = ({ published, republication }: Card): string[] => [
  ...(published.date !== null && published.inferred !== undefined ? ["Date inferred."] : []),
  ...(republication ? [readAt(republication)] : []),
];

/** Why something is taken to be so, and the passages for which the source is cited. */
function remarksOn({ title, published, republication }: Card, passages: readonly string[]): string[] {
  const reasons = [title.note, published.inferred, republication?.published.inferred];
  return [
    ...reasons.filter((reason) => reason !== undefined).map((reason) => sentence(line(reason))),
    ...passages.map((passage) => `Quotation: ${line(passage)}`),
  ];
}

/** An author in the parts that the card names, or that follow by rule. */
function authorOf(author: string, { names = {}, publisher, republication }: Card): CslName {
  const own = names[author];
  if (!own) return nameFrom(line(author), [publisher, republication?.publisher]);
  if ("literal" in own) return { literal: line(own.literal) };
  const family = line(own.family);
  return own.given === undefined ? { family } : { family, given: line(own.given) };
}

/** The source as CSL-JSON, with the passages for which it is cited. */
export function cslOf(card: Card, passages: readonly string[] = []): CslItem {
  const { id, title, authors, publisher, address, accessed, language } = card;
  const issued = dateOf(card.published);
  const republication = republicationOf(card);
  const note = noteOf(card).join(" ");
  const annote = remarksOn(card, passages).join("\n");
  return {
    id,
    type: "article-newspaper",
    title: line(title.sentence ?? title.text),
    ...(authors ? { author: authors.map((author) => authorOf(author, card)) } : {}),
    "container-title": line(publisher),
    ...(issued ? { issued } : {}),
    // The stored text was fetched where it was republished, if it was.
    ...(accessed === null || republication ? {} : { accessed: { "date-parts": [partsOf(accessed)] } }),
    ...(address === null ? {} : { URL: addressOf(address) }),
    language,
    ...(note === "" ? {} : { note }),
    ...(annote === "" ? {} : { annote }),
    ...(republication ? { custom: { republication } } : {}),
  };
}

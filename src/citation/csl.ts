/**
 * What is known of a source, as CSL-JSON: the form from which every style is written.
 * https://github.com/citation-style-language/schema (1.0.2), schemas/input/csl-data.json
 */
import type { SourceInfo } from "../library/library.ts";
import { type CslName, nameFrom } from "./names.ts";

/** A day, a month or a year; `circa` where the source does not state it. */
export interface CslDate {
  readonly "date-parts": readonly [readonly number[]];
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
  /** News sites are cited as newspapers are: The Chicago Manual of Style, 17th edition, 14.191. */
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
  /** The desk's words on the source, as sentences. */
  readonly note?: string;
  /** The passages for which it is cited, one a line. */
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

const dateOf = ({ date, inferred }: Published): CslDate | undefined =>
  date === null
    ? undefined
    : { "date-parts": [date.split("-").map(Number)], ...(inferred === undefined ? {} : { circa: true }) };

function republicationOf({ republication, accessed }: Card): Republication | undefined {
  if (!republication) return undefined;
  const { publisher, published, address } = republication;
  const issued = dateOf(published);
  return {
    "container-title": line(publisher),
    ...(issued ? { issued } : {}),
    ...(accessed === null ? {} : { accessed: { "date-parts": [accessed.split("-").map(Number)] } }),
    ...(address === null ? {} : { URL: new URL(address).href }),
  };
}

const sentence = (text: string): string => (/[.!?。！？]$/u.test(text) ? text : `${text}.`);

/** What of the source was inferred or taken from elsewhere, and where it was read. */
function noteOf({ title, published, republication }: Card): string {
  const where = republication
    ? `Read as republished by ${republication.publisher}, ${republication.published.date ?? "date not known"}${
        republication.address === null ? "" : `, ${new URL(republication.address).href}`
      }`
    : undefined;
  const parts = [where, title.note, published.inferred, republication?.published.inferred];
  return parts
    .filter((part) => part !== undefined)
    .map((part) => sentence(line(part)))
    .join(" ");
}

/** The source as CSL-JSON, with the passages for which it is cited. */
export function cslOf(card: Card, passages: readonly string[] = []): CslItem {
  const { id, title, authors, names = {}, publisher, address, accessed, language } = card;
  const issued = dateOf(card.published);
  const republication = republicationOf(card);
  const note = noteOf(card);
  const institutions = [publisher, card.republication?.publisher];
  return {
    id,
    type: "article-newspaper",
    title: line(title.sentence ?? title.text),
    ...(authors
      ? { author: authors.map((author) => names[author] ?? nameFrom(line(author), institutions)) }
      : {}),
    "container-title": line(publisher),
    ...(issued ? { issued } : {}),
    // The stored text was fetched where it was republished, if it was.
    ...(accessed === null || republication
      ? {}
      : { accessed: { "date-parts": [accessed.split("-").map(Number)] } }),
    ...(address === null ? {} : { URL: new URL(address).href }),
    language,
    ...(note === "" ? {} : { note }),
    ...(passages.length === 0 ? {} : { annote: passages.map(line).join("\n") }),
    ...(republication ? { custom: { republication } } : {}),
  };
}

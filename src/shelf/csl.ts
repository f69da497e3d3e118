/**
 * The part of CSL-JSON in which a card says what was published, by whom and when: what a reference manager exports
 * of an article. What is not known has no member.
 * https://github.com/citation-style-language/schema (1.0.2), schemas/input/csl-data.json
 */
import { z } from "zod";

const line = z.string().trim().min(1);

/** A person's name in its parts, or a name that has none: an institution's. */
const Name = z.union([
  z.strictObject({ family: line, given: line.optional() }),
  z.strictObject({ literal: line }),
]);

/** A year, a month and a day, as far as they are known. */
const DateParts = z
  .tuple([z.int().min(1000).max(9999), z.int().min(1).max(12).optional(), z.int().min(1).max(31).optional()])
  .refine(([year, month = 1, day = 1]) => new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day, {
    error: "is no day of that month",
  });

/** A day, a month or a year; `circa` where the source does not state it. */
const CslDate = z.strictObject({ "date-parts": z.tuple([DateParts]), circa: z.literal(true).optional() });

/** Where and when something was published, and when it was read there. */
export const CslPublication = z.strictObject({
  "container-title": line,
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  URL: z.url().optional(),
});

/** An article: one of a news site is cited as one of a newspaper is. */
export const CslArticle = z.strictObject({
  type: z.literal("article-newspaper"),
  /** With capitals as in a sentence where that is known; a style that wants more of them can make them. */
  title: line,
  author: z.array(Name).min(1).optional(),
  ...CslPublication.shape,
  language: line,
});

export type CslName = z.infer<typeof Name>;
export type CslDate = z.infer<typeof CslDate>;
export type CslPublication = z.infer<typeof CslPublication>;
export type CslArticle = z.infer<typeof CslArticle>;

/** As far as it is known: “2021-11-23”, with another mark between if need be. */
export const formatIsoDate = ({ "date-parts": [parts] }: CslDate, between = "-"): string =>
  parts.map((part) => String(part).padStart(2, "0")).join(between);

/** Chinese, Japanese and Korean names are said family first, with nothing between. */
export const isEastAsianName = ({ family }: { readonly family: string }): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(family);

/** As it is said: “Daniel Tam-Claiborne”, “李明”, “Voice of America”. */
export function displayName(name: CslName): string {
  if ("literal" in name) return name.literal;
  if (name.given === undefined) return name.family;
  return isEastAsianName(name) ? name.family + name.given : `${name.given} ${name.family}`;
}

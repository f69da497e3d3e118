/**
 * Defines the part of CSL-JSON used by source cards: who published what, where and when. Unknown values are
 * left out.
 * https://github.com/citation-style-language/schema (1.0.2), schemas/input/csl-data.json
 */
import { z } from "zod";

const line = z.string().trim().min(1);

/** A person's name in parts, or a `literal` name, such as that of an institution. */
const Name = z.union([
  z.strictObject({ family: line, given: line.optional() }),
  z.strictObject({ literal: line }),
]);

/** Year, optionally with month and day. */
const DateParts = z
  .tuple([z.int().min(1000).max(9999), z.int().min(1).max(12).optional(), z.int().min(1).max(31).optional()])
  .refine(([year, month = 1, day = 1]) => new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day, {
    error: "is no day of that month",
  });

/** A day, a month or a year. `circa` marks a date that the source does not state. */
const CslDate = z.strictObject({ "date-parts": z.tuple([DateParts]), circa: z.literal(true).optional() });

/** Where and when an article was published, and when it was accessed there. */
export const CslPublication = z.strictObject({
  "container-title": line,
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  URL: z.url().optional(),
});

/** Tells whether a text is a language tag in the one form that pages and other programs expect. */
function isCanonicalTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** An article. News sites are cited like newspapers, so there is one type. */
export const CslArticle = z.strictObject({
  type: z.literal("article-newspaper"),
  /** In sentence case where that is known, because a style can turn it into title case but not back. */
  title: line,
  author: z.array(Name).min(1).optional(),
  ...CslPublication.shape,
  language: line.refine(isCanonicalTag, {
    error: "expected a language tag of BCP 47 in its canonical form, such as en, en-GB or zh-Hans",
  }),
});

export type CslName = z.infer<typeof Name>;
export type CslDate = z.infer<typeof CslDate>;
export type CslPublication = z.infer<typeof CslPublication>;
export type CslArticle = z.infer<typeof CslArticle>;

/** Formats a date as precisely as it is known, such as “2021-11-23” or “2021”. */
export const formatIsoDate = ({ "date-parts": [parts] }: CslDate, between = "-"): string =>
  parts.map((part) => String(part).padStart(2, "0")).join(between);

/** Tells whether a name is written family name first, without a space: Chinese, Japanese and Korean names. */
export const isEastAsianName = ({ family }: { readonly family: string }): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(family);

/** Returns a name in reading order: “Daniel Tam-Claiborne”, “李明”, “Voice of America”. */
export function displayName(name: CslName): string {
  if ("literal" in name) return name.literal;
  if (name.given === undefined) return name.family;
  return isEastAsianName(name) ? name.family + name.given : `${name.given} ${name.family}`;
}

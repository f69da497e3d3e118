/**
 * Converts offsets from UTF-16 units, in which this program counts, to Unicode code points, in which it tells them to
 * others, as TextPositionSelector of the W3C Web Annotation Data Model asks (section 4.2.5).
 */

/** A span of a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Returns the offsets of a text's surrogate pairs, in UTF-16 units: each is two of these, and one code point. */
export const pairOffsets = (text: string): number[] => [...text.matchAll(PAIR)].map(({ index }) => index);

/** Returns a text's length in code points. */
export const codePointLength = (text: string): number => text.length - pairOffsets(text).length;

/** Converts a span of a text from UTF-16 units to code points. */
export function toCodePoints(text: string, { start, end }: Span): Span {
  const before = codePointLength(text.slice(0, start));
  return { start: before, end: before + codePointLength(text.slice(start, end)) };
}

/** Returns where a passage of a longer text is, in code points. */
export function positionInCodePoints({
  text,
  start,
  pairsBefore,
}: {
  readonly text: string;
  /** In UTF-16 units. */
  readonly start: number;
  /** How many surrogate pairs are before it in the longer text. */
  readonly pairsBefore: number;
}): Span {
  const from = start - pairsBefore;
  return { start: from, end: from + codePointLength(text) };
}

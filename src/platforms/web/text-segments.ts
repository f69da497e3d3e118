/** Divides a stored text into paragraphs of plain text, nested passages, and gaps for text that may not be shown. */

import { mergeSpans } from "../../library/excerpts.ts";
import type { TextSpan } from "../../shelf/evidence.ts";
import { paragraphRanges } from "../../support/paragraphs.ts";

/**
 * Plain text; a gap, with the number of characters left out; or a passage, by its index in the given list. A passage
 * that is split, by the end of a paragraph or by a passage that overlaps it, appears as several segments; `first` and
 * `last` tell where it begins and ends.
 */
export type TextSegment =
  | string
  | { readonly gap: number }
  | {
      readonly passage: number;
      readonly first: boolean;
      readonly last: boolean;
      readonly inside: readonly TextSegment[];
    };

export type TextParagraph = readonly TextSegment[];

interface Part extends TextSpan {
  readonly passage: number;
}

const within = (parts: readonly Part[], { start, end }: TextSpan): Part[] =>
  parts
    .map((part) => ({ ...part, start: Math.max(part.start, start), end: Math.min(part.end, end) }))
    .filter((part) => part.start < part.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);

/** Returns the segments of one span. Text outside passages becomes a gap unless `isWhole`. */
function stretchesOf(
  place: TextSpan,
  parts: readonly Part[],
  text: string,
  places: readonly TextSpan[],
  isWhole: boolean,
): TextSegment[] {
  const all: TextSegment[] = [];
  const plain = (start: number, end: number) => {
    const between = text.slice(start, end);
    if (between === "") return;
    // Punctuation and spaces alone give nothing away, so they are not counted as a gap.
    if (isWhole || !/[\p{L}\p{N}]/u.test(between)) all.push(between);
    else {
      const [, before = "", left = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(between) ?? [];
      all.push(before, { gap: left.length }, after);
    }
  };
  let remaining = within(parts, place);
  let at = place.start;
  for (let part = remaining.shift(); part; part = remaining.shift()) {
    plain(at, part.start);
    const { start, end, passage } = part;
    const full = places[passage]!;
    all.push({
      passage,
      first: start === full.start,
      last: end === full.end,
      inside: stretchesOf(
        { start, end },
        remaining.filter((other) => other.start < end),
        text,
        places,
        true,
      ),
    });
    at = end;
    // Passages that extend beyond this one continue after it.
    remaining = within(remaining, { start: end, end: place.end });
  }
  plain(at, place.end);
  return all.filter((stretch) => stretch !== "");
}

const isGap = (stretch: TextSegment): stretch is { gap: number } =>
  typeof stretch === "object" && "gap" in stretch;
const isBlank = (stretch: TextSegment): boolean => typeof stretch === "string" && stretch.trim() === "";

/**
 * Divides a text into its paragraphs that are not blank. Unless `isWhole`, only the passages are shown, and
 * consecutive paragraphs without any become one gap.
 * @param places the passages in text order; of two with the same start, the longer first
 */
export function segmentText(text: string, places: readonly TextSpan[], isWhole: boolean): TextParagraph[] {
  const parts = places.map((place, passage): Part => ({ ...place, passage }));
  const all: TextParagraph[] = [];
  for (const place of paragraphRanges(text)) {
    if (text.slice(place.start, place.end).trim() === "") continue;
    const stretches = stretchesOf(place, parts, text, places, isWhole);
    const [only, ...others] = stretches.filter((stretch) => !isBlank(stretch));
    const [before] = all.at(-1) ?? [];
    if (only !== undefined && isGap(only) && others.length === 0 && before !== undefined) {
      const last = all.at(-1)!;
      if (last.length === 1 && isGap(before)) {
        all[all.length - 1] = [{ gap: before.gap + only.gap }];
        continue;
      }
    }
    all.push(only !== undefined && isGap(only) && others.length === 0 ? [only] : stretches);
  }
  return all;
}

/** Returns the share of a text that its passages cover, from 0 to 1, not counting white space. */
export function coveredShare(text: string, places: readonly TextSpan[]): number {
  const letters = (part: string) => part.replace(/\s+/g, "").length;
  const all = letters(text);
  const shown = mergeSpans(places).reduce((sum, { start, end }) => sum + letters(text.slice(start, end)), 0);
  return all === 0 ? 0 : shown / all;
}

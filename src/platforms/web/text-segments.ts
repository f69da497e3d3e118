/** A stored text in paragraphs, with its recorded passages inside each other as they stand, and gaps where it is not shown. */

import { mergeSpans } from "../../library/excerpts.ts";
import type { TextSpan } from "../../shelf/evidence.ts";

/**
 * A stretch of text; a gap with how many characters it leaves out; or a passage by its place in the list that was given.
 * A passage that is parted (by a paragraph's end, or by another that it crosses) is there in several parts.
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

/** The stretches of one place, of which `shown` may be read outside passages. */
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
    // Marks alone say nothing: what is left out is words.
    if (isWhole || !/[\p{L}\p{N}]/u.test(between)) all.push(between);
    else {
      const [, before = "", left = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(between) ?? [];
      all.push(before, { gap: left.length }, after);
    }
  };
  let left = within(parts, place);
  let at = place.start;
  for (let part = left.shift(); part; part = left.shift()) {
    plain(at, part.start);
    const { start, end, passage } = part;
    const own = places[passage]!;
    all.push({
      passage,
      first: start === own.start,
      last: end === own.end,
      inside: stretchesOf(
        { start, end },
        left.filter((other) => other.start < end),
        text,
        places,
        true,
      ),
    });
    at = end;
    // What reaches beyond this passage goes on after it.
    left = within(left, { start: end, end: place.end });
  }
  plain(at, place.end);
  return all.filter((stretch) => stretch !== "");
}

const isGap = (stretch: TextSegment): stretch is { gap: number } =>
  typeof stretch === "object" && "gap" in stretch;
const isBlank = (stretch: TextSegment): boolean => typeof stretch === "string" && stretch.trim() === "";

/**
 * The paragraphs of a text, which are its lines. Where it is not shown whole, only its passages are; paragraphs that
 * are left out together are one gap.
 * @param places the passages, in the order of the text, the longer first where two begin together
 */
export function segmentText(text: string, places: readonly TextSpan[], isWhole: boolean): TextParagraph[] {
  const parts = places.map((place, passage): Part => ({ ...place, passage }));
  const all: TextParagraph[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const place = { start, end: start + line.length };
    start = place.end + 1;
    if (line.trim() === "") continue;
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

/** How much of a text its passages are, from 0 to 1; what parts its paragraphs does not count. */
export function coveredShare(text: string, places: readonly TextSpan[]): number {
  const letters = (part: string) => part.replace(/\s+/g, "").length;
  const all = letters(text);
  const shown = mergeSpans(places).reduce((sum, { start, end }) => sum + letters(text.slice(start, end)), 0);
  return all === 0 ? 0 : shown / all;
}

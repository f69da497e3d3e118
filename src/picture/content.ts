/** Prepares the content of pictures for both renderers: printable texts, limited in length and number. */

import type { BarPicture, TimelinePicture } from "../desk/picture.ts";
import { OMISSION_MARK } from "../desk/truncate.ts";
import type { PictureMessages } from "../language/pictures.ts";
import { printableText } from "../support/printable.ts";

/** The maximum number of bars; the picture refers to the answer's table for the others. */
export const MAX_BARS = 24;
/** The maximum number of moments; the picture refers to the answer's table for the others. */
export const MAX_MOMENTS = 40;

/** A bar to draw. */
export interface DrawnBar {
  readonly names: readonly string[];
  /** Its length as a share of the longest bar: more than 0, at most 1. */
  readonly share: number;
  readonly stated: string;
}

/** The content of a comparison. */
export interface BarContent {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly DrawnBar[];
  /** The value of the longest bar; 0 when there is no bar. */
  readonly longest: number;
  /** The items without a bar, one per line; the last line may count further ones. */
  readonly left: readonly string[];
  /** The number of bars left out. */
  readonly rest: number;
}

/** A dated entry to draw. */
export interface DrawnMoment {
  readonly when: string;
  readonly what: string;
  readonly kind: string;
  /** The index of its kind, from 0 in order of appearance. */
  readonly kindNumber: number;
  /** The text beside an inferred date. */
  readonly mark?: string;
  /** The heading of the year or decade that begins with this moment; set only when there are several. */
  readonly years?: string;
}

/** The content of a timeline. */
export interface TimelineContent {
  readonly title: string;
  readonly moments: readonly DrawnMoment[];
  /** The number of moments left out. */
  readonly rest: number;
}

/** The maximum length of a text in a picture, in characters; the answer's table has the full text. */
const LONGEST = 600;

/** Returns text as one printable line, shortened with a visible mark when it is too long. */
function line(text: string): string {
  const letters = [...printableText(text).replace(/\s+/g, " ").trim()];
  return letters.length <= LONGEST
    ? letters.join("")
    : `${letters.slice(0, LONGEST).join("").trimEnd()} ${OMISSION_MARK}`;
}

const some = (texts: readonly string[]): readonly string[] => texts.map(line).filter((text) => text !== "");

/** Returns whether a value can be a bar: finite and more than zero. Other sums are listed as text. */
const drawable = (value: number): boolean => Number.isFinite(value) && value > 0;

/** Prepares a comparison. */
export function barContent(picture: BarPicture, words: PictureMessages): BarContent {
  const all = picture.bars.filter(({ value }) => drawable(value));
  const unfit = picture.bars.filter(({ value }) => !drawable(value));
  const shown = all.slice(0, MAX_BARS);
  const longest = Math.max(0, ...shown.map(({ value }) => value));
  const left = some([
    ...picture.left,
    ...unfit.map(({ names, stated }) => words.labelled(names.join(", ")) + stated),
  ]);
  return {
    title: line(picture.title),
    unit: line(picture.unit),
    bars: shown.map(({ names, value, stated }) => ({
      names: some(names),
      share: value / longest,
      stated: line(stated),
    })),
    longest,
    left: left.length <= MAX_BARS ? left : [...left.slice(0, MAX_BARS), words.more(left.length - MAX_BARS)],
    rest: all.length - shown.length,
  };
}

/** Returns the year or the decade of a partial date. */
const yearsOf = (date: string): string | undefined => /^\d{4}s?/.exec(date)?.[0];

/** Prepares a timeline. */
export function timelineContent(picture: TimelinePicture, words: PictureMessages): TimelineContent {
  const shown = picture.moments.slice(0, MAX_MOMENTS);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const grouped = new Set(shown.map(({ date }) => yearsOf(date))).size > 1;
  return {
    title: line(picture.title),
    moments: shown.map(({ date, when, what, kind, inferred }, index) => {
      const years = yearsOf(date);
      const before = shown[index - 1];
      const first = before === undefined || yearsOf(before.date) !== years;
      return {
        when: line(when),
        what: line(what),
        kind: line(kind),
        kindNumber: kinds.indexOf(kind),
        ...(inferred ? { mark: line(picture.inferredMark) } : {}),
        ...(grouped && first && years !== undefined ? { years: words.years(years) } : {}),
      };
    }),
    rest: picture.moments.length - shown.length,
  };
}

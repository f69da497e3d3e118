/** What is in a picture, however it is drawn: the texts, made printable, and how much of them there is room for. */

import type { BarPicture, TimelinePicture } from "../desk/picture.ts";
import type { PictureMessages } from "../language/pictures.ts";
import { printableText } from "../support/printable.ts";
import { GAP } from "./wrap.ts";

/** How many are drawn at most; of the rest is said that it stands in the table. */
export const MAX_BARS = 24;
export const MAX_MOMENTS = 40;

export interface DrawnBar {
  readonly names: readonly string[];
  /** Of the longest bar: more than 0, at most 1. */
  readonly share: number;
  readonly stated: string;
}

export interface BarContent {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly DrawnBar[];
  /** The value of the longest bar; 0 where there is none. */
  readonly longest: number;
  /** Each on a line of its own: what has no bar, and how many more there are. */
  readonly left: readonly string[];
  /** How many more bars there are. */
  readonly rest: number;
}

export interface DrawnMoment {
  readonly when: string;
  readonly what: string;
  readonly kind: string;
  /** The same for the same kind, counted from 0 in the order in which they come. */
  readonly kindNumber: number;
  /** Stands beside the date where it is inferred. */
  readonly mark?: string;
  /** The years that begin with this moment, where the moments are of several. */
  readonly years?: string;
}

export interface TimelineContent {
  readonly title: string;
  readonly moments: readonly DrawnMoment[];
  /** How many more moments there are. */
  readonly rest: number;
}

/** The longest text that a picture has room for; what is beyond stands in the table. */
const LONGEST = 600;

/** One line of printable text. One that is too long ends visibly. */
function line(text: string): string {
  const letters = [...printableText(text).replace(/\s+/g, " ").trim()];
  return letters.length <= LONGEST
    ? letters.join("")
    : `${letters.slice(0, LONGEST).join("").trimEnd()} ${GAP}`;
}

const some = (texts: readonly string[]): readonly string[] => texts.map(line).filter((text) => text !== "");

/** A length can only be drawn of a number that is one, and is more than zero; every other sum is left to words. */
const drawable = (value: number): boolean => Number.isFinite(value) && value > 0;

/** What is drawn of stated sums. */
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

/** The year or the decade of a partial date. */
const yearsOf = (date: string): string | undefined => /^\d{4}s?/.exec(date)?.[0];

/** What is drawn of dated things. */
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

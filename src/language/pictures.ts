/** Selects the texts that pictures add to those of an answer. */
import { englishPictures } from "./en/pictures.ts";
import type { Locale } from "./messages.ts";
import { simplifiedPictures } from "./zh-hans/pictures.ts";
import { traditionalPictures } from "./zh-hant/pictures.ts";

/** Texts in pictures, in one language. */
export interface PictureMessages {
  /** Heads the list of values that have no bar. */
  readonly notDrawn: string;
  /** Counts what there was no room for; the answer's table has it all. */
  readonly more: (count: number) => string;
  /** A label, with the separator before its value. */
  readonly labelled: (label: string) => string;
  /** A remark beside a text. */
  readonly aside: (text: string) => string;
  /** A year or a decade such as `1990s`, above its entries. */
  readonly years: (date: string) => string;
  /** What a chart of a timeline counts, beside its axis. */
  readonly entries: string;
  /** How many entries such a chart counts, and how many of their dates are inferred. */
  readonly counted: (entries: number, inferred: number) => string;
  /** A round number on an axis: `15 billion`. */
  readonly number: (value: number) => string;
}

const PICTURES: Record<Locale, () => PictureMessages> = {
  en: englishPictures,
  "zh-Hans": simplifiedPictures,
  "zh-Hant": traditionalPictures,
};

/** Returns the texts for a locale. */
export const pictureMessages = (locale: Locale): PictureMessages => PICTURES[locale]();

/** What a picture says of itself, beside what the command gave it. */
import { englishPictures } from "./en/pictures.ts";
import type { Locale } from "./messages.ts";
import { simplifiedPictures } from "./zh-hans/pictures.ts";
import { traditionalPictures } from "./zh-hant/pictures.ts";

export interface PictureMessages {
  /** Before what has no bar. */
  readonly notDrawn: string;
  /** What is not drawn for want of room: it stands in the answer's table. */
  readonly more: (count: number) => string;
  /** A label and what parts it from its value. */
  readonly labelled: (label: string) => string;
  /** What stands beside something. */
  readonly aside: (text: string) => string;
  /** A year, or a decade such as `1990s`, over the moments in it. */
  readonly years: (date: string) => string;
  /** A round number on an axis: `15 billion`. */
  readonly number: (value: number) => string;
}

const PICTURES: Record<Locale, () => PictureMessages> = {
  en: englishPictures,
  "zh-Hans": simplifiedPictures,
  "zh-Hant": traditionalPictures,
};

/** What pictures say in a language. */
export const pictureMessages = (locale: Locale): PictureMessages => PICTURES[locale]();

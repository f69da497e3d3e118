/** What a picture says of itself, beside what the command gave it: one entry a language. */
import type { Locale } from "./messages.ts";

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

const compact = (locale: Locale): ((value: number) => string) => {
  const format = new Intl.NumberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  });
  const plain = (value: number): boolean => value === 0 || (value >= 0.001 && value < 1e15);
  return (value) => (plain(value) ? format.format(value) : Number(value.toPrecision(3)).toExponential());
};

const chinese = {
  labelled: (label: string) => `${label}：`,
  aside: (text: string) => `（${text}）`,
  years: (date: string) => date.replace(/s$/, "年代"),
};

const WORDS: Record<Locale, () => PictureMessages> = {
  en: () => ({
    notDrawn: "Not drawn",
    more: (count) => `${count} more in the table`,
    labelled: (label) => `${label}: `,
    aside: (text) => ` (${text})`,
    years: (date) => date,
    number: compact("en"),
  }),
  "zh-Hans": () => ({
    ...chinese,
    notDrawn: "未画出",
    more: (count) => `表格中另有${count}项`,
    number: compact("zh-Hans"),
  }),
  "zh-Hant": () => ({
    ...chinese,
    notDrawn: "未畫出",
    more: (count) => `表格中另有${count}項`,
    number: compact("zh-Hant"),
  }),
};

/** What pictures say in a language. */
export const pictureMessages = (locale: Locale): PictureMessages => WORDS[locale]();

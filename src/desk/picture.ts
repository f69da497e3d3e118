/** Defines the data of a picture, which commands provide and src/picture draws. */

/** A stated sum. A joint sum of several donors is one bar that names all of them. */
export interface PictureBar {
  /** The donors; several when the sum is joint. */
  readonly names: readonly string[];
  /** In the unit of the chart, more than zero: undisclosed and unstated sums have no bar. */
  readonly value: number;
  /** The sum in the source's words, with the source's number: `“$15.5 billion” [1]`. */
  readonly stated: string;
}

/** A comparison of stated sums in one currency. */
export interface BarPicture {
  readonly type: "bars";
  readonly title: string;
  /** The unit of the lengths as shown: `US dollars`. */
  readonly unit: string;
  readonly bars: readonly PictureBar[];
  /** The items without a bar, each with its reason: `Meituan: undisclosed`. */
  readonly left: readonly string[];
  /** The content of the picture as text, for people who cannot see it. */
  readonly alt: string;
}

/** A dated entry. Dates are `2021-08-17`, `2021-08` or `2021` (ISO 8601), or a decade such as `1990s`. */
export interface TimelineMoment {
  readonly date: string;
  readonly to?: string;
  /** The date as shown. */
  readonly when: string;
  readonly what: string;
  /** The name of its kind in the asker's language; moments of one kind have the same mark. */
  readonly kind: string;
  /** Whether the date is inferred; shown by shape and in words, not only by colour. */
  readonly inferred: boolean;
}

/** Dated entries in order, the earliest first. */
export interface TimelinePicture {
  readonly type: "moments";
  readonly title: string;
  readonly moments: readonly TimelineMoment[];
  /** The text beside an inferred date: `inferred`. */
  readonly inferredMark: string;
  /** The content of the picture as text, for people who cannot see it. */
  readonly alt: string;
}

export type Picture = BarPicture | TimelinePicture;

/** A letter of a script that the packaged fonts of pictures do not have; `src/picture/fonts.ts` names the fonts. */
const UNDRAWABLE =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** Returns the names in a picture that its fonts cannot draw; with any, the picture is left out. */
export function undrawableNames(picture: Picture): string[] {
  const names =
    picture.type === "bars"
      ? [...picture.bars.flatMap(({ names: some, stated }) => [...some, stated]), ...picture.left]
      : picture.moments.map(({ what }) => what);
  return [...new Set([...names, picture.title].filter((name) => UNDRAWABLE.test(name)))];
}

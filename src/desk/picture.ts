/** What can be shown of an answer beside its words: the seam between a command and whoever draws it. */

/** One stated sum. A sum of several donors is one bar that names them all. */
export interface PictureBar {
  /** Whose it is, each name its own; more than one where they gave together. */
  readonly names: readonly string[];
  /** In the chart's unit, always more than zero: what is undisclosed or not stated is never drawn. */
  readonly value: number;
  /** The sum in the source's words, with its number: `“$15.5 billion” [1]`. */
  readonly stated: string;
}

/** Stated sums in one currency beside each other. */
export interface BarPicture {
  readonly type: "bars";
  readonly title: string;
  /** What the lengths are measured in, for people: `US dollars`. */
  readonly unit: string;
  readonly bars: readonly PictureBar[];
  /** What has no bar, and why: `Meituan: undisclosed`. */
  readonly left: readonly string[];
  /** The whole picture in words, for whoever does not see it. */
  readonly alt: string;
}

/** One dated thing. Dates are partial ISO dates: `2021-08-17`, `2021-08`, `2021`, `1990s`. */
export interface TimelineMoment {
  readonly date: string;
  readonly to?: string;
  /** The date as people read it. */
  readonly when: string;
  readonly what: string;
  /** The name of its kind in the asker's language; the same kinds look the same. */
  readonly kind: string;
  /** Marked in shape and in words, not by colour alone. */
  readonly inferred: boolean;
}

/** Dated things in order, the earliest first. */
export interface TimelinePicture {
  readonly type: "moments";
  readonly title: string;
  readonly moments: readonly TimelineMoment[];
  /** What stands beside a moment whose date is inferred: `inferred`. */
  readonly inferredMark: string;
  readonly alt: string;
}

export type Picture = BarPicture | TimelinePicture;

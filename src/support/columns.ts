/** Measures text in the columns of a terminal. */

const WIDE =
  /[\p{Script=Hangul}\p{Emoji_Presentation}\u2e80-\ua4cf\uf900-\ufaff\ufe10-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes: a Chinese character and a full-width mark take two. */
export const columnWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

/** A text with spaces behind it, so many columns wide. */
export const padColumns = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - columnWidth(text)));

/** Measures and pads text in terminal columns. */

const WIDE =
  /[\p{Script=Hangul}\p{Emoji_Presentation}\u2e80-\ua4cf\uf900-\ufaff\ufe10-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

/** Returns the number of terminal columns a text takes; Chinese characters, full-width forms and emoji take two. */
export const columnWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

/** Pads a text with spaces to a width in columns. */
export const padColumns = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - columnWidth(text)));

/** Isolates right-to-left text in a line of another direction (UAX #9), so that it reorders nothing around it. */

/** First-strong isolate, and the mark that ends it. */
export const ISOLATE_OPEN = "\u2068";
export const ISOLATE_CLOSE = "\u2069";

/** Letters that are written from right to left, by their blocks: Hebrew, Arabic, Syriac, Thaana, N’Ko and older ones. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Tells whether a text has letters that are written from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

const CONTROLS = /[\u2066-\u2069]/g;

/** Isolates a text that has such letters; any other is returned as it is. */
export const isolateText = (text: string): string =>
  isRightToLeft(text) ? ISOLATE_OPEN + text.replace(CONTROLS, "") + ISOLATE_CLOSE : text;

/** Removes the isolates of a text, unless each of them is ended in it. */
export function keepWholeIsolates(text: string): string {
  let depth = 0;
  for (const [mark] of text.matchAll(CONTROLS)) {
    depth += mark === ISOLATE_OPEN ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(CONTROLS, "");
}

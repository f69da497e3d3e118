/** Isolates right-to-left text in a line of another direction (UAX #9), so that it reorders nothing around it. */

/** First-strong isolate, and the mark that ends it. */
export const ISOLATE_OPEN = "\u2068";
export const ISOLATE_CLOSE = "\u2069";

/**
 * Letters that are written from right to left, by their blocks: Hebrew, Arabic, Syriac, Thaana, N’Ko and older ones, U+10800
 * to U+10FFF and U+1E800 to U+1EFFF. In UTF-16 units: every text that is drawn is tested, and so it takes a third of the time.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;

/** Tells whether a text has letters that are written from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

const CONTROLS = /[\u2066-\u2069]/g;

/** Tells whether a text is one isolate from its beginning to its end. */
function isIsolated(text: string): boolean {
  if (!text.startsWith(ISOLATE_OPEN)) return false;
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(CONTROLS)) {
    depth += mark === ISOLATE_CLOSE ? -1 : 1;
    if (depth <= 0) return index === text.length - 1;
  }
  return false;
}

/**
 * Isolates a text that has such letters; any other is returned as it is. What is isolated in it stays so, so that a line that
 * is made of several parts keeps their order within another.
 */
export const isolateText = (text: string): string =>
  isRightToLeft(text) && !isIsolated(text) ? ISOLATE_OPEN + keepWholeIsolates(text) + ISOLATE_CLOSE : text;

/** Isolates a text that stands in a line of others, unless parts of it are isolated. */
export const isolatePart = (text: string): string => (text.includes(ISOLATE_OPEN) ? text : isolateText(text));

/** Returns a text without its isolates, for comparing it with one that has none. */
export const withoutIsolates = (text: string): string => text.replace(CONTROLS, "");

/** Removes the isolates of a text, unless each of them is ended in it. */
export function keepWholeIsolates(text: string): string {
  let depth = 0;
  for (const [mark] of text.matchAll(CONTROLS)) {
    depth += mark === ISOLATE_OPEN ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(CONTROLS, "");
}

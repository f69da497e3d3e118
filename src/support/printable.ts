/** Makes any text safe to draw. */

const UNPRINTABLE = /[\p{Cc}\u00a0\u202f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text without control characters and without the marks that turn the direction of what follows. A no-break
 * space is drawn as a space, or lines would end where a source's typesetting happened to put one.
 */
export function printableText(text: string): string {
  const formed = text.toWellFormed();
  if (!UNPRINTABLE.test(formed)) return formed;
  return formed.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/[\p{Cc}\u00a0\u202f]+/gu, " ");
}

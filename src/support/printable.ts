/** Makes text safe to display. */
import { keepWholeIsolates } from "./isolation.ts";

const UNPRINTABLE = /[\p{Cc}\u00a0\u202f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Replaces lone surrogates, removes bidirectional controls except isolates that are ended, and replaces runs of other
 * control characters by a space, and so a line end with the indent after it. No-break spaces become spaces too, so that
 * lines can wrap there.
 */
export function printableText(text: string): string {
  const formed = text.toWellFormed();
  if (!UNPRINTABLE.test(formed)) return formed;
  return keepWholeIsolates(formed.replace(/[\u202a-\u202e\u2066\u2067]/g, ""))
    .replace(/(?<![^\S\n])[^\S\n]*\n\s*/g, " ")
    .replace(/[\p{Cc}\u00a0\u202f]+/gu, " ");
}

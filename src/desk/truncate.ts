/** Truncates text after a whole word, with a mark of omission. */
import { cutText } from "../support/cut-text.ts";

/** Marks omitted words. The brackets distinguish it from an ellipsis of the source. */
export const OMISSION_MARK = "[…]";

/**
 * Shortens a text to `most` UTF-16 units, but never below the length of the mark. Cuts after a whole word and appends
 * the mark. Never splits a surrogate pair.
 */
export function truncateText(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - OMISSION_MARK.length - 1);
  const head = cutText(text, room);
  const words = /\s/.test(text.charAt(head.length)) ? head : head.replace(/\s+\S*$/, "");
  // A bracket or a quotation mark that opens nothing any more is left off.
  const kept = words.replace(/[\p{Ps}\p{Pi}\s]+$/u, "");
  return kept === "" ? OMISSION_MARK : `${kept} ${OMISSION_MARK}`;
}

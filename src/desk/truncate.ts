/** A text in less room: cut after a word, with a mark that no source uses. */

/** The mark that words were left out. In brackets: an ellipsis without them could be the source's own. */
export const OMISSION_MARK = "[…]";

/**
 * `text` in at most `most` UTF-16 units (never fewer than the mark needs), cut after a whole word, with
 * the mark where it was cut. Never parts a character.
 */
export function truncateText(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - OMISSION_MARK.length - 1);
  const head = text.slice(0, room).replace(/[\ud800-\udbff]$/, "");
  const words = /\s/.test(text.charAt(head.length)) ? head : head.replace(/\s+\S*$/, "");
  const kept = words.trimEnd();
  return kept === "" ? OMISSION_MARK : `${kept} ${OMISSION_MARK}`;
}

/** Cuts text to a length. */

/** Returns the beginning of a text, at most `most` UTF-16 units. Never splits a surrogate pair. */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");

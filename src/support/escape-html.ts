/** Escapes text for HTML. */

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Control characters and non-characters, which HTML forbids, and the bidirectional controls that would reorder the text
 * after them; isolates are elements.
 */
const UNFIT = /[\p{Cc}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

/** Escapes text for use between tags and in quoted attributes; drops what does not belong into HTML, tab and newline excepted. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, (mark) => (mark === "\n" || mark === "\t" ? mark : ""))
    .replace(/[&<>"']/g, (mark) => ESCAPED[mark]!);

/** Finds the quotations in a message. */
import { containsHan } from "../support/han.ts";

/** A part of a message, with its offsets. */
export interface MessageSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quotation. `text` and the offsets include the quotation marks, `inner` does not. */
export interface QuotedSpan extends MessageSpan {
  readonly inner: string;
}

/** Closing quotation marks by opening mark. */
const MARKS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  '"': '"',
  "«": "»",
  "「": "」",
  "『": "』",
  "‘": "’",
  "'": "'",
};

const LETTER = /[\p{L}\p{N}]/u;

/** Tells whether the character at an offset opens a quotation. Apostrophes and inch marks open none within a word. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  if (MARKS[mark] === undefined) return false;
  if (mark !== "'" && mark !== '"' && mark !== "‘") return true;
  const [before = " ", after = " "] = [text[at - 1], text[at + 1]];
  return !(LETTER.test(before) && !containsHan(before)) && /\S/.test(after);
}

/** Returns the offset of the first mark from `from` on that closes a quotation, or -1. */
function closingFrom(text: string, marks: string, from: number): number {
  for (let end = from; end < text.length; end++) {
    if (!marks.includes(text[end]!)) continue;
    const apostrophe = (marks === "’" || marks === "'") && LETTER.test(text[end + 1] ?? " ");
    // French has a space before the closing mark.
    if (!apostrophe && (marks === "»" || /\S/.test(text[end - 1]!))) return end;
  }
  return -1;
}

/**
 * Returns a function from the offset of an opening mark to that of the mark that closes it, or -1. To be called in the
 * order of the text: what was looked through for one opening mark is not looked through again for the next.
 */
function closingFinder(text: string): (at: number) => number {
  const ends = new Map<string, number>();
  return (at) => {
    const marks = MARKS[text[at]!]!;
    const known = ends.get(marks);
    const end = known === -1 || (known ?? 0) >= at + 2 ? known! : closingFrom(text, marks, at + 2);
    ends.set(marks, end);
    return end;
  };
}

/** Returns the outermost quotations in a message, in order. */
export function findQuoted(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  const closing = closingFinder(text);
  for (let at = 0; at < text.length; at++) {
    const end = opens(text, at) ? closing(at) : -1;
    if (end < 0) continue;
    found.push({ text: text.slice(at, end + 1), inner: text.slice(at + 1, end), start: at, end: end + 1 });
    at = end;
  }
  return found;
}

/** Replaces a sentence's quotations with underscores of equal length, so that only its own words remain. */
export const maskQuoted = (sentence: MessageSpan, quoted: readonly QuotedSpan[]): string =>
  quoted.reduce(
    (text, { start, end }) =>
      start >= sentence.start && end <= sentence.end
        ? text.slice(0, start - sentence.start) + "_".repeat(end - start) + text.slice(end - sentence.start)
        : text,
    sentence.text,
  );

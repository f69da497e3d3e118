/** Finds the quotations in a message. */
import { isHan } from "./lexicon.ts";

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
  return !(LETTER.test(before) && !isHan(before)) && /\S/.test(after);
}

/** Returns the offset of the mark that closes the quotation opened at `at`, or -1. */
function closing(text: string, at: number): number {
  const marks = MARKS[text[at]!]!;
  for (let end = at + 2; end < text.length; end++) {
    if (!marks.includes(text[end]!)) continue;
    const apostrophe = (marks === "’" || marks === "'") && LETTER.test(text[end + 1] ?? " ");
    if (!apostrophe && /\S/.test(text[end - 1]!)) return end;
  }
  return -1;
}

/** Returns the outermost quotations in a message, in order. */
export function findQuoted(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  for (let at = 0; at < text.length; at++) {
    const end = opens(text, at) ? closing(text, at) : -1;
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

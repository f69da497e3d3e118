/** Finds the quotations of a message. */
import { isHan } from "./lexicon.ts";

/** A stretch of a message. */
export interface MessageSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words in quotation marks. The stretch includes the marks, `inner` is what stands between them. */
export interface QuotedSpan extends MessageSpan {
  readonly inner: string;
}

/** What opens a quotation, and what closes it. */
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

/** Tells whether a mark at a place opens a quotation: marks that are also apostrophes and inches only before a word. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  if (MARKS[mark] === undefined) return false;
  if (mark !== "'" && mark !== '"' && mark !== "‘") return true;
  const [before = " ", after = " "] = [text[at - 1], text[at + 1]];
  return !(LETTER.test(before) && !isHan(before)) && /\S/.test(after);
}

/** Finds where the quotation that opens at a place closes, or -1. */
function closing(text: string, at: number): number {
  const marks = MARKS[text[at]!]!;
  for (let end = at + 2; end < text.length; end++) {
    if (!marks.includes(text[end]!)) continue;
    const apostrophe = (marks === "’" || marks === "'") && LETTER.test(text[end + 1] ?? " ");
    if (!apostrophe && /\S/.test(text[end - 1]!)) return end;
  }
  return -1;
}

/** Finds the quotations of a message; those inside others are part of them. */
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

/** Puts strokes in place of a sentence's quotations, so that what they say is not taken for what it says. */
export const maskQuoted = (sentence: MessageSpan, quoted: readonly QuotedSpan[]): string =>
  quoted.reduce(
    (text, { start, end }) =>
      start >= sentence.start && end <= sentence.end
        ? text.slice(0, start - sentence.start) + "_".repeat(end - start) + text.slice(end - sentence.start)
        : text,
    sentence.text,
  );

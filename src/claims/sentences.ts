/** Splits a message into sentences. */
import { claimPattern } from "../language/claim-grammar.ts";
import type { MessageSpan, QuotedSpan } from "./quoted-spans.ts";

/** Begins where a run of marks begins: a run that ends no sentence is then read once, not from each of its marks. */
const END = /(?<![.!?])[.!?]+(?:["”’'»)\]]*)(?=\s|$)|[。！？]+[”’」』）]*/g;
const ABBREVIATION = new RegExp(
  String.raw`(?:\b${claimPattern(({ sentences }) => sentences.abbreviations)}|\b\p{L})\.$`,
  "iu",
);
const SPEAKS_AFTER = new RegExp(
  claimPattern(({ sentences }) => sentences.speaksAfter),
  "iu",
);
const SPEAKS = new RegExp(
  claimPattern(({ sentences }) => sentences.speaks),
  "iu",
);

/** Characters in which an abbreviation ends. */
const REACH = 16;

/** A name set off by a dash or in brackets after a quotation, to the end of its line. */
const NAMED_AFTER =
  /^\s*(?:[—–―]+\s*|[(（])[\p{Lu}\p{Script=Han}][^.!?。！？\n“"]{1,60}[)）.。]?\s*(?:\n|$)/u;

/**
 * Splits a message into sentences. A full stop in a number, after an abbreviation or inside a quotation ends none; one
 * at the end of a quotation does, unless an attribution follows.
 * @param quoted its quotations, in order
 */
export function splitMessage(text: string, quoted: readonly QuotedSpan[]): MessageSpan[] {
  const ends: number[] = [];
  let at = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const point = match.index;
    while (at < quoted.length && quoted[at]!.end <= point) at++;
    const next = quoted[at];
    const enclosing = next && next.start < point ? next : undefined;
    if (enclosing && end < enclosing.end) continue;
    if (match[0] === "." && ABBREVIATION.test(text.slice(Math.max(0, end - REACH), end))) continue;
    if (/^\.{2,}/.test(match[0]) && /^\s+\p{Ll}/u.test(text.slice(end))) continue;
    // “…?” she asked: what goes on with a small letter is the same sentence.
    if (enclosing && /^\s+\p{Ll}/u.test(text.slice(end, end + 4))) continue;
    const from = ends.at(-1) ?? 0;
    if (enclosing && SPEAKS_AFTER.test(text.slice(end)) && !SPEAKS.test(text.slice(from, enclosing.start)))
      continue;
    if (enclosing && NAMED_AFTER.test(text.slice(end))) continue;
    ends.push(end);
  }
  if (text.slice(ends.at(-1) ?? 0).trim() !== "") ends.push(text.length);
  return ends.flatMap((end, index) => {
    const from = ends[index - 1] ?? 0;
    const start = from + (/^\s*/.exec(text.slice(from, end))?.[0].length ?? 0);
    return start < end ? [{ text: text.slice(start, end).trimEnd(), start, end }] : [];
  });
}

/** A sentence of a passage with fewer characters belongs to the one before it. */
const SHORT = 24;

/** Splits a passage into sentences; one of a few words, such as a credit, stays with the one before it. */
export function longSentences(exact: string): string[] {
  const sentences: string[] = [];
  for (const { text } of splitMessage(exact, []))
    if (text.length < SHORT && sentences.length > 0) sentences.push(`${sentences.pop()} ${text}`);
    else sentences.push(text);
  return sentences;
}

/** Finds where evidence stands in a stored text: exactly or folded, and otherwise not at all. */
import { foldText } from "./fold.ts";
import type { Evidence } from "./records.ts";
import { createSubstringIndex, type FindSubstring } from "./substring-index.ts";

/** A stretch of a stored text, as offsets in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Where a passage stands, or why that cannot be said. */
export type LocateResult = { readonly span: TextSpan } | { readonly fault: "absent" | "ambiguous" };

/** A text with its fold and the places in it, so that a text in which many passages are sought is folded once. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
  readonly find: FindSubstring;
}

export function createFoldedText(text: string): FoldedText {
  const plain = foldText(text);
  return { text, folded: plain, find: createSubstringIndex(plain) };
}

/**
 * The one place where `exact` stands between its `prefix` and `suffix`. There is no likeness here: a
 * passage with one figure altered is almost the same text, and the wrong one.
 */
export function locateEvidence(evidence: Evidence, within: FoldedText): LocateResult {
  const exact = foldText(evidence.exact);
  const prefix = foldText(evidence.prefix ?? "");
  const suffix = foldText(evidence.suffix ?? "");
  const whole = prefix + exact + suffix;
  const [place, other] = within.find(whole);
  if (place === undefined) return { fault: "absent" };
  if (other !== undefined) return { fault: "ambiguous" };
  const start = place + prefix.length;
  return { span: { start, end: start + exact.length } };
}

/** Where a passage stands that was found before from `start` on; nothing where it is not there any more. */
export function spanAtOffset(evidence: Evidence, start: number, text: string): TextSpan | undefined {
  const { exact, prefix = "", suffix = "" } = evidence;
  const from = start - prefix.length;
  const whole = prefix + exact + suffix;
  if (!(from >= 0)) return undefined;
  const there = text.slice(from, from + whole.length);
  return there === whole || foldText(there) === foldText(whole)
    ? { start, end: start + exact.length }
    : undefined;
}

/**
 * For the person who must mend evidence that is absent: how far its words can be followed in the text, and
 * how the text goes on from there; `whole` where only what stands beside them is not as said. Nothing where
 * not even the first words are there.
 */
export function longestMatchingPrefix(
  evidence: Evidence,
  within: FoldedText,
): { whole: boolean; upTo: string; goesOn: string } | undefined {
  const exact = foldText(evidence.exact);
  let [low, high] = [0, exact.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (within.find(exact.slice(0, middle)).length > 0) low = middle;
    else high = middle - 1;
  }
  if (low < 8) return undefined;
  const end = within.folded.indexOf(exact.slice(0, low)) + low;
  const line = (text: string) => text.replace(/\s*\n\s*/g, " ");
  return {
    whole: low === exact.length,
    upTo: line(within.text.slice(Math.max(end - 40, 0), end)),
    goesOn: line(within.text.slice(end, end + 40)),
  };
}

/** Whether `words` stand in `passage`, looked at as `locate` looks. */
export const containsFolded = (words: string, passage: string): boolean =>
  foldText(passage).includes(foldText(words));

/** Whether a span lies inside one pair of (curly) quotation marks of the source. */
export function isInsideQuotes(span: TextSpan, text: string): boolean {
  const before = Math.max(
    text.lastIndexOf("\u201c", span.start - 1),
    text.lastIndexOf("\u201d", span.start - 1),
  );
  const after = text.slice(span.start).search(/[\u201c\u201d]/) + span.start;
  return text[before] === "\u201c" && text[after] === "\u201d" && after >= span.end;
}

/** A piece of evidence and where in its record it stands. */
interface Placed {
  readonly pointer: string;
  readonly evidence: Evidence;
}

/** Every piece of evidence in a record, in the order of the file, with its place there. */
export function evidenceWithPointers(value: unknown, pointer = ""): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  if ("exact" in value && "source" in value) return [{ pointer, evidence: value as Evidence }];
  return Object.entries(value).flatMap(([key, inner]) => evidenceWithPointers(inner, `${pointer}/${key}`));
}

/** The same without the places: most who ask want the evidence alone. */
export function collectEvidence(value: unknown): Evidence[] {
  const found: Evidence[] = [];
  gather(value, found);
  return found;
}

function gather(value: unknown, found: Evidence[]): void {
  if (typeof value !== "object" || value === null) return;
  // A list has neither, and looking its places up by name is slow where a whole shelf is gone through.
  if (Array.isArray(value)) for (const inner of value) gather(inner, found);
  else if ("exact" in value && "source" in value) found.push(value as Evidence);
  else for (const key in value) gather((value as Record<string, unknown>)[key], found);
}

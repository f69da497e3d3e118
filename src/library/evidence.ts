/** Finds where evidence stands in a stored text: exactly or folded, and otherwise not at all. */
import { foldText } from "./fold.ts";
import type { Evidence } from "./records.ts";

/** A stretch of a stored text, as offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a passage stands, or why that cannot be said. */
export type Located = { readonly span: Span } | { readonly fault: "absent" | "ambiguous" };

/** A text with its fold, so that a text in which many passages are sought is folded once. */
export interface Folded {
  readonly text: string;
  readonly folded: string;
}

export const folded = (text: string): Folded => ({ text, folded: foldText(text) });

/**
 * The one place where `exact` stands between its `prefix` and `suffix`. There is no likeness here: a
 * passage with one figure altered is almost the same text, and the wrong one.
 */
export function locate(evidence: Evidence, within: Folded): Located {
  const exact = foldText(evidence.exact);
  const prefix = foldText(evidence.prefix ?? "");
  const suffix = foldText(evidence.suffix ?? "");
  const whole = prefix + exact + suffix;
  const first = within.folded.indexOf(whole);
  if (first < 0) return { fault: "absent" };
  if (within.folded.indexOf(whole, first + 1) >= 0) return { fault: "ambiguous" };
  const start = first + prefix.length;
  return { span: { start, end: start + exact.length } };
}

/**
 * For the person who must mend evidence that is absent: how far its words can be followed in the text, and
 * how the text goes on from there; `whole` where only what stands beside them is not as said. Nothing where
 * not even the first words are there.
 */
export function followed(
  evidence: Evidence,
  within: Folded,
): { whole: boolean; upTo: string; goesOn: string } | undefined {
  const exact = foldText(evidence.exact);
  let [low, high] = [0, exact.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (within.folded.includes(exact.slice(0, middle))) low = middle;
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
export const standsIn = (words: string, passage: string): boolean =>
  foldText(passage).includes(foldText(words));

/** Whether a span lies inside one pair of (curly) quotation marks of the source. */
export function isQuoted(span: Span, text: string): boolean {
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

/** Every piece of evidence in a record, in the order of the file. */
export function evidenceOf(value: unknown, pointer = ""): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  if ("exact" in value && "source" in value) return [{ pointer, evidence: value as Evidence }];
  return Object.entries(value).flatMap(([key, inner]) => evidenceOf(inner, `${pointer}/${key}`));
}

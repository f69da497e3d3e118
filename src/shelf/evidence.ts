/** Locates evidence in the stored text of its source, exactly or after folding, never approximately. */
import { isHardWrapped, unwrapLines } from "../support/paragraphs.ts";
import { foldText, foldWithOffsets, type TextWithOffsets } from "./fold.ts";
import type { Evidence } from "./records.ts";
import { createSubstringIndex, type FindSubstring } from "./substring-index.ts";

/** A range of a stored text, in UTF-16 code units; `end` is exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The range of a passage, or why it has none: it does not occur, or it occurs more than once. */
export type LocateResult = { readonly span: TextSpan } | { readonly fault: "absent" | "ambiguous" };

/** A text with its folded form and a substring index of it, built once for all passages sought in it. */
export interface FoldedText extends TextWithOffsets {
  readonly text: string;
  /** Whether its lines were wrapped, so that a line end in it is as good as a space. */
  readonly isWrapped: boolean;
  readonly find: FindSubstring;
}

/** Folds and indexes a text for `locateEvidence`. */
export function createFoldedText(text: string): FoldedText {
  const isWrapped = isHardWrapped(text);
  const fold = isWrapped ? foldUnwrapped(text) : foldWithOffsets(text);
  return { text, isWrapped, ...fold, find: createSubstringIndex(fold.folded) };
}

/** Folds a text with its line ends inside blocks as spaces, and keeps where its characters stand. */
function foldUnwrapped(text: string): TextWithOffsets {
  const { unwrapped, offsetAt } = unwrapLines(text);
  const fold = foldWithOffsets(unwrapped);
  return { folded: fold.folded, offsetAt: (index) => offsetAt(fold.offsetAt(index)) };
}

/** Folds words as a text is folded in which they are sought. */
const foldAs = ({ isWrapped }: Pick<FoldedText, "isWrapped">, words: string): string =>
  foldText(isWrapped ? unwrapLines(words).unwrapped : words);

/**
 * Finds the only occurrence of `exact` between its `prefix` and `suffix`. Never matches fuzzily: a passage with
 * one altered figure is almost the same text, and wrong.
 */
export function locateEvidence(evidence: Evidence, within: FoldedText): LocateResult {
  const fold = (part: string) => foldAs(within, part);
  const exact = fold(evidence.exact);
  const prefix = fold(evidence.prefix ?? "");
  const suffix = fold(evidence.suffix ?? "");
  const whole = prefix + exact + suffix;
  const [place, other] = within.find(whole);
  if (place === undefined) return { fault: "absent" };
  if (other !== undefined) return { fault: "ambiguous" };
  const start = place + prefix.length;
  return { span: { start: within.offsetAt(start), end: within.offsetAt(start + exact.length) } };
}

/** Finds the places of words in a text through the fold, in order, `most` at most. */
export function findPlaces(words: string, within: FoldedText, most: number): TextSpan[] {
  const sought = foldAs(within, words);
  const places: TextSpan[] = [];
  if (sought.trim() === "") return places;
  for (
    let at = within.folded.indexOf(sought);
    at >= 0 && places.length < most;
    at = within.folded.indexOf(sought, at + 1)
  )
    places.push({ start: within.offsetAt(at), end: within.offsetAt(at + sought.length) });
  return places;
}

/** Returns the range of a passage if it still begins at `start`, where it was located before; otherwise undefined. */
export function spanAtOffset(evidence: Evidence, start: number, text: string): TextSpan | undefined {
  const { exact, prefix = "", suffix = "" } = evidence;
  const from = start - prefix.length;
  const whole = prefix + exact + suffix;
  if (!(from >= 0)) return undefined;
  const there = text.slice(from, from + whole.length);
  return there === whole || foldText(there) === foldText(whole)
    ? { start, end: start + exact.length }
    : spanInSpelling({ exact, prefix, suffix }, start, text);
}

/** How much longer a text may be than its folded form, for each character of it and beside it. */
const SPELLING = { factor: 3, more: 64 } as const;

/** Does what `spanAtOffset` does where the text spells the passage with more or fewer characters than the evidence. */
function spanInSpelling(
  { exact, prefix, suffix }: { exact: string; prefix: string; suffix: string },
  start: number,
  text: string,
): TextSpan | undefined {
  const reach = (part: string) => part.length * SPELLING.factor + SPELLING.more;
  // Where lines were wrapped, a line end may stand for a space; the files are those that were verified.
  const fold = (part: string) => foldUnwrapped(part).folded;
  const after = foldUnwrapped(text.slice(start, start + reach(exact + suffix)));
  const before = fold(text.slice(Math.max(0, start - reach(prefix)), start));
  const sought = fold(exact);
  if (!before.endsWith(fold(prefix)) || !after.folded.startsWith(sought + fold(suffix))) return undefined;
  return { start, end: start + after.offsetAt(sought.length) };
}

/** How much of a missing passage occurs in a text, and what stands where they differ. */
export interface MatchingPrefix {
  /** Whether all of the passage matches, and only its prefix or suffix does not. */
  readonly whole: boolean;
  /** The end of what matches, and what follows it in the text, each in one line. */
  readonly upTo: string;
  readonly goesOn: string;
  /** The first character that differs, in the text and in the passage, both folded. */
  readonly differing: { readonly source: string; readonly passage: string };
}

/**
 * Finds how much of a missing passage does occur in the text, to help an editor correct it.
 * @returns undefined when fewer than eight characters match
 */
export function longestMatchingPrefix(evidence: Evidence, within: FoldedText): MatchingPrefix | undefined {
  const exact = foldAs(within, evidence.exact);
  let [low, high] = [0, exact.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (within.find(exact.slice(0, middle)).length > 0) low = middle;
    else high = middle - 1;
  }
  if (low < 8) return undefined;
  const end = within.folded.indexOf(exact.slice(0, low)) + low;
  const line = (text: string) => text.replace(/\s*\n\s*/g, " ");
  const characterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return {
    differing: { source: characterAt(within.folded, end), passage: characterAt(exact, low) },
    whole: low === exact.length,
    upTo: line(within.text.slice(within.offsetAt(Math.max(end - 40, 0)), within.offsetAt(end))),
    goesOn: line(within.text.slice(within.offsetAt(end), within.offsetAt(end + 40))),
  };
}

/** Folds words on one line: a passage that is copied from a wrapped source has line ends in it. */
const foldLine = (words: string): string => foldText(words).replace(/\s+/g, " ");

/** Tells whether `words` occur in `passage`, both folded as in `locateEvidence`. */
export const containsFolded = (words: string, passage: string): boolean =>
  foldLine(passage).includes(foldLine(words));

const WORD_PART =
  /^(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}])[\p{L}\p{N}\p{M}]/u;

/** Tells whether a place in a text is inside a word; Chinese, Japanese or Thai words have no ends that could be seen. */
export function isInsideWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at).match(/.$/su)?.[0] ?? "";
  return WORD_PART.test(before) && WORD_PART.test(text.slice(at, at + 2));
}

/** Tells whether `words` occur in `passage` as whole words, both folded as in `locateEvidence`. */
export function containsWords(words: string, passage: string): boolean {
  const [sought, text] = [foldLine(words), foldLine(passage)];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    if (!isInsideWord(text, at) && !isInsideWord(text, at + sought.length)) return true;
  return false;
}

/** Tells whether two pieces of evidence name the same passage. */
export const isSameEvidence = (one: Evidence, other: Evidence): boolean =>
  one.source === other.source &&
  one.exact === other.exact &&
  one.prefix === other.prefix &&
  one.suffix === other.suffix;

/** The ranges of passages by the value of their evidence: its source, its words and its context. */
export interface PassageSpans {
  get(evidence: Evidence): TextSpan | undefined;
}

/** Creates an empty index of passages. Equal evidence of several records has one entry. */
export function createPassageSpans(): PassageSpans & { set(evidence: Evidence, span: TextSpan): void } {
  const bySource = new Map<string, Map<string, TextSpan>>();
  // Words without context are a key as they are, so that the index of a large shelf holds no second copy of them.
  const keyOf = ({ exact, prefix, suffix }: Evidence): string =>
    prefix === undefined && suffix === undefined ? exact : `${prefix ?? ""}\0${exact}\0${suffix ?? ""}`;
  return {
    get: (evidence) => bySource.get(evidence.source)?.get(keyOf(evidence)),
    set(evidence, span) {
      const spans = bySource.get(evidence.source);
      if (spans) spans.set(keyOf(evidence), span);
      else bySource.set(evidence.source, new Map([[keyOf(evidence), span]]));
    },
  };
}

/** A piece of evidence and its JSON Pointer in the record. */
interface Placed {
  readonly pointer: string;
  readonly evidence: Evidence;
}

/** Returns every piece of evidence in a record with its JSON Pointer, in file order. */
export function evidenceWithPointers(value: unknown, pointer = ""): Placed[] {
  if (typeof value !== "object" || value === null) return [];
  if ("exact" in value && "source" in value) return [{ pointer, evidence: value as Evidence }];
  return Object.entries(value).flatMap(([key, inner]) => evidenceWithPointers(inner, `${pointer}/${key}`));
}

/** Returns every piece of evidence in a record, in file order. */
export function collectEvidence(value: unknown): Evidence[] {
  const found: Evidence[] = [];
  gather(value, found);
  return found;
}

function gather(value: unknown, found: Evidence[]): void {
  if (typeof value !== "object" || value === null) return;
  // An array is never evidence, and `in` on arrays is slow when a whole shelf is traversed.
  if (Array.isArray(value)) for (const inner of value) gather(inner, found);
  else if ("exact" in value && "source" in value) found.push(value as Evidence);
  else for (const key in value) gather((value as Record<string, unknown>)[key], found);
}

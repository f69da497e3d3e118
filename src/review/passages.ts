/** Finds typed passages in a source through the fold, and writes evidence for a place in it. */
import {
  createFoldedText,
  type FoldedText,
  findPlaces,
  isInsideWord,
  locateEvidence,
  type TextSpan,
} from "../shelf/evidence.ts";
import type { Evidence } from "../shelf/records.ts";
import type { Source } from "../shelf/sources.ts";
import { contentWords } from "../shelf/text-words.ts";
import { cutText } from "../support/cut-text.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { paragraphRanges } from "../support/paragraphs.ts";
import type { ProposalPassage, TypedPassage } from "./review-desk.ts";

/** The longest passage that is looked for, and the most places that are offered. */
export const LONGEST_PASSAGE = 4_000;
const MOST_PLACES = 9;
/** The longest words that are shown in place of a passage that is not there. */
const LONGEST_NEAREST = 300;

/** A source as its passages are looked for. */
interface ReadSource {
  readonly folded: FoldedText;
  readonly paragraphs: readonly TextSpan[];
}

const readSource = memoizeByKey(
  ({ text }: Source): ReadSource => ({ folded: createFoldedText(text), paragraphs: paragraphRanges(text) }),
);

/** Returns a passage in its paragraph. */
export function passageAt(source: Source, { start, end }: TextSpan): ProposalPassage {
  const { paragraphs } = readSource(source);
  const { text } = source;
  const from = paragraphs.findLast((range) => range.start <= start)?.start ?? 0;
  const to = paragraphs.find((range) => range.end >= end)?.end ?? text.length;
  return {
    exact: text.slice(start, end),
    start,
    end,
    before: text.slice(Math.min(from, start), start).trimStart(),
    after: text.slice(end, Math.max(to, end)).trimEnd(),
  };
}

/** What became of looking for a typed passage. */
export type FoundPassage =
  | { readonly type: "found"; readonly passage: ProposalPassage }
  | { readonly type: "ambiguous"; readonly places: readonly ProposalPassage[] }
  | { readonly type: "absent"; readonly nearest?: string };

/** Finds a typed passage in a source. */
export function findPassage(source: Source, { exact, start }: TypedPassage): FoundPassage {
  const words = exact.trim();
  if (words === "" || words.length > LONGEST_PASSAGE) return { type: "absent" };
  const { folded } = readSource(source);
  const places = findPlaces(words, folded, start === undefined ? MOST_PLACES : Number.POSITIVE_INFINITY);
  const meant = start === undefined ? undefined : places.find((place) => place.start === start);
  const [only, ...others] = places;
  if (!only) {
    const nearest = nearestWords(source, words);
    return { type: "absent", ...(nearest === undefined ? {} : { nearest }) };
  }
  if (meant || others.length === 0)
    return { type: "found", passage: passageAt(source, wholeWords(source.text, meant ?? only)) };
  return {
    type: "ambiguous",
    places: places.slice(0, MOST_PLACES).map((place) => passageAt(source, place)),
  };
}

/** Returns a range without white space at its ends; a passage that cuts a word is refused by the shelf itself. */
function wholeWords(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

const SENTENCE = /[^.!?。！？]+(?:[.!?。！？]+["”’」』)]*|$)/gu;

/** Returns the sentence of a source that shares most words with a passage; undefined where none shares two or more. */
function nearestWords(source: Source, words: string): string | undefined {
  const sought = contentWords(words);
  let best: { readonly text: string; readonly shared: number } | undefined;
  for (const { start, end } of readSource(source).paragraphs)
    for (const [sentence] of source.text.slice(start, end).matchAll(SENTENCE)) {
      const shared = [...contentWords(sentence)].filter((word) => sought.has(word)).length;
      if (shared > (best?.shared ?? 1)) best = { text: sentence.trim(), shared };
    }
  return best && cutText(best.text.replace(/\s+/gu, " "), LONGEST_NEAREST);
}

/** How much of a text before or after a passage is taken, word by word, to tell it from others. */
const LONGEST_CONTEXT = 400;

/** Returns the evidence for a place of a source: its words, and what is beside them where they occur twice. */
export function evidenceAt(source: Source, { start, end }: TextSpan): Evidence {
  const { folded } = readSource(source);
  const { text } = source;
  const line = (words: string) => (folded.isWrapped ? words.replace(/[^\S\n]*\n\s*/gu, " ") : words);
  const exact = line(text.slice(start, end));
  const isUnique = (evidence: Evidence): boolean => {
    const found = locateEvidence(evidence, folded);
    return "span" in found && found.span.start === start;
  };
  const plain: Evidence = { source: source.id, exact };
  if (isUnique(plain)) return plain;
  const passage = passageAt(source, { start, end });
  // What stands in the same paragraph tells a reader more than what happens to stand in the next one.
  for (const [before, after] of [
    [passage.before.length, passage.after.length],
    [LONGEST_CONTEXT, LONGEST_CONTEXT],
  ] as const)
    for (let size = 1; size <= Math.min(LONGEST_CONTEXT, Math.max(before, after)); size++) {
      const [from, to] = [start - size, end + size];
      if (size <= after && to <= text.length && !isInsideWord(text, to)) {
        const suffixed = { ...plain, suffix: line(text.slice(end, to)) };
        if (isUnique(suffixed)) return suffixed;
      }
      if (size <= before && from >= 0 && !isInsideWord(text, from)) {
        const prefixed = { ...plain, prefix: line(text.slice(from, start)) };
        if (isUnique(prefixed)) return prefixed;
      }
    }
  // What is the same for hundreds of characters on both sides is refused by the shelf, which says so.
  return plain;
}

/** Tells whom a source names as the speaker of words: before them as in a transcript, or beside them. */
import { GROUP_PRONOUNS, PERSON_PRONOUNS } from "../language/pronouns.ts";
import { containsHan } from "../support/han.ts";
import type { TextSpan } from "./evidence.ts";
import { foldName } from "./fold.ts";

/** The beginning of a line of a transcript: a name of a few words, with a remark in brackets perhaps, and a colon. */
const LABEL =
  /^[^\S\n]*[*_[]{0,3}(\p{L}[^\n:：“”"「」.!?。]{0,60}?)[*_\]]{0,3}[^\S\n]*[:：][*_]{0,3}(?=\s|\p{Script=Han})/gmu;

const PRONOUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PERSON_PRONOUNS.en}|${GROUP_PRONOUNS.en})(?![\\p{L}\\p{N}])|${PERSON_PRONOUNS.zh}`,
  "iu",
);

/** Tells whether a text holds one of the names, or a word of one that is no small word. */
function holdsName(text: string, names: readonly string[]): boolean {
  const words = new Set(foldName(text).split(" "));
  return names.some((name) =>
    containsHan(name)
      ? text.includes(name)
      : foldName(name)
          .split(" ")
          .some(
            (word) =>
              word.length > 1 && !/^(?:the|of|and|for|on|in|at|to|an?)$/.test(word) && words.has(word),
          ),
  );
}

/**
 * Tells whether a range lies behind a transcript's `Name:` of one of the names, in its line, or in a line after it
 * where several lines of the text have a speaker.
 */
export function isInTranscript(span: TextSpan, text: string, names: readonly string[]): boolean {
  const labels = [...text.matchAll(LABEL)];
  const next = labels.findIndex(({ index }) => index > span.start);
  const own = labels.at(next < 0 ? labels.length - 1 : next - 1);
  if (!own || next === 0 || span.start < own.index + own[0].length) return false;
  const isOver = next >= 0 && labels[next]!.index < span.end;
  const isSameLine = !text.slice(own.index, span.end).includes("\n");
  return !isOver && holdsName(own[1]!, names) && (isSameLine || labels.length > 1);
}

/** Tells whether a text gives its speaker by a pronoun alone, which is read as somebody and names nobody. */
export const hasOnlyPronoun = (text: string, names: readonly string[]): boolean =>
  PRONOUN.test(text) && !holdsName(text, names);

/** The end of a sentence before another, so that a full stop in “U.S. firms” or “Mr. Xi” mostly ends none. */
const SENTENCE_END = /[.!?]["”’»)]*\s+(?=["“«„‘(]?\p{Lu})|[。！？]/gu;

/**
 * Returns the words around a quotation in its sentence.
 * @param outside the text with everything in quotation marks blanked
 */
export function wordsAround({ start, end }: TextSpan, outside: string): string {
  const to = outside.indexOf("\n", end);
  const before = outside.slice(outside.lastIndexOf("\n", start - 1) + 1, start);
  const after = outside.slice(end, to < 0 ? outside.length : to);
  return `${before.split(SENTENCE_END).at(-1)} ${after.split(SENTENCE_END)[0]}`;
}

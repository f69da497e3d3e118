/** Reads a text once for all kinds of drafts: its paragraphs, sentences, quotations and names. */
import type { QuotedSpan } from "../claims/quoted-spans.ts";
import { splitMessage } from "../claims/sentences.ts";
import { tokenizeSentence } from "../claims/tokenize.ts";
import type { TokenizedSentence } from "../claims/tokens.ts";
import { OTHER_YUAN, PLACE_AND_DAY } from "../language/draft-patterns.ts";
import { chineseScript } from "../language/zh/script-characters.ts";
import { outermostQuotations } from "../shelf/quotation-marks.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { containsHan } from "../support/han.ts";
import { isHardWrapped, paragraphRanges } from "../support/paragraphs.ts";
import { type Entity, locateMentions, type Mention } from "./entities.ts";
import { findHanNames } from "./han-names.ts";
import { findLatinNames } from "./latin-names.ts";
import { ownDate } from "./own-date.ts";

/** A paragraph; a heading ends with no mark of a sentence. */
export interface SourceParagraph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly isHeading: boolean;
}

/** The words of a quotation in one paragraph; `outer` includes the marks. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly outer: { readonly start: number; readonly end: number };
  readonly mark: string;
}

/** What stands in a pair of marks; in several paragraphs, if each but the first opens the mark anew. */
export interface MarkedWords {
  readonly segments: readonly Segment[];
}

/** A sentence, with the offsets of the text. */
export interface ReadSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly block: SourceParagraph;
  readonly mentions: readonly Mention[];
  /** Its tokens, the offsets counted from its start; quotations are one token each. */
  tokens(): TokenizedSentence;
}

/** A text as all kinds of drafts read it. */
export interface Reading {
  /** The text with plain spaces alone, of the same length. */
  readonly text: string;
  /** The day of the text, by which it means “in May” or “on Monday”. */
  readonly published?: string | undefined;
  /** Whether a plain 元 is that of the mainland. */
  readonly isMainland: boolean;
  readonly blocks: readonly SourceParagraph[];
  readonly sentences: readonly ReadSentence[];
  readonly marked: readonly MarkedWords[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

/** The longest sentence that is read; what is longer, or has a word of hundreds of letters, is no prose. */
const LONGEST_SENTENCE = 3_000;
const NO_WORD = /[^\s\p{Script=Han}，。、！？；：]{300}/u;
const LONGEST_HEADING = 160;
const SENTENCE_MARK = /[.?!。？！…:：；;”"'’」』)）,，]\s*$/u;

/** A first line that ends with words in marks, and holds no whole sentence. */
const TITLE_IN_MARKS = /^[^.?!。？！:：]+["”’」』]$/u;

function blocksOf(text: string): SourceParagraph[] {
  return paragraphRanges(text).flatMap(({ start, end }, index, { length }) => {
    const own = text.slice(start, end);
    const from = start + (/^\s*/.exec(own)?.[0].length ?? 0);
    const trimmed = own.trim();
    if (trimmed === "") return [];
    const isTitle = index === 0 && length > 1 && TITLE_IN_MARKS.test(trimmed);
    const isHeading =
      trimmed.length <= LONGEST_HEADING &&
      (isTitle || !SENTENCE_MARK.test(trimmed)) &&
      !/^[-•*–·]\s/u.test(trimmed);
    return [{ text: trimmed, start: from, end: from + trimmed.length, index, isHeading }];
  });
}

/** Returns what stands in marks, the outermost only, with the paragraphs of each. */
function markedIn(text: string, blocks: readonly SourceParagraph[]): MarkedWords[] {
  let first = 0;
  return outermostQuotations(text).flatMap((span) => {
    while (first < blocks.length && blocks[first]!.end < span.start) first++;
    const segments: Segment[] = [];
    for (let at = first; at < blocks.length && blocks[at]!.start < span.end; at++) {
      const block = blocks[at]!;
      const opens = block.start > span.start;
      const start = opens ? block.start + (text[block.start] === text[span.start - 1] ? 1 : 0) : span.start;
      const end = Math.min(span.end, block.end);
      const words = text.slice(start, end);
      const [lead, tail] = [words.length - words.trimStart().length, words.length - words.trimEnd().length];
      if (words.trim() === "") continue;
      const outer = { start: opens ? block.start : span.start - 1, end: end === span.end ? end + 1 : end };
      segments.push({ start: start + lead, end: end - tail, outer, mark: text[span.start - 1]! });
    }
    return segments.length === 0 ? [] : [{ segments }];
  });
}

/** Makes records of those whom a sentence names, by which it is read as `/check` reads its sentences. */
function recordsOf(mentions: readonly Mention[], text: string): AnyRecord[] {
  const forms = new Map<Entity, Set<string>>();
  for (const { entity, start, end } of mentions) {
    const own = forms.get(entity) ?? new Set<string>();
    forms.set(entity, own.add(text.slice(start, end)));
  }
  return [...forms].map(([entity, own]) => recordOf(entity, [...own]));
}

const review = { entered: "0000-00-00", reviewedBy: null, reviewedOn: null };

const recordOf = ({ kind, name }: Entity, aliases: readonly string[]): AnyRecord =>
  ({
    kind,
    id: name,
    label: name,
    aliases: [...aliases],
    notConfusedWith: [],
    notes: [],
    review,
    roles: [],
    type: "organization",
  }) as unknown as AnyRecord;

function sentencesOf(
  text: string,
  blocks: readonly SourceParagraph[],
  marked: readonly MarkedWords[],
  mentions: readonly Mention[],
): ReadSentence[] {
  const sentences: ReadSentence[] = [];
  const segments = marked.flatMap((one) => one.segments);
  let [segmentAt, mentionAt] = [0, 0];
  for (const block of blocks) {
    const quoted: QuotedSpan[] = [];
    while (segmentAt < segments.length && segments[segmentAt]!.outer.start < block.end) {
      const { outer, start, end } = segments[segmentAt++]!;
      if (outer.start < block.start) continue;
      quoted.push({
        text: text.slice(outer.start, outer.end),
        inner: text.slice(start, end),
        start: outer.start - block.start,
        end: outer.end - block.start,
      });
    }
    for (const span of proseIn(block, quoted)) {
      const start = block.start + span.start;
      const end = start + span.text.length;
      while (mentionAt < mentions.length && mentions[mentionAt]!.start < start) mentionAt++;
      const own: Mention[] = [];
      while (mentionAt < mentions.length && mentions[mentionAt]!.start < end)
        own.push(mentions[mentionAt++]!);
      const inside = quoted
        .filter((one) => one.start >= span.start && one.end <= span.start + span.text.length)
        .map((one) => ({ ...one, start: one.start - span.start, end: one.end - span.start }));
      let tokens: TokenizedSentence | undefined;
      sentences.push({
        text: span.text,
        start,
        end,
        index: sentences.length,
        block,
        mentions: own,
        tokens: () => (tokens ??= tokenizeSentence(span.text, recordsOf(own, text), inside)),
      });
    }
  }
  return sentences;
}

/** Splits a paragraph into sentences, without what is too long to be one or has a word that is too long for one. */
const proseIn = (
  block: SourceParagraph,
  quoted: readonly QuotedSpan[],
): { readonly text: string; readonly start: number }[] =>
  splitMessage(block.text, quoted).filter(
    ({ text }) => text.length <= LONGEST_SENTENCE && !NO_WORD.test(text),
  );

/** Line ends inside a wrapped paragraph, and spaces that are not the plain one. The length stays the same. */
const plainText = (text: string): string => {
  const spaced = text.replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]/g, " ");
  return isHardWrapped(text)
    ? spaced.replace(/(?<=\S) *\n *(?=\S)/g, (gap) => " ".repeat(gap.length))
    : spaced;
};

function withoutDatelines(
  mentions: readonly Mention[],
  blocks: readonly SourceParagraph[],
  ends: readonly number[],
): Mention[] {
  let at = 0;
  return mentions.filter(({ start }) => {
    while (at < blocks.length && blocks[at]!.end <= start) at++;
    return start >= (ends[at] ?? 0);
  });
}

/** Reads a text, of which it may be known when it was published and in which language it is. */
export function readText(
  written: string,
  {
    published,
    language,
  }: { readonly published?: string | undefined; readonly language?: string | undefined } = {},
): Reading {
  const text = plainText(written);
  const blocks = blocksOf(text);
  const marked = markedIn(text, blocks);
  const named = [...findLatinNames(text), ...(containsHan(text) ? findHanNames(text) : [])];
  // The town of a dateline is where a report was written, and does nothing in it.
  const datelines = blocks.map((block) => block.start + (PLACE_AND_DAY.exec(block.text)?.[0].length ?? 0));
  const mentions = withoutDatelines(locateMentions(text, named), blocks, datelines);
  const present = new Set(mentions.map(({ entity }) => entity));
  const entities = named.filter((entity) => present.has(entity));
  const isHant =
    language === undefined || /^zh$/i.test(language)
      ? chineseScript(text) === "zh-Hant"
      : /^zh-(?:Hant|HK|TW|MO)/i.test(language);
  return {
    text,
    published: published ?? ownDate(blocks),
    isMainland: !isHant && (text.match(OTHER_YUAN)?.length ?? 0) < 2,
    blocks,
    marked,
    entities,
    mentions,
    sentences: sentencesOf(text, blocks, marked, mentions),
  };
}

/** Returns the index of the sentence in which an offset is, or of the last before it. */
export function sentenceAt({ sentences }: Pick<Reading, "sentences">, offset: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sentences[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Finds what stands in quotation marks in a stored text, whichever marks it uses. */
import { memoizeByKey } from "../support/memoize.ts";
import type { TextSpan } from "./evidence.ts";
import type { Source } from "./sources.ts";

/** A mark with what is beside it, by which a mark that both opens and closes is told apart. */
interface Mark {
  readonly mark: string;
  readonly before: string;
  readonly after: string;
}

/** Marks that are read together. */
interface MarkFamily {
  /** Each opening mark with the marks that close it. */
  readonly pairs: Readonly<Record<string, string>>;
  opens(mark: Mark): boolean;
  closes(mark: Mark): boolean;
}

/** The marks of which a pair is read, for the message that refuses a quotation without one. */
export const QUOTATION_MARKS = '“ ”, " ", ‘ ’, « », » «, „ “, ” ”, ״ ״, 「 」 or 『 』';

const isSpace = (character: string): boolean => /^\s?$/.test(character);
/** Tells whether a character belongs to a word that is set off by spaces; Chinese and Japanese words are not. */
const isWord = (character: string): boolean =>
  /[\p{L}\p{N}]/u.test(character) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);

const anywhere = () => true;
const opensWord = ({ before, after }: Mark): boolean => !isWord(before) && !isSpace(after);
const closesWord = ({ before, after }: Mark): boolean => !isSpace(before) && !isWord(after);
/** An inch mark or an apostrophe follows a word and opens nothing. */
const afterGap = ({ before }: Mark): boolean => !isWord(before);
/** An apostrophe stands before the rest of its word. */
const beforeGap = ({ after }: Mark): boolean => !isWord(after);

/** Between two Hebrew letters the mark is a part of a word, as in ד"ר. */
const isGershayim = ({ before, after }: Mark): boolean =>
  /\p{Script=Hebrew}/u.test(before) && /\p{Script=Hebrew}/u.test(after);

const FAMILIES: readonly MarkFamily[] = [
  {
    // “ opens in some languages and closes in others; ” closes in most and does both in a few.
    pairs: { "“": "”", "„": "“”", "‟": "”", "”": "”" },
    opens: (mark) => mark.mark !== "”" || opensWord(mark),
    closes: anywhere,
  },
  {
    pairs: { '"': '"', "＂": "＂" },
    opens: opensWord,
    closes: (mark) => !isSpace(mark.before) && !isGershayim(mark),
  },
  { pairs: { "״": "״" }, opens: opensWord, closes: closesWord },
  { pairs: { "‘": "’", "‚": "‘’", "‛": "’" }, opens: afterGap, closes: beforeGap },
  { pairs: { "'": "'" }, opens: opensWord, closes: closesWord },
  { pairs: { "«": "»", "»": "«" }, opens: anywhere, closes: anywhere },
  { pairs: { "‹": "›", "›": "‹" }, opens: anywhere, closes: anywhere },
  { pairs: { "「": "」" }, opens: anywhere, closes: anywhere },
  { pairs: { "『": "』" }, opens: anywhere, closes: anywhere },
];

/** The widest indent of a paragraph that is looked back for. */
const INDENT = 16;

/** Tells whether the mark at an offset begins a paragraph and its words follow: there an open quotation goes on. */
function goesOn(text: string, at: number): boolean {
  const from = Math.max(at - INDENT, 0);
  const lead = text.slice(from, at);
  return (
    (/\n[^\S\n]*$/.test(lead) || (from === 0 && lead.trim() === "")) &&
    /^\s?[^\s.,;:!?)\]}，。；：！？]/u.test(text.slice(at + 1, at + 3))
  );
}

/** Returns the ranges between the opening and the closing marks of one family. */
function spansOf(text: string, { pairs, opens, closes }: MarkFamily): TextSpan[] {
  const spans: TextSpan[] = [];
  let open: { readonly by: string; readonly from: number } | undefined;
  /** A quotation that may have ended at an apostrophe after a plural, and ends at the next closing mark if there is one. */
  let ended: typeof open;
  let last = 0;
  const marks = new RegExp(`[${Object.entries(pairs).flat().join("")}]`, "g");
  for (const { 0: mark, index: at } of text.matchAll(marks)) {
    const beside: Mark = { mark, before: text[at - 1] ?? "", after: text[at + 1] ?? "" };
    const isContinued = goesOn(text, at);
    if (/\n\s*\n/.test(text.slice(last, at))) {
      ended = undefined;
      if (!isContinued) open = undefined;
    }
    last = at;
    const begun = open ?? ended;
    if (open && isContinued && mark in pairs) continue;
    if (begun && pairs[begun.by]!.includes(mark) && closes(beside)) {
      spans.push({ start: begun.from, end: at });
      ended = /s$/i.test(beside.before) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) ? begun : undefined;
      open = undefined;
    } else if (mark in pairs && opens(beside)) {
      open = { by: mark, from: at + 1 };
      ended = undefined;
    }
  }
  return spans;
}

/** Returns the range of each quotation of a text, without its marks; one of several paragraphs is one range. */
const quotedSpans = (text: string): TextSpan[] => FAMILIES.flatMap((family) => spansOf(text, family));

const SINGLE = /[‘'‚‛]/;

/**
 * Returns the outermost quotations of a text, in order, without their marks: of those that reach into each other, the first.
 * An apostrophe may seem to open words that reach over a true quotation, so words in single marks come after all others.
 */
export function outermostQuotations(text: string): TextSpan[] {
  const spans = quotedSpans(text)
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const isSingle = ({ start }: TextSpan): boolean => SINGLE.test(text[start - 1] ?? "");
  const kept: TextSpan[] = [];
  for (const group of [spans.filter((span) => !isSingle(span)), spans.filter(isSingle)]) {
    const before = kept.toSorted((a, b) => a.start - b.start);
    let at = 0;
    let last = -1;
    for (const span of group) {
      while (at < before.length && before[at]!.end < span.start) at++;
      const isFree = before[at] === undefined || before[at]!.start > span.end;
      if (span.start <= last || !isFree) continue;
      last = span.end;
      kept.push(span);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Blanks everything in quotation marks but its last character, which may end a sentence. Offsets stay valid. */
function blankQuotations(text: string, spans: readonly TextSpan[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(start, at), end - 1];
    if (from >= to) continue;
    parts.push(text.slice(at, from), " ".repeat(to - from));
    at = to;
  }
  return parts.join("") + text.slice(at);
}

/** Returns the quotations of a source, and its text without them. Read once for each source. */
export const quotationsOf = memoizeByKey(({ text }: Pick<Source, "text">) => {
  const spans = quotedSpans(text);
  return { spans, outside: blankQuotations(text, spans) };
});

/** Returns the narrowest quotation around a range, or undefined when it does not lie inside one. */
export function quotationAround(span: TextSpan, spans: readonly TextSpan[]): TextSpan | undefined {
  let narrowest: TextSpan | undefined;
  for (const one of spans)
    if (one.start <= span.start && span.end <= one.end)
      if (!narrowest || one.end - one.start < narrowest.end - narrowest.start) narrowest = one;
  return narrowest;
}

/** A message in sentences, the quotations in it, and whether a sentence asserts anything that can be checked. */

/** A stretch of a message. */
export interface SentenceSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words in quotation marks. The stretch includes the marks, `inner` is what stands between them. */
export interface QuotedSpan extends SentenceSpan {
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

/** Whether a mark at a place opens a quotation: marks that are also apostrophes and inches only before a word. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  if (MARKS[mark] === undefined) return false;
  if (mark !== "'" && mark !== '"' && mark !== "‘") return true;
  const [before = " ", after = " "] = [text[at - 1], text[at + 1]];
  return !(LETTER.test(before) && !/\p{Script=Han}/u.test(before)) && /\S/.test(after);
}

/** Where the quotation that opens at a place closes, or -1. */
function closing(text: string, at: number): number {
  const marks = MARKS[text[at]!]!;
  for (let end = at + 2; end < text.length; end++) {
    if (!marks.includes(text[end]!)) continue;
    const apostrophe = (marks === "’" || marks === "'") && LETTER.test(text[end + 1] ?? " ");
    if (!apostrophe && /\S/.test(text[end - 1]!)) return end;
  }
  return -1;
}

/** The quotations of a message; those inside others are part of them. */
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

const END = /[.!?]+(?:["”’'»)\]]*)(?=\s|$)|[。！？]+[”’」』）]*/g;
const SHORT =
  /(?:\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mr|mrs|ms|dr|prof|st|inc|co|corp|ltd|vs|no|approx|gov|sen|rep|e\.g|i\.e)|\b\p{L})\.$/iu;
const SPEAKS =
  /^[,\s]*(?:(?:\p{L}[\p{L}'’-]*\s+){0,3}(?:said|says|told|added|adds|wrote|writes|noted|stressed|declared|explained)\b|(?:said|says|added|wrote)\b)|^[，\s]*\p{Script=Han}{1,6}(?:说|說|表示|称|稱|指出|写道|寫道)/iu;
const SPOKE = /\b(?:said|says|told|added|wrote|called for|according to)\b|说|說|表示|称|稱|指出/iu;

/**
 * The sentences of a message. A point in a number, after a short form or inside a quotation ends none; one at
 * a quotation's end does, unless what follows says whose words they are.
 */
export function splitSentences(text: string, quoted: readonly QuotedSpan[]): SentenceSpan[] {
  const ends: number[] = [];
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const point = match.index;
    const around = quoted.find(({ start, end: close }) => start < point && point < close);
    if (around && end < around.end) continue;
    if (match[0] === "." && SHORT.test(text.slice(0, end))) continue;
    if (/^\.{2,}/.test(match[0]) && /^\s+\p{Ll}/u.test(text.slice(end))) continue;
    const from = ends.at(-1) ?? 0;
    if (around && SPEAKS.test(text.slice(end)) && !SPOKE.test(text.slice(from, around.start))) continue;
    ends.push(end);
  }
  if (text.slice(ends.at(-1) ?? 0).trim() !== "") ends.push(text.length);
  return ends.flatMap((end, index) => {
    const from = ends[index - 1] ?? 0;
    const start = from + (/^\s*/.exec(text.slice(from, end))?.[0].length ?? 0);
    return start < end ? [{ text: text.slice(start, end).trimEnd(), start, end }] : [];
  });
}

/** What a sentence does with what it says. Only what is asserted can be held against the shelf. */
export type SentenceMood = "asserts" | "asks" | "denies" | "supposes";

const ASKS =
  /[?？]\s*["”’'」』)]*\s*$|^(?:did|does|do|is|are|was|were|has|have|had|can|could|should|how much|how many|who (?:pledged|gave|donated|said|promised))\b|吗|嗎|是否|多少|谁|誰|什么|什麼|是不是|有没有|有沒有|何时|何時|呢/iu;
const DENIES =
  /\b(?:not|never|no|none|nobody|nothing|nor|neither|without|den(?:y|ies|ied|ying)|refus\w+|reject\w*|declin\w+|disput\w+|contradict\w*|retract\w*|cancel\w*|withdr\w+|false\w*|untrue|incorrect\w*|wrong\w*|mistaken\w*|inaccura\w+|hoax|fake|lie[sd]?|lying|myth|debunk\w*|misquot\w*|misattribut\w*|fail\w*)\b|n['’]t\b|\bcannot\b|没|沒|未(?!来|來)|不(?!仅|僅|但|只|断|斷|同|平|止)|并非|並非|否认|否認|拒绝|拒絕|谣|謠|虚假|虛假|假的|误传|誤傳|无(?!锡)|無(?!錫)/iu;
const SUPPOSES =
  /\b(?:if|could|might|should|must|would|suppos\w+|assum\w+|imagin\w+|perhaps|maybe|possibly|probably|alleged\w*|rumou?r\w*|unless|whether|hypothetical\w*|pretend\w*|wish\w*|hop(?:e|es|ed|ing)|expect\w*|likely|want(?:s|ed)?|urge[sd]?|ask(?:s|ed)|ought|shall|let|please|consider(?:s|ed|ing)?|plan(?:s|ned|ning)?|propos\w+|predict\w*|forecast\w*|bet|guess\w*|threaten\w*|joke[sd]?|fiction\w*|can)\b|如果|假如|假设|假設|要是|倘若|若|可能|或许|或許|也许|也許|应该|應該|应当|應當|据传|據傳|传闻|傳聞|预计|預計|希望|打算|考虑|考慮|拟|擬|假想|建议|建議/iu;
/** The verb, which is no month. */
const MAY = /\bmay\b(?! \d)/;

/** What denies nothing although it holds such a word. */
const HARMLESS =
  /\bnot (?:only|just)\b|\b(?:said|says|announced|promised|pledged|vowed|told)\b[^.;,]{0,40}?\bwould\b/giu;

/** What a sentence does, by what stands in it outside its quotations. */
export function sentenceMood(sentence: string): SentenceMood {
  const text = sentence.replace(HARMLESS, " ");
  if (ASKS.test(text.trim())) return "asks";
  if (DENIES.test(text)) return "denies";
  return SUPPOSES.test(text) || MAY.test(text) ? "supposes" : "asserts";
}

/** A sentence with strokes where its quotations were, so that what they say is not taken for what it says. */
export const maskQuoted = (sentence: SentenceSpan, quoted: readonly QuotedSpan[]): string =>
  quoted.reduce(
    (text, { start, end }) =>
      start >= sentence.start && end <= sentence.end
        ? text.slice(0, start - sentence.start) + "_".repeat(end - start) + text.slice(end - sentence.start)
        : text,
    sentence.text,
  );

/** Joins the lines of a paragraph, without joining what the text does not show to be one word. */

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026]/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const BROKEN_WORD = /(\p{L}[\p{L}\p{M}\u2019']*)([-\u2010\u00ad])$/u;
const WORD_START = /^(\p{L}[\p{L}\p{M}\u2019']*)/u;

/** Counts the words of a text, in lower case. */
export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}[\p{L}\p{M}\u2019'-]*/gu) ?? []);
}

/** How a word that is broken at a line's end is written, and whether that could not be told. */
export interface HyphenDecision {
  readonly keepsHyphen: boolean;
  readonly isOpen: boolean;
}

/**
 * Decides on a hyphen at a line's end. The word is whole if it stands so elsewhere in the text, or if neither of its
 * parts does; else the hyphen stays, and the reader is asked.
 */
export function decideHyphen(first: string, second: string, words: ReadonlySet<string>): HyphenDecision {
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  const certain = (keepsHyphen: boolean): HyphenDecision => ({ keepsHyphen, isOpen: false });
  if (/^\p{Lu}/u.test(second)) return certain(true);
  const [isWhole, isHyphened] = [words.has(one + other), words.has(`${one}-${other}`)];
  if (isWhole !== isHyphened) return certain(isHyphened);
  if (!isWhole && !words.has(one) && !words.has(other)) return certain(false);
  return { keepsHyphen: true, isOpen: true };
}

/** Joins lines, and lists the words of which it could not be told whether their hyphen is their own. */
export function joinLines(
  lines: readonly string[],
  words: ReadonlySet<string>,
  open: (word: string) => void = () => {},
): string {
  let text = "";
  for (const line of lines.map((one) => one.trim())) {
    if (text === "" || line === "") {
      text += line;
      continue;
    }
    const [, first, hyphen] = BROKEN_WORD.exec(text) ?? [];
    const [, second] = WORD_START.exec(line) ?? [];
    if (first !== undefined && second !== undefined) {
      const { keepsHyphen, isOpen } =
        hyphen === "\u00ad" ? { keepsHyphen: false, isOpen: false } : decideHyphen(first, second, words);
      if (isOpen) open(`${first}-${second}`);
      text = (keepsHyphen ? text : text.slice(0, -1)) + line;
      continue;
    }
    text += isSpaceless(text, line) ? line : ` ${line}`;
  }
  return text;
}

/** Tells whether nothing stands between the end of a line and the next. */
function isSpaceless(before: string, after: string): boolean {
  const [last = "", next = ""] = [[...before].at(-1), [...after][0]];
  const isHan = HAN.test(last) || HAN.test(next);
  if (isHan && (CJK.test(last) || /[\p{L}\p{N}\p{P}\p{S}]/u.test(last))) return true;
  // A dash or a slash that stands close to its word goes on close to the next.
  return /[\p{L}\p{N}][\u2013\u2014/-]$/u.test(before);
}

/** Splits a typed line into words, quoted values and `name:value` pairs. */
import { defined } from "../support/defined.ts";

/** A word, a quoted value or a `name:value` pair of a line. */
export interface LineToken {
  /** In lower case. */
  readonly name?: string;
  /** Empty for a name whose value is not beside it: `about: the rich`. */
  readonly value: string;
  readonly quoted: boolean;
  /** The token as typed. */
  readonly raw: string;
}

/** Marks that open a quoted value, each with those that close it. */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '"': '"', "\uff02": "\uff02", "'": "'" },
  ...{ "\u201c": "\u201d", "\u201d": "\u201d", "\u201e": "\u201c\u201d", "\u201f": "\u201d" },
  ...{ "\u2018": "\u2019", "\u2019": "\u2019", "\u201a": "\u2018\u2019", "\u201b": "\u2019" },
  ...{ "«": "»", "»": "«", "‹": "›", "›": "‹" },
  ...{ "「": "」", "『": "』", "《": "》", "〈": "〉", "｢": "｣", "\u301d": "\u301e\u301f" },
};
/** Marks that also stand inside words. */
const APOSTROPHES = "'\u2018\u2019\u201a\u201b";
const TOKEN_NAME = /^([a-z][a-z-]*)[:：](?!\/\/)/i;

/**
 * Returns for each offset of a line that of the first mark from there on which decides on a quoted value: one that ends
 * a word, or that stands inside none. Reading from the end, once, keeps it linear; the parity of backslashes depends on
 * where a value begins.
 */
function closingMarks(line: string, closing: string): Int32Array {
  const next = new Int32Array(line.length + 2).fill(-1);
  for (let at = line.length - 1; at >= 0; at--) {
    const letter = line[at]!;
    const isEscape = letter === "\\" && at + 1 < line.length;
    const decides = closing.includes(letter) && (endsWord(line, at) || !APOSTROPHES.includes(letter));
    next[at] = decides ? at : next[at + (isEscape ? 2 : 1)]!;
  }
  return next;
}

const endsWord = (line: string, at: number): boolean => (line[at + 1] ?? " ") === " ";

/**
 * Returns a reader of the quoted value at an offset of a line, which reads undefined unless a closing mark ends a word;
 * the mark is then text.
 */
function quotedReader(line: string): (start: number) => { value: string; end: number } | undefined {
  const marks = new Map<string, Int32Array>();
  return (start) => {
    const closing = CLOSING[line[start] ?? ""];
    if (closing === undefined) return undefined;
    const next = marks.get(closing) ?? closingMarks(line, closing);
    marks.set(closing, next);
    const end = next[start + 1]!;
    if (end < 0 || !endsWord(line, end)) return undefined;
    return { value: line.slice(start + 1, end).replace(/\\(.)/gs, "$1"), end: end + 1 };
  };
}

/** Splits a normalized line into its tokens. */
export function splitTokens(line: string): LineToken[] {
  const found: LineToken[] = [];
  const quotedAt = quotedReader(line);
  let at = 0;
  while (at < line.length) {
    if (line[at] === " ") {
      at++;
      continue;
    }
    const name = TOKEN_NAME.exec(line.slice(at))?.[1];
    const start = name === undefined ? at : at + name.length + 1;
    // A quoted value may stand apart from its name: `about: "the rich"`.
    const quoted = quotedAt(name !== undefined && line[start] === " " ? start + 1 : start);
    const space = line.indexOf(" ", start);
    const end = quoted?.end ?? (space < 0 ? line.length : space);
    const value = quoted?.value ?? line.slice(start, end);
    const raw = line.slice(at, end);
    found.push({ ...defined({ name: name?.toLowerCase() }), value, quoted: quoted !== undefined, raw });
    at = end;
  }
  return found;
}

/** Tells whether a value begins with an opening quotation mark, closed or not. */
export const opensQuoted = (value: string): boolean => CLOSING[value[0] ?? ""] !== undefined;

/** Tells whether a token is an option whose value opens a quotation that nothing closes. */
export const isUnclosed = ({ name, value, quoted }: LineToken): boolean =>
  name !== undefined && !quoted && opensQuoted(value) && !APOSTROPHES.includes(value.charAt(0));

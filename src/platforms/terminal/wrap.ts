/** Wraps text to a terminal's columns: at spaces, and inside a word only when it is wider than a line. */
import stringWidth from "string-width";
import { splitGraphemes } from "../../support/segments.ts";

/** Part of a word: characters of the same width, after any of which a line may break, or one grapheme. */
interface Run {
  readonly text: string;
  readonly width: number;
  /** Columns per UTF-16 unit; undefined when the run cannot be split. */
  readonly each?: 1 | 2;
}

/** Matches characters that modify the one before them: combining marks, joiners, skin tones. */
const CHANGES = "[\\p{Gr_Ext}\\p{M}\\p{EMod}\\u0e33\\u0eb3\\u200d]";

/** Matches colours and links as `createStyle` writes them; they take no columns. */
const DRESS = `\\u001b\\[(?<code>\\d+)m|\\u001b\\]8;;(?<url>[^\\u0007]*)\\u0007`;

/**
 * Matches escape sequences and runs of printable ASCII and Chinese, whose widths are known: nearly all text. The rest
 * is split into graphemes and measured one by one, which takes a hundred times as long.
 */
const PLAIN = new RegExp(
  `(?<dress>${DRESS})|(?<narrow>[ -~]+(?!${CHANGES}))|(?<wide>[\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u4dbf\\u4e00-\\u9fff\\uff01-\\uff60]+(?!${CHANGES}))`,
  "gu",
);
const DRESSED = new RegExp(DRESS, "gu");
const ASCII = /^[ -~]*$/;

const letters = (text: string): Run[] =>
  text === "" ? [] : splitGraphemes(text).map((letter) => ({ text: letter, width: stringWidth(letter) }));

function runsOf(word: string): readonly Run[] {
  if (ASCII.test(word)) return [{ text: word, width: word.length, each: 1 }];
  const runs: Run[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of word.matchAll(PLAIN)) {
    runs.push(...letters(word.slice(end, index)));
    end = index + text.length;
    if (groups?.dress !== undefined) runs.push({ text, width: 0 });
    else if (groups?.narrow !== undefined) runs.push({ text, width: text.length, each: 1 });
    else runs.push({ text, width: 2 * text.length, each: 2 });
  }
  return [...runs, ...letters(word.slice(end))];
}

/** Breaks one paragraph into lines, keeping the spaces at their ends. Wide words are broken unless `keepsWords`. */
function broken(text: string, columns: number, keepsWords: boolean): string[] {
  const lines = [""];
  let used = 0;
  const append = (part: string, width: number): void => {
    lines[lines.length - 1] += part;
    used += width;
  };
  const newLine = (): void => {
    lines.push("");
    used = 0;
  };
  /** Splits a word that is wider than a line, filling the current line first. */
  const part = (runs: readonly Run[], width: number): void => {
    const breaksFrom = (from: number) => Math.floor((from + width - 1) / columns);
    // Start the word on a new line unless that takes more lines.
    if (used > 0 && breaksFrom(0) < breaksFrom(used)) newLine();
    for (const { text, width, each } of runs) {
      if (each === undefined) {
        if (used > 0 && used + width > columns) newLine();
        append(text, width);
        continue;
      }
      for (let at = 0; at < text.length; ) {
        if (used > 0 && used + each > columns) newLine();
        const room = Math.max(1, Math.floor((columns - used) / each));
        const piece = text.slice(at, at + room);
        append(piece, piece.length * each);
        at += piece.length;
      }
    }
  };
  for (const word of text.split(" ")) {
    const runs = runsOf(word);
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    if (used > 0) append(" ", 1);
    if (width > columns && !keepsWords) part(runs, width);
    else {
      if (used + width > columns && width > 0) newLine();
      append(word, width);
    }
  }
  return lines;
}

/** Returns the SGR code that ends the style begun by `code`. */
const endOf = (code: number): number => (code < 30 ? 22 : 39);

/** Closes colours and links at the end of each line and reopens them on the next, so that indents stay unstyled. */
function dressed(lines: readonly string[]): string[] {
  let open: { readonly on: string; readonly off: string }[] = [];
  return lines.map((line) => {
    const before = open.map(({ on }) => on).join("");
    for (const { 0: on, groups } of line.matchAll(DRESSED)) {
      const code = groups?.code;
      const off = code === undefined ? "\u001b]8;;\u0007" : `\u001b[${endOf(Number(code))}m`;
      open = on === off ? open.filter((one) => one.off !== off) : [...open, { on, off }];
    }
    return (
      before +
      line +
      open
        .map(({ off }) => off)
        .reverse()
        .join("")
    );
  });
}

/**
 * Wraps printable text, styled or not, to lines of at most `columns` columns, unless a single grapheme is wider. Keeps
 * every character except white space at the ends of lines.
 * @param keepsWords whether a word that is wider than a line stays whole, so that it can be copied
 */
export function wrapColumns(text: string, columns: number, keepsWords = false): string[] {
  const lines = text.split("\n").flatMap((paragraph) => broken(paragraph, columns, keepsWords));
  const trimmed = lines.map((line) => line.trimEnd());
  return text.includes("\u001b") ? dressed(trimmed) : trimmed;
}

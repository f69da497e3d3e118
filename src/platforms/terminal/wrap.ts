/** Breaks a text into a terminal's lines: at spaces, by the columns that letters take, and inside a word only where it is wider than a line. */
import stringWidth from "string-width";
import { splitGraphemes } from "../../support/segments.ts";

/** Letters that follow one another and that a line may end after any of, or one that nothing may part. */
interface Run {
  readonly text: string;
  readonly width: number;
  /** The columns that each UTF-16 unit takes; nothing where the run cannot be parted. */
  readonly each?: 1 | 2;
}

/** What does not stand by itself, but changes the letter before it: a mark, a joiner, a tone of skin. */
const CHANGES = "[\\p{Gr_Ext}\\p{M}\\p{EMod}\\u0e33\\u0eb3\\u200d]";

/** Colours and links as `styleFor` writes them. They take no columns. */
const DRESS = `\\u001b\\[(?<code>\\d+)m|\\u001b\\]8;;(?<url>[^\\u0007]*)\\u0007`;

/**
 * Most of what is ever shown: printable ASCII and Chinese, whose widths need no looking up. What is between is rare,
 * and is parted and measured letter by letter, which takes a hundred times as long.
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

/** The lines of one paragraph, with the spaces at their ends. */
function broken(text: string, columns: number): string[] {
  const lines = [""];
  let taken = 0;
  const put = (part: string, width: number): void => {
    lines[lines.length - 1] += part;
    taken += width;
  };
  const turn = (): void => {
    lines.push("");
    taken = 0;
  };
  /** A word that no line holds: as much on this line as there is room for, and so on. */
  const part = (runs: readonly Run[], width: number): void => {
    const more = (from: number) => Math.floor((from + width - 1) / columns);
    // Where that makes no line more, the word begins on a line of its own.
    if (taken > 0 && more(0) < more(taken)) turn();
    for (const { text, width, each } of runs) {
      if (each === undefined) {
        if (taken > 0 && taken + width > columns) turn();
        put(text, width);
        continue;
      }
      for (let at = 0; at < text.length; ) {
        if (taken > 0 && taken + each > columns) turn();
        const room = Math.max(1, Math.floor((columns - taken) / each));
        const piece = text.slice(at, at + room);
        put(piece, piece.length * each);
        at += piece.length;
      }
    }
  };
  for (const word of text.split(" ")) {
    const runs = runsOf(word);
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    if (taken > 0) put(" ", 1);
    if (width > columns) part(runs, width);
    else {
      if (taken + width > columns && width > 0) turn();
      put(word, width);
    }
  }
  return lines;
}

/** What ends a colour, by the number that begins it. */
const endOf = (code: number): number => (code < 30 ? 22 : 39);

/** The same lines, each with its own colours and link begun and ended on it, so that an indent has none of them. */
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
 * The lines of a printable text, dressed or not, none wider than `columns` where no letter is wider. Every character
 * is kept, but for the white space at the lines' ends.
 */
export function wrapColumns(text: string, columns: number): string[] {
  const lines = text.split("\n").flatMap((paragraph) => broken(paragraph, columns));
  const trimmed = lines.map((line) => line.trimEnd());
  return text.includes("\u001b") ? dressed(trimmed) : trimmed;
}

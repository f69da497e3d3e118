/** Wraps text to lines, in any unit of width. */
import { OMISSION_MARK } from "../desk/truncate.ts";
import { splitGraphemes } from "../support/segments.ts";

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** Characters that may not begin a line. */
const CLOSES = /^[\p{Pe}\p{Pf}、。，．：；！？,.:;!?%％…—々ー]/u;
/** Characters that may not end a line. */
const OPENS = /[\p{Ps}\p{Pi}]$/u;

/** An unbreakable piece of text, and whether a space precedes it. */
interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

/** Returns whether a line may end between two characters; never before a citation number, even without a space. */
const mayPart = (before: string, after: string): boolean =>
  (WIDE.test(before) || WIDE.test(after)) && !CLOSES.test(after) && !OPENS.test(before) && after !== "[";

/** Splits text into words, and CJK text into characters. A citation number stays with the word before it. */
function piecesOf(text: string): readonly Piece[] {
  return text.split(/ +(?!\[\d+\])/).flatMap((word, place) => {
    if (!WIDE.test(word)) return [{ text: word, spaced: place > 0 }];
    const parts: string[] = [];
    let before = "";
    for (const letter of splitGraphemes(word)) {
      if (before === "" || mayPart(before, letter)) parts.push(letter);
      else parts[parts.length - 1] += letter;
      before = letter;
    }
    return parts.map((part, index) => ({ text: part, spaced: place > 0 && index === 0 }));
  });
}

/** Shortens a line to `room` with the mark at its end; cuts after a whole word if more than one fits. */
function shortened(line: string, room: number, widthOf: (text: string) => number): string {
  const kept = splitGraphemes(line);
  const ended = (): string => `${kept.join("").trimEnd()} ${OMISSION_MARK}`.trim();
  if (widthOf(ended()) <= room) return ended();
  while (kept.length > 0 && widthOf(ended()) > room) kept.pop();
  const word = kept.lastIndexOf(" ");
  if (word > 0) kept.length = word;
  return ended();
}

/**
 * Wraps a text to lines of at most `room`, which only a single wider character can exceed. If there would be more than
 * `most` lines, the last one ends with a visible mark.
 */
export function wrapMeasured(
  text: string,
  room: number,
  widthOf: (text: string) => number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let current = "";
  const breakLine = (): void => {
    lines.push(current);
    current = "";
  };
  const append = ({ text, spaced }: Piece): void => {
    const longer = current + (spaced && current !== "" ? " " : "") + text;
    if (widthOf(longer) <= room) {
      current = longer;
      return;
    }
    if (current !== "") breakLine();
    if (widthOf(text) <= room) current = text;
    else if (text.includes(" ")) for (const word of text.split(" ")) append({ text: word, spaced: true });
    else
      for (const letter of splitGraphemes(text)) {
        if (current !== "" && widthOf(current + letter) > room) breakLine();
        current += letter;
      }
  };
  for (const piece of piecesOf(text)) if (lines.length <= most) append(piece);
  breakLine();
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? "", room, widthOf)];
}

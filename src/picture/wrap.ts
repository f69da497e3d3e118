/** Breaks a text into lines of a width, in whatever it is that width is measured. */
import { splitGraphemes } from "../support/segments.ts";

/** Where a text is shortened: in brackets, so that it cannot be taken for an ellipsis of the source. */
export const GAP = "[…]";

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** What a line may not begin with, and what it may not end with. */
const CLOSES = /^[\p{Pe}\p{Pf}、。，．：；！？,.:;!?%％…—々ー]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

/** A piece that no line break parts, and whether a space comes before it. */
interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

/** Whether a line may end between two letters. Not before a citation's number, even where no space parts it. */
const mayPart = (before: string, after: string): boolean =>
  (WIDE.test(before) || WIDE.test(after)) && !CLOSES.test(after) && !OPENS.test(before) && after !== "[";

/** Words, and Chinese letter by letter. A citation's number stays with the word before it. */
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

/** A line that ends with a visible gap: after a whole word, where it has more than one. */
function shortened(line: string, room: number, widthOf: (text: string) => number): string {
  const kept = splitGraphemes(line);
  const ended = (): string => `${kept.join("").trimEnd()} ${GAP}`.trim();
  if (widthOf(ended()) <= room) return ended();
  while (kept.length > 0 && widthOf(ended()) > room) kept.pop();
  const word = kept.lastIndexOf(" ");
  if (word > 0) kept.length = word;
  return ended();
}

/**
 * The lines of a text, none wider than `room` as long as no letter is. Nothing is left out, but where there are more
 * than `most` lines: then the last one ends with a visible gap.
 */
export function wrapMeasured(
  text: string,
  room: number,
  widthOf: (text: string) => number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let current = "";
  const turn = (): void => {
    lines.push(current);
    current = "";
  };
  const put = ({ text, spaced }: Piece): void => {
    const longer = current + (spaced && current !== "" ? " " : "") + text;
    if (widthOf(longer) <= room) {
      current = longer;
      return;
    }
    if (current !== "") turn();
    if (widthOf(text) <= room) current = text;
    else if (text.includes(" ")) for (const word of text.split(" ")) put({ text: word, spaced: true });
    else
      for (const letter of splitGraphemes(text)) {
        if (current !== "" && widthOf(current + letter) > room) turn();
        current += letter;
      }
  };
  for (const piece of piecesOf(text)) if (lines.length <= most) put(piece);
  turn();
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? "", room, widthOf)];
}

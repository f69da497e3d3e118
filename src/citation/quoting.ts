/** Nests quotation marks, and places full stops and commas beside them. */

/** A quotation mark that is one of a pair, and the number of pairs around it. */
interface Mark {
  readonly at: number;
  readonly opens: boolean;
  readonly depth: number;
}

const CLOSER: Readonly<Record<string, string>> = { "“": "”", "‘": "’", '"': '"', "'": "'" };
const LETTER = /[\p{L}\p{N}]/u;

/** Tells whether a straight mark, which looks the same at both ends, may open a quotation here. */
const mayOpen = (text: string, at: number): boolean => at === 0 || /[\s([{“‘—–-]/u.test(text[at - 1]!);

/** Finds the quotation marks that form pairs; apostrophes are not among them. */
function marksIn(text: string): Mark[] {
  const found: Mark[] = [];
  const open: { at: number; closer: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    const isApostrophe =
      /['’]/.test(mark) && LETTER.test(text[at + 1] ?? "") && LETTER.test(text[at - 1] ?? "");
    const opener = isApostrophe ? -1 : open.findLastIndex(({ closer }) => closer === mark);
    if (opener >= 0) {
      // Marks opened inside the pair and never closed are dropped.
      found.push({ at: open[opener]!.at, opens: true, depth: opener }, { at, opens: false, depth: opener });
      open.length = opener;
    } else if (CLOSER[mark] !== undefined && !isApostrophe && (/[“‘]/.test(mark) || mayOpen(text, at)))
      open.push({ at, closer: CLOSER[mark] });
  }
  return found.sort((a, b) => a.at - b.at);
}

const STOPS = /[.!?…。！？]$/u;

/** Splits off the closing quotation marks at the end. */
function parted(text: string): [text: string, closing: string] {
  const marks = marksIn(text);
  let end = text.length;
  while (marks.some(({ at, opens }) => !opens && at === end - 1)) end--;
  return [text.slice(0, end), text.slice(end)];
}

/** Adds a full stop, unless the text ends with a stop. It goes inside closing quotation marks, as is American usage. */
export function withFullStop(text: string): string {
  const [before, closing] = parted(text);
  return STOPS.test(before) || STOPS.test(text) ? text : `${before}.${closing}`;
}

/** Rewrites the quotation marks in a text that is itself quoted in `outer`, alternating double and single. */
function nested(text: string, outer: "“" | "‘"): string {
  const levels = outer === "“" ? ["‘’", "“”"] : ["“”", "‘’"];
  const letters = text.split("");
  for (const { at, opens, depth } of marksIn(text)) letters[at] = levels[depth % 2]![opens ? 0 : 1]!;
  return letters.join("");
}

/** Writes the quotations in a title that is not itself quoted with double marks, as is American usage. */
export const doubleQuotes = (title: string): string => nested(title, "‘");

/**
 * Quotes a title in “ ” with the mark inside, as is American usage. A full stop is left out after a stop of the
 * title's own.
 */
export function americanQuotes(title: string, mark: "." | "," | ""): string {
  const [before, closing] = parted(nested(title, "“"));
  return `“${before}${mark === "." && STOPS.test(before) ? "" : mark}${closing}”`;
}

/** Quotes a title in ‘ ’, adding no stop inside, as is British usage. */
export const britishQuotes = (title: string): string => `‘${nested(title, "‘")}’`;

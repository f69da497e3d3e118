/** Quotation marks inside quotation marks, and the stops beside them. */

/** A mark that is one of a pair, and how many pairs are around it. */
interface Mark {
  readonly at: number;
  readonly opens: boolean;
  readonly depth: number;
}

const CLOSER: Readonly<Record<string, string>> = { "“": "”", "‘": "’", '"': '"', "'": "'" };
const LETTER = /[\p{L}\p{N}]/u;

/** Whether a mark that is the same at both ends could begin something here. */
const mayOpen = (text: string, at: number): boolean => at === 0 || /[\s([{“‘—–-]/u.test(text[at - 1]!);

/** The marks that come in pairs; an apostrophe does not. */
function marksIn(text: string): Mark[] {
  const found: Mark[] = [];
  const open: { at: number; closer: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    const isApostrophe =
      /['’]/.test(mark) && LETTER.test(text[at + 1] ?? "") && LETTER.test(text[at - 1] ?? "");
    const opener = isApostrophe ? -1 : open.findLastIndex(({ closer }) => closer === mark);
    if (opener >= 0) {
      // What was opened inside and never closed is no pair.
      found.push({ at: open[opener]!.at, opens: true, depth: opener }, { at, opens: false, depth: opener });
      open.length = opener;
    } else if (CLOSER[mark] !== undefined && !isApostrophe && (/[“‘]/.test(mark) || mayOpen(text, at)))
      open.push({ at, closer: CLOSER[mark] });
  }
  return found.sort((a, b) => a.at - b.at);
}

const STOPS = /[.!?…。！？]$/u;

/** The text, and the closing marks of quotations that end it. */
function parted(text: string): [text: string, closing: string] {
  const marks = marksIn(text);
  let end = text.length;
  while (marks.some(({ at, opens }) => !opens && at === end - 1)) end--;
  return [text.slice(0, end), text.slice(end)];
}

/** With a full stop at its end, inside the quotation marks that end it, as is American use; none where a stop is there. */
export function withFullStop(text: string): string {
  const [before, closing] = parted(text);
  return STOPS.test(before) || STOPS.test(text) ? text : `${before}.${closing}`;
}

/** With marks of pairs one level down: what stands in “ ” has ‘ ’ inside it, and so on in turn. */
function nested(text: string, outer: "“" | "‘"): string {
  const levels = outer === "“" ? ["‘’", "“”"] : ["“”", "‘’"];
  const letters = text.split("");
  for (const { at, opens, depth } of marksIn(text)) letters[at] = levels[depth % 2]![opens ? 0 : 1]!;
  return letters.join("");
}

/** In “ ”, with a stop or a comma inside them, as is American use. A title's own question mark takes the stop's place. */
export function americanQuotes(title: string, mark: "." | ","): string {
  const [before, closing] = parted(nested(title, "“"));
  return `“${before}${mark === "." && STOPS.test(before) ? "" : mark}${closing}”`;
}

/** In ‘ ’, with no stop in them that the title does not have, as is British use. */
export const britishQuotes = (title: string): string => `‘${nested(title, "‘")}’`;

/** Looks up texts that are written almost like another: those that share its beginning or its end. */

/** The most bytes that the database compares. */
const MOST_BYTES = 255;

/** As many texts are looked up at most. */
export const MOST_NEAR = 5_000;

/** The end of a range of texts that begin so: in the order of code points nothing comes after it. */
export const LAST_CHARACTER = "\u{10ffff}";

const reversed = (text: string): string => [...text].reverse().join("");

/**
 * Returns the condition for texts that may be within some edits of another, and its values. One edit, also a swap of
 * neighbours, leaves the first or the last half whole; of two, most leave the first or the last third.
 * @param first the number of the first value in the query
 */
export function nearCondition(
  {
    column,
    text,
    edits,
    hasLevenshtein,
  }: {
    readonly column: string;
    readonly text: string;
    readonly edits: number;
    readonly hasLevenshtein: boolean;
  },
  first: number,
): { readonly condition: string; readonly values: readonly unknown[] } {
  const characters = [...text];
  const piece = Math.max(1, Math.floor((characters.length - 1) / (edits + 1)));
  const start = characters.slice(0, piece).join("");
  const end = reversed(characters.slice(-piece).join(""));
  const [a, b, c, d, least, most, whole, far] = Array.from({ length: 8 }, (_, index) => `$${first + index}`);
  const isCompared = hasLevenshtein && Buffer.byteLength(text) <= MOST_BYTES;
  // A swap of neighbours is two edits there.
  const compared = isCompared
    ? ` and octet_length(${column}) <= ${MOST_BYTES} and levenshtein_less_equal(${column}, ${whole}, ${far}) <= ${far}`
    : "";
  return {
    condition: `(${column} >= ${a} and ${column} < ${b} or reverse(${column}) collate "C" >= ${c} and reverse(${column}) collate "C" < ${d})
      and char_length(${column}) between ${least} and ${most}${compared}`,
    values: [
      ...[start, start + LAST_CHARACTER, end, end + LAST_CHARACTER],
      ...[characters.length - edits, characters.length + edits],
      ...(isCompared ? [text, 2 * edits] : []),
    ],
  };
}

/** Tells words that have capitals from their heading from names. */

/** Tells whether a word has its capitals from its line: a heading without small letters, “EXPLAINER | Why …”. */
export function isShouted(
  name: string,
  start: number,
  line: { readonly text: string; readonly start: number },
): boolean {
  if (/\p{Ll}/u.test(name)) return false;
  if (line.start === start && KICKER_END.test(line.text.slice(name.length))) return true;
  return !/\p{Ll}/u.test(line.text) && line.text.trim().includes(" ");
}

/** Returns what finds the line of an offset, of which only the beginning is told. Offsets are asked for in their order. */
export function lineFinder(
  text: string,
): (offset: number) => { readonly text: string; readonly start: number } {
  let [start, end] = [0, -1];
  return (offset) => {
    while (end < offset && end < text.length) {
      start = end + 1;
      const next = text.indexOf("\n", start);
      end = next < 0 ? text.length : next;
    }
    return { text: text.slice(start, Math.min(end, start + LONGEST_HEADING)), start };
  };
}

const LONGEST_HEADING = 200;
const KICKER_END = /^ [|·]/u;

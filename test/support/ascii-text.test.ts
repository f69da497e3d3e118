/** Tests the text that terminals get whose encoding is not UTF-8. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { asciiText } from "../../src/support/ascii-text.ts";

it.each([
  [
    "plain text stays, with its escape sequences",
    "\u001b[1mA\u001b[22m\tB\n",
    "\u001b[1mA\u001b[22m\tB\n",
    0,
  ],
  ["quotation marks and dashes", "“a” ‘b’ «c» d–e — f…", '"a" \'b\' "c" d-e - f...', 0],
  ["marks of lists, quotations and drawings", "• a · b │ ██▍ ● ○ → ≥", "* a - b | ### * o -> >=", 0],
  ["letters without accents", "Škoda, Zürich, Łódź, ﬁn, ½, ８", "Skoda, Zurich, Lodz, fin, 1/2, 8", 0],
  ["spaces of every kind, and what is not seen", "a\u00a0b\u3000c\u200b\u2068d\u2069", "a b cd", 0],
  ["sums", "€5 and £6", "EUR5 and GBP6", 0],
  ["a full-width question mark is no loss", "谁？".slice(1), "?", 0],
  ["what has no form in ASCII", "共同 x 😀", "?? x ?", 3],
] as const)("%s", (_, text, ascii, lost) => {
  let count = 0;
  expect(
    asciiText(text, () => {
      count++;
    }),
  ).toBe(ascii);
  expect(count).toBe(lost);
});

it("gives ASCII for any text whatever", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(asciiText(text)).toMatch(/^[\0-\u007f]*$/);
    }),
  );
});

/** Tests that CSV is read back by any reader, and that spreadsheets run no cell as a formula. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CsvRow,
  csvLines,
  guardFormula,
  joinCell,
  splitCell,
  unguardFormula,
} from "../../src/export/csv.ts";

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

/** Texts with the characters that have a meaning in CSV and spreadsheets. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."=+-@'\"\t\r\n,;| ＝＋a1“é".split(""), "\u{1f4da}", "\r\n") }),
  fc.string({ unit: "binary" }),
);

/** Writes a table whole, of these columns or of those of its rows. */
const formatCsv = (rows: readonly CsvRow[], columns = Object.keys(Object.assign({}, ...rows))): string =>
  [...csvLines(rows, columns)].join("");

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\nx", "'\nx"],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ["'so", "''so"],
    ['=HYPERLINK("https://x")', '\'=HYPERLINK("https://x")'],
    ["a=1", "a=1"],
    ["“so-called”", "“so-called”"],
    ["$15.5 billion", "$15.5 billion"],
    ["", ""],
  ])("%j is written as %j", (given, written) => {
    expect(guardFormula(given)).toBe(written);
    expect(unguardFormula(written)).toBe(given);
  });

  it("never begins as a formula does, and is what it was when it is read", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(guardFormula(given)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        expect(unguardFormula(guardFormula(given))).toBe(given);
      }),
    );
  });
});

it("holds several values, whatever is in them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("\\", "n", "\n", "a", "\r") }).filter((one) => one !== "")),
      (values) => {
        expect(splitCell(joinCell(values))).toEqual(values);
      },
    ),
  );
});

describe("a table", () => {
  it("has a line for its columns and each row, ended as RFC 4180 says, with a byte order mark before", () => {
    expect(formatCsv([{ a: 'say "so"', b: "x,y" }, { b: "two\nlines" }])).toBe(
      '\ufeff"a","b"\r\n"say ""so""","x,y"\r\n"","two\nlines"\r\n',
    );
  });

  it("is read back to the same by a library that is not ours", () => {
    const rows = fc.array(fc.record({ a: text, "b,c": text, 'd"e': text }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const [columns = [], ...lines] = read(formatCsv(given, ["a", "b,c", 'd"e']));
        expect(columns).toEqual(["a", "b,c", 'd"e']);
        const back = lines.map((line) =>
          Object.fromEntries(line.map((cell, at) => [columns[at], unguardFormula(cell)])),
        );
        expect(back).toEqual(given.map((row) => ({ ...row })));
      }),
    );
  });
});

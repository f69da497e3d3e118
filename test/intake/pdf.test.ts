/** The lines of a PDF become paragraphs, without what stands around them and without a word joined by a guess. */
import { describe, expect, it } from "vitest";
import { decideHyphen, joinLines, wordsIn } from "../../src/intake/pdf/join-lines.ts";
import { replaceRadicals } from "../../src/intake/pdf/radicals.ts";
import { readDocument } from "../../src/intake/read-document.ts";
import { Refusal } from "../../src/intake/refusal.ts";
import { ENGLISH, TITLE } from "./pages.ts";
import { pdf, placeParagraphs } from "./pdf-files.ts";

const read = (bytes: Uint8Array) => readDocument({ bytes, name: "a.pdf" });

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    return (await read(bytes)).kind;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

const heading = { text: TITLE, x: 60, y: 780, size: 16 };
const head = (page: number) => ({
  text: `The Estuary Post, 8 March 2022, p. ${page}`,
  x: 60,
  y: 825,
  size: 8,
});
const foot = (page: number) => ({ text: `- ${page} -`, x: 290, y: 20, size: 8 });

describe("a PDF", () => {
  it("of one column gives its paragraphs", async () => {
    const { text, facts } = await read(
      pdf([[heading, ...placeParagraphs(ENGLISH, { x: 60, y: 740, characters: 80 })]]),
    );
    expect(text.split("\n\n")).toEqual([TITLE, ...ENGLISH]);
    expect(facts.title).toEqual({ value: TITLE, at: "the largest line of its first page", isGuess: true });
  });

  it("of two columns gives them one after the other, under a heading that runs over both", async () => {
    const left = placeParagraphs(ENGLISH.slice(0, 4), { x: 60, y: 740, characters: 40 });
    const right = placeParagraphs(ENGLISH.slice(4), { x: 330, y: 740, characters: 40 });
    const { text } = await read(pdf([[heading, ...left, ...right]]));
    expect(text.split("\n\n")).toEqual([TITLE, ...ENGLISH]);
  });

  it("of two columns keeps a byline that runs over both apart from the text below it", async () => {
    const left = placeParagraphs(ENGLISH.slice(0, 4), { x: 60, y: 727, characters: 40 });
    const right = placeParagraphs(ENGLISH.slice(4), { x: 330, y: 727, characters: 40 });
    const byline = { text: "Ingrid Moen for the Harbour Fund, 3 March 2024", x: 200, y: 740, size: 10 };
    const { text } = await read(
      pdf([[heading, byline, ...left.map((line) => ({ ...line, x: 60 })), ...right]]),
    );
    expect(text.split("\n\n").slice(0, 2)).toEqual([TITLE, byline.text]);
  });

  it("of several pages has no running heads and page numbers, and goes on over the page", async () => {
    const lines = placeParagraphs(ENGLISH, { x: 60, y: 740, characters: 60 });
    const cut = lines.findIndex(({ text }) => text.startsWith("fund says")) + 1 || 9;
    const pages = [lines.slice(0, cut), lines.slice(cut, cut + 6), lines.slice(cut + 6)].map((own, index) => [
      head(index + 1),
      ...own.map((line, at) => ({ ...line, y: 740 - 13 * at })),
      foot(index + 1),
    ]);
    const { text, leftOut } = await read(pdf(pages));
    expect(text.split("\n\n")).toEqual(ENGLISH);
    expect(leftOut).toContain("- 2 -");
    expect(leftOut).toContain("The Estuary Post, 8 March 2022, p. 3");
  });

  it("has a table's rows together, however wide their gaps are", async () => {
    const rows = ["Port Ellery", "Saint Orme", "Lower Marsh", "Dock End", "Harrow Bay", "Quay Head"].flatMap(
      (town, index) => [
        { text: town, x: 60, y: 500 - 14 * index },
        { text: `${index + 3}00 m`, x: 160, y: 500 - 14 * index },
      ],
    );
    const { text } = await read(pdf([rows]));
    expect(text).toContain("Port Ellery 300 m");
    expect(text).toContain("Quay Head 800 m");
  });

  it("keeps a hyphen of which it cannot be told whose it is, and asks", async () => {
    const paragraph = [
      "Acme has bought an Acme-",
      "related firm. The govern-",
      "ment says the firm is not re-",
      "lated to a related one.",
    ];
    const { text, notes } = await read(
      pdf([[...paragraph.map((line, index) => ({ text: line, x: 60, y: 700 - 13 * index }))]]),
    );
    expect(text.replaceAll("\n\n", " ")).toBe(
      "Acme has bought an Acme-related firm. The government says the firm is not related to a related one.",
    );
    expect(notes).toEqual([
      "Broken at a line’s end, and perhaps one word: Acme-related. The hyphen was kept.",
    ]);
  });

  /** The password is none that anybody knows: its check has no answer. */
  const lock = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >>`;

  it.each([
    [
      "a locked file",
      pdf([[heading]], "", 0, lock),
      "it is locked with a password. Open it, save a copy without the password, and add that",
    ],
    [
      "a scan",
      pdf([[], [], []]),
      "it is a scan: 3 pages without text. Have its letters recognized first (OCR), and add the outcome",
    ],
    [
      "a damaged file",
      Buffer.from("%PDF-1.7\nnothing of the kind"),
      "it is damaged: it cannot be opened as PDF",
    ],
    ["half a file", pdf([[heading]]).subarray(0, 200), /^it is (?:damaged|a scan)/],
  ])("that is %s is refused, saying so", async (_, bytes, why) => {
    expect(await refusal(bytes)).toMatch(why);
  });
});

describe("lines are joined", () => {
  it.each([
    [["a", "b"], "a b"],
    [["去年十月，河水", "漫过码头。"], "去年十月，河水漫过码头。"],
    [["合计需要", "4260万英镑"], "合计需要4260万英镑"],
    [["共有11", "个镇"], "共有11个镇"],
    [["他说：", "“不够”"], "他说：“不够”"],
    [["“不够。”", "他说"], "“不够。”他说"],
    [["한국어", "문장"], "한국어 문장"],
    [["and/", "or"], "and/or"],
    [["1990–", "95"], "1990–95"],
    [["a –", "b"], "a – b"],
    [["wa\u00ad", "ter"], "water"],
  ])("%j", (lines, text) => {
    expect(joinLines(lines, new Set())).toBe(text);
  });

  it.each([
    ["govern", "ment", "the government", { keepsHyphen: false, isOpen: false }],
    ["long", "term", "a long-term plan", { keepsHyphen: true, isOpen: false }],
    ["Sino", "American", "", { keepsHyphen: true, isOpen: false }],
    ["xylo", "phone", "nothing", { keepsHyphen: false, isOpen: false }],
    ["Acme", "related", "Acme has said", { keepsHyphen: true, isOpen: true }],
    ["under", "standing", "standing under it", { keepsHyphen: true, isOpen: true }],
  ])("%s-%s where the text has “%s”", (first, second, text, decision) => {
    expect(decideHyphen(first, second, wordsIn(text))).toEqual(decision);
  });
});

describe("radicals", () => {
  it("become the ordinary characters, and are counted", () => {
    expect(replaceRadicals("\u2f65\u2f08\u2f64\u2ed3\u2ea0 é\u2160")).toEqual({
      text: "田人用长民 é\u2160",
      count: 5,
    });
  });

  it("are the only characters that change, and each has one that is no radical", () => {
    let count = 0;
    for (let code = 0x20; code < 0x3100; code++) {
      const character = String.fromCodePoint(code);
      const { text } = replaceRadicals(character);
      if (code < 0x2e80 || code > 0x2fdf) expect(text).toBe(character);
      else if (text !== character) {
        expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
        count += 1;
      }
    }
    expect(count).toBe(328);
  });
});

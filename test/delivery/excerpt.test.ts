/** Tests that an excerpt of a passage keeps its sense, and every word of it its place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptPassage } from "../../src/delivery/excerpt.ts";
import type { Passage } from "../../src/desk/answer.ts";
import { markStated } from "../../src/desk/citations.ts";
import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import { library } from "../desks.ts";

const passageOf = (text: string, ...stated: readonly string[]): Passage =>
  markStated([{ source: 1, text, start: 100, end: 100 + text.length }], stated)[0]!;

/** Returns an excerpt as it is read, with what is marked between asterisks. */
const read = (passages: readonly Passage[]): string =>
  [
    ...(passages[0]?.omitted?.before ? ["[…]"] : []),
    passages
      .map(({ text, marked = [] }) =>
        marked.reduceRight(
          (all, { start, end }) => `${all.slice(0, start)}*${all.slice(start, end)}*${all.slice(end)}`,
          text,
        ),
      )
      .join(" […] "),
    ...(passages.at(-1)?.omitted?.after ? ["[…]"] : []),
  ].join(" ");

const LIST =
  "including clean water, rural schools, village clinics, better roads, and a library in the county";
const APPOSITION = "a maker of very small and rather expensive electric kettles in the south of the province";

describe("an excerpt of a passage with stated values", () => {
  it.each([
    ["short: whole", "Acme gave ten coins, she said.", ["ten coins"], "Acme gave *ten coins*, she said."],
    [
      "leaves out when and why at its beginning, and a list at its end",
      `In light of these announcements, Acme gave ten coins over the next years toward initiatives, ${LIST}.`,
      ["ten coins", "over the next years"],
      "[…] Acme gave *ten coins over the next years* toward initiatives […]",
    ],
    [
      "keeps the subject that stands behind a time",
      `In July, Acme, ${APPOSITION}, opened its books to everybody in town, giving ten coins to the hospital.`,
      ["ten coins"],
      "[…] Acme, […] giving *ten coins* to the hospital.",
    ],
    [
      "keeps who speaks, before",
      `Ann Lee, ${APPOSITION}, told reporters in the capital that, ${LIST}, the company gave ten coins.`,
      ["ten coins"],
      "Ann Lee, […] told reporters in the capital that, […] the company gave *ten coins*.",
    ],
    [
      "keeps who speaks, after",
      `Acme gave ten coins to the hospital, ${LIST}, the company announced on a rainy Friday afternoon.`,
      ["ten coins"],
      "Acme gave *ten coins* to the hospital, […] the company announced on a rainy Friday afternoon.",
    ],
    [
      "keeps who speaks, by any verb of saying",
      `Acme gave ten coins to the hospital, ${LIST}, its founder stressed on a rainy Friday afternoon.`,
      ["ten coins"],
      "Acme gave *ten coins* to the hospital, […] its founder stressed on a rainy Friday afternoon.",
    ],
    [
      "keeps a number whole",
      `Acme gave ten coins to the hospital, ${LIST}, its founder stressed before 1,500 people in the hall.`,
      ["ten coins"],
      "Acme gave *ten coins* to the hospital, […] its founder stressed before 1,500 people in the hall.",
    ],
    [
      "keeps a denial",
      `Acme gave ten coins, ${LIST}, a sum that its own treasurer has never confirmed, ${APPOSITION}.`,
      ["ten coins"],
      "Acme gave *ten coins*, […] a sum that its own treasurer has never confirmed […]",
    ],
    [
      "keeps a condition",
      `Acme will give ten coins, ${LIST}, if the harvest is good and the bridge is built, ${APPOSITION}.`,
      ["ten coins"],
      "Acme will give *ten coins*, […] if the harvest is good and the bridge is built […]",
    ],
    [
      "leaves out other sentences",
      `The town has a river and an old bridge that everybody likes. Acme gave ten coins. ${"It rained. ".repeat(9)}`,
      ["ten coins"],
      "[…] Acme gave *ten coins*. […]",
    ],
    [
      "cuts at no comma inside a number or a quotation",
      `Acme gave 10,000,000 coins to it, and “to rain, to wind, and to everybody else, ${"again, ".repeat(14)}” too.`,
      ["10,000,000 coins"],
      `Acme gave *10,000,000 coins* to it […]`,
    ],
    [
      "in Chinese",
      `此外，在一个寒冷的冬天的早晨，在很多人的面前，本地的一家公司，${"一个很小的公司，".repeat(16)}捐了一百万元，李先生说。`,
      ["一百万元"],
      "[…] 本地的一家公司， […] 捐了*一百万元*，李先生说。",
    ],
  ] as const)("%s", (_, text, stated, expected) => {
    expect(read(excerptPassage(passageOf(text, ...stated)))).toBe(expected);
  });
});

describe("an excerpt of a passage without stated values", () => {
  const sentence = (words: string) =>
    `${words} ${"and so it went on and on ".repeat(5)}until the evening came.`;

  it.each([
    ["up to 300 characters: whole", sentence("It rained"), sentence("It rained")],
    [
      "its first whole sentences",
      `${sentence("It rained")} ${sentence("It snowed")} ${sentence("It hailed")}`,
      `${sentence("It rained")} […]`,
    ],
    [
      "more where the next sentence turns it",
      `${sentence("It rained")} But ${sentence("it snowed")} ${sentence("It hailed")}`,
      `${sentence("It rained")} But ${sentence("it snowed")} […]`,
    ],
    ["whole where it is one sentence", sentence("It rained ".repeat(40)), sentence("It rained ".repeat(40))],
  ])("%s", (_, text, expected) => {
    expect(read(excerptPassage(passageOf(text)))).toBe(expected);
  });
});

/** Checks what holds of every excerpt: its words are the passage's, in place, and every gap is shown. */
function expectInPlace(passage: Passage): readonly Passage[] {
  const excerpts = excerptPassage(passage);
  const { text, start } = passage;
  expect(excerpts.length).toBeGreaterThan(0);
  let last = start;
  for (const [index, excerpt] of excerpts.entries()) {
    expect(excerpt.text).toBe(text.slice(excerpt.start - start, excerpt.end - start));
    expect(excerpt.text.trim()).toBe(excerpt.text);
    expect(excerpt.text).not.toBe("");
    // Two excerpts have words of the passage between them, for which […] stands.
    const between = text.slice(last - start, excerpt.start - start);
    if (index > 0) expect(between).toMatch(/[\p{L}\p{N}]/u);
    else expect(excerpt.omitted?.before === true).toBe(between.trim() !== "");
    last = excerpt.end;
  }
  const after = text.slice(last - start);
  expect(excerpts.at(-1)?.omitted?.after === true).toBe(after.trim() !== "");
  return excerpts;
}

/** Checks that what is stated stands in the excerpt, marked. */
function expectMarked(passage: Passage, excerpts: readonly Passage[]): void {
  const marked = excerpts.flatMap(({ start, marked: own = [] }) =>
    own.map((it) => ({ start: start + it.start, end: start + it.end })),
  );
  for (const { start, end } of passage.stated ?? [])
    expect(
      marked.some((it) => it.start <= passage.start + start && it.end >= passage.start + end),
      `${passage.text.slice(start, end)} in ${read(excerpts)}`,
    ).toBe(true);
}

const recorded = (await library.find({})).hits.flatMap((record) =>
  evidenceWithPointers(record).map(({ evidence }) => evidence.exact),
);

/** The sentence of a text in which a stretch stands. */
function sentenceAt(text: string, at: number): string {
  const ends = [...text.matchAll(/[.!?]["”’]?\s+(?=[\p{Lu}“])/gu)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
  const start = ends.findLast((end) => end <= at) ?? 0;
  return text.slice(start, ends.find((end) => end > at) ?? text.length);
}

const MARKING = /\b(?:said|told|according to|not|never|no|would|could|should|must|if|unless|but|only)\b/i;

describe("every passage on the shelf", () => {
  it.each([...new Set(recorded)])("%s", (text) => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }), (from, length) => {
        const words = /\S+(?:\s\S+)*/.exec(text.slice(from, from + length))?.[0];
        if (words === undefined) return;
        const start = text.indexOf(words, from);
        const passage: Passage = {
          ...{ source: 1, text, start: 7, end: 7 + text.length },
          stated: [{ start, end: start + words.length }],
        };
        const excerpts = expectInPlace(passage);
        expectMarked(passage, excerpts);
        const shown = excerpts.map((excerpt) => excerpt.text).join(" ");
        for (const clause of sentenceAt(text, start).split(/[,;:]\s|\s[–—]\s/))
          if (MARKING.test(clause) && !/[“”]/.test(clause))
            expect(shown).toContain(clause.trim().replace(/[.]$/, ""));
      }),
      { numRuns: 40 },
    );
    expectInPlace({ source: 1, text, start: 0, end: text.length });
  });
});

/** Clauses that must stay beside what is stated, and such as may be left out. */
const KEPT = [
  "the mayor said on Monday",
  "according to two people who were there",
  "which the company denied a week later",
  "if the council agrees to it before the winter",
  "unless the bridge is never built",
  "although nobody has seen the money so far",
  "as much as might be expected of it",
  "a plan that it later withdrew",
  "perhaps more than it could afford",
  "allegedly from its own pocket",
];
const FREE = [
  "a maker of small kettles in the south",
  "the largest of its kind in the province",
  "home of a famous cheese and a choir",
  "including schools and clinics",
  "a town with a river and old walls",
];
const SUBJECTS = ["Acme", "The villagers of Lanshan", "Its founder Mei Lin", "“Acme,” as it calls itself"];
const OTHERS = ["The town has a river.", "“We sing, we dance,” it goes.", "Prices rose by 1,200 coins."];

describe("a made-up passage", () => {
  const clauses = fc.array(fc.constantFrom(...KEPT, ...FREE), { maxLength: 7 });
  const others = fc.array(fc.constantFrom(...OTHERS), { maxLength: 3 });

  it("keeps who speaks, what denies, hedges or sets a condition beside what is stated", () => {
    fc.assert(
      fc.property(
        ...[fc.constantFrom(...SUBJECTS), clauses, clauses, others, others],
        fc.constantFrom("ten coins", "1,500,000 coins", "“a lot, and more”"),
        (subject, before, after, first, last, sum) => {
          const sentence = `${[subject, ...before, `gave ${sum} to the hospital`, ...after].join(", ")}.`;
          const passage = passageOf([...first, sentence, ...last].join(" "), sum);
          const excerpts = expectInPlace(passage);
          expectMarked(passage, excerpts);
          const shown = excerpts.map(({ text }) => text).join(" ");
          for (const clause of [...before, ...after].filter((it) => KEPT.includes(it)))
            expect(shown).toContain(clause);
          expect(shown).toContain(subject);
        },
      ),
    );
  });

  it("without stated values ends with a sentence, before nothing that turns it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...OTHERS, "But it denied that.", "It never came.", "However, it rained."), {
          minLength: 1,
          maxLength: 40,
        }),
        (sentences) => {
          const passage = passageOf(sentences.join(" "));
          const excerpts = expectInPlace(passage);
          expect(excerpts).toHaveLength(1);
          expect(excerpts[0]!.text).toMatch(/[.”]$/);
          const rest = passage.text.slice(excerpts[0]!.text.length).trim();
          expect(rest).not.toMatch(/^(?:But|However|It never)/);
        },
      ),
    );
  });
});

/** What a reviewer reads in a terminal. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Locale } from "../../../src/language/messages.ts";
import { reviewScreenIn } from "../../../src/language/review-messages.ts";
import { moveEdge } from "../../../src/platforms/terminal/passage-edges.ts";
import {
  drawKeys,
  drawList,
  drawPlaces,
  drawProposal,
  drawSure,
} from "../../../src/platforms/terminal/review-view.ts";
import { createStyle } from "../../../src/platforms/terminal/style.ts";
import type { Proposal, ProposalPassage } from "../../../src/review/review-desk.ts";
import { columnWidth } from "../../../src/support/columns.ts";

const styleAt = async (width: number, locale: Locale = "en") => ({
  ...(await createStyle({ colour: false, hyperlinks: false, width })),
  say: reviewScreenIn(locale),
});

const passage = (before: string, exact: string, after: string, start = before.length): ProposalPassage => ({
  ...{ exact, start, end: start + exact.length, before, after },
});

const base: Proposal = {
  ...{ id: "1", origin: "draft", kind: "quotes", source: "voa", answers: "/quote Lu Jun" },
  passages: [passage("“", "The target is the wallet,", "” he said in an interview.")],
  fields: [{ name: "speaker", value: "Lu Jun" }],
  ...{ brings: [], isListed: false, isSure: true },
};

const draw = async (proposal: Proposal, width = 60, notice?: string) =>
  drawProposal({ proposal, answered: new Set(), at: 2, of: 7, notice }, await styleAt(width));

it("a quotation with an open question has it first, with whom to pick", async () => {
  const question = { ask: "Who is “he”?", candidates: ["Lu Jun", "Wang Hsin-hsien"] };
  const open = { ...base, isSure: false, fields: [{ name: "speaker" as const, value: "", question }] };
  expect(`\n${await draw(open, 40)}\n`).toMatchInlineSnapshot(`
    "
    2 of 7 · quotation
      answers /quote Lu Jun
      in voa

      ? Who is “he”?
        1 Lu Jun   2 Wang Hsin-hsien

      “[The target is the wallet,]” he said
      in an interview.

      said by      open

    a accept  e edit  r reject  s later
    u undo  ? keys  q end
    "
  `);
});

it("a gift that the shelf knows has what differs, and whom it brings", async () => {
  const gift: Proposal = {
    ...base,
    kind: "pledges",
    answers: "/pledge Alibaba",
    fields: [
      { name: "donors", value: "Alibaba" },
      { name: "amount", value: "$15 billion" },
      { name: "purpose", value: "" },
    ],
    brings: [{ kind: "organizations", label: "Alibaba" }],
    known: {
      ref: "pledges/alibaba-common-prosperity",
      as: "account",
      differences: [{ what: "amount", here: "$15 billion", there: "$15.5 billion" }],
    },
  };
  expect(`\n${await draw(gift, 60, "Accepted: data/quotes/x.json")}\n`).toMatchInlineSnapshot(`
    "
    Accepted: data/quotes/x.json

    2 of 7 · gift
      answers /pledge Alibaba
      in voa

      “[The target is the wallet,]” he said in an interview.

      given by     Alibaba
      sum          $15 billion

      brings Alibaba, new to the shelf
      = pledges/alibaba-common-prosperity is of the same: a adds
      this to it
      ≠ sum: “$15 billion” here, “$15.5 billion” there

    a add to that record  n make another  e edit  r reject
    s later  u undo  ? keys  q end
    "
  `);
});

it("a quotation of two parts stands in its paragraph once", async () => {
  const [one, two] = ["Nobody gives for a staircase,", "They give for the lamp."];
  const text = `“${one}” Verhoeven said. “${two}” He laughed.`;
  const at = (words: string) => {
    const start = text.indexOf(words);
    return passage(text.slice(0, start), words, text.slice(start + words.length));
  };
  const drawn = await draw({ ...base, passages: [at(one), at(two)] });
  expect(drawn.replace(/\s+/g, " ")).toContain(`“[${one}]” Verhoeven said. “[${two}]” He laughed.`);
  expect(drawn.split(one)).toHaveLength(2);
});

it("a report has what somebody wrote, and the record that it is about", async () => {
  const report: Proposal = {
    ...base,
    origin: "report",
    answers: "/quote lu jun",
    remark: "He never said this.",
    record: "quotes/lu-independent-ngos",
    about: ["quotes/lu-independent-ngos"],
  };
  expect(`\n${await draw(report)}\n`).toMatchInlineSnapshot(`
    "
    2 of 7 · quotation · reported
      about the answer to /quote lu jun
      in voa

      “[The target is the wallet,]” he said in an interview.

      said by      Lu Jun

      “He never said this.”
      data/quotes/lu-independent-ngos.json

    a accept  e edit  r reject  s later  u undo  ? keys  q end
    "
  `);
});

it("the list, the sure ones, places and keys are read at forty columns", async () => {
  const style = await styleAt(40);
  const person: Proposal = {
    ...{ ...base, id: "2", kind: "people", isListed: true },
    fields: [
      { name: "name", value: "Lu Jun" },
      { name: "role", value: "founder of the Beijing Yirenping Center" },
    ],
  };
  const all = [
    drawList([person], new Set(["2"]), { from: 9, of: 12, notice: undefined }, style),
    drawSure([base], style),
    drawPlaces(
      "The lamp",
      [passage("", "The lamp", " is dark."), passage("Then ", "The lamp", " will be lit.")],
      style,
    ),
    drawKeys(style),
  ];
  expect(`\n${all.join("\n\n----\n\n")}\n`).toMatchInlineSnapshot(`
    "
    People, organizations, dates and sums
    that nothing else needs: 10 to 10 of 12

    1 [x] person: Lu Jun · founder of the
          Beijing Yirenping Center

    1 – 9 tick  A tick the sure ones
    a accept the ticked  r reject the ticked
    s next  e open  u undo  q end

    ----

    1 quotation without a question:

      Lu Jun · “The target is the wallet,”

    A accept all of these
    any other key goes back

    ----

    “The lamp” stands there several times.
    Which is meant?

      1 [The lamp] is dark.
      2 Then [The lamp] will be lit.

    1 – 9 pick a place
    any other key goes back

    ----

      a      accept it as it stands here;
             where a record is shown, add it
             to that
      e      edit a field or the passage
      r      reject it: it does not come
             back
      s      later: it comes last
      m      add it to the record that is
             shown, whoever spoke there
      n      make another record beside the
             one that is shown
      u      undo your last decision, also
             of an earlier day
      1 – 9  pick a candidate for the
             question
      0      the source names nobody
      [ ]    move the passage’s beginning by
             a word, back or on
      { }    move the passage’s end by a
             word, back or on
      A      accept all sure ones of this
             kind, after a list of them
      q      end; what was not decided waits

    Any key goes back.
    "
  `);
  for (const line of all.join("\n").split("\n")) expect(columnWidth(line), line).toBeLessThanOrEqual(40);
});

it("whatever a source or a person wrote is shown harmless, and no line is wider than the terminal", async () => {
  const style = await styleAt(40);
  const hostile = fc.oneof(
    fc.constantFrom(
      "\u001b[31mred",
      "\u202eevil",
      "@everyone",
      "a\u0000b",
      "\u009b2J",
      "]0;title\u0007",
      "漢字".repeat(60),
    ),
    fc.string({ unit: "grapheme", maxLength: 80 }),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, (one, other, third) => {
      const proposal: Proposal = {
        ...{ ...base, answers: `/quote ${one}`, source: "voa", remark: other },
        passages: [passage(third, one, other)],
        fields: [{ name: "speaker", value: third, question: { ask: one, candidates: [other, third] } }],
        brings: [{ kind: "people", label: one }],
      };
      const drawn = [
        drawProposal({ proposal, answered: new Set(), at: 1, of: 1, notice: one }, style),
        drawList([proposal], new Set(), { from: 0, of: 1, notice: other }, style),
        drawSure([proposal], style),
        drawPlaces(one, proposal.passages, style),
      ].join("\n");
      expect(drawn.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
  );
});

it("an edge moves by a word, with the mark behind it, and never over the other edge", () => {
  const one = passage("Then he said: “", "A harbour without a light,", "” and left.");
  expect(moveEdge(one, "start", 1)?.exact).toBe("harbour without a light,");
  expect(moveEdge(one, "start", -1)?.exact).toBe("said: “A harbour without a light,");
  expect(moveEdge(one, "end", -1)?.exact).toBe("A harbour without a");
  expect(moveEdge(one, "end", 1)?.exact).toBe("A harbour without a light,” and");
  const word = passage("", "Light", "");
  expect(moveEdge(word, "start", 1)).toBeUndefined();
  expect(moveEdge(word, "end", -1)).toBeUndefined();
  expect(moveEdge(word, "start", -1)).toBeUndefined();
  const han = passage("他说：“", "我们不会放弃", "。”");
  expect(moveEdge(han, "end", 1)?.exact ?? "我们不会放弃。").toBe("我们不会放弃。");
});

it("however edges are moved, the passage is what stands there", () => {
  const paragraph = "He said, “A light — 漢字 — is a light.” And left; 3,000 of them!";
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom("start" as const, "end" as const), fc.constantFrom(-1 as const, 1 as const)),
      ),
      (moves) => {
        let own = passage(paragraph.slice(0, 10), paragraph.slice(10, 17), paragraph.slice(17), 110);
        for (const [edge, by] of moves) own = moveEdge(own, edge, by) ?? own;
        expect(own.before + own.exact + own.after).toBe(paragraph);
        expect(own.start).toBe(100 + own.before.length);
        expect(own.end - own.start).toBe(own.exact.length);
        expect(own.exact).not.toBe("");
      },
    ),
  );
});

it.each(["zh-Hans", "zh-Hant"] as const)(
  "in %s a card has no English of the desk’s, and its columns align",
  async (locale) => {
    const known = {
      ref: "pledges/x",
      as: "account",
      differences: [{ what: "amount", here: "1", there: "2" }],
    } as const;
    const proposal: Proposal = {
      ...base,
      ...{
        kind: "pledges",
        known,
        answers: "/pledge 甲",
        source: "s",
        passages: [passage("", "甲捐款。", "")],
      },
      fields: [
        { name: "donors", value: "", question: { ask: "谁？", candidates: ["甲"] } },
        { name: "amount", value: "一元" },
        { name: "value", value: "1" },
      ],
      brings: [{ kind: "organizations", label: "甲" }],
    };
    const style = await styleAt(80, locale);
    const drawn = drawProposal({ proposal, answered: new Set(), at: 1, of: 2, notice: undefined }, style);
    const all = [drawn, drawKeys(style), drawList([proposal], new Set(), { from: 0, of: 1 }, style)].join(
      "\n",
    );
    expect(all.replaceAll(/\/pledge|pledges\/x|\b[a-zA-Z]\b/g, "")).not.toMatch(/[a-zA-Z]{2}/);
    const columns = drawn.split("\n").filter((line) => /(?:一元|1)$/.test(line) && !line.includes("≠"));
    expect(new Set(columns.map((line) => columnWidth(line.replace(/(?:一元|1)$/, "")))).size).toBe(1);
  },
);

/** Tests people as donors, shares and goods, donors known by a source's words, and other marks, on a made-up shelf. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import type { Block } from "../../src/desk/answer.ts";
import { createBot } from "../../src/desk/bot.ts";
import { linkedData } from "../../src/export/linked-data.ts";
import { exportTables } from "../../src/export/tables.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { createCloningLibrary } from "../library/cloning-library.ts";
import { type Changes, faultsOf, shelfWith } from "../shelves.ts";

const TEXT = `Mei Lin, a retired surgeon, pledged $5 million to the Lanshan hospital.

Mei Lin also gave 2 million shares of Acme to the hospital, and Oto Berg gave 3 million shares of Acme.

Mei Lin and Alibaba together pledged $9 million for the Lanshan bridge.

The villagers of Lanshan donated forty ambulances to the hospital.

„Wir geben, was wir haben“, sagte Mei Lin.

« Nous donnons tout », dit Oto Berg.

「我們會捐」，梅林說。

‘We give because we can,’ she said.

OTO BERG: I give what I can.`;

const SOURCE = "made-up-givers";
const review = { entered: "2026-11-30", reviewedBy: null, reviewedOn: null };
const evidence = (exact: string) => ({ source: SOURCE, exact });
const record = (content: object) => JSON.stringify({ ...content, review });
const [HOSPITAL = "", SHARES = "", BRIDGE = "", VILLAGERS = ""] = TEXT.split("\n\n");

const pledge = (
  label: string,
  donors: readonly string[],
  exact: string,
  account: object,
  more: object = {},
) => record({ label, donors, accounts: [{ passages: [evidence(exact)], ...account }], ...more });
const stated = (words: string, more: object = {}) => ({ status: "stated", stated: words, ...more });

const SHELF: Changes = {
  [`seeds/${SOURCE}.txt`]: TEXT,
  [`seeds/${SOURCE}.json`]: JSON.stringify({
    citation: { type: "article-newspaper", title: "Givers", "container-title": "Nobody", language: "en" },
    title: { text: "Givers", basis: "copy" },
    rights: { status: "public-domain", text: "Made up." },
    sha256: createHash("sha256").update(TEXT).digest("hex"),
  }),
  "data/people/mei-lin.json": record({
    label: "Mei Lin",
    aliases: ["梅林"],
    roles: [{ stated: "a retired surgeon", evidence: evidence(HOSPITAL) }],
  }),
  "data/people/oto-berg.json": record({ label: "Oto Berg", roles: [{ evidence: evidence(SHARES) }] }),
  "data/pledges/mei-lin-hospital.json": pledge("Mei Lin: hospital", ["people/mei-lin"], HOSPITAL, {
    verb: "pledged",
    purpose: "to the Lanshan hospital",
    amount: stated("$5 million", { value: 5e6, currency: "USD" }),
  }),
  "data/pledges/mei-lin-shares.json": pledge("Mei Lin: shares", ["people/mei-lin"], SHARES, {
    verb: "gave",
    amount: stated("2 million shares of Acme", { value: 2e6, unit: "shares" }),
  }),
  "data/pledges/oto-berg-shares.json": pledge("Oto Berg: shares", ["people/oto-berg"], SHARES, {
    verb: "gave",
    amount: stated("3 million shares of Acme", { value: 3e6, unit: "shares" }),
  }),
  "data/pledges/bridge.json": pledge(
    "Lanshan bridge",
    ["people/mei-lin", "alibaba"],
    BRIDGE,
    { verb: "together pledged", amount: stated("$9 million", { value: 9e6, currency: "USD" }) },
    { joint: true },
  ),
  "data/pledges/ambulances.json": pledge(
    "Ambulances for Lanshan",
    [],
    VILLAGERS,
    { verb: "donated", amount: stated("forty ambulances") },
    { donorsStated: "The villagers of Lanshan" },
  ),
  "data/quotes/mei-lin-german.json": record({
    label: "Mei Lin on giving",
    speaker: "people/mei-lin",
    passages: [evidence("Wir geben, was wir haben")],
  }),
  "data/quotes/oto-berg-french.json": record({
    label: "Oto Berg on giving",
    speaker: "people/oto-berg",
    passages: [evidence("Nous donnons tout")],
  }),
  "data/quotes/mei-lin-chinese.json": record({
    label: "Mei Lin on giving, in Chinese",
    speaker: "people/mei-lin",
    passages: [evidence("我們會捐")],
  }),
  "data/quotes/mei-lin-single.json": record({
    label: "Mei Lin on why",
    speaker: "people/mei-lin",
    speakerInferred: "“She” is read as Mei Lin, named two paragraphs before.",
    passages: [evidence("We give because we can")],
  }),
  "data/quotes/oto-berg-transcript.json": record({
    label: "Oto Berg in the transcript",
    speaker: "people/oto-berg",
    passages: [evidence("I give what I can.")],
  }),
};

const shelf = await readShelf(shelfWith(SHELF));
const embedded = createLibrary(shelf);
const library = process.env.LIBRARY === "cloning" ? createCloningLibrary(embedded) : embedded;
const bot = createBot(library, commands, englishMessages, keptLog());

async function ask(line: string): Promise<string> {
  const answer = await bot.answerLine(line);
  const shown = fitAnswer(
    answer,
    (page) => renderTextPage(page, englishMessages),
    () => true,
  );
  return shown.message.split("\n\nSources\n")[0]!;
}

it("is a shelf without faults, and a donor of no kind is one", async () => {
  expect(await faultsOf(shelfWith(SHELF))).toEqual([]);
  const wrong = (content: object) =>
    faultsOf(shelfWith({ ...SHELF, "data/pledges/bridge.json": record({ label: "Bridge", ...content }) }));
  const account = { passages: [evidence(BRIDGE)], verb: "together pledged" };
  const amount = stated("$9 million", { value: 9e6, currency: "USD", unit: "shares" });
  expect(await wrong({ donors: ["events/alibaba"], accounts: [{ amount, ...account }] })).toEqual([
    "data/pledges/bridge.json /donors/0: expected the id of an organization, or people/ and the id of a person",
    "data/pledges/bridge.json /accounts/0/amount/unit: is for what is no money: leave out one of unit and currency",
  ]);
  const goods = stated("$9 million", { unit: "shares" });
  expect(await wrong({ donors: ["people/nobody"], accounts: [{ amount: goods, ...account }] })).toEqual([
    "data/pledges/bridge.json /accounts/0/amount/value: is missing: a currency or a unit is of a number",
  ]);
  const fine = stated("$9 million", { value: 9e6, currency: "USD" });
  expect(await wrong({ donors: ["people/nobody"], accounts: [{ amount: fine, ...account }] })).toEqual([
    "data/pledges/bridge.json /donors/0: no record “people/nobody” in data/",
  ]);
});

describe("a person who gave", () => {
  it("is answered by /pledge with everything that is theirs", async () => {
    expect(await ask("/pledge mei lin")).toMatchInlineSnapshot(`
      "Mei Lin · pledges in the sources
      /pledge mei lin

      Mei Lin: hospital
      Amount:  “$5 million” [1]
      Wording: “pledged”

        Mei Lin, a retired surgeon, pledged $5 million to the Lanshan hospital.
        — Nobody, date not known [1]

      Mei Lin: shares
      Amount:  “2 million shares of Acme” [1]
      Wording: “gave”

        Mei Lin also gave 2 million shares of Acme to the hospital, and Oto Berg gave 3 million shares of Acme.
        — Nobody, date not known [1]

      Lanshan bridge
      Amount:      “$9 million” [1]
      Joint, with: Mei Lin and Alibaba
      Wording:     “together pledged”

        Mei Lin and Alibaba together pledged $9 million for the Lanshan bridge.
        — Nobody, date not known [1]"
    `);
  });

  it("has it in the profile, is compared, and stands in the menu", async () => {
    expect(await ask("/who mei lin")).toMatchInlineSnapshot(`
      "Mei Lin · in the sources
      /who mei lin

      Role: “a retired surgeon” [1]

        Mei Lin, a retired surgeon, pledged $5 million to the Lanshan hospital.
        — Nobody, date not known [1]

      Pledges
      Mei Lin: hospital
        Amount: “$5 million” [1]

      Mei Lin: shares
        Amount: “2 million shares of Acme” [1]

        Mei Lin also gave 2 million shares of Acme to the hospital, and Oto Berg gave 3 million shares of Acme.
        — Nobody, date not known [1]

      Lanshan bridge
        Amount: “$9 million” [1]
        Joint, with: Mei Lin and Alibaba [1]

        Mei Lin and Alibaba together pledged $9 million for the Lanshan bridge.
        — Nobody, date not known [1]

      3 quotations
        “Wir geben, was wir haben”
        — Mei Lin, reported by Nobody, date not known [1]

      When:    not stated
      Wording: English as printed by Nobody; original language and translator not stated"
    `);
    expect(await ask("/compare mei lin, oto berg")).toMatchInlineSnapshot(`
      "Mei Lin and Oto Berg · pledges side by side
      /compare mei lin, oto berg

      Mei Lin
        Amount: “$5 million” [1]
        Wording: “pledged” [1]
        Purpose, cause: “to the Lanshan hospital” [1]

      Mei Lin
        Amount: “2 million shares of Acme” [1]
        Wording: “gave” [1]

      Oto Berg
        Amount: “3 million shares of Acme” [1]
        Wording: “gave” [1]

      Mei Lin and Alibaba, together
        Amount: “$9 million” [1]
        Wording: “together pledged” [1]"
    `);
    expect(await ask("/pledge")).toContain("- Mei Lin: /pledge mei-lin");
    expect(await bot.suggest("compare", "donors", "alibaba ")).toContainEqual({
      label: "Alibaba and Mei Lin",
      value: "alibaba mei-lin",
    });
  });

  it.each([
    ["Mei Lin pledged $5 million to the Lanshan hospital.", "supported"],
    ["Mei Lin pledged $6 million to the Lanshan hospital.", "differs"],
    ["Oto Berg pledged $5 million to the Lanshan hospital.", "not-as-stated"],
    ["Mei Lin and Alibaba pledged $9 million for the Lanshan bridge.", "supported"],
    ["Lei Jun pledged $5 million to the Lanshan hospital.", "none"],
  ])("is checked as a donor is: %s", async (sentence, verdict) => {
    const { verdicts = [] } = await bot.answerLine(`/check "${sentence}"`);
    expect(verdicts.map((one) => one.verdict)).toEqual([verdict]);
  });

  it.each([
    ["how much did Mei Lin give?", "Mei Lin", ["hospital", "shares", "bridge"]],
    ["what did oto berg donate", "Oto Berg", ["Oto Berg: shares"]],
    ["梅林捐了多少钱", "Mei Lin", ["hospital", "shares", "bridge"]],
    ["/pledge ms lin", "Mei Lin", ["hospital", "shares", "bridge"]],
    ["/pledge the retired surgeon", "Mei Lin", ["hospital", "shares", "bridge"]],
    ["/pledge mei lin and oto berg", "Mei Lin and Oto Berg", ["hospital", "shares", "Oto Berg: shares"]],
    ["/pledge mei lin for the bridge", "Mei Lin and Lanshan bridge", ["bridge", "Other pledges"]],
    ["/pledge mei lin in total", "Mei Lin", ["hospital", "shares", "bridge"]],
  ])("is found however it is asked: %s", async (line, name, commitments) => {
    const answer = await bot.answerLine(line);
    expect(answer).toMatchObject({ outcome: "found", title: `${name} · pledges in the sources` });
    const headings = answer.items.flat().flatMap((block) => (block.type === "heading" ? [block.text] : []));
    for (const [index, heading] of commitments.entries()) expect(headings[index]).toContain(heading);
  });

  it("is exported as the one who acts", () => {
    const text = JSON.stringify(JSON.parse([...linkedData(shelf)].join("")));
    expect(text).toContain(
      '"schema:agent":[{"id":"urn:refdesk:records/people/mei-lin"},{"id":"urn:refdesk:records/organizations/alibaba"}]',
    );
    expect([...exportTables(shelf).get("pledges.csv")!()].join("")).toContain("people/mei-lin");
  });
});

describe("shares and goods", () => {
  it("are amounts, drawn in their unit and never as money", async () => {
    const { picture } = await bot.answerLine("/compare mei lin, oto berg");
    expect(picture).toMatchObject({
      type: "bars",
      unit: "US dollars",
      bars: [{ value: 5e6 }, { value: 9e6 }],
      left: [
        "Mei Lin: “2 million shares of Acme” [1], in shares",
        "Oto Berg: “3 million shares of Acme” [1], in shares",
      ],
    });
    const shares = await bot.answerLine("/compare mei-lin-shares, oto-berg-shares, ambulances");
    expect(shares.picture).toMatchObject({
      type: "bars",
      unit: "shares",
      bars: [{ value: 2e6 }, { value: 3e6 }],
      left: ["The villagers of Lanshan: “forty ambulances” [1]"],
    });
    expect(JSON.stringify(JSON.parse([...linkedData(shelf)].join("")))).toContain(
      '"type":"schema:QuantitativeValue","schema:name":"2 million shares of Acme","schema:value":2000000,"schema:unitText":"shares"',
    );
  });

  it.each([
    ["Oto Berg gave $3 million to the hospital.", "none"],
    ["Oto Berg gave 3 million shares of Acme.", "supported"],
  ])("are no sum of money when checked: %s", async (sentence, verdict) => {
    const { verdicts = [] } = await bot.answerLine(`/check "${sentence}"`);
    expect(verdicts.map((one) => one.verdict)).toEqual([verdict]);
  });
});

describe("a donor whom only the source's words name", () => {
  it.each(["/pledge the villagers of Lanshan", "/pledge villagers of lanshan", "/pledge villagers"])(
    "is found by them: %s",
    async (line) => {
      const answer = await bot.answerLine(line);
      expect(answer.outcome).toBe("found");
      expect(await ask(line)).toContain("Donor:   “The villagers of Lanshan”");
      expect(await ask(line)).toContain("“forty ambulances”");
    },
  );

  it.each([
    ["how much did the villagers of Lanshan give?", "“the villagers of Lanshan”"],
    ["villagers of lanshan", "“villagers of lanshan”"],
    ["/pledge mei lin and the villagers of Lanshan", "Mei Lin and “The villagers of Lanshan”"],
    ["/pledge villagers of Lanshan for the hospital", "“The villagers of Lanshan”"],
  ])("is found in a question and beside others: %s", async (line, name) => {
    expect((await bot.answerLine(line)).title).toBe(`${name} · pledges in the sources`);
    expect(await ask(line)).toContain("“forty ambulances”");
  });

  it("is found by its words, also where they could mean everyone", async () => {
    const { items } = await bot.answerLine("how much did major Chinese tech companies donate?");
    expect(items).toHaveLength(1);
    expect(
      (await bot.answerLine("how much did Chinese tech companies donate?")).items.length,
    ).toBeGreaterThan(5);
  });

  it("is completed, and compared", async () => {
    expect(await bot.suggest("pledge", "subject", "villag")).toEqual([
      { label: "The villagers of Lanshan", value: "The villagers of Lanshan" },
    ]);
    expect(await ask("/compare mei lin, the villagers of lanshan")).toContain("“forty ambulances”");
  });
});

it("draws words in all marks as their speaker's", async () => {
  const { items } = await bot.answerLine("/quote mei lin");
  const quotes = items
    .flat()
    .filter((block): block is Extract<Block, { type: "quote" }> => block.type === "quote");
  expect(quotes.map(({ passages, speaker }) => [passages[0]!.text, speaker])).toEqual([
    ["Wir geben, was wir haben", "Mei Lin"],
    ["我們會捐", "Mei Lin"],
    ["We give because we can", "Mei Lin (speaker inferred)"],
  ]);
  expect(await ask("/quote oto berg")).toContain("I give what I can.");
});

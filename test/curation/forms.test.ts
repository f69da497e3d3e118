/** Tests the lines behind the desk's own buttons, and the form in which a proposal is edited. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAsk, printAsk } from "../../src/ask/ask.ts";
import { editFields, readEdits } from "../../src/curation/edit-form.ts";
import { MOST_FIELDS } from "../../src/curation/form.ts";
import { parseDeskLine, parsePlace, printPlace, reportLine, reviewAsk } from "../../src/curation/lines.ts";
import { proposalAnswer } from "../../src/curation/proposal-answer.ts";
import { isReviewer, reviewerOf } from "../../src/curation/requester.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { blockPassages } from "../../src/desk/answer.ts";
import { LOCALES, loadMessages } from "../../src/language/messages.ts";
import { FIELD_NAMES, type FieldName, type Proposal } from "../../src/review/review-desk.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { bot, library } from "../desks.ts";
import { quotation } from "./memory-desk.ts";

const catalogues = await Promise.all(
  LOCALES.map(async (locale) => [locale, await loadMessages(locale)] as const),
);

describe("lines", () => {
  it.each([
    ["/review", "review"],
    ["/review 843e0115a9d5e224 do:accept", "review"],
    ["/status", "status"],
    ["/suggest voa-common-prosperity at:1-20 kind:quotes", "suggest"],
    ["/add", "add"],
    ["/settings", "settings"],
    ["/settings change", "settings"],
    ["/settingsx", undefined],
    ["/report /pledge alibaba", "report"],
    ["/report", "report"],
    ["/reviewer x", undefined],
    ["/reports", undefined],
    ["/pledge /report", undefined],
    ["review", undefined],
  ])("“%s” is %s", (line, command) => {
    expect(parseDeskLine(line)?.command).toBe(command);
  });

  it("a report keeps any line letter for letter", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), (text) => {
        const line = printAsk(createAsk("check", text));
        expect(parseDeskLine(reportLine(line))).toEqual({ command: "report", line });
      }),
    );
  });

  it("what is done with a proposal is read back, and so is a place", () => {
    const line = printAsk(reviewAsk("843e0115a9d5e224", "edit", printPlace({ start: 3, end: 9 })));
    expect(line.length).toBeLessThan(95);
    const read = parseDeskLine(line);
    expect(read).toMatchObject({ ask: { text: "843e0115a9d5e224", options: { do: "edit", at: "3-9" } } });
    expect(parsePlace("3-9")).toEqual({ start: 3, end: 9 });
    for (const text of ["9-3", "3", "-3-9", "1e3-2e3", "3-9999999999", undefined])
      expect(parsePlace(text)).toBeUndefined();
  });
});

describe("the form of a proposal", () => {
  const value = fc.string({ maxLength: 60 }).map((text) => text.replace(/\s+/g, " ").trim());
  const someFields = fc.uniqueArray(fc.record({ name: fc.constantFrom(...FIELD_NAMES), value }), {
    selector: ({ name }) => name,
    maxLength: FIELD_NAMES.length,
  });
  const valuesOf = (proposal: Proposal, messages = bot.messages) =>
    Object.fromEntries(editFields(proposal, messages).map((field) => [field.name, field.value ?? ""]));

  it.each(catalogues)("that is sent as it was opened changes nothing, in %s", (_, messages) => {
    fc.assert(
      fc.property(someFields, (fields) => {
        const proposal = quotation("q1", { fields });
        expect(editFields(proposal, messages).length).toBeLessThanOrEqual(MOST_FIELDS);
        expect(readEdits(proposal, valuesOf(proposal, messages), messages)).toEqual({});
      }),
    );
  });

  it.each(catalogues)("gives back what was changed in a line of the others, in %s", (_, messages) => {
    const names: readonly FieldName[] = FIELD_NAMES;
    const proposal = quotation("q1", { fields: names.map((name) => ({ name, value: "old" })) });
    for (const name of names) {
      const values = { others: `${messages.labelled(messages.curation.fields[name])}new: 1` };
      expect(readEdits(proposal, values, messages)).toEqual({ fields: { [name]: "new: 1" } });
    }
  });

  it("names a line that is no field", () => {
    const proposal = quotation("q1");
    expect(readEdits(proposal, { others: "Colour: red" }, bot.messages)).toEqual({ unknown: "Colour: red" });
    expect(readEdits(proposal, { others: "constructor: x" }, bot.messages)).toHaveProperty("unknown");
  });

  it("reads several passages, and keeps the places of those that are as they were", () => {
    const at = (exact: string, start: number) => ({
      ...{ exact, start, end: start + exact.length, before: "", after: "" },
    });
    const proposal = quotation("q1", { passages: [at("some words", 4), at("more words", 40)] });
    expect(readEdits(proposal, { passage: "some words\n \nother words" }, bot.messages)).toEqual({
      passages: [{ exact: "some words", start: 4 }, { exact: "other words" }],
    });
  });
});

describe("who reviews", () => {
  const from = { platform: "discord", user: "1", name: "a\n\u202eb", roles: ["22"] } as const;
  it.each([
    [["discord:1"], true],
    [["discord:role:22"], true],
    [["slack:1", "discord:22", "discord:role:1", "discord:2"], false],
    [[], false],
  ])("%j: %s", (list, expected) => expect(isReviewer(from, new Set(list))).toBe(expected));

  it("is known by an id, and a name of one line", () => {
    expect(reviewerOf(from, "en")).toEqual({ locale: "en", id: "discord:1", name: "a b" });
    expect(reviewerOf({ ...from, name: " \n " }, "en").name).toBe("discord:1");
  });
});

it("a card in Chinese has no English of the desk’s", async () => {
  const known = {
    ref: "pledges/x",
    as: "account",
    differences: [{ what: "amount", here: "1", there: "2" }],
  } as const;
  const question = { ask: "谁？", candidates: ["甲", "乙"] };
  const proposal = quotation("q1", {
    ...{ known, remark: "有误", about: ["pledges/x"], answers: "/quote 习近平", passages: [] },
    fields: FIELD_NAMES.map((name) => ({ name, value: "值", question })),
    brings: [{ kind: "people", label: "习近平" }],
  });
  for (const [locale, messages] of catalogues.slice(1)) {
    const lines = [
      messages.curation.accepted(["quotes/x"]),
      messages.curation.decided("甲", messages.curation.states.rejected!),
    ];
    const answer = await proposalAnswer(proposal, { waiting: 2, lines }, library, messages);
    const { message } = fitAnswer(
      { ...answer, sources: [], buttons: [] },
      (page) => renderTextPage(page, messages),
      () => true,
    );
    const labels = answer.buttons.map(({ label }) => label).join(" ");
    const words = `${message} ${labels}`
      .replace(/\/refdesk \w+|\/\S+|quotes\/x|pledges\/x/g, "")
      .match(/[A-Za-z]{2,}/g);
    expect(words, locale).toEqual(null);
  }
});

it("a card of a record credits each passage to the source that has it", async () => {
  const record = "pledges/alibaba-common-prosperity";
  const [found] = await library.records([record]);
  const contexts = await library.contexts(collectEvidence(found));
  const passages = contexts.map(({ text, start, end, before, after }) => ({
    exact: text,
    start,
    end,
    before,
    after,
  }));
  const ids = [...new Set(contexts.map(({ source }) => source.id))];
  expect(ids.length).toBeGreaterThan(1);
  const proposal = quotation("q1", {
    origin: "existing",
    kind: "pledges",
    source: ids[0]!,
    record,
    passages,
  });
  const answer = await proposalAnswer(proposal, { waiting: 1, lines: [] }, library, bot.messages);
  const credited = answer.opening.flatMap(blockPassages).map(({ source }) => answer.sources[source - 1]?.id);
  expect(credited).toEqual(contexts.slice(0, credited.length).map(({ source }) => source.id));
  expect(new Set(credited).size).toBeGreaterThan(1);
});

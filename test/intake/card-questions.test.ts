/** What is not known is asked at the terminal, and what is typed is read or its fault is told. */
import { describe, expect, it } from "vitest";
import { openMembers } from "../../src/intake/card.ts";
import { createIntakeDialogue, type Questions, readGiven } from "../../src/intake/card-questions.ts";
import { englishIntake } from "../../src/language/en/intake.ts";

/** A terminal at which each question is answered in turn; a wrong answer is followed by the next. */
function answering(answers: readonly string[]): Questions & { readonly asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  return {
    asked,
    async text(question, _, fault) {
      asked.push(question);
      for (;;) {
        const typed = left.shift() ?? "";
        const wrong = fault(typed);
        if (wrong === undefined) return typed;
        asked.push(wrong);
      }
    },
    agree: async (question) => {
      asked.push(question);
      return left.shift() === "yes";
    },
  };
}

describe("the dialogue", () => {
  it("asks for each open member, and takes what is typed for it", async () => {
    const facts = { title: { value: "The mill closes", at: "the first line", isGuess: true as const } };
    const questions = answering([
      "Ann Lee; Bo Chen",
      "",
      "soon",
      "8 March 2022",
      "en_GB",
      "mill.example",
      "https://mill.example/a",
    ]);
    const completed = await createIntakeDialogue(questions, englishIntake).complete(
      facts,
      openMembers(facts),
    );
    expect(questions.asked).toMatchInlineSnapshot(`
      [
        "Who wrote it? Several with a semicolon between them; leave it empty if that is not known",
        "Who published it? Leave it empty if that is not known",
        "When was it published? Such as 2021-11-23, 2021-11 or 2021; leave it empty if that is not known",
        "Expected a day, a month or a year, such as 2021-11-23",
        "In which language is it? Such as en, zh-Hans or fr; leave it empty if that is not known",
        "At which address was it published? Leave it empty if there is none",
        "Expected an address that begins with https:// or http://",
      ]
    `);
    expect(completed).toEqual({
      ...facts,
      authors: {
        value: [
          { given: "Ann", family: "Lee" },
          { given: "Bo", family: "Chen" },
        ],
        at: "what was given",
      },
      issued: { value: { "date-parts": [[2022, 3, 8]] }, at: "what was given" },
      language: { value: "en-GB", at: "what was given" },
      address: { value: "https://mill.example/a", at: "what was given" },
    });
  });

  it("agrees to nothing by itself", async () => {
    for (const [typed, agreed] of [
      ["yes", true],
      ["", false],
    ] as const) {
      const dialogue = createIntakeDialogue(answering([typed, typed]), englishIntake);
      expect(await dialogue.takeWhole(null, 10)).toBe(agreed);
      expect(await dialogue.addSameStory("a-source", 0.7)).toBe(agreed);
    }
  });
});

it.each([
  ["issued", "yesterday", "Expected a day, a month or a year, such as 2021-11-23"],
  ["language", "gibberish language", "Expected a language tag, such as en or zh-Hans"],
  ["address", "ftp://a.example", "Expected an address that begins with https:// or http://"],
] as const)("for %s, “%s” is no answer", (member, typed, fault) => {
  expect(readGiven(member, typed, englishIntake)).toBe(fault);
});

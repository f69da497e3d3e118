/** Tests that every judged question gets the command and the subject that was meant, and that the docs have the figures. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figureRows, measureQuestions, readQuestions } from "../../eval/readings.ts";
import { bot, PROJECT, shelf } from "../desks.ts";

const questions = readQuestions(join(PROJECT, "test/ask/questions.tsv"));

it("every question is understood, and the docs say how many there are", async () => {
  const measured = await measureQuestions(questions, shelf.records, bot);
  expect(
    measured.flatMap(({ text, line, result }) =>
      result === "right" ? [] : [`${result}: ${text} (${line})`],
    ),
  ).toEqual([]);
  const page = readFileSync(join(PROJECT, "docs/questions.md"), "utf8");
  expect(page).toContain(figureRows(measured).join("\n"));
});

describe("the measure", () => {
  const judge = async (fields: string, text = "how much did alibaba pledge?") => {
    const [commands = "", subjects = "", due = ""] = fields.split("; ");
    const [measured] = await measureQuestions(
      [
        {
          ...{ text, tries: "", writer: "desk", commands: commands.split(", ") },
          subjects: subjects.split(", ").map((subject) => subject.split(" | ")),
          due: due as "found",
        },
      ],
      shelf.records,
      bot,
    );
    return measured?.result;
  };

  it.each([
    ["pledge; organizations/alibaba; found", "right"],
    ["pledge; organizations/xiaomi | organizations/alibaba; found", "right"],
    ["pledge; organizations/alibaba, organizations/xiaomi; found", "wrong"],
    ["who; organizations/alibaba; found", "wrong"],
    ["pledge; organizations/alibaba; miss", "invented"],
    ["pledge; “15.5 billion”; found", "right"],
  ])("%s is %s", async (fields, result) => {
    expect(await judge(fields)).toBe(result);
  });

  it("tells a false nothing from one that offers what was meant", async () => {
    expect(await judge("who; organizations/tencent; found", "/who jack dorsey")).toBe("false-nothing");
    expect(await judge("pledge; organizations/alibaba; found", "/pledge alibaba foundation")).toBe("right");
  });

  it("refuses a record that is not there", async () => {
    await expect(judge("who; people/nobody; found")).rejects.toThrow("people/nobody");
  });
});

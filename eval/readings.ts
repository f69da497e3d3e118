/** Measures how questions are understood, each with the command and the subject that its writer meant. */
import { readFileSync } from "node:fs";
import { type Ask, printAsk } from "../src/ask/ask.ts";
import { type Answer, type Block, blockPassages } from "../src/desk/answer.ts";
import type { Bot } from "../src/desk/bot.ts";
import { containsFolded } from "../src/shelf/evidence.ts";
import { foldName } from "../src/shelf/fold.ts";
import { kindDefinition, type RecordRef } from "../src/shelf/kinds.ts";
import type { AnyRecord } from "../src/shelf/records.ts";
import { containsHan } from "../src/support/han.ts";

/** Whether the sources answer a question; `either` where readers would differ. */
const DUE = ["found", "miss", "either"] as const;
const WRITERS = ["desk", "reader"] as const;

/** A question as somebody types it, and what its writer meant. */
export interface JudgedQuestion {
  readonly text: string;
  /** The commands of which any is right. */
  readonly commands: readonly string[];
  /** What the answer must hold or offer, all of it: each one of several records, or “words” that it must show. */
  readonly subjects: readonly (readonly string[])[];
  readonly due: (typeof DUE)[number];
  readonly tries: string;
  /** Whether its writer knew the rules by which questions are understood. */
  readonly writer: (typeof WRITERS)[number];
}

/**
 * What came of a question. `false-nothing`: the answer says that there is nothing, and offers nothing of what was meant.
 * `invented`: an answer where the sources have none. `wrong`: another command, or not the subject.
 */
export interface MeasuredQuestion extends JudgedQuestion {
  readonly line: string;
  readonly outcome: Answer["outcome"];
  readonly result: "right" | "wrong" | "false-nothing" | "invented";
}

/** Reads the questions of a file, one a line. @throws naming the line that is not of the form */
export function readQuestions(path: URL | string): JudgedQuestion[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "" || line.startsWith("#")) return [];
      const [text = "", commands = "", subjects = "", due = "", tries = "", writer = ""] = line.split("\t");
      const isJudged =
        text !== "" && commands !== "" && subjects !== "" && DUE.some((one) => one === due) && tries !== "";
      if (!isJudged || !WRITERS.some((one) => one === writer))
        throw new Error(
          `Line ${index + 1} is not of the form “question, commands, subjects, ${DUE.join(" or ")}, what it tries, ${WRITERS.join(" or ")}”: ${line}`,
        );
      const alternatives = subjects.split(", ").map((subject) => subject.split(" | "));
      return [
        {
          text,
          commands: commands.split(", "),
          subjects: alternatives,
          due,
          tries,
          writer,
        } as JudgedQuestion,
      ];
    });
}

/** Returns the texts of a block that name or tell something. */
function blockTexts(block: Block): string[] {
  const shown = blockPassages(block).map(({ text }) => text);
  switch (block.type) {
    case "heading":
    case "text":
      return [block.text];
    case "quote":
    case "report":
      return [block.speaker ?? "", ...shown];
    case "line":
      return block.parts.map(({ text }) => text);
    case "details":
      return [...block.rows.map(({ value }) => value), ...shown];
    case "table":
      return [...block.rows.flat(2).map(({ value }) => value), ...shown];
    case "note":
      return [...block.texts];
    case "copyable":
      return [block.text];
    case "choices":
      return block.choices.map(({ label }) => label);
  }
}

/** Returns the asks that an answer offers. */
const offeredAsks = ({ opening, items, close, buttons }: Answer): Ask[] => [
  ...[...opening, ...items.flat(), ...close].flatMap((block) =>
    block.type === "choices" ? block.choices.map(({ ask }) => ask) : [],
  ),
  ...buttons.flatMap((button) => (button.type === "ask" ? [button.ask] : [])),
];

/** Tells whether an answer shows a record, or offers an ask for it. */
function holds(answer: Answer, record: AnyRecord): boolean {
  const blocks = [...answer.opening, ...answer.items.flat(), ...answer.close];
  const texts = [answer.title, ...blocks.flatMap(blockTexts)];
  return (
    texts.some((text) => containsFolded(record.label, text)) ||
    kindDefinition(record)
      .mainPassages(record)
      .some(({ exact }) => texts.some((text) => containsFolded(exact, text))) ||
    offeredAsks(answer).some(({ text }) => text.split(" ").includes(record.id))
  );
}

/** Tells whether an answer shows words, however they are written. */
function shows({ title, opening, items, close }: Answer, words: string): boolean {
  const texts = [title, ...[...opening, ...items.flat(), ...close].flatMap(blockTexts)];
  return texts.some((text) => ` ${foldName(text)} `.includes(foldName(words)));
}

function resultOf(
  { commands, subjects, due }: JudgedQuestion,
  answer: Answer,
  records: ReadonlyMap<RecordRef, AnyRecord>,
): MeasuredQuestion["result"] {
  const isHeld = (subject: string): boolean => {
    const record = records.get(subject as RecordRef);
    return record ? holds(answer, record) : shows(answer, subject.replace(/^“|”$/g, ""));
  };
  const hasSubjects = subjects.every((alternatives) => alternatives.some(isHeld));
  if (due === "miss" && answer.outcome === "found") return "invented";
  if (due === "found" && answer.outcome === "nothing" && !hasSubjects) return "false-nothing";
  const asks = [answer.ask, ...offeredAsks(answer)];
  return hasSubjects && asks.some(({ command }) => commands.includes(command)) ? "right" : "wrong";
}

/** Asks each question as a line of its own. @throws where a question means a record that the shelf does not have */
export async function measureQuestions(
  questions: readonly JudgedQuestion[],
  records: ReadonlyMap<RecordRef, AnyRecord>,
  bot: Pick<Bot, "answerLine">,
): Promise<MeasuredQuestion[]> {
  const measured: MeasuredQuestion[] = [];
  for (const question of questions) {
    const unknown = question.subjects
      .flat()
      .find((name) => !name.startsWith("“") && !records.has(name as RecordRef));
    if (unknown !== undefined) throw new Error(`No record “${unknown}”, which “${question.text}” is to mean`);
    const answer = await bot.answerLine(question.text);
    measured.push({
      ...question,
      line: printAsk(answer.ask),
      outcome: answer.outcome,
      result: resultOf(question, answer, records),
    });
  }
  return measured;
}

/** Counts questions by result. */
function questionFigures(measured: readonly MeasuredQuestion[]) {
  const count = (result: MeasuredQuestion["result"]) =>
    measured.filter((question) => question.result === result).length;
  return {
    questions: measured.length,
    right: count("right"),
    wrong: count("wrong"),
    falseNothing: count("false-nothing"),
    invented: count("invented"),
  };
}

/** Returns a table of the figures by language and writer, as the docs show it. */
export function figureRows(measured: readonly MeasuredQuestion[]): string[] {
  const rows = ["English", "Chinese"].flatMap((language) =>
    WRITERS.flatMap((writer) => {
      const some = measured.filter(
        (question) => question.writer === writer && containsHan(question.text) === (language === "Chinese"),
      );
      const { questions, right, wrong, falseNothing, invented } = questionFigures(some);
      return questions === 0
        ? []
        : [
            `| ${language} | ${writer} | ${questions} | ${right} | ${wrong} | ${falseNothing} | ${invented} |`,
          ];
    }),
  );
  return [
    "| language | questions of | number | right | wrong | false “nothing” | invented |",
    "|---|---|--:|--:|--:|--:|--:|",
    ...rows,
  ];
}

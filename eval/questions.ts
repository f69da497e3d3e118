/**
 * `npm run eval:questions [-- <file>]`: how many questions get the command and the subject that was meant, and which do
 * not, over the questions of the tests or of a file of the same form. Status 1 where any does not.
 */
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { createBot } from "../src/desk/bot.ts";
import { englishMessages } from "../src/language/en/messages.ts";
import { createLibrary } from "../src/library/embedded-library.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { createLog } from "../src/support/log.ts";
import { figureRows, measureQuestions, readQuestions } from "./readings.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const QUESTIONS = process.argv[2] ?? new URL("../test/ask/questions.tsv", import.meta.url);

const shelf = await readShelf(PROJECT);
const bot = createBot(createLibrary(shelf), commands, englishMessages, createLog("error", []));
const measured = await measureQuestions(readQuestions(QUESTIONS), shelf.records, bot);
for (const { text, line, outcome, result, commands: due, subjects, tries } of measured)
  if (result !== "right")
    console.log(
      `${result}: ${text}\n  ${line}: ${outcome}; meant: ${due.join(" or ")}, ${subjects.map((some) => some.join(" or ")).join(", ")} (${tries})`,
    );
console.log(`\n${figureRows(measured).join("\n")}`);
process.exitCode = measured.some(({ result }) => result !== "right") ? 1 : 0;

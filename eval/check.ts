/**
 * `npm run eval:check [-- <file>]`: how many verdicts of /check are wrong or missing, and which, over the sentences of
 * the tests or of a file of the same form. Status 1 where too many are.
 */
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { createBot } from "../src/desk/bot.ts";
import { englishMessages } from "../src/language/en/messages.ts";
import { createLibrary } from "../src/library/embedded-library.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { createLog } from "../src/support/log.ts";
import { figureRow, MAX_MISSED_SHARE, measureVerdicts, readSentences, verdictFigures } from "./verdicts.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const SENTENCES = process.argv[2] ?? new URL("../test/claims/sentences.tsv", import.meta.url);

const library = createLibrary(await readShelf(PROJECT));
const bot = createBot(library, commands, englishMessages, createLog("error", []));
const measured = await measureVerdicts(readSentences(SENTENCES), bot);
for (const { text, allowed, verdicts, result, tries } of measured)
  if (result !== "right")
    console.log(`${result}: ${text}\n  ${verdicts.join(", ")}; allowed: ${allowed.join(", ")} (${tries})`);
console.log("\n| sentences of | number | wrong | missed | of due |\n|---|--:|--:|--:|--:|");
for (const writer of ["desk", "reader", "editor"] as const) {
  const figures = verdictFigures(measured.filter((sentence) => sentence.writer === writer));
  console.log(figureRow(writer, figures));
  if (figures.wrong > 0 || figures.missedShare > MAX_MISSED_SHARE[writer]) process.exitCode = 1;
}

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
import { measureVerdicts, readSentences, verdictFigures } from "./verdicts.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const SENTENCES = process.argv[2] ?? new URL("../test/claims/sentences.tsv", import.meta.url);

/** The most that may be missed, as a share of the verdicts that are due; none may be wrong. */
const MAX_MISSED = 0.08;

const library = createLibrary(await readShelf(PROJECT));
const bot = createBot(library, commands, englishMessages, createLog("error", []));
const measured = await measureVerdicts(readSentences(SENTENCES), bot);
for (const { text, allowed, verdicts, result, tries } of measured)
  if (result !== "right")
    console.log(`${result}: ${text}\n  ${verdicts.join(", ")}; allowed: ${allowed.join(", ")} (${tries})`);
console.log("\n| sentences of | number | wrong | missed | of due |\n|---|--:|--:|--:|--:|");
for (const writer of ["desk", "reader", "both"] as const) {
  const some = measured.filter((sentence) => writer === "both" || sentence.writer === writer);
  const { sentences, wrong, missed, due, missedShare } = verdictFigures(some);
  console.log(
    `| ${writer} | ${sentences} | ${wrong} | ${missed} | ${(100 * missedShare).toFixed(1)} % of ${due} |`,
  );
}
const { wrong, missedShare } = verdictFigures(measured);
process.exitCode = wrong > 0 || missedShare > MAX_MISSED ? 1 : 0;

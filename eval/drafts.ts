/**
 * `npm run eval:drafts`: how much of what a person found in the texts of test/gold/ is drafted, and how the drafts of the
 * shelf's sources compare with their records. With `-- --all`, also what was missed and what was wrong.
 */
import { fileURLToPath } from "node:url";
import { readShelf } from "../src/shelf/shelf.ts";
import { measureDrafts } from "./draft-gold.ts";
import { compareWithRecords, comparisonRow } from "./draft-shelf.ts";
import { figureRows } from "./draft-table.ts";

const showsAll = process.argv.includes("--all");
const figures = measureDrafts(({ name, measure, text }) => {
  if (showsAll) console.log(`${name}\t${measure}\t${text}`);
});
console.log(
  `| | two sources | eight texts | four texts | thirty-five texts |\n|---|--:|--:|--:|--:|\n${figureRows(figures).join("\n")}\n`,
);
console.log("| source | records | drafted | not drafted | drafts besides |\n|---|---|--:|---|--:|");
const shelf = await readShelf(fileURLToPath(new URL("..", import.meta.url)));
for (const source of shelf.sources.values())
  for (const comparison of compareWithRecords(source, shelf)) console.log(comparisonRow(source, comparison));

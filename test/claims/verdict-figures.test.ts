/** Tests that /check gives no wrong verdict on the judged sentences, misses few, and that the docs have these figures. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  figureRow,
  MAX_MISSED_SHARE,
  measureVerdicts,
  readSentences,
  verdictFigures,
} from "../../eval/verdicts.ts";
import { bot, PROJECT } from "../desks.ts";

const sentences = readSentences(join(PROJECT, "test/claims/sentences.tsv"));
/** Whether the figures have been measured: over the other library, or on another Node. */
const areMeasured = process.env.LIBRARY === "cloning" || process.env.TESTED_ON_ANOTHER_NODE === "yes";

/** That the library which copies, and another Node, give the same verdicts shows in a third of one writer's sentences. */
async function checkThird(): Promise<void> {
  const some = sentences.filter(({ writer }) => writer === "desk").filter((_, index) => index % 3 === 0);
  const measured = await measureVerdicts(some, bot);
  expect(measured.length).toBeGreaterThan(50);
  expect(measured.filter(({ result }) => result === "wrong").map(({ text }) => text)).toEqual([]);
}
if (areMeasured) it("no verdict on every third sentence of the desk is wrong", checkThird);

it.each(areMeasured ? [] : (["desk", "reader", "editor"] as const))(
  "no verdict on the sentences of the %s is wrong, few are missed, and the docs say how many",
  async (writer) => {
    const measured = await measureVerdicts(
      sentences.filter((sentence) => sentence.writer === writer),
      bot,
    );
    expect(measured.length).toBeGreaterThan(0);
    expect(measured.filter(({ result }) => result === "wrong").map(({ text }) => text)).toEqual([]);
    const figures = verdictFigures(measured);
    expect(figures.missedShare).toBeLessThanOrEqual(MAX_MISSED_SHARE[writer]);
    expect(readFileSync(join(PROJECT, "docs/checking.md"), "utf8")).toContain(figureRow(writer, figures));
  },
);

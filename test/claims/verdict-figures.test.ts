/** Tests that /check gives no wrong verdict on the judged sentences, misses few, and that the docs have these figures. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { measureVerdicts, readSentences, verdictFigures } from "../../eval/verdicts.ts";
import { bot, PROJECT } from "../desks.ts";

const MAX_MISSED_SHARE = 0.08;

it("no verdict is wrong, few are missed, and the docs say how many", async () => {
  const sentences = readSentences(join(PROJECT, "test/claims/sentences.tsv"));
  const measured = await measureVerdicts(sentences, bot);
  expect(measured.filter(({ result }) => result === "wrong").map(({ text }) => text)).toEqual([]);
  const { missed, due, missedShare } = verdictFigures(measured);
  expect(missedShare).toBeLessThanOrEqual(MAX_MISSED_SHARE);
  const row = `| desk | ${sentences.length} | 0 | ${missed} | ${(100 * missedShare).toFixed(1)} % of ${due} |`;
  expect(readFileSync(join(PROJECT, "docs/checking.md"), "utf8")).toContain(row);
}, 60_000);

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

/** The library in memory is held against all; that one that copies gives the same verdicts, for which some are enough. */
const WRITERS =
  process.env.LIBRARY === "cloning" ? (["desk"] as const) : (["desk", "reader", "editor"] as const);

it.each(WRITERS)(
  "no verdict on the sentences of the %s is wrong, few are missed, and the docs say how many",
  async (writer) => {
    const sentences = readSentences(join(PROJECT, "test/claims/sentences.tsv"));
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

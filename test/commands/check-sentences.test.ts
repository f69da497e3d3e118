/** /check over its list of sentences: what is borne out, what differs, and no verdict where the shelf is silent. */
import { describe, expect, it } from "vitest";
import { checkMessage } from "../../src/checking/checking.ts";
import type { Verdict } from "../../src/checking/verdicts.ts";
import { MESSAGE_LENGTH, makeAsk } from "../../src/desk/ask.ts";
import { bot, library } from "../desks.ts";
import {
  dates,
  figures,
  hard,
  heldOut,
  others,
  quotations,
  type Row,
  together,
  traps,
} from "./check-sentences.ts";

/** A verdict as the list writes it. */
function written(verdict: Verdict): string {
  const record = "pledge" in verdict ? verdict.pledge : verdict.record;
  const why = "why" in verdict ? [verdict.why] : [];
  const words =
    verdict.about === "words"
      ? [
          ...verdict.differences.map(({ said, known }) => `${said}>${known}`),
          ...(verdict.otherSpeaker
            ? [
                `@${"record" in verdict.otherSpeaker ? verdict.otherSpeaker.record.id : verdict.otherSpeaker.name}`,
              ]
            : []),
        ]
      : [];
  return [verdict.kind, verdict.about, record.id, ...why, ...words].join(" ");
}

const verdicts = async (text: string): Promise<string[]> =>
  (await checkMessage(text.slice(0, MESSAGE_LENGTH), library)).sentences.flatMap((sentence) =>
    sentence.verdicts.map(written),
  );

const lists: readonly (readonly [string, readonly Row[]])[] = [
  ["figures", figures],
  ["sums of several", together],
  ["traps", traps],
  ["quotations", quotations],
  ["dates", dates],
  ["others", others],
  ["hard ones", hard],
  ["held out", heldOut],
];
const all = lists.flatMap(([, rows]) => rows);

describe.each(lists)("%s", (_, rows) => {
  it.each(rows.map(([sentence, ...expected]) => [sentence, expected] as const))(
    "%s",
    async (sentence, expected) => {
      expect(await verdicts(sentence)).toEqual(expected);
    },
  );
});

describe("no verdict on what is not asserted", () => {
  const plain = all.filter(
    ([sentence, ...expected]) => expected.length > 0 && !/[.。].+[.。]/.test(sentence.replace(/\d\.\d/g, "")),
  );
  const bare = (sentence: string) => sentence.replace(/[.。]$/, "");
  it.each([
    ["asked", (sentence: string) => `${bare(sentence)}?`],
    ["denied", (sentence: string) => `It is not true that ${bare(sentence)}.`],
    ["supposed", (sentence: string) => `If ${bare(sentence)}, much would change.`],
    ["asked in Chinese", (sentence: string) => `${bare(sentence)}，是真的吗？`],
    ["denied in Chinese", (sentence: string) => `有人否认${bare(sentence)}。`],
    ["supposed in Chinese", (sentence: string) => `如果${bare(sentence)}，那就好了。`],
  ])("%s", async (_, form) => {
    expect(plain.length).toBeGreaterThan(60);
    for (const [sentence] of plain) expect(await verdicts(form(sentence)), form(sentence)).toEqual([]);
  });
});

it("answers each of them, for the asker alone", async () => {
  for (const [sentence, ...expected] of all) {
    const answer = await bot.answer(makeAsk("check", sentence.slice(0, MESSAGE_LENGTH)));
    expect(answer.audience).toBe("asker");
    expect(["found", "menu", "nothing"], sentence).toContain(answer.outcome);
    expect(answer.outcome === "found", sentence).toBe(expected.length > 0);
    expect(JSON.stringify(answer)).not.toMatch(/\b(?:false|wrong|untrue)\b(?!,"|})/i);
  }
});

/** Tests /check on a list of sentences: the verdicts on each, and none where the shelf has nothing to say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAsk, MAX_MESSAGE_LENGTH, normalizeLine } from "../../src/ask/ask.ts";
import { checkMessage } from "../../src/claims/check-message.ts";
import type { ClaimedSpeaker, Verdict } from "../../src/claims/verdicts.ts";
import { type Answer, blockPassages } from "../../src/desk/answer.ts";
import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import { contenders } from "../delivery/renderers.ts";
import { bot, library, shelf } from "../desks.ts";
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

const speakerId = (speaker: ClaimedSpeaker): string => {
  if ("record" in speaker) return speaker.record.id;
  return "name" in speaker ? speaker.name : speaker.office;
};

/** Writes a verdict in the notation of the list. */
function written(verdict: Verdict): string {
  const record = "pledge" in verdict ? verdict.pledge : verdict.record;
  const why = "why" in verdict ? [verdict.why] : [];
  const words =
    verdict.about === "words"
      ? [
          ...verdict.differences.map(({ said, known }) => `${said}>${known}`),
          ...(verdict.otherSpeaker ? [`@${speakerId(verdict.otherSpeaker)}`] : []),
        ]
      : [];
  return [verdict.kind, verdict.about, record.id, ...why, ...words].join(" ");
}

const verdicts = async (text: string): Promise<string[]> =>
  (await checkMessage(text.slice(0, MAX_MESSAGE_LENGTH), library)).sentences.flatMap((sentence) =>
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
    const answer = await bot.answer(createAsk("check", sentence.slice(0, MAX_MESSAGE_LENGTH)));
    expect(answer.audience).toBe("asker");
    expect(["found", "menu", "nothing"], sentence).toContain(answer.outcome);
    if (expected.length > 0) expect(answer.outcome, sentence).toBe("found");
    expect(JSON.stringify(answer)).not.toMatch(/\b(?:false|wrong|untrue)\b(?!,"|})/i);
  }
});

it.each(contenders.map(({ name, draw }) => [name, draw] as const))(
  "draws each of them without a fault: %s",
  async (_, draw) => {
    for (const [sentence] of all) {
      let asked: Answer["ask"] | undefined = createAsk("check", sentence.slice(0, MAX_MESSAGE_LENGTH));
      while (asked) {
        const { faults, next } = draw(await bot.answer(asked));
        expect(faults, sentence).toEqual([]);
        asked = next;
      }
    }
  },
);

it("cites only what stands where it says, and marks only what is in it", async () => {
  for (const [sentence] of all) {
    const { items, sources } = await bot.answer(createAsk("check", sentence.slice(0, MAX_MESSAGE_LENGTH)));
    for (const { source, text, start, end, marked = [] } of items.flat().flatMap(blockPassages)) {
      expect(shelf.sources.get(sources[source - 1]!.id)!.text.slice(start, end)).toBe(text);
      for (const mark of marked) expect(text.slice(mark.start, mark.end).trim(), sentence).not.toBe("");
    }
  }
});

describe("whatever a message holds", () => {
  const names = [...shelf.records.values()].flatMap(({ label, aliases }) => [label, ...aliases]);
  const passages = [...shelf.records.values()].flatMap((record) =>
    evidenceWithPointers(record).map(({ evidence }) => evidence.exact.slice(0, 200)),
  );
  const piece = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...passages),
    fc.constantFrom(
      ..."pledged donated said gave to for by of and while not if 捐 承诺 说 的 和 在".split(" "),
    ),
    fc.constantFrom(
      "$15.5 billion",
      "155亿美元",
      "100 billion yuan",
      "August 2021",
      "2021年8月",
      "120,000",
      "$9,9",
    ),
    fc.constantFrom(..."“ ” ‘ ’ \" ' 「 」 « » . , ; : ( ) ? ! 。 ， …".split(" ")),
    fc.string({ unit: "grapheme", maxLength: 6 }),
  );
  const message = fc
    .array(piece, { maxLength: 40 })
    .map((pieces) => normalizeLine(pieces.join(" ")).slice(0, MAX_MESSAGE_LENGTH));

  it("what is checked are its own sentences", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(message, async (text) => {
        const { sentences } = await checkMessage(text, library);
        for (const sentence of sentences) expect(text).toContain(sentence.text);
      }),
      { numRuns: 400 },
    );
  });
});

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

/** Answers each ask of a sentence once, however many draw it. */
function answeredOnce(): (ask: Answer["ask"]) => Promise<Answer> {
  const given = new Map<number, Promise<Answer>>();
  return (ask) => {
    const answer = given.get(ask.from) ?? bot.answer(ask);
    given.set(ask.from, answer);
    return answer;
  };
}

describe.each(lists)("each of the %s is answered", (_, rows) => {
  it("for the asker alone, drawn without a fault, and cites only what stands where it says", async () => {
    for (const [sentence, ...expected] of rows) {
      const answered = answeredOnce();
      const ask = createAsk("check", sentence.slice(0, MAX_MESSAGE_LENGTH));
      const answer = await answered(ask);
      expect(answer.audience).toBe("asker");
      expect(expected.length > 0 ? ["found"] : ["found", "menu", "nothing"], sentence).toContain(
        answer.outcome,
      );
      expect(JSON.stringify(answer)).not.toMatch(/\b(?:false|wrong|untrue)\b(?!,"|})/i);
      for (const { source, text, start, end, marked = [] } of answer.items.flat().flatMap(blockPassages)) {
        expect(shelf.sources.get(answer.sources[source - 1]!.id)!.text.slice(start, end)).toBe(text);
        for (const mark of marked) expect(text.slice(mark.start, mark.end).trim(), sentence).not.toBe("");
      }
      for (const { name, draw } of contenders)
        for (let asked: Answer["ask"] | undefined = ask; asked; ) {
          const { faults, next } = draw(await answered(asked));
          expect(faults, `${name}: ${sentence}`).toEqual([]);
          asked = next;
        }
    }
  });
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

  it("what is checked are its own sentences", async () => {
    await fc.assert(
      fc.asyncProperty(message, async (text) => {
        const { sentences } = await checkMessage(text, library);
        for (const sentence of sentences) expect(text).toContain(sentence.text);
      }),
      { numRuns: 100 },
    );
  });
});

/** Tests that words stand beside their speaker wherever they appear, in every answer that can show them. */

import { describe, expect, it } from "vitest";
import type { Block } from "../../src/desk/answer.ts";
import { isReported } from "../../src/desk/quotations.ts";
import { contextOf, recordAt } from "../../src/library/lookups.ts";
import { foldText } from "../../src/shelf/fold.ts";
import { RECORD_KINDS } from "../../src/shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../../src/shelf/records.ts";
import { ask, bot, library, shelf } from "../desks.ts";

const records = [...shelf.records.values()];
const labelOf = (ref: string): string => records.find(({ kind, id }) => `${kind}/${id}` === ref)!.label;

/** Returns the name that must stand beside words of a record, or undefined when they are nobody's. */
function speakerOf(record: AnyRecord): string | undefined {
  if (record.kind !== "quotes" && !isReported(record)) return undefined;
  if (record.speaker !== undefined) return labelOf(record.speaker);
  return record.kind === "facts" ? record.speakerStated : undefined;
}

type Speaking = Extract<Block, { type: "quote" | "report" }>;

/** Every ask that shows records by name, and a search for each. */
const LINES = [
  ...records.flatMap(({ kind, id, label }) => [
    ...(["pledges", "events", "terms", "people", "organizations"].includes(kind) ? [`/pledge ${id}`] : []),
    ...(kind === "terms" ? [`/define ${id}`] : []),
    ...(kind === "people" || kind === "organizations" ? [`/who ${id}`, `/quote ${id}`] : []),
    `/search ${label.replace(/[“”:]/g, " ")}`,
  ]),
];

const isWhole = (block: Speaking, evidence: readonly Evidence[]): boolean =>
  block.passages.map(({ text }) => foldText(text)).join() ===
  evidence.map(({ exact }) => foldText(exact)).join();

it("covers every kind of record", () => {
  expect(new Set(records.map(({ kind }) => kind)).size).toBe(RECORD_KINDS.length);
});

describe("every block of somebody's words names the speaker, and says where the speaker is inferred:", () => {
  const spoken = records.filter((record) => speakerOf(record) !== undefined);
  it.each(LINES)("%s", async (line) => {
    const blocks = (await bot.answerLine(line)).items
      .flat()
      .filter((block): block is Speaking => block.type === "quote" || block.type === "report");
    const isWrong = ({ type, speaker }: Speaking, record: AnyRecord): boolean => {
      const isNamed = speaker?.includes(speakerOf(record)!);
      // A sentence that reports may also show a role or an explanation; it says itself who speaks.
      if (record.kind !== "quotes") return isNamed === false;
      const isMarked = record.speakerInferred === undefined || speaker?.includes("(speaker inferred)");
      return type !== "quote" || !isNamed || !isMarked;
    };
    const wrong = blocks.filter((block) =>
      spoken.some(
        (record) => "passages" in record && isWhole(block, record.passages) && isWrong(block, record),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a subject without a pledge", () => {
  it.each([
    ["/pledge wang", "Wang Hsin-Hsien", 2],
    ["/pledge andrew collier", "Andrew Collier", 1],
    ["/pledge third distribution", "Lu Jun", 1],
    ["/pledge political awareness", "Netizens on Weibo", 1],
  ])("%s has its quotations as quotations", async (line, speaker, many) => {
    const quotes = (await bot.answerLine(line)).items
      .flat()
      .filter((block) => block.type === "quote" && block.speaker?.startsWith(speaker));
    expect(quotes).toHaveLength(many);
  });

  it("is nobody's “it”, and is not said to be missing from the sources", async () => {
    for (const line of ["/pledge wang", "/quote li yining", "/pledge third distribution"]) {
      const [head = ""] = (await ask(line)).split("\n\n  ");
      expect(head).not.toMatch(/\bit\b|in the sources/);
    }
  });
});

it("a dated quotation of /timeline has its speaker beside its kind", async () => {
  expect(await ask("/timeline xi jinping")).toContain("Kind: quotation: Xi Jinping");
});

it.each([
  ["quotes", "lu-independent-ngos", "Lu Jun (speaker inferred) (partial quote"],
  ["quotes", "zhou-our-success", "Zhou Hongyi (partial quote"],
  ["facts", "lu-jun-on-ngos-that-can-survive", "Lu Jun (reported, not quoted)"],
  ["facts", "doubts-about-the-companies-motives", "“some” (reported, not quoted)"],
] as const)("a passage in its place has its speaker: %s/%s", async (kind, id, speaker) => {
  const record = (await recordAt(kind, id, library))!;
  const { source, start } = await contextOf(record.passages[0]!, library);
  expect(await ask(`/source ${source.id} at:${start}`)).toContain(`— ${speaker}`);
});

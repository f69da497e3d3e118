/** Tests that characters that are not seen, and how letters are composed, make no difference in stored texts. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { createFoldedText, locateEvidence } from "../../src/shelf/evidence.ts";
import { foldText, foldWithOffsets } from "../../src/shelf/fold.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { all, replacing, setting, shelfWith, temporaryFolder } from "../shelves.ts";

const SEED = "seeds/voa-common-prosperity";

/** A shelf whose texts have soft hyphens, zero-width spaces and word joiners. */
async function hiddenShelf() {
  let text = "";
  const changed = all(
    replacing("has become one of his favorite themes", "has be\u00adcome one of his fa\u200bvorite themes"),
    replacing("eliminated poverty", "elimi\u00adnated pov\u2060erty"),
    replacing(
      "donation of $15 billion to the initiative",
      "dona\u00adtion of $15 billion to the initi\u00adative",
    ),
    replacing("prosperity for all, not just a few people", "pros\u00adperity for all, not just a few people"),
  );
  const root = shelfWith({
    [`${SEED}.txt`]: (stored) => {
      text = changed(stored);
      return text;
    },
    "data/terms/common-prosperity.json": replacing('"共同富裕"', '"共\u200b同富裕"'),
  });
  const { change } = await import("../shelves.ts");
  const sha256 = createHash("sha256").update(text).digest("hex");
  change(root, { [`${SEED}.json`]: setting("/sha256", sha256) });
  return root;
}

describe("a stored text", async () => {
  const root = await hiddenShelf();
  const cache = temporaryFolder();
  const shelf = await readShelf(root, cache);
  const bot = createBot(createLibrary(shelf), commands, englishMessages, keptLog());

  it("holds the passages as they are stored", () => {
    const fact = shelf.records.get("facts/xi-poverty-eliminated");
    const [evidence] = (fact as unknown as { passages: [{ exact: string; source: string }] }).passages;
    const { start, end } = shelf.spans.get(evidence)!;
    const stored = shelf.sources.get(evidence.source)!.text.slice(start, end);
    expect(stored).toContain("elimi\u00adnated pov\u2060erty");
    expect(stored.endsWith("pov\u2060erty")).toBe(true);
    expect(foldText(stored)).toBe(foldText(evidence.exact));
  });

  it("is read from the cache as it was", async () => {
    expect((await readShelf(root, cache)).records).toEqual(shelf.records);
  });

  it.each([
    ["/quote xi about poverty", "found"],
    ["/search eliminated poverty", "found"],
    ["/define 共同富裕", "found"],
    ["/define com\u00admon pros\u200bperity", "found"],
    ["/quote xi about:pov\u00aderty", "found"],
    ["/who L\u00e9i Jun", "found"],
    ["/who Le\u0301i Jun", "found"],
  ])("%j is %s", async (line, outcome) => {
    expect((await bot.answerLine(line)).outcome).toBe(outcome);
  });

  it.each([
    ["Daniel Zhang said Alibaba would donate $15 billion.", "supported"],
    ["Daniel Zhang said Ali\u00adbaba would do\u200bnate $15 billion.", "supported"],
    ["Xi said “common prosperity means prosperity for all, not just a few people.”", "supported"],
    ["Xi said “com\u00admon prosperity means prosperity for all, not just a few people.”", "supported"],
  ])("/check %j is %s", async (sentence, verdict) => {
    const { verdicts } = await bot.answerLine(`/check ${sentence}`);
    expect(verdicts?.map((one) => one.verdict)).toEqual([verdict]);
  });
});

describe("offsets", () => {
  it.each([
    ["a\u00adb c", "ab c", [0, 2, 3, 4, 5]],
    ["e\u0301a", "\u00e9a", [0, 2, 3]],
    ["\u1112\u1161\u11ab a", "\ud55c a", [0, 3, 4, 5]],
    ["\u200bab", "ab", [1, 2, 3]],
    ["plain “text”", 'plain "text"', Array.from({ length: 13 }, (_, index) => index)],
  ])("of %j", (text, folded, offsets) => {
    const fold = foldWithOffsets(text);
    expect(fold.folded).toBe(folded);
    expect(Array.from({ length: folded.length + 1 }, (_, index) => fold.offsetAt(index))).toEqual(offsets);
  });

  it("a passage is found however either is written", () => {
    const text = createFoldedText("Caf\u00e9 and cre\u0301me bru\u00adl\u00e9e.");
    for (const exact of [
      "cr\u00e9me bru\u00adl\u00e9e",
      "cre\u0301me brule\u0301e",
      "cr\u00e9me\u200b brul\u00e9e",
    ])
      expect(locateEvidence({ source: "x", exact }, text)).toEqual({ span: { start: 9, end: 23 } });
  });
});

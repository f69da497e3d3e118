/** Answers that cite a source which its publisher has withdrawn say so; others do not. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { faultsOf, setting, shelfWith } from "../shelves.ts";

const withdrawn = { on: "2022-03-09", why: "The sums were wrong." };
const root = shelfWith({ "seeds/voa-common-prosperity.json": setting("/withdrawn", withdrawn) });
const library = createLibrary(await readShelf(root));

async function answerIn(locale: "en" | "zh-Hans" | "zh-Hant", line: string) {
  const bot = createBot(library, commands, await loadMessages(locale), keptLog());
  return bot.answerLine(line);
}

describe("an answer that cites a withdrawn source", () => {
  it.each(["/pledge alibaba", "/quote zhou hongyi", "/define common prosperity", "/search tycoons"])(
    "cautions: %s",
    async (line) => {
      const { close } = await answerIn("en", line);
      expect(close.filter(({ type }) => type === "note")).toContainEqual({
        type: "note",
        texts: [
          "Voice of America, 2021 (both inferred): withdrawn or corrected by its publisher on 9 March 2022. The sums were wrong.",
        ],
        cautions: ["Withdrawn or corrected by its publisher: Voice of America, 2021 (both inferred)"],
      });
    },
  );

  it("in every language", async () => {
    const texts = await Promise.all(
      (["zh-Hans", "zh-Hant"] as const).map(async (locale) =>
        JSON.stringify((await answerIn(locale, "/pledge alibaba")).close),
      ),
    );
    expect(texts[0]).toContain("发布方已于2022年3月9日撤回或更正这个来源。（英文）The sums were wrong。");
    expect(texts[1]).toContain("發布方已於2022年3月9日撤回或更正這個來源。（英文）The sums were wrong。");
  });

  it("and no other does", async () => {
    const lines = [
      "/pledge alibaba",
      "/pledge pinduoduo",
      "/quote xi jinping",
      "/who lei jun",
      "/define xiaokang",
      "/timeline 2021",
    ];
    const found = await Promise.all(
      lines.map(async (line) => {
        const { close, sources } = await answerIn("en", line);
        return {
          cites: sources.some(({ id }) => id === "voa-common-prosperity"),
          cautions: JSON.stringify(close).includes("withdrawn or corrected"),
        };
      }),
    );
    expect(found.map(({ cautions }) => cautions)).toEqual(found.map(({ cites }) => cites));
    expect(new Set(found.map(({ cites }) => cites)).size).toBe(2);
  });

  it("nor is its own card shown without the caution", async () => {
    const { opening } = await answerIn("en", "/source voa-common-prosperity");
    expect(JSON.stringify(opening)).toContain("Withdrawn or corrected by its publisher");
  });
});

it("a card says on which day, and why", async () => {
  const card = (value: unknown) =>
    shelfWith({ "seeds/voa-common-prosperity.json": setting("/withdrawn", value) });
  expect(await faultsOf(card(withdrawn))).toEqual([]);
  expect(await faultsOf(card({ on: "yesterday", why: "x" }))).toHaveLength(1);
  expect(await faultsOf(card({ on: "2022-03-09" }))).toHaveLength(1);
});

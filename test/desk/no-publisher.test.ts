/** Tests sources of which nobody knows who published them: answers, credits and citations do without, and say so. */
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { CITATION_STYLES } from "../../src/citation/styles.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderJson } from "../../src/delivery/json.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { createBotFactory } from "../../src/desk/bot.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog } from "../desks.ts";
import { shelfWith } from "../shelves.ts";

const SOURCE = "supchina-tech-philanthropy";

/** Takes from a card everything that says who published it. */
const withoutPublisher = (text: string): string => {
  const { publisherInferred: _, section: _section, republication: _copy, ...card } = JSON.parse(text);
  const { "container-title": _title, publisher: _publisher, URL: _url, ...citation } = card.citation;
  return JSON.stringify({ ...card, citation });
};

const shelf = await readShelf(shelfWith({ [`seeds/${SOURCE}.json`]: withoutPublisher }));
const log = keptLog();
const botFor = createBotFactory(createLibrary(shelf), commands, log);

it.each(["en", "zh-Hans", "zh-Hant"] as const)("every command answers in %s", async (locale) => {
  const bot = await botFor(locale);
  const lines = [
    ...[`/source ${SOURCE}`, "/pledge tencent", "/quote xi", "/who alibaba", "/define common prosperity"],
    ...[
      "/timeline alibaba",
      "/compare alibaba tencent",
      "/search donation",
      "/check Tencent pledged $7.7 billion",
    ],
    ...CITATION_STYLES.map(({ id }) => `/cite ${SOURCE} style:${id}`),
  ];
  for (const line of lines) {
    const answer = await bot.answerLine(line);
    expect(answer.outcome, line).toBe("found");
    const drawn = fitAnswer(
      answer,
      (page) => renderTextPage(page, bot.messages),
      () => true,
    ).message;
    expect(drawn + renderJson(answer), line).not.toMatch(/undefined|\bnull\b(?! *[,}\]])/);
  }
  expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
});

it("it is named by its title, and its card says that the publisher is not known", async () => {
  const bot = await botFor("en");
  const [quoted] = (await bot.answerLine("/quote xi")).sources;
  const { title } = shelf.sources.get(SOURCE)!;
  const credits = (await bot.answerLine("/pledge tencent")).sources.map(({ short }) => short);
  expect([quoted?.short, ...credits].some((short) => short?.startsWith(title.text.slice(0, 20)))).toBe(true);
  expect(JSON.stringify(await bot.answerLine(`/source ${SOURCE}`))).toContain(
    '"label":"Publisher","value":"not known"',
  );
});

/** Where sources have pages, each number leads to its passage; where they have none, a question shows it in its place. */
import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { plainStyle } from "../../src/delivery/text.ts";
import { resolveVisibility } from "../../src/delivery/visibility.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { renderTerminal } from "../../src/platforms/terminal/render.ts";
import { bot, keptLog, library } from "../desks.ts";

const pages = (source: string) => `https://desk.example/sources/${source}`;
const paged = createBot(library, commands, englishMessages, keptLog(), undefined, { sourcePageUrl: pages });
const LINK = /https:\/\/desk\.example\/sources\/voa-common-prosperity#p(\d+)-(\d+)/g;

/** The recorded places of a source, as the ends of their links. */
const placesIn = (text: string): string[] =>
  [...text.matchAll(LINK)].map(([, start, end]) => `${start}-${end}`);

it("leads from every platform to the very passage", async () => {
  const answer = await paged.answerLine("/quote wang");
  const shown = answer.items.flat().flatMap((block) => ("passages" in block ? block.passages : []));
  const places = new Set(shown.map(({ start, end }) => `${start}-${end}`));
  const visibility = resolveVisibility(answer, undefined, "room");
  const drawn = [
    JSON.stringify(renderDiscord(answer, englishMessages, visibility).message),
    JSON.stringify(renderSlack(answer, englishMessages, { ...visibility, asker: "U012AB3CD" }).message),
    renderTerminal(answer, englishMessages, { ...plainStyle, link: (text, url) => `${text}<${url}>` }),
  ];
  for (const text of drawn) {
    const found = placesIn(text);
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((place) => !places.has(place))).toEqual([]);
  }
});

it("has a table's numbers opening there too", async () => {
  const answer = await paged.answerLine("/compare alibaba tencent");
  const { message } = renderDiscord(answer, englishMessages, resolveVisibility(answer, undefined, "room"));
  expect(JSON.stringify(message)).toMatch(LINK);
});

it("asks for the passage in its place where there are no pages", async () => {
  const { buttons, items } = await bot.answerLine("/quote wang");
  const place = buttons.find((button) => button.type === "ask" && button.ask.options.at !== undefined);
  expect(place?.label).toBe("See in context: China’s current common […]");
  if (place?.type !== "ask") throw new Error("no question");
  const placed = await bot.answer(place.ask);
  expect(placed.outcome).toBe("found");
  const [first] = items.flat().flatMap((block) => ("passages" in block ? block.passages : []));
  expect(JSON.stringify(placed.items)).toContain(JSON.stringify(first?.text).slice(1, -1));
  expect((await paged.answerLine("/quote wang")).buttons.some((button) => button.label === place.label)).toBe(
    false,
  );
});

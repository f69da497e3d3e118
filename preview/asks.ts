/** What the preview asks, and the messages that the bot sends for it. */
import { carriageOf } from "../src/carrier/carriage.ts";
import type { Answer } from "../src/desk/answer.ts";
import type { Ask } from "../src/desk/ask.ts";
import { type DiscordMessage, renderDiscord } from "../src/discord/render.ts";
import type { Fitted } from "../src/render/renderer.ts";
import { renderSlack, type SlackMessage } from "../src/slack/render.ts";
import { bot } from "../test/desks.ts";

/** One line a picture, as people type it. Pages that follow are asked for as Next does, and need no line. */
export const ASKS = [
  "/pledge alibaba",
  "/pledge zhengzhou",
  "/pledge xiaomi",
  "/pledge",
  "/pledge jd.com",
  "/quote xi",
  "/quote lu jun about NGOs",
  "/quote li jun",
  "/quote lei jun",
  "/quote",
  "/define third-distribution",
  "/define 共同富裕",
  "/define illegal NGOs",
  "/who alibaba",
  "/who andrew collier",
  "/who",
  "/source voa",
  "/source",
  "/help",
  "/help quote",
  "/nosuch x",
];

/** One message, and what it answers. */
export interface Shot<Message> {
  readonly line: string;
  /** From 1; a second page is what Next leads to. */
  readonly page: number;
  readonly message: Message;
}

/** No answer has so many pages: a Next that never ends is a fault to be seen, not one to hang on. */
const MOST_PAGES = 12;

async function shots<Message>(render: (answer: Answer) => Fitted<Message>): Promise<Shot<Message>[]> {
  const taken: Shot<Message>[] = [];
  for (const line of ASKS) {
    let { message, next }: { message: Message; next?: Ask } = render(await bot.answerLine(line));
    taken.push({ line, page: 1, message });
    for (let page = 2; next && page <= MOST_PAGES; page++) {
      ({ message, next } = render(await bot.answer(next)));
      taken.push({ line, page, message });
    }
  }
  return taken;
}

export const discordShots = (): Promise<Shot<DiscordMessage>[]> =>
  shots((answer) => renderDiscord(answer, bot.words, carriageOf(answer, undefined, "room")));

export const slackShots = (): Promise<Shot<SlackMessage>[]> =>
  shots((answer) =>
    renderSlack(answer, bot.words, { ...carriageOf(answer, undefined, "room"), asker: "U0123456789" }),
  );

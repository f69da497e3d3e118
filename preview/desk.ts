/** What both platforms' bots are made of here: every command, one that fails, and pictures drawn once each. */
import { commands } from "../commands/index.ts";
import { memoizePicture } from "../src/delivery/attachments.ts";
import { type BotFactory, createBotFactory } from "../src/desk/bot.ts";
import type { Command } from "../src/desk/command.ts";
import { createLinkPreview } from "../src/desk/link-preview.ts";
import { drawPng } from "../src/picture/png.ts";
import type { Log } from "../src/support/log.ts";
import { broken, library } from "../test/desks.ts";
import { CLOCK } from "./html.ts";

/** A log that says nothing: what fails here fails in a picture. */
export const silent: Log = { info() {}, warn() {}, error() {} };

/** No answer has so many pages: a Next that never ends is a fault to be seen, not one to hang on. */
export const MOST_PAGES = 12;

/** How long an answer may take, in milliseconds: longer than any does, and less than the slow one takes. */
export const PATIENT = 60_000;
export const HASTY = 40;
const SLOW = 120;

/** The same commands, the first of which takes its time. */
const [first, ...others] = commands;
const slowed: Command = {
  ...first!,
  async load() {
    const loaded = await first!.load();
    return {
      ...loaded,
      async answer(ask, context) {
        await new Promise((resolve) => setTimeout(resolve, SLOW));
        return loaded.answer(ask, context);
      },
    };
  },
};

const failing: Command = { ...first!, load: broken.load };

/** An ask of the command that takes its time, or fails. */
export const FIRST_LINE = first!.examples[0]!;

/** A conversation in which every source was cited. */
const { sources } = await library.about();
const ledger = { citedIn: async () => sources.map(({ id }) => ({ source: id, first: CLOCK })) };

/** The bots as they are, as they are on a slow day, and as they are when something fails. */
export const bots = (): BotFactory => createBotFactory(library, commands, silent, { citationLog: ledger });
export const slowBots = (): BotFactory =>
  createBotFactory(library, [slowed, ...others], silent, { citationLog: ledger });
export const failingBots = (): BotFactory =>
  createBotFactory(library, [failing, ...others], silent, { citationLog: ledger });

/** Where the pages are, if there are any. */
export const SITE = "https://refdesk.example.org";

/** What stands below a pasted link to one of them. */
export const linkPreview = await createLinkPreview(SITE, library);

/** The bots where sources have pages, to which an answer's numbers lead. */
const pages = (source: string): string => `${SITE}/sources/${source}`;
export const linkedBots = (): BotFactory =>
  createBotFactory(library, commands, silent, { citationLog: ledger, sourcePageUrl: pages });

/** Draws what follows an answer, once for both platforms. */
export const drawOnce = memoizePicture(drawPng);

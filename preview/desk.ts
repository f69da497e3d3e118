/** Creates the bots that the preview shows on both platforms. */
import { commands } from "../commands/index.ts";
import { memoizePicture } from "../src/delivery/attachments.ts";
import { type BotFactory, createBotFactory } from "../src/desk/bot.ts";
import type { Command } from "../src/desk/command.ts";
import { createLinkPreview } from "../src/desk/link-preview.ts";
import { drawPng } from "../src/picture/png.ts";
import type { Log } from "../src/support/log.ts";
import { broken, library } from "../test/desks.ts";
import { CLOCK } from "./html.ts";

/** A log that discards everything, because failures appear in the preview itself. */
export const silent: Log = { info() {}, warn() {}, error() {} };

/** More pages than any answer has, so that an endless Next shows as a fault instead of hanging. */
export const MOST_PAGES = 12;

/** Reply timeouts in milliseconds: PATIENT is longer than any answer takes, HASTY shorter than the slowed one. */
export const PATIENT = 60_000;
export const HASTY = 40;
const SLOW = 120;

/** The first command, delayed by SLOW milliseconds. */
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

/** An ask of the command that is slowed or made to fail. */
export const FIRST_LINE = first!.examples[0]!;

/** In every conversation, all sources count as cited. */
const { hits: sources } = await library.findSources({});
const ledger = { citedIn: async () => sources.map(({ id }) => ({ source: id, first: CLOCK })) };

/** Bots as usual, with a slow command, and with a failing command. */
export const bots = (): BotFactory => createBotFactory(library, commands, silent, { citationLog: ledger });
export const slowBots = (): BotFactory =>
  createBotFactory(library, [slowed, ...others], silent, { citationLog: ledger });
export const failingBots = (): BotFactory =>
  createBotFactory(library, [failing, ...others], silent, { citationLog: ledger });

/** Base URL of the pages in the previews that have them. */
export const SITE = "https://refdesk.example.org";

/** Unfurls links to the pages. */
export const linkPreview = await createLinkPreview(SITE, library);

/** Bots whose citations link to the pages of sources. */
const pages = (source: string): string => `${SITE}/sources/${source}`;
export const linkedBots = (): BotFactory =>
  createBotFactory(library, commands, silent, { citationLog: ledger, sourcePageUrl: pages });

/** Draws each picture once for both platforms. */
export const drawOnce = memoizePicture(drawPng);

/** What both platforms' bots are made of here: every command, one that fails, and pictures drawn once each. */
import { commands } from "../commands/index.ts";
import { type Bots, createBots } from "../src/bot.ts";
import { onceEach } from "../src/carrier/pictures.ts";
import type { Command } from "../src/desk/command.ts";
import type { Log } from "../src/log.ts";
import { drawPng } from "../src/picture/png.ts";
import { broken, library } from "../test/desks.ts";

/** A log that says nothing: what fails here fails in a picture. */
export const silent: Log = { info() {}, warn() {}, error() {} };

/** No answer has so many pages: a Next that never ends is a fault to be seen, not one to hang on. */
export const MOST_PAGES = 12;

/** How long an answer may take where it is deferred, and how long the slow one takes, in milliseconds. */
export const PATIENCE = 40;
const SLOW = 120;

/** The same commands, the first of which takes its time. */
const [first, ...others] = commands;
const slowed: Command = {
  ...first!,
  async answer(ask, desk) {
    await new Promise((resolve) => setTimeout(resolve, SLOW));
    return first!.answer(ask, desk);
  },
};

/** An ask of the command that takes its time. */
export const SLOW_LINE = first!.examples[0]!;

/** The bots as they are, and a command that fails; or as they are on a slow day. */
export const bots = (): Bots => createBots(library, [...commands, broken], silent);
export const slowBots = (): Bots => createBots(library, [slowed, ...others], silent);

/** Draws what follows an answer, once for both platforms. */
export const drawOnce = onceEach(drawPng);

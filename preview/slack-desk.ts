/** Asks the bot as Slack does, over sockets to a stand-in, and keeps what it sends back. */
import type { AnyBlock, PlainTextOption, View } from "@slack/types";
import type { Bots } from "../src/bot.ts";
import { shownOf } from "../src/carrier/pictures.ts";
import { slack } from "../src/slack/adapter.ts";
import { type Action, ACTIONS } from "../src/slack/controls.ts";
import { nameIn } from "../src/slack/names.ts";
import type { Locale } from "../src/words/words.ts";
import { startSlack } from "../test/stand-ins/slack.ts";
import { event, mentioned, openOnMessage, openShortcut, submit, typeInto } from "../test/stand-ins/slack-surfaces.ts";
import { bots as allBots, drawOnce, MOST_PAGES, PATIENCE, SLOW_LINE, silent, slowBots } from "./desk.ts";

/** A picture that was uploaded beside an answer. */
export interface Uploaded {
  readonly title: string;
  readonly png: Buffer;
}

/** One message of the bot's. */
export interface SlackShot {
  readonly blocks: readonly AnyBlock[];
  /** What is shown where there are no blocks. */
  readonly text: string;
  readonly hidden: boolean;
  readonly picture?: Uploaded;
}

/** The form as it was opened, with what one field offers, and what takes its place. */
export interface FormShots {
  readonly opened: View;
  /** The fields that were filled, by their commands. */
  readonly filled: Readonly<Record<string, string>>;
  readonly typing: { readonly command: string; readonly typed: string; readonly offered: readonly PlainTextOption[] };
  readonly answered: View;
  readonly refused: { readonly command: string; readonly problem: string };
}

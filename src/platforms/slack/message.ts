/** One answer as one Slack message, for whom it is. */

import type { Parsed } from "../../ask/ask.ts";
import { conversationOf, type Note } from "../../citation-log/citation-log.ts";
import type { DrawPicture } from "../../delivery/attachments.ts";
import type { Fitted } from "../../delivery/renderer.ts";
import { carriageOf } from "../../delivery/visibility.ts";
import type { Answer, Audience } from "../../desk/answer.ts";
import type { Bot } from "../../desk/bot.ts";
import type { Glance } from "../../desk/record-summary.ts";
import { type Locale, localeOfScript } from "../../language/messages.ts";
import { escapeText, renderSlack, type SlackMessage } from "./render.ts";

/** What a deployment decides for all answers. */
export interface SlackManner {
  /** Whom findings are for unless an ask says otherwise. */
  readonly answers: Audience;
  /** The desk's language where the ask itself does not tell. */
  readonly locale?: Locale;
  /** What stands before each slash command's name. */
  readonly prefix: string;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly patience?: number;
  /** Draws what follows an answer as a picture; none does without it. */
  readonly draw?: DrawPicture;
  /** Notes what a channel saw cited; nothing is kept without it. */
  readonly note?: Note;
  /** Says what stands below a pasted link; without it, there are no pages to link to. */
  readonly glance?: Glance;
}

/** A channel as the ledger names it; a thread is its channel's. */
export const placeOf = (channel: string | undefined): string | undefined =>
  channel === undefined ? undefined : conversationOf("slack", channel);

/** Notes what everyone in a channel has been shown; to be called once it is there. */
export function noteShown(
  cited: readonly string[],
  channel: string | undefined,
  { note }: SlackManner,
): void {
  const place = placeOf(channel);
  if (cited.length > 0 && place !== undefined) note?.(place, cited);
}

/** Who asked, in which language, and what was said of privacy. */
export interface Saying {
  readonly asker: string;
  readonly locale: Locale;
  readonly secret?: boolean | undefined;
  readonly sharedBy?: string;
}

/** One line from the desk to one person. */
export const notice = (line: string) => ({
  response_type: "ephemeral" as const,
  replace_original: false,
  text: escapeText(line),
});

/** The language of an answer: the deployment's, or that of the question, or that of what it was asked from. */
export const localeFor = (manner: SlackManner, text = "", from: Locale = "en"): Locale =>
  manner.locale ?? localeOfScript(text) ?? from;

/** What was asked. */
export interface Asked {
  readonly answer: Promise<Answer>;
  /** Whether the asker said who is to see it. */
  readonly private?: boolean | undefined;
}

/** Asks what was read, where that is. */
export const asking = (bot: Bot, parsed: Parsed, channel?: string): Asked => ({
  answer: bot.answerTo(parsed, placeOf(channel)),
  private: "ask" in parsed ? parsed.private : undefined,
});

/** Asks a line as people type it. */
export const askingLine = (bot: Bot, line: string, channel?: string): Asked =>
  asking(bot, bot.parse(line), channel);

/** A message, and the sources that everyone in its channel sees cited in it. */
export type Shown = Pick<Fitted<SlackMessage>, "message" | "cited">;

/** The message that carries an answer. */
export async function messageFor(
  bot: Bot,
  asked: Asked,
  manner: SlackManner,
  saying: Saying,
): Promise<Shown> {
  const answer = await asked.answer;
  const { asker, locale, secret = asked.private, sharedBy } = saying;
  const carriage = carriageOf(answer, secret, manner.answers, sharedBy);
  const { message, cited } = renderSlack(answer, bot.words, { ...carriage, asker, locale });
  return { message, cited: carriage.private ? [] : cited };
}

/** What a log may say of an answer: never what was typed for a command that there is not. */
export async function logged(
  bot: Bot,
  asked: Asked,
): Promise<{ command: string | undefined; outcome: string }> {
  const { ask, outcome } = await asked.answer;
  const isKnown = bot.commands.some(({ name }) => name === ask.command);
  return { command: isKnown ? ask.command : undefined, outcome };
}

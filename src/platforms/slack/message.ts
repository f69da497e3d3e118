/** Composes one Slack message from one answer, for its audience. */

import type { ParsedAsk } from "../../ask/ask.ts";
import { conversationKey, type RecordCitations } from "../../citation-log/citation-log.ts";
import type { DrawPicture } from "../../delivery/attachments.ts";
import type { FittedMessage } from "../../delivery/renderer.ts";
import { resolveVisibility } from "../../delivery/visibility.ts";
import type { Answer, Audience } from "../../desk/answer.ts";
import type { Bot } from "../../desk/bot.ts";
import type { LinkPreview } from "../../desk/record-summary.ts";
import { type Locale, localeFromScript } from "../../language/messages.ts";
import { escapeMrkdwn, renderSlack, type SlackMessage } from "./render.ts";

/** How a deployment delivers all its answers on Slack. */
export interface SlackPolicy {
  /** Who sees found answers when the ask does not say. */
  readonly defaultAudience: Audience;
  /** The locale of all answers; without it, each ask decides. */
  readonly locale?: Locale;
  /** Prefix of each slash command's name. */
  readonly commandPrefix: string;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly replyTimeoutMs?: number;
  /** Draws an answer's picture; without it, no pictures are uploaded. */
  readonly drawPicture?: DrawPicture;
  /** Records which sources a channel saw cited; without it, nothing is recorded. */
  readonly recordCitations?: RecordCitations;
  /** Returns what to show below a pasted link; without it, links are not unfurled. */
  readonly linkPreview?: LinkPreview;
}

/** Returns a channel's conversation key for the citation log. Threads share that of their channel. */
const slackConversation = (channel: string | undefined): string | undefined =>
  channel === undefined ? undefined : conversationKey("slack", channel);

/** Records the sources that a public message cites. Call it only after the message has arrived. */
export function logSlackCitations(
  cited: readonly string[],
  channel: string | undefined,
  { recordCitations: note }: SlackPolicy,
): void {
  const place = slackConversation(channel);
  if (cited.length > 0 && place !== undefined) note?.(place, cited);
}

/** The asker, the locale, and who is to see the message. */
export interface MessageRecipient {
  readonly asker: string;
  readonly locale: Locale;
  readonly isPrivate?: boolean | undefined;
  readonly sharedBy?: string;
}

/** Creates a one-line message that only the user sees. */
export const slackNotice = (line: string) => ({
  response_type: "ephemeral" as const,
  replace_original: false,
  text: escapeMrkdwn(line),
});

/** Chooses an answer's locale: the deployment's, else that of the script of `text`, else `from`. */
export const chooseLocale = (policy: SlackPolicy, text = "", from: Locale = "en"): Locale =>
  policy.locale ?? localeFromScript(text) ?? from;

/** An answer under way. */
export interface PendingAnswer {
  readonly answer: Promise<Answer>;
  /** Whether the asker wants it private; undefined when they did not say. */
  readonly isPrivate?: boolean | undefined;
}

/** Answers a parsed ask, in the conversation of `channel` if given. */
export const askBot = (bot: Bot, parsed: ParsedAsk, channel?: string): PendingAnswer => ({
  answer: bot.answerTo(parsed, slackConversation(channel)),
  isPrivate: "ask" in parsed ? parsed.private : undefined,
});

/** Answers a line as a user types it. */
export const askBotLine = (bot: Bot, line: string, channel?: string): PendingAnswer =>
  askBot(bot, bot.parse(line), channel);

/** A message, and the ids of the sources that it cites to everyone in its channel. */
export type ShownMessage = Pick<FittedMessage<SlackMessage>, "message" | "cited">;

/** Renders an answer for its recipient. */
export async function composeMessage(
  bot: Bot,
  pending: PendingAnswer,
  policy: SlackPolicy,
  recipient: MessageRecipient,
): Promise<ShownMessage> {
  const answer = await pending.answer;
  const { asker, locale, isPrivate = pending.isPrivate, sharedBy } = recipient;
  const visibility = resolveVisibility(answer, isPrivate, policy.defaultAudience, sharedBy);
  const { message, cited } = renderSlack(answer, bot.messages, { ...visibility, asker, locale });
  return { message, cited: visibility.isPrivate ? [] : cited };
}

/** Returns what may be logged about an answer; never the text typed for an unknown command. */
export async function answerLogFields(
  bot: Bot,
  pending: PendingAnswer,
): Promise<{ command: string | undefined; outcome: string }> {
  const { ask, outcome } = await pending.answer;
  const isKnown = bot.commands.some(({ name }) => name === ask.command);
  return { command: isKnown ? ask.command : undefined, outcome };
}

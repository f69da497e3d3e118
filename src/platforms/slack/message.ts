/** One answer as one Slack message, for whom it is. */

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

/** What a deployment decides for all answers. */
export interface SlackPolicy {
  /** Whom findings are for unless an ask says otherwise. */
  readonly defaultAudience: Audience;
  /** The desk's language where the ask itself does not tell. */
  readonly locale?: Locale;
  /** What stands before each slash command's name. */
  readonly commandPrefix: string;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly replyTimeoutMs?: number;
  /** Draws what follows an answer as a picture; none does without it. */
  readonly drawPicture?: DrawPicture;
  /** Notes what a channel saw cited; nothing is kept without it. */
  readonly recordCitations?: RecordCitations;
  /** Says what stands below a pasted link; without it, there are no pages to link to. */
  readonly linkPreview?: LinkPreview;
}

/** A channel as the ledger names it; a thread is its channel's. */
const slackConversation = (channel: string | undefined): string | undefined =>
  channel === undefined ? undefined : conversationKey("slack", channel);

/** Notes what everyone in a channel has been shown; to be called once it is there. */
export function logSlackCitations(
  cited: readonly string[],
  channel: string | undefined,
  { recordCitations: note }: SlackPolicy,
): void {
  const place = slackConversation(channel);
  if (cited.length > 0 && place !== undefined) note?.(place, cited);
}

/** Who asked, in which language, and what was said of privacy. */
export interface MessageRecipient {
  readonly asker: string;
  readonly locale: Locale;
  readonly isPrivate?: boolean | undefined;
  readonly sharedBy?: string;
}

/** One line from the desk to one person. */
export const slackNotice = (line: string) => ({
  response_type: "ephemeral" as const,
  replace_original: false,
  text: escapeMrkdwn(line),
});

/** The language of an answer: the deployment's, or that of the question, or that of what it was asked from. */
export const chooseLocale = (policy: SlackPolicy, text = "", from: Locale = "en"): Locale =>
  policy.locale ?? localeFromScript(text) ?? from;

/** What was asked. */
export interface PendingAnswer {
  readonly answer: Promise<Answer>;
  /** Whether the asker said who is to see it. */
  readonly isPrivate?: boolean | undefined;
}

/** Asks what was read, where that is. */
export const askBot = (bot: Bot, parsed: ParsedAsk, channel?: string): PendingAnswer => ({
  answer: bot.answerTo(parsed, slackConversation(channel)),
  isPrivate: "ask" in parsed ? parsed.private : undefined,
});

/** Asks a line as people type it. */
export const askBotLine = (bot: Bot, line: string, channel?: string): PendingAnswer =>
  askBot(bot, bot.parse(line), channel);

/** A message, and the sources that everyone in its channel sees cited in it. */
export type ShownMessage = Pick<FittedMessage<SlackMessage>, "message" | "cited">;

/** The message that carries an answer. */
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

/** What a log may say of an answer: never what was typed for a command that there is not. */
export async function answerLogFields(
  bot: Bot,
  pending: PendingAnswer,
): Promise<{ command: string | undefined; outcome: string }> {
  const { ask, outcome } = await pending.answer;
  const isKnown = bot.commands.some(({ name }) => name === ask.command);
  return { command: isKnown ? ask.command : undefined, outcome };
}

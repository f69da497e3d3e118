/** Answers slash commands with the whole answer in the ack. */
import type { AckFn, RespondArguments, RespondFn } from "@slack/bolt";
import { type Attachment, attachmentOf } from "../../delivery/attachments.ts";
import { createReplyCache } from "../../delivery/reply-cache.ts";
import { REPLY_TIMEOUT_MS } from "../../delivery/timing.ts";
import type { BotFactory } from "../../desk/bot.ts";
import { isCacheable } from "../../desk/command.ts";
import type { Locale } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { withTimeout } from "../../support/timeout.ts";
import { slashCommandLine } from "./command-names.ts";
import {
  answerLogFields,
  askBotLine,
  chooseLocale,
  composeMessage,
  logSlackCitations,
  type SlackPolicy,
  slackNotice,
} from "./message.ts";
import { SlashCommandPayload, unescapeText } from "./payloads.ts";
import type { ReplyByAck, ReplyByUrl } from "./replies.ts";
import type { UploadAttachment } from "./uploads.ts";

/**
 * Placeholder for the asker's id in a cached message. It occurs only in action ids, since no text, ask or URL contains
 * a control character; JSON does not escape this one.
 */
const ASKER_PLACEHOLDER = "\u007f";

/** A rendered message, ready to be addressed to any asker. */
interface DrawnMessage {
  /** The message as JSON, split where the asker's id goes. */
  readonly parts: readonly string[];
  readonly logFields: Awaited<ReturnType<typeof answerLogFields>>;
  /** The ids of the sources cited to everyone in the channel. */
  readonly cited: readonly string[];
  readonly attachment: Attachment | undefined;
  readonly locale: Locale;
}

/** A reply that is ready to be sent. */
export interface CachedReply {
  readonly body: string;
  /** To be called once the reply has been written. */
  readonly sent: () => Promise<unknown>;
}

/** The handler of slash commands. */
export interface SlashCommands {
  /** Returns the reply to a command as JSON, or undefined when it is not cached. */
  readonly cached: (body: unknown) => CachedReply | undefined;
  /** Answers a command. Never throws. */
  readonly answer: (command: {
    readonly body: unknown;
    readonly ack: AckFn<RespondArguments>;
    readonly respond: RespondFn;
  }) => Promise<void>;
}

const addressed = ({ parts }: DrawnMessage, asker: string): string => parts.join(asker);

const keyOf = ({ command, text }: SlashCommandPayload): string => `${command} ${text}`;

/**
 * Creates the handler of slash commands. It caches rendered messages by command and text: the asker's id is all
 * that differs between users.
 */
export function createSlashCommands(
  botFor: BotFactory,
  policy: SlackPolicy,
  { byAck, byCall }: { readonly byAck: ReplyByAck; readonly byCall: ReplyByUrl },
  log: Log,
  uploadAttachment?: UploadAttachment,
): SlashCommands {
  const { commandPrefix, replyTimeoutMs = REPLY_TIMEOUT_MS } = policy;
  const drawn = createReplyCache<DrawnMessage>();

  /** Logs citations and uploads the attachment, once the message has arrived. */
  const follow = async (
    { cited, attachment, locale }: DrawnMessage,
    { channel_id: channel }: SlashCommandPayload,
  ) => {
    logSlackCitations(cited, channel, policy);
    if (attachment && channel !== undefined) await uploadAttachment?.(attachment, locale, { channel });
  };

  return {
    cached(body) {
      const started = performance.now();
      const typed = SlashCommandPayload.safeParse(body);
      const found = typed.success ? drawn.get(keyOf(typed.data)) : undefined;
      if (!typed.success || !found) return undefined;
      log.info({ ...found.logFields, ms: Math.round(performance.now() - started) }, "answered");
      return { body: addressed(found, typed.data.user_id), sent: () => follow(found, typed.data) };
    },

    async answer({ body, ack, respond }) {
      const started = performance.now();
      let bot = await botFor(chooseLocale(policy));
      let logFields: DrawnMessage["logFields"] = { command: undefined, outcome: "failure" };
      try {
        const typed = SlashCommandPayload.parse(body);
        const { command, text, user_id: asker } = typed;
        const line = slashCommandLine(command, unescapeText(text), commandPrefix);
        const locale = chooseLocale(policy, text);
        bot = await botFor(locale);
        const known = drawn.get(keyOf(typed));
        if (known) {
          logFields = known.logFields;
          const arrived = await byAck(bot, ack, respond, JSON.parse(addressed(known, asker)));
          return arrived ? await follow(known, typed) : undefined;
        }
        const pending = askBotLine(bot, line, typed.channel_id);
        const late = (await withTimeout(pending.answer, replyTimeoutMs)) === "late";
        if (late) {
          // A slow answer is always private, as on Discord; the asker can share it.
          await ack(slackNotice(bot.messages.delivery.slow)).catch(() => {});
          const recipient = { asker, locale, isPrivate: true };
          await byCall(
            bot,
            respond,
            async () => (await composeMessage(bot, pending, policy, recipient)).message,
          );
        }
        logFields = await answerLogFields(bot, pending);
        if (!late) {
          const { message, cited } = await composeMessage(bot, pending, policy, {
            asker: ASKER_PLACEHOLDER,
            locale,
          });
          const parts = JSON.stringify(message).split(ASKER_PLACEHOLDER);
          const isPublic = message.response_type === "in_channel";
          const attachment = isPublic ? attachmentOf(await pending.answer, policy.drawPicture) : undefined;
          const found: DrawnMessage = { parts, logFields, cited, attachment, locale };
          const isKept = logFields.outcome !== "failure" && isCacheable(bot.commands, logFields.command);
          if (isKept) drawn.set(keyOf(typed), found);
          const arrived = await byAck(bot, ack, respond, JSON.parse(addressed(found, asker)));
          if (arrived) await follow(found, typed);
        }
      } catch (error) {
        await byAck(bot, ack, respond, slackNotice(bot.reportFailure(error).text));
      } finally {
        log.info({ ...logFields, ms: Math.round(performance.now() - started) }, "answered");
      }
    },
  };
}

/** Slash commands: from what Slack sends of one to the whole answer in its ack. */
import type { AckFn, RespondArguments, RespondFn } from "@slack/bolt";
import { type Following, followingOf } from "../../delivery/attachments.ts";
import { createKept } from "../../delivery/reply-cache.ts";
import { PATIENCE, within } from "../../delivery/visibility.ts";
import type { Bots } from "../../desk/bot.ts";
import type { Locale } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { lineFrom } from "./command-names.ts";
import { askingLine, localeFor, logged, messageFor, noteShown, notice, type SlackManner } from "./message.ts";
import { Typed, unescapeText } from "./payloads.ts";
import type { ByAck, ByCall } from "./replies.ts";
import type { Show } from "./uploads.ts";

/**
 * Where the asker's id goes in a message that is kept for all. It stands in ids of buttons alone: no text, no
 * ask and no address can hold a control character, and JSON writes this one as it is.
 */
const ASKER = "\u007f";

/** A message as JSON, cut where the asker's id goes, and what a log may say of it. */
interface Drawn {
  readonly parts: readonly string[];
  readonly what: Awaited<ReturnType<typeof logged>>;
  /** The sources that everyone in the channel sees cited. */
  readonly cited: readonly string[];
  /** What follows it in the channel. */
  readonly following: Following | undefined;
  readonly locale: Locale;
}

/** A reply that needs nothing more than to be sent, and what follows it. */
export interface KeptReply {
  readonly body: string;
  readonly sent: () => Promise<unknown>;
}

export interface SlackCommands {
  /** The whole reply as JSON, where it was drawn before; nothing where it must be asked for. */
  readonly kept: (body: unknown) => KeptReply | undefined;
  /** Answers a command. Never throws. */
  readonly answer: (command: {
    readonly body: unknown;
    readonly ack: AckFn<RespondArguments>;
    readonly respond: RespondFn;
  }) => Promise<void>;
}

const addressed = ({ parts }: Drawn, asker: string): string => parts.join(asker);

const keyOf = ({ command, text }: Typed): string => `${command} ${text}`;

/** Answers slash commands, and keeps what was drawn: it follows from the command and its text, and the asker's id. */
export function createCommands(
  bots: Bots,
  manner: SlackManner,
  { byAck, byCall }: { readonly byAck: ByAck; readonly byCall: ByCall },
  log: Log,
  show?: Show,
): SlackCommands {
  const { prefix, patience = PATIENCE } = manner;
  const drawn = createKept<Drawn>();

  /** What comes after a message that has arrived. */
  const follow = async ({ cited, following, locale }: Drawn, { channel_id: channel }: Typed) => {
    noteShown(cited, channel, manner);
    if (following && channel !== undefined) await show?.(following, locale, { channel });
  };

  return {
    kept(body) {
      const started = performance.now();
      const typed = Typed.safeParse(body);
      const found = typed.success ? drawn.get(keyOf(typed.data)) : undefined;
      if (!typed.success || !found) return undefined;
      log.info({ ...found.what, ms: Math.round(performance.now() - started) }, "answered");
      return { body: addressed(found, typed.data.user_id), sent: () => follow(found, typed.data) };
    },

    async answer({ body, ack, respond }) {
      const started = performance.now();
      let bot = await bots(localeFor(manner));
      let what: Drawn["what"] = { command: undefined, outcome: "failure" };
      try {
        const typed = Typed.parse(body);
        const { command, text, user_id: asker } = typed;
        const line = lineFrom(command, unescapeText(text), prefix);
        const locale = localeFor(manner, text);
        bot = await bots(locale);
        const known = drawn.get(keyOf(typed));
        if (known) {
          what = known.what;
          const arrived = await byAck(bot, ack, respond, JSON.parse(addressed(known, asker)));
          return arrived ? await follow(known, typed) : undefined;
        }
        const asked = askingLine(bot, line, typed.channel_id);
        const late = (await within(asked.answer, patience)) === "late";
        if (late) {
          // Promised to the asker alone, as a slow answer always is; it can be shared from there.
          await ack(notice(bot.words.carrier.slow)).catch(() => {});
          const saying = { asker, locale, secret: true };
          await byCall(bot, respond, async () => (await messageFor(bot, asked, manner, saying)).message);
        }
        what = await logged(bot, asked);
        if (!late) {
          const { message, cited } = await messageFor(bot, asked, manner, { asker: ASKER, locale });
          const parts = JSON.stringify(message).split(ASKER);
          const isPublic = message.response_type === "in_channel";
          const following = isPublic ? followingOf(await asked.answer, manner.draw) : undefined;
          const found: Drawn = { parts, what, cited, following, locale };
          const changes = bot.commands.some(({ name, changes }) => name === what.command && changes);
          if (what.outcome !== "failure" && !changes) drawn.set(keyOf(typed), found);
          const arrived = await byAck(bot, ack, respond, JSON.parse(addressed(found, asker)));
          if (arrived) await follow(found, typed);
        }
      } catch (error) {
        await byAck(bot, ack, respond, notice(bot.apologize(error).text));
      } finally {
        log.info({ ...what, ms: Math.round(performance.now() - started) }, "answered");
      }
    },
  };
}

/** Answers slash commands with the whole answer in the ack. */
import type { AckFn, RespondArguments } from "@slack/bolt";
import { type DeliveryRequest, withApology } from "../../delivery/deliver.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import type { Bot } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import { addressedJson } from "./addressing.ts";
import { slashCommandLine, UMBRELLA_NAME } from "./command-names.ts";
import { asksSlack, deskCommandLine, slackRequester } from "./curate.ts";
import type { SlackDesk } from "./desk.ts";
import { SlashCommandPayload, unescapeText } from "./payloads.ts";
import { replyByUrl } from "./response-url.ts";
import { ackAnyway, commandTransport, noticeTransport, replyByAck, urlFiles } from "./transports.ts";

/** A reply that is ready to be sent. */
export interface CachedReply {
  readonly body: Buffer;
  /** To be called once the reply has been written. */
  readonly sent: () => Promise<unknown>;
}

/** The handler of slash commands. */
export interface SlashCommands {
  /** Returns the reply to a command as JSON, or undefined when it is not cached. */
  readonly cached: (body: unknown) => Promise<CachedReply | undefined>;
  /** Answers a command. Never throws. */
  readonly answer: (command: {
    readonly body: unknown;
    readonly ack: AckFn<RespondArguments>;
  }) => Promise<void>;
}

const keyOf = ({ shelfVersion }: Bot, { command, text }: SlashCommandPayload): string =>
  `${shelfVersion} ${command} ${text}`;

/** Creates the handler of slash commands. Replies are kept by command and text, and addressed to each asker. */
export function createSlashCommands(desk: Omit<SlackDesk, "commands">, log: Log): SlashCommands {
  const { botFor, policy, delivery, uploadsTo, curator } = desk;
  return {
    async cached(body) {
      const startedAt = performance.now();
      const { success, data: typed } = SlashCommandPayload.safeParse(body);
      if (!success) return undefined;
      const bot = await botFor(chooseLocale(policy, typed.text));
      const reply = await delivery.kept(keyOf(bot, typed), typed.user_id);
      if (!reply) return undefined;
      const { channel_id: channel, user_id: asker } = typed;
      const files = urlFiles(replyByUrl(body), asker, uploadsTo(channel));
      return {
        body: addressedJson(reply.message, asker),
        sent: () => delivery.follow(reply, { channel }, files, startedAt),
      };
    },

    async answer({ body, ack }) {
      let send = replyByAck(ack, replyByUrl(body), log);
      const bot = await botFor(chooseLocale(policy));
      await withApology(bot, noticeTransport(send), log, async () => {
        const typed = SlashCommandPayload.parse(body);
        const { command, text, user_id: asker, channel_id: channel, user_name = "someone" } = typed;
        const own = command === `/${UMBRELLA_NAME}` ? deskCommandLine(text) : undefined;
        if (curator && own !== undefined) {
          if (asksSlack(own)) {
            await ackAnyway(() => ack(), log);
            send = replyByUrl(body);
          }
          return curator.command(own, slackRequester(desk, asker, user_name), send);
        }
        const ownBot = await botFor(chooseLocale(policy, text));
        const line = slashCommandLine(command, unescapeText(text), policy.commandPrefix);
        const request: DeliveryRequest = {
          bot: ownBot,
          asker,
          channel,
          cacheKey: keyOf(ownBot, typed),
          read: () => ownBot.parse(line),
        };
        await delivery.deliver(request, commandTransport(send, asker, uploadsTo(channel)));
      });
    },
  };
}

/** Answers mentions and direct messages, which reach the bot over the gateway alone. */
import { createDelivery } from "../../delivery/deliver.ts";
import { chooseLocale, type DeliveryPolicy } from "../../delivery/policy.ts";
import { messageRequest } from "../../delivery/written-message.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import type { HeardMessage } from "./message.ts";
import { drawPacked, packedDiscordSize } from "./packed.ts";
import { type ReplyExchange, replyTransport } from "./reply.ts";

/** Answers a message. Never rejects: failures are told to the asker, with the id in the log, where a reply is taken. */
export type MessageResponder = (message: HeardMessage) => Promise<void>;

/** Creates a responder that answers in the language of each message. @param replyTo posts beside a message */
export function createMessageResponder(
  botFor: BotFactory,
  policy: DeliveryPolicy,
  replyTo: (message: HeardMessage) => ReplyExchange,
  log: Log,
): MessageResponder {
  const delivery = createDelivery({
    ...{ platform: "discord", policy, draw: drawPacked, log },
    sizeOf: packedDiscordSize,
  });
  return async (message) => {
    try {
      const bot = await botFor(chooseLocale(policy, message.line));
      const event = message.isDirect ? "message" : "mention";
      await delivery.deliver(
        messageRequest(bot, message, { event }),
        replyTransport(replyTo(message), message, bot.messages),
      );
    } catch (error) {
      log.error({ err: error }, "a message could not be answered");
    }
  };
}

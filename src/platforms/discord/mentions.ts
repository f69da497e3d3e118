/** Answers mentions and direct messages, which reach the bot over the gateway alone. */
import { createDelivery } from "../../delivery/deliver.ts";
import { createDrawnReplies } from "../../delivery/drawn-replies.ts";
import { chooseLocale } from "../../delivery/policy.ts";
import { messageRequest } from "../../delivery/written-message.ts";
import type { BotFactory } from "../../desk/bot.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { memoizeByKey } from "../../support/memoize.ts";
import type { HeardMessage } from "./message.ts";
import { drawPacked, packedDiscordSize } from "./packed.ts";
import type { DiscordPolicy, ServerSurroundings } from "./policy.ts";
import { type ReplyExchange, replyTransport } from "./reply.ts";

/** Answers a message. Never rejects: failures are told to the asker, with the id in the log, where a reply is taken. */
export type MessageResponder = (message: HeardMessage) => Promise<void>;

/** Creates a responder that answers in the language of each message. @param replyTo posts beside a message */
export function createMessageResponder(
  botFor: BotFactory,
  { surroundingsOf, ...policy }: DiscordPolicy,
  replyTo: (message: HeardMessage) => ReplyExchange,
  log: Log,
): MessageResponder {
  const all: ServerSurroundings = { botFor, policy };
  const replies = createDrawnReplies(packedDiscordSize);
  const deliveryIn = memoizeByKey(({ policy: own, workspace }: ServerSurroundings) =>
    createDelivery({
      platform: "discord",
      policy: own,
      draw: drawPacked,
      log,
      replies,
      sizeOf: packedDiscordSize,
      ...defined({ workspace }),
    }),
  );
  return async (message) => {
    try {
      const { server } = message;
      const here = (server === undefined ? undefined : await surroundingsOf?.(server)) ?? all;
      const delivery = deliveryIn(here);
      const bot = await here.botFor(chooseLocale(here.policy, message.line));
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

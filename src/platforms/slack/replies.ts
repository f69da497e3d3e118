/** The two ways an answer goes back to Slack: in the ack, or by a call to the address that came with the request. */
import type { AckFn, RespondArguments, RespondFn } from "@slack/bolt";
import type { Bot } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import { withRetries } from "../../support/retry.ts";
import { slackNotice } from "./message.ts";

/** How long to wait before a call to a response_url is retried, in milliseconds. */
const RETRY_DELAYS_MS = [200, 1000];

/** Whether a call failed on a 429, a 5xx or the network. */
function isTransient(error: unknown): boolean {
  const { statusCode = 500 } = error as { statusCode?: number };
  return statusCode >= 500 || statusCode === 429;
}

/**
 * Answers by one call; what fails is answered too, with the id that the log has.
 * @returns whether what was to be said has arrived
 */
export type ReplyByUrl = (
  bot: Bot,
  respond: RespondFn,
  make: () => Promise<Parameters<RespondFn>[0] | undefined>,
) => Promise<boolean>;

/** The same for a whole answer in the ack; where the socket is gone by then, by one call instead. */
export type ReplyByAck = (
  bot: Bot,
  ack: AckFn<RespondArguments>,
  respond: RespondFn,
  message: RespondArguments,
) => Promise<boolean>;

export function createReplies(log: Log): { readonly byAck: ReplyByAck; readonly byCall: ReplyByUrl } {
  const byCall: ReplyByUrl = async (bot, once, make) => {
    const respond: RespondFn = (message) => withRetries(() => once(message), RETRY_DELAYS_MS, isTransient);
    try {
      const message = await make();
      if (message !== undefined) await respond(message);
      return true;
    } catch (error) {
      const { id, text } = bot.reportFailure(error);
      await respond(slackNotice(text)).catch((failed: unknown) =>
        log.error({ id, err: failed }, "an apology could not be delivered to Slack"),
      );
      return false;
    }
  };
  const byAck: ReplyByAck = async (bot, ack, respond, message) => {
    try {
      await ack(message);
      return true;
    } catch (error) {
      log.warn({ err: error }, "an ack was not taken: the answer follows by a call");
      return byCall(bot, respond, async () => message);
    }
  };
  return { byAck, byCall };
}

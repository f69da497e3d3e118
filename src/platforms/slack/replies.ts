/** Sends answers to Slack in either of two ways: in the ack, or by a call to the request's response URL. */
import type { AckFn, RespondArguments, RespondFn } from "@slack/bolt";
import type { Bot } from "../../desk/bot.ts";
import type { Log } from "../../support/log.ts";
import { withRetries } from "../../support/retry.ts";
import { slackNotice } from "./message.ts";

/** Delays before the retries of a call to a response URL, in milliseconds. */
const RETRY_DELAYS_MS = [200, 1000];

/** Whether a call failed on a 429, a 5xx or the network. */
function isTransient(error: unknown): boolean {
  const { statusCode = 500 } = error as { statusCode?: number };
  return statusCode >= 500 || statusCode === 429;
}

/**
 * Sends the message that `make` returns by one call, or nothing when it returns undefined. A failure is reported to the
 * user with the id in the log.
 * @returns false if it failed
 */
export type ReplyByUrl = (
  bot: Bot,
  respond: RespondFn,
  make: () => Promise<Parameters<RespondFn>[0] | undefined>,
) => Promise<boolean>;

/** Sends a whole answer in the ack, or by a call if the ack fails. @returns false if both failed */
export type ReplyByAck = (
  bot: Bot,
  ack: AckFn<RespondArguments>,
  respond: RespondFn,
  message: RespondArguments,
) => Promise<boolean>;

/** Creates both ways of replying. */
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

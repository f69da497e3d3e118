/** Sends replies to Slack: in the ack of a request, by calls to its response URL, or as posts in a thread. */
import type { AckFn, RespondArguments, RespondFn, webApi } from "@slack/bolt";
import type { FileTransport, MessageTransport } from "../../delivery/transport.ts";
import type { Log } from "../../support/log.ts";
import { withRetries } from "../../support/retry.ts";
import { addressMessage } from "./addressing.ts";
import { escapeMrkdwn, type SlackMessage } from "./render.ts";

/** A transport of Slack's messages. */
export type SlackTransport = MessageTransport<SlackMessage>;

type SlackFiles = FileTransport<SlackMessage>;

/** Sends one message in reply to a request. */
export type SendReply = (message: RespondArguments) => Promise<void>;

/** Delays before the retries of a call to a response URL, in milliseconds. */
const RETRY_DELAYS_MS = [200, 1000];

/** Whether a call failed on a 429, a 5xx or the network. */
function isTransient(error: unknown): boolean {
  const { statusCode = 500 } = error as { statusCode?: number };
  return statusCode >= 500 || statusCode === 429;
}

/** Creates a sender that calls a response URL. */
export const replyByUrl =
  (respond: RespondFn): SendReply =>
  async (message) => {
    await withRetries(() => respond(message), RETRY_DELAYS_MS, isTransient);
  };

/** Creates a sender whose first message is the ack. The others, and a first one that fails, go to the response URL. */
export function replyByAck(ack: AckFn<RespondArguments>, respond: RespondFn, log: Log): SendReply {
  const byUrl = replyByUrl(respond);
  let isAcked = false;
  return async (message) => {
    if (isAcked) return byUrl(message);
    isAcked = true;
    try {
      await ack(message);
    } catch (error) {
      log.warn({ err: error }, "an ack was not taken: the answer follows by a call");
      await byUrl(message);
    }
  };
}

/** A one-line message that only the user sees. */
const slackNotice = (line: string) => ({
  response_type: "ephemeral" as const,
  replace_original: false,
  text: escapeMrkdwn(line),
});

/** Tells a user that their request failed, which can happen before anything of it could be read. */
export const noticeTransport = (send: SendReply): Pick<SlackTransport, "notify"> => ({
  notify: (line) => send(slackNotice(line)),
});

/** Creates the transport of a shortcut, which Slack has been told was received. */
export const shortcutTransport = (send: SendReply, asker: string): SlackTransport => ({
  ...noticeTransport(send),
  send: (message) => send({ ...addressMessage(message, asker) }),
});

/** Creates the transport of a slash command, whose first reply is due in time. */
export function commandTransport(send: SendReply, asker: string, files: SlackFiles): SlackTransport {
  const { notify, ...transport } = shortcutTransport(send, asker);
  return { ...files, ...transport, notify, promise: notify };
}

/** Creates the transport of a press. New messages go into the thread of the pressed one. */
export const pressTransport = (
  send: SendReply,
  asker: string,
  thread: string | undefined,
  files: SlackFiles,
): SlackTransport => ({
  ...files,
  ...noticeTransport(send),
  send(message, effect) {
    const replace_original = effect === "replace";
    const place = replace_original || thread === undefined ? {} : { thread_ts: thread };
    return send({ ...addressMessage(message, asker), ...place, replace_original });
  },
  remove: () => send({ delete_original: true }),
});

/** A message to reply to, in its thread. */
export interface RepliedMessage {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

/**
 * Creates the transport of a mention or a direct message.
 * @param isDirect whether only the asker and the bot are there, so that nothing needs to be ephemeral
 */
export function threadTransport(
  { chat }: webApi.WebClient,
  { user, channel, ts, thread_ts }: RepliedMessage,
  isDirect: boolean,
  files: SlackFiles,
): SlackTransport {
  type Content = Pick<SlackMessage, "text"> & Partial<SlackMessage>;
  const inThread = { channel, thread_ts: thread_ts ?? ts, unfurl_links: false, unfurl_media: false };
  // Slack does not show an ephemeral message in a thread without replies, so it goes to the channel.
  const aside = { channel, user, ...(thread_ts ? { thread_ts } : {}) };
  const post = async (content: Content, isPrivate: boolean): Promise<void> => {
    await (isPrivate
      ? chat.postEphemeral({ ...aside, ...content })
      : chat.postMessage({ ...inThread, ...content }));
  };
  return {
    ...files,
    notify: (line) => post({ text: escapeMrkdwn(line) }, !isDirect),
    send(message) {
      const { text, blocks, response_type, mrkdwn } = addressMessage(message, user);
      const isPrivate = response_type === "ephemeral";
      return post(isPrivate ? { text, blocks } : { text, blocks, mrkdwn }, isPrivate);
    },
  };
}

/** Sends replies to Slack: in the ack of a request, by calls to its response URL, or as posts in a thread. */
import { hash } from "node:crypto";
import type { AckFn, RespondArguments, webApi } from "@slack/bolt";
import type { FileTransport, MessageTransport } from "../../delivery/transport.ts";
import type { Log } from "../../support/log.ts";
import { addressMessage, type PackedSlackMessage } from "./addressing.ts";
import { callOutcome, type SlackCalls } from "./calls.ts";
import { escapeMrkdwn, type SlackMessage } from "./render.ts";
import { type SendReply, urlOutcome } from "./response-url.ts";
import { UncertainAck } from "./socket-frames.ts";

/** A transport of Slack's messages. */
export type SlackTransport = MessageTransport<PackedSlackMessage>;

type SlackFiles = FileTransport<PackedSlackMessage>;

/** Acks a request that is answered by calls, also where its socket is gone. */
export const ackAnyway = (ack: () => Promise<void>, log: Log): Promise<void> =>
  ack().catch((error: unknown) => log.warn({ err: error }, "an ack was not taken"));

/**
 * Creates a sender whose first message is the ack. The others, and a first one that fails, go the other way.
 * @param otherwise sends a message; given the error of the ack that failed with it
 */
export function firstByAck<Message>(
  ack: (message: Message) => Promise<unknown>,
  otherwise: (message: Message, error?: unknown) => Promise<unknown>,
  log: Log,
): (message: Message) => Promise<void> {
  let isAcked = false;
  return async (message) => {
    if (isAcked) return void (await otherwise(message));
    isAcked = true;
    try {
      await ack(message);
    } catch (error) {
      log.warn({ err: error }, "an ack was not taken: the answer follows by a call");
      await otherwise(message, error);
    }
  };
}

/**
 * Creates a sender to the ack, and then to the response URL. Where it cannot be known whether the ack has arrived, only the
 * asker is sent it again, and what follows: nobody else sees it twice, or a part of it alone.
 */
export function replyByAck(ack: AckFn<RespondArguments>, byUrl: SendReply, log: Log): SendReply {
  let isUncertain = false;
  return firstByAck<RespondArguments>(
    ack,
    (message, error) => {
      isUncertain ||= error instanceof UncertainAck;
      return byUrl(isUncertain ? { ...message, response_type: "ephemeral" } : message);
    },
    log,
  );
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
  send: (message) => send({ ...addressMessage(message, asker) }),
  ...noticeTransport(send),
});

/** Adds to an answer what is posted below it, by the response URL of its request. */
export const urlFiles = (
  send: SendReply,
  asker: string,
  files: SlackFiles,
  place: { readonly thread_ts?: string } = {},
): SlackFiles => ({
  ...files,
  post: (message) =>
    urlOutcome(send({ replace_original: false, ...addressMessage(message, asker), ...place })),
});

/** Creates the transport of a slash command, whose first reply is due in time. */
export function commandTransport(send: SendReply, asker: string, files: SlackFiles): SlackTransport {
  const { notify, ...transport } = shortcutTransport(send, asker);
  return { notify, ...urlFiles(send, asker, files), ...transport, promise: notify };
}

/** Creates the transport of a press. New messages go into the thread of the pressed one. */
export const pressTransport = (
  send: SendReply,
  asker: string,
  thread: string | undefined,
  files: SlackFiles,
): SlackTransport => {
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  return {
    send(message, effect) {
      const replace_original = effect === "replace";
      return send({
        ...addressMessage(message, asker),
        ...(replace_original ? {} : inThread),
        replace_original,
      });
    },
    ...urlFiles(send, asker, files, inThread),
    ...noticeTransport(send),
    remove: () => send({ delete_original: true }),
  };
};

/** A message to reply to, in its thread. */
export interface RepliedMessage {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

/** A wait, in seconds, of which the asker is told. */
const LONG_WAIT = 2;

/** Returns the id of a post, a UUID that any process makes of the same name. */
function postId(name: string): string {
  const digits = hash("sha256", name, "hex");
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`]
    .concat(digits.slice(20, 32))
    .join("-");
}

/**
 * Creates the transport of a mention or a direct message.
 * @param isDirect whether only the asker and the bot are there, so that nothing needs to be ephemeral
 * @param slow what the asker is told where Slack asks to wait
 */
export function threadTransport(
  { chat }: webApi.WebClient,
  calls: SlackCalls,
  { user, channel, ts, thread_ts }: RepliedMessage,
  { isDirect, slow }: { readonly isDirect: boolean; readonly slow: string },
  files: SlackFiles,
): SlackTransport {
  type Content = Pick<SlackMessage, "text"> & Partial<SlackMessage>;
  let posts = 0;
  const inThread = { channel, thread_ts: thread_ts ?? ts, unfurl_links: false, unfurl_media: false };
  // Slack does not show an ephemeral message in a thread without replies, so it goes to the channel.
  const aside = { channel, user, ...(thread_ts ? { thread_ts } : {}) };
  const whisper = (content: Content): Promise<unknown> => {
    const call = () => chat.postEphemeral({ ...aside, ...content });
    return calls.inLine(`aside ${channel}`, call, { isRepeatable: false });
  };
  const say = (content: Content): Promise<unknown> => {
    // Slack takes one id once, so that a message which was taken and cut is not posted twice, also by another process. It
    // documents the errors of this alone, and not that every workspace does so: more than that cannot be known.
    const message = { client_msg_id: postId(`${channel} ${ts} ${posts++}`), ...inThread, ...content };
    const call = () => chat.postMessage(message);
    return calls.inLine(`channel ${channel}`, call, {
      isRepeatable: true,
      onWait: (seconds) => {
        if (seconds > LONG_WAIT) whisper({ text: escapeMrkdwn(slow) }).catch(() => {});
      },
    });
  };
  let isLost = false;
  const post = async (content: Content, isPrivate: boolean): Promise<void> => {
    await (isPrivate ? whisper(content) : say(content));
  };
  const postMessage = (message: PackedSlackMessage): Promise<void> => {
    const { text, blocks, response_type, mrkdwn } = addressMessage(message, user);
    const isPrivate = response_type === "ephemeral";
    return post(isPrivate ? { text, blocks } : { text, blocks, mrkdwn }, isPrivate);
  };
  return {
    async send(message) {
      try {
        await postMessage(message);
      } catch (error) {
        isLost = true;
        throw error;
      }
    },
    ...files,
    post: (message) => callOutcome(postMessage(message)),
    // A failure is told on the other way: the one that failed would fail again.
    notify: (line) => post({ text: escapeMrkdwn(line) }, !isDirect || isLost),
  };
}

/** Delivers answers: asks the bot, decides who sees the answer, draws and sends it, records what it cites. */
import { conversationKey } from "../citation-log/conversation-key.ts";
import type { Answer, Audience } from "../desk/answer.ts";
import type { Bot, ReadInput } from "../desk/bot.ts";
import { isCacheable } from "../desk/command.ts";
import type { Messages } from "../language/messages.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import { withTimeout } from "../support/timeout.ts";
import { type Attachment, attachmentOf } from "./attachments.ts";
import { answerForm } from "./brief.ts";
import { createDrawnReplies } from "./drawn-replies.ts";
import { type BlockPost, createFollowUps, type DrawnReply, type FollowReply } from "./follow-ups.ts";
import type { DeliveryPolicy } from "./policy.ts";
import { decidePress, isRefused, type MessagePress, type PressDecision } from "./press.ts";
import type { FittedMessage } from "./renderer.ts";
import type { ReplyCache } from "./reply-cache.ts";
import { withReports } from "./reports.ts";
import { REPLY_TIMEOUT_MS } from "./timing.ts";
import type { MessageTransport } from "./transport.ts";
import { resolveVisibility, type Visibility } from "./visibility.ts";

/** Draws an answer as one message of a platform, with a place for its attachment if that is given. */
export type DrawMessage<Message> = (
  answer: Answer,
  messages: Messages,
  visibility: Visibility & { readonly attachment?: Attachment },
) => Pick<FittedMessage<Message>, "message" | "cited">;

/** Draws the blocks of an answer's first page that a platform may refuse, each as a message of its own. */
export type DrawPosts<Message> = (
  answer: Answer,
  messages: Messages,
  visibility: Visibility,
) => readonly BlockPost<Message>[];

/** A control that was pressed, on which message, and by whom. */
export interface PressedControl {
  readonly kind: MessagePress["kind"];
  /** Whether the presser asked for the message or shared it. */
  readonly isOwner: boolean;
  /** Whether only one person sees the message. */
  readonly isPrivate: boolean;
  /** The presser's name, as others see it. */
  readonly presser: string;
}

/** One request: a command, a press, a mention, a form or a shortcut. */
export interface DeliveryRequest {
  readonly bot: Bot;
  /** Reads the ask; undefined when a message no longer says what was asked. */
  readonly read: () => ReadInput | undefined | Promise<ReadInput | undefined>;
  /** The platform's id of the person who asks, pressed or wrote. */
  readonly asker: string;
  /** The platform's id of the channel. Without it, the request belongs to no conversation. */
  readonly channel?: string | undefined;
  /** The control that was pressed, when the request is a press. */
  readonly press?: PressedControl;
  /** Who sees the answer, where the kind of request decides that; otherwise ask, answer and policy do. */
  readonly audience?: Audience;
  /** The key under which the reply may be kept: everything that it depends on. */
  readonly cacheKey?: string;
  /** What else the log says of the request; nothing that was typed. */
  readonly logFields?: object;
}

/** Where and how a platform's answers are delivered. */
export interface DeliveryParts<Message> {
  readonly platform: string;
  readonly policy: DeliveryPolicy;
  readonly draw: DrawMessage<Message>;
  /** Without it, nothing is posted that the platform may refuse. */
  readonly drawPosts?: DrawPosts<Message>;
  readonly log: Log;
  /** Returns the size of a message in bytes, by which replies are kept. */
  readonly sizeOf?: (message: Message) => number;
  /** The platform's id of the workspace whose answers these are, where it has several. */
  readonly workspace?: string;
  /** Where replies are kept, when several deliveries share the room for them. */
  readonly replies?: ReplyCache<DrawnReply<Message>>;
}

/** Delivers the answers of one platform. */
export interface AnswerDelivery<Message> {
  /** Answers a request. Never rejects: a failure is told to whoever sent it. */
  deliver(request: DeliveryRequest, transport: MessageTransport<Message>): Promise<void>;
  /**
   * Returns a reply that was kept, for platforms that send it on a shorter way; undefined also for a person who has
   * asked too much, whom `deliver` tells so.
   */
  kept(cacheKey: string, asker: string): Promise<DrawnReply<Message> | undefined>;
  /** Does what follows once a reply has arrived: logs, records its citations, attaches its file. Never rejects. */
  readonly follow: FollowReply<Message>;
}

/**
 * Does some work for a request. If it fails, logs why and tells whoever sent the request, with the id in the log.
 * @returns whether it succeeded
 */
export async function withApology(
  bot: Bot,
  { notify }: Pick<MessageTransport<unknown>, "notify">,
  log: Log,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const { id, text } = bot.reportFailure(error);
    await notify(text).catch((failed: unknown) =>
      log.error({ id, err: failed }, "an apology could not be delivered"),
    );
    return false;
  }
}

/** How many deliveries were created. */
let deliveries = 0;

/** Creates the delivery of a platform's answers. */
export function createDelivery<Message>({
  platform,
  policy,
  draw,
  drawPosts = () => [],
  log,
  sizeOf = (message) => JSON.stringify(message).length,
  workspace,
  replies = createDrawnReplies(sizeOf),
}: DeliveryParts<Message>): AnswerDelivery<Message> {
  type Reply = DrawnReply<Message>;
  type Transport = MessageTransport<Message>;
  const { defaultAudience, replyTimeoutMs = REPLY_TIMEOUT_MS, drawPicture } = policy;
  const workFirst = policy.workFirst ?? ((work) => work());
  // What is kept by one delivery is given by no other, although they share the room for it.
  const number = ++deliveries;
  const keyed = (key: string): string => `${number} ${key}`;

  /** Returns a reply to be kept: the bytes that are sent, without the answer that they were drawn from. */
  function keepable(reply: Reply): Reply {
    const withPlace = reply.attachment ? reply.redrawn() : reply.message;
    const posts = reply.posts();
    return { ...reply, redrawn: () => withPlace, posts: () => posts };
  }
  const nameOf = (channel: string): string => conversationKey(platform, channel, workspace);
  const follow = createFollowUps<Message>(nameOf, policy, log);

  /** Counts an ask. Resolves to the seconds to wait, or to undefined while the person may ask. */
  const secondsToWait = async (asker: string): Promise<number | undefined> =>
    policy.askLimit?.(`${platform} ${workspace === undefined ? asker : `${workspace}/${asker}`}`);

  const conversationOf = (channel: string | undefined): string | undefined =>
    channel === undefined ? undefined : nameOf(channel);

  function drawReply(answer: Answer, { messages, commands }: Bot, visibility: Visibility): Reply {
    const shown = withReports(answerForm(answer, messages), messages, policy);
    const { message, cited } = draw(shown, messages, visibility);
    const { ask, outcome } = answer;
    const attachment = attachmentOf(answer, drawPicture);
    const command = commands.some(({ name }) => name === ask.command) ? ask.command : undefined;
    // Whoever opens the whole of an answer beside it has its blocks already.
    const hasPosts = outcome === "found" && ask.from === 1 && !(visibility.isPrivate && ask.detail);
    const whole = { ...answer, ...defined({ reviewed: shown.reviewed }) };
    /** Draws what is posted once the answer has arrived: a fault in it is none of the answer's. */
    function posts(): readonly BlockPost<Message>[] {
      try {
        return hasPosts ? drawPosts(whole, messages, visibility) : [];
      } catch (error) {
        log.error({ err: error, ...defined({ command }) }, "a block could not be drawn");
        return [];
      }
    }
    return {
      message,
      messages,
      isPrivate: visibility.isPrivate,
      cited: visibility.isPrivate ? [] : cited,
      ...defined({ attachment }),
      redrawn: () => draw(shown, messages, { ...visibility, ...defined({ attachment }) }).message,
      posts,
      logFields: { outcome, ...defined({ command }) },
    };
  }

  /** Decides what an answer that came in time does, and for whom. */
  function decide({ ask, outcome }: Answer, { press, audience }: DeliveryRequest): PressDecision {
    if (!press || press.kind === "dismiss") return { effect: "post", audience: audience ?? "default" };
    const { kind, isOwner, isPrivate } = press;
    return decidePress({
      kind,
      isOwner,
      isPrivate,
      outcome,
      from: ask.from,
      isDetail: ask.detail !== undefined,
    });
  }

  function visibilityOf(
    answer: Answer,
    audience: PressDecision["audience"],
    requested: boolean | undefined,
    press: PressedControl | undefined,
  ): Visibility {
    if (audience === "default") return resolveVisibility(answer, requested, defaultAudience);
    const isShared = press?.kind === "share" && audience === "room";
    return { isPrivate: audience === "asker", ...(isShared ? { sharedBy: press.presser } : {}) };
  }

  /** Answers an ask and sends the answer. One that is late is promised, and then for the asker alone. */
  async function answerAsk(
    parsed: ReadInput,
    request: DeliveryRequest,
    transport: Transport,
  ): Promise<Reply> {
    const { bot, cacheKey, channel, press } = request;
    const pending = workFirst(() => bot.answerTo(parsed, conversationOf(channel)));
    const first = transport.promise ? await withTimeout(pending, replyTimeoutMs) : { value: await pending };
    const isLate = first === "late";
    if (isLate) await transport.promise?.(bot.messages.delivery.slow);
    const answer = await pending;
    const { effect, audience }: PressDecision = isLate
      ? { effect: "post", audience: "asker" }
      : decide(answer, request);
    const requested = "private" in parsed ? parsed.private : undefined;
    const reply = drawReply(answer, bot, visibilityOf(answer, audience, requested, press));
    const isKept =
      !isLate && answer.outcome !== "failure" && isCacheable(bot.commands, reply.logFields.command);
    await transport.send(reply.message, effect === "replace" ? "replace" : "post");
    if (cacheKey === undefined || !isKept) return reply;
    const kept = keepable(reply);
    replies.set(keyed(cacheKey), kept);
    return kept;
  }

  /** Sends the reply to a request, kept or new; otherwise returns what became of it. */
  async function sendReply(
    request: DeliveryRequest,
    transport: Transport,
  ): Promise<Reply | "limited" | undefined> {
    const { bot, press, cacheKey, read, asker } = request;
    const { notYours, notForYou } = bot.messages.delivery;
    if (press && isRefused(press)) {
      await transport.notify(press.kind === "open" ? notForYou : notYours);
      return undefined;
    }
    if (press?.kind === "dismiss") {
      await transport.remove?.();
      return undefined;
    }
    const kept = cacheKey === undefined ? undefined : replies.get(keyed(cacheKey));
    const parsed = kept ? undefined : await read();
    const seconds = turnsPage(press, parsed) ? undefined : await secondsToWait(asker);
    if (seconds !== undefined) {
      await transport.notify(bot.messages.delivery.tooMany(seconds));
      return "limited";
    }
    if (kept) {
      await transport.send(kept.message, "post");
      return kept;
    }
    if (parsed) return answerAsk(parsed, request, transport);
    await transport.notify(bot.messages.delivery.unreadable);
    return undefined;
  }

  async function deliver(request: DeliveryRequest, transport: Transport): Promise<void> {
    const { bot, logFields = {} } = request;
    const startedAt = performance.now();
    let reply: Reply | "limited" | undefined;
    const isDone = await withApology(bot, transport, log, async () => {
      reply = await sendReply(request, transport);
    });
    if (typeof reply === "object") return follow(reply, request, transport, startedAt);
    const ms = Math.round(performance.now() - startedAt);
    const outcome = isDone ? reply : "failure";
    if (outcome) log.info({ ...logFields, outcome, ms }, "answered");
  }

  return {
    deliver,
    follow,
    async kept(cacheKey, asker) {
      const kept = replies.get(keyed(cacheKey));
      return kept && (await secondsToWait(asker)) === undefined ? kept : undefined;
    },
  };
}

/** Whether a press only turns pages, which is not an ask of its own. */
const turnsPage = (press: PressedControl | undefined, parsed: ReadInput | undefined): boolean =>
  press !== undefined &&
  (press.kind === "next" || (parsed !== undefined && "ask" in parsed && parsed.ask.from > 1));

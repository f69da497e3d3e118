/** Does what follows an answer once it has arrived: its log line, its citations, its picture or file. */
import type { Messages } from "../language/messages.ts";
import type { Log } from "../support/log.ts";
import { type Attachment, attachedFile } from "./attachments.ts";
import type { DeliveryPolicy } from "./policy.ts";
import type { FileTransport } from "./transport.ts";

/** How many may be under way at once: each holds its bytes in memory, and a picture has some 180 kB. */
const MOST = 32;

/** A message of one block that a platform does not have everywhere, so that it never travels with the answer. */
export interface BlockPost<Message> {
  readonly message: Message;
  /** The platform's name of the block. */
  readonly block: string;
  /** Whether it shows the answer's picture, which then need not follow as a file. */
  readonly isPicture: boolean;
  /** The ids of the sources that it cites. */
  readonly cited: readonly string[];
}

/** An answer drawn as a message, the same for everybody who may see it. */
export interface DrawnReply<Message> {
  readonly message: Message;
  readonly isPrivate: boolean;
  /** The ids of the sources cited to everyone in the channel. */
  readonly cited: readonly string[];
  readonly attachment?: Attachment;
  /** Draws the message again, with a place for its attachment. What is kept holds it drawn, and not its answer. */
  readonly redrawn: () => Message;
  /** Draws the blocks that the platform may refuse, in the order in which they are posted. */
  readonly posts: () => readonly BlockPost<Message>[];
  readonly messages: Messages;
  /** What may be logged about the answer; never the text typed for an unknown command. */
  readonly logFields: { readonly command?: string; readonly outcome: string };
}

/** Where an answer was given, and what the log says of it beyond the answer. */
export interface AnsweredRequest {
  readonly channel?: string | undefined;
  readonly logFields?: object;
}

/** Does what follows a reply that has arrived. Never rejects. */
export type FollowReply<Message> = (
  reply: DrawnReply<Message>,
  request: AnsweredRequest,
  files: FileTransport<Message>,
  startedAt: number,
) => Promise<void>;

/** Creates the function that does what follows answers. @param nameOf names the conversation of a channel */
export function createFollowUps<Message>(
  nameOf: (channel: string) => string,
  { drawPicture, recordCitations }: Pick<DeliveryPolicy, "drawPicture" | "recordCitations">,
  log: Log,
): FollowReply<Message> {
  let underWay = 0;

  return async (reply, { channel, logFields = {} }, files, startedAt) => {
    const { attachment, isPrivate, messages } = reply;
    const record = (cited: readonly string[]): void => {
      if (isPrivate || cited.length === 0 || channel === undefined) return;
      recordCitations?.(nameOf(channel), cited);
    };
    const ms = Math.round(performance.now() - startedAt);
    log.info({ ...logFields, ...reply.logFields, ms }, "answered");
    record(reply.cited);

    /** Posts the blocks one by one, so that a refused one costs no other. @returns whether one may show the picture */
    async function postBlocks(posts: readonly BlockPost<Message>[]): Promise<boolean> {
      let mayShow = false;
      for (const { message, block, isPicture, cited } of posts) {
        const outcome = await files.post?.(message);
        if (!outcome) break;
        if (outcome.type === "shown") record(cited);
        else {
          const what = outcome.type === "refused" ? "was refused" : "may or may not have been taken";
          log.warn({ ...logFields, ...reply.logFields, block, err: outcome.error }, `a block ${what}`);
        }
        mayShow ||= isPicture && outcome.type !== "refused";
      }
      return mayShow;
    }

    try {
      const posts = files.post ? reply.posts() : [];
      const canAttach = attachment && files.attach && !(isPrivate && files.hasPublicFiles);
      if (posts.length === 0 && !canAttach) return;
      if (underWay >= MOST) {
        log.warn(logFields, "a file was left out: too many are waiting to be taken");
        return;
      }
      underWay += 1;
      try {
        const isShown = await postBlocks(posts);
        if (!canAttach || isShown) return;
        const file = await attachedFile(attachment, drawPicture, messages.locale);
        if (file) await files.attach?.(file, reply.redrawn);
      } finally {
        underWay -= 1;
      }
    } catch (error) {
      log.error({ ...logFields, err: error }, "a file could not be added to an answer");
    }
  };
}

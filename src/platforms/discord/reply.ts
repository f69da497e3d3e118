/** Replies to messages: posts beside them, where everyone in the channel sees it, and never pings anybody. */
import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import type { AttachedFile } from "../../delivery/attachments.ts";
import type { MessageTransport } from "../../delivery/transport.ts";
import type { Messages } from "../../language/messages.ts";
import { createCallLines } from "../../support/call-lines.ts";
import { isFinalRefusal, tryCall } from "./calls.ts";
import { asideControls } from "./controls.ts";
import { type HeardMessage, Snowflake } from "./message.ts";
import { type PackedDiscordMessage, unpackMessage } from "./packed.ts";
import { type DiscordMessage, discordNotice, isEphemeral, withoutEphemeral } from "./render.ts";

/** Nobody waits with a limit of time for a post, which may take its time, and wait for the channel's rate limit. */
const POST = { tryMs: 5_000, longestWaitMs: 60_000 };
const UPLOAD = { tryMs: 15_000, longestWaitMs: 60_000 };

const Posted = z.object({ id: Snowflake });

/** Posts to the channel of one message. */
export interface ReplyExchange {
  /** Posts a reply. Resolves to its id, where Discord says it. */
  post(message: DiscordMessage): Promise<string | undefined>;
  /** Edits a reply. */
  edit(id: string, message: DiscordMessage, files: readonly AttachedFile[]): Promise<void>;
}

/** Whether Discord takes no reply where the bot may not read the history, but takes a message that is none. */
const needsHistory = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;

/** Creates the exchanges of a bot. What goes to one channel goes there in its order. */
export function createReplies(rest: REST): (message: HeardMessage) => ReplyExchange {
  const inLine = createCallLines();
  return ({ id, channel, isDirect }) => {
    let posts = 0;
    const create = (body: object): Promise<unknown> =>
      inLine(channel, () =>
        tryCall((signal) => rest.post(Routes.channelMessages(channel), { body, signal }), POST),
      );
    return {
      async post(message) {
        const own = {
          enforce_nonce: true,
          ...message,
          allowed_mentions: { parse: [], replied_user: false },
          // Discord takes one nonce once, so that a message which was taken and cut is not posted twice.
          nonce: `${id}:${posts}`,
        };
        posts += 1;
        const reply = { message_reference: { message_id: id, fail_if_not_exists: false }, ...own };
        const taken = isDirect
          ? await create(own)
          : await create(reply).catch((error: unknown) => {
              if (!needsHistory(error)) throw error;
              return create(own);
            });
        return Posted.safeParse(taken).data?.id;
      },
      async edit(reply, message, files) {
        const named = files.map(({ name, bytes }) => ({ name, data: bytes }));
        const route = Routes.channelMessage(channel, reply);
        await tryCall((signal) => rest.patch(route, { body: message, files: named, signal }), UPLOAD);
      },
    };
  };
}

/**
 * Creates the transport of a reply. Discord shows a post to everyone in the channel, so what is for the asker alone is a
 * line with a button that opens it.
 */
export function replyTransport(
  { post, edit }: ReplyExchange,
  message: HeardMessage,
  messages: Messages,
): MessageTransport<PackedDiscordMessage> {
  let posted: string | undefined;
  let isRefused = false;
  return {
    hasPublicFiles: true,
    async send(reply) {
      const drawn = unpackMessage(reply, message.asker);
      const aside: DiscordMessage = {
        ...discordNotice(messages.delivery.aside),
        components: asideControls(message, messages),
      };
      try {
        posted = await post(withoutEphemeral(isEphemeral(drawn) ? aside : drawn));
      } catch (error) {
        isRefused = isFinalRefusal(error);
        throw error;
      }
    },
    async notify(line) {
      // Where a reply was refused, so would be the line that says so.
      if (!isRefused) await post(withoutEphemeral(discordNotice(line)));
    },
    async attach(file, redrawn) {
      if (posted !== undefined) await edit(posted, unpackMessage(redrawn(), message.asker), [file]);
    },
  };
}

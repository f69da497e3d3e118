/** Creates the cache in which replies are kept as they were drawn. */
import { attachmentSize } from "./attachments.ts";
import type { DrawnReply } from "./follow-ups.ts";
import { createReplyCache, entrySize, type ReplyCache } from "./reply-cache.ts";

/** Creates the cache of drawn replies. @param sizeOf returns the size of a message in bytes */
export const createDrawnReplies = <Message>(
  sizeOf: (message: Message) => number,
): ReplyCache<DrawnReply<Message>> =>
  createReplyCache(undefined, (key, { message, attachment, redrawn, posts }) => {
    const posted = posts().reduce((sum, post) => sum + sizeOf(post.message), 0);
    const attached = attachment ? sizeOf(redrawn()) + attachmentSize(attachment) : 0;
    return entrySize(key, sizeOf(message) + posted + attached);
  });

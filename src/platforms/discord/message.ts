/** Reads the messages that are for the bot. Of any other, only where it is, who wrote it and whom it mentions is read. */
import { z } from "zod";
import { MAX_LINE_LENGTH } from "../../ask/ask.ts";
import type { WrittenMessage } from "../../delivery/written-message.ts";
import { cutText } from "../../support/cut-text.ts";
import { defined } from "../../support/defined.ts";

/** An id of Discord's. */
export const Snowflake = z.string().regex(/^\d{15,22}$/);

/** A message's text, cut to what an ask can hold: the rest is not looked at. */
export const Content = z
  .string()
  .default("")
  .transform((content) => cutText(content, MAX_LINE_LENGTH));

/** Message types that people write; all others are made by Discord: https://docs.discord.com/developers/resources/message */
const [DEFAULT, REPLY] = [0, 19];

/** What tells whether a message is for the bot. Its text is not among it. */
const Envelope = z.object({
  id: Snowflake,
  channel_id: Snowflake,
  guild_id: Snowflake.optional(),
  type: z.union([z.literal(DEFAULT), z.literal(REPLY)]),
  author: z.object({ id: Snowflake, bot: z.boolean().optional() }),
  webhook_id: Snowflake.optional(),
  mentions: z.array(z.object({ id: Snowflake })).max(1_000),
});

/** A message as far as its text goes. */
export const MessageText = z.object({ content: Content });

/** A message that is for the bot. */
export interface HeardMessage extends WrittenMessage {
  readonly id: string;
  /** Discord's id of the server; undefined for a direct message. */
  readonly server?: string;
}

/** Discord's own marks in a text: mentions, channels, emoji, times, commands, and links without a preview. */
const MARK = /<([^<>]*)>/g;

/** Converts a message's text to what people read: commands and links as they are typed, without any other mark. */
export const readableContent = (content: string): string =>
  content
    .replace(MARK, (whole, inner: string) => {
      const command = /^(\/[^:]+):\d+$/.exec(inner)?.[1];
      if (command !== undefined) return command;
      if (/^https?:/i.test(inner)) return inner;
      return /^(?:[@#]|a?:\w+:\d|t:|id:)/.test(inner) ? " " : whole;
    })
    .trim()
    // A command is often shown as code.
    .replace(/^`+(\/[^`]*)`+/, "$1");

/**
 * Reads a message that came over the gateway. @param self the bot's id as a user
 * @returns undefined for what is not for the bot: what bots, webhooks and Discord itself post, messages in a server that
 * do not name the bot in their text, such as those to a role, to everyone, or in reply to the bot, and malformed ones
 */
export function readWritten(payload: unknown, self: string): HeardMessage | undefined {
  const { data: envelope } = Envelope.safeParse(payload);
  if (!envelope || envelope.author.bot || envelope.webhook_id !== undefined) return undefined;
  const { id, channel_id: channel, guild_id, author, mentions } = envelope;
  if (author.id === self) return undefined;
  const isDirect = guild_id === undefined;
  // A reply to the bot mentions it too; whether its text does is known from the text alone.
  if (!isDirect && !mentions.some((mentioned) => mentioned.id === self)) return undefined;
  const { data: message } = MessageText.safeParse(payload);
  if (!message) return undefined;
  const { content } = message;
  if (!isDirect && ![`<@${self}>`, `<@!${self}>`].some((mention) => content.includes(mention)))
    return undefined;
  const server = defined({ server: guild_id });
  return { id, asker: author.id, channel, isDirect, ...server, line: readableContent(content) };
}

/** Turns an interaction into its response, for the gateway and for HTTP alike. */
import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from "discord.js";
import { type ParsedAsk, quoteMessage } from "../../ask/ask.ts";
import { conversationKey, type RecordCitations } from "../../citation-log/citation-log.ts";
import { attachmentOf, type DrawPicture, PICTURE_FILE } from "../../delivery/attachments.ts";
import { clipLabel } from "../../delivery/fit.ts";
import { createReplyCache } from "../../delivery/reply-cache.ts";
import { REPLY_TIMEOUT_MS } from "../../delivery/timing.ts";
import { resolveVisibility, type Visibility } from "../../delivery/visibility.ts";
import type { Answer, Audience, Outcome } from "../../desk/answer.ts";
import type { Bot, BotFactory } from "../../desk/bot.ts";
import { isCacheable } from "../../desk/command.ts";
import { type Locale, localeFromTag, type Messages } from "../../language/messages.ts";
import { withTimeout } from "../../support/timeout.ts";
import { CHOOSE_ID, DISMISS_ID, MORE_ID, NEXT_ID, SHARE_ID } from "./controls.ts";
import { type Interaction, interactionUserId, interactionUserName } from "./interaction.ts";
import { DISCORD_COMMAND_LIMITS } from "./limits.ts";
import { askInMessage } from "./message-ask.ts";
import { type DiscordMessage, discordNotice, renderDiscord } from "./render.ts";

type Typed = Extract<Interaction, { type: 2 | 4 }>;
type Pressed = Extract<Interaction, { type: 3 }>;

/** The new content of a message, and the files that it shows. */
export interface MessageEdit {
  readonly edit: DiscordMessage;
  readonly files?: readonly { readonly name: string; readonly data: Buffer }[];
}

/** A response, and how to edit or delete its message once it has arrived. */
export interface InteractionReply {
  readonly response: APIInteractionResponse;
  readonly after?: (() => Promise<MessageEdit>) | "delete";
  /** The ids of the sources cited to everyone in the channel. */
  readonly cited?: readonly string[];
  /** What may be logged about the answer; never the text typed for an unknown command. */
  readonly logFields?: { readonly command?: string; readonly outcome: Outcome };
}

const replyLogFields = ({ ask, outcome }: Answer): NonNullable<InteractionReply["logFields"]> =>
  outcome === "mistake" ? { outcome } : { command: ask.command, outcome };

/** How a deployment delivers all its answers on Discord. */
export interface DeliveryPolicy {
  /** Who sees found answers when the ask does not say. */
  readonly defaultAudience: Audience;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly replyTimeoutMs?: number;
  /** Draws an answer's picture; without it, no pictures are sent. */
  readonly drawPicture?: DrawPicture;
  /** Records which sources a channel saw cited; without it, nothing is recorded. */
  readonly recordCitations?: RecordCitations;
}

/** Returns an interaction's conversation key for the citation log, or undefined outside a channel. */
const discordConversation = ({ channel_id }: Interaction): string | undefined =>
  channel_id === undefined ? undefined : conversationKey("discord", channel_id);

/** Records the sources that a public reply cites. Call it only after the reply has arrived. */
export function logDiscordCitations(
  { cited = [] }: InteractionReply,
  interaction: Interaction,
  { recordCitations: note }: DeliveryPolicy,
): void {
  const place = discordConversation(interaction);
  if (cited.length > 0 && place !== undefined) note?.(place, cited);
}

const { ChannelMessageWithSource, UpdateMessage, DeferredMessageUpdate, DeferredChannelMessageWithSource } =
  InteractionResponseType;

const say = (data: DiscordMessage): InteractionReply => ({
  response: { type: ChannelMessageWithSource, data },
});

/** Renders an answer with its attachment, as an edit of its message. */
async function followed(
  answer: Answer,
  messages: Messages,
  visibility: Visibility,
  drawPicture?: DrawPicture,
): Promise<MessageEdit> {
  const attachment = attachmentOf(answer, drawPicture);
  const { message } = renderDiscord(
    answer,
    messages,
    attachment ? { ...visibility, attachment } : visibility,
  );
  // An edit cannot carry the ephemeral flag.
  const edit = { ...message, flags: MessageFlags.IsComponentsV2 as number };
  if (attachment === undefined) return { edit };
  if (attachment.type === "file")
    return { edit, files: [{ name: attachment.name, data: Buffer.from(attachment.text) }] };
  return drawPicture
    ? { edit, files: [{ name: PICTURE_FILE, data: await drawPicture(attachment, messages.locale) }] }
    : { edit };
}

/** Creates the reply for an answer, as a new message or as the next page of one, with its attachment as follow-up. */
function carrying(
  answer: Answer,
  messages: Messages,
  visibility: Visibility,
  { drawPicture }: DeliveryPolicy,
  turnsPage = false,
): InteractionReply {
  const after = attachmentOf(answer, drawPicture)
    ? { after: () => followed(answer, messages, visibility, drawPicture) }
    : undefined;
  const { message, cited } = renderDiscord(answer, messages, visibility);
  // Turning a page drops the previous page's attachments; the first page's picture is attached again afterwards.
  const response: APIInteractionResponse = turnsPage
    ? { type: UpdateMessage, data: { ...message, attachments: [] } }
    : say(message).response;
  return {
    response,
    logFields: replyLogFields(answer),
    ...after,
    ...(visibility.isPrivate ? {} : { cited }),
  };
}

/**
 * Answers an ask, or defers the answer when it takes too long. A deferred answer is always private, since the
 * ephemeral flag cannot be changed afterwards; the asker can share it.
 */
async function answered(
  bot: Bot,
  parsed: ParsedAsk,
  policy: DeliveryPolicy,
  place: string | undefined,
): Promise<InteractionReply> {
  const { replyTimeoutMs = REPLY_TIMEOUT_MS, defaultAudience, drawPicture } = policy;
  const answer = bot.answerTo(parsed, place);
  const said = "ask" in parsed ? parsed.private : undefined;
  const first = await withTimeout(answer, replyTimeoutMs);
  if (first !== "late")
    return carrying(first.value, bot.messages, resolveVisibility(first.value, said, defaultAudience), policy);
  return {
    response: { type: DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    after: async () =>
      followed(
        await answer,
        bot.messages,
        resolveVisibility(await answer, true, defaultAudience),
        drawPicture,
      ),
  };
}

function read(bot: Bot, data: Typed["data"]): ParsedAsk {
  const values = Object.fromEntries(data.options.map(({ name, value }) => [name, String(value ?? "")]));
  return bot.parseFields(data.name, values);
}

/** Reads the ask of a press: a menu choice, a line in the custom id, or the message's own ask from another item on. */
function pressed(bot: Bot, { data, message }: Pressed): ParsedAsk | undefined {
  const { custom_id, values } = data;
  if (custom_id.startsWith("/")) return bot.parse(custom_id);
  if ([CHOOSE_ID, MORE_ID].includes(custom_id.split(":")[0] ?? "")) return bot.parse(values[0] ?? "");
  const line = askInMessage(message.components);
  const parsed = line === undefined ? undefined : bot.parse(line);
  if (!parsed || "problem" in parsed) return undefined;
  const from = Number(custom_id.slice(NEXT_ID.length));
  return custom_id.startsWith(NEXT_ID) && from >= 1 ? { ask: { ...parsed.ask, from } } : parsed;
}

/**
 * Handles a press on a button or a menu. Only the asker, or the user who shared the message, turns its pages or removes
 * it. Every other press is answered by a new message, visible only to the user who pressed if that is anyone else.
 */
async function press(bot: Bot, interaction: Pressed, policy: DeliveryPolicy): Promise<InteractionReply> {
  const { data, message } = interaction;
  const { messages } = bot;
  const isPrivate = (message.flags & MessageFlags.Ephemeral) !== 0;
  const isOwner = isPrivate || interactionUserId(interaction) === message.interaction_metadata?.user.id;
  if (data.custom_id === DISMISS_ID)
    return isOwner
      ? { response: { type: DeferredMessageUpdate }, after: "delete" }
      : say(discordNotice(messages.delivery.notYours));
  const parsed = pressed(bot, interaction);
  if (!parsed) return say(discordNotice(messages.delivery.unreadable));
  const answer = await bot.answerTo(parsed, discordConversation(interaction));
  const isPage = data.custom_id.startsWith(NEXT_ID) || ("ask" in parsed && parsed.ask.from > 1);
  const turnsPage = isPage && answer.outcome === "found";
  const carried = (said: boolean | undefined, sharedBy?: string, turned = false): InteractionReply =>
    carrying(
      answer,
      messages,
      resolveVisibility(answer, said, policy.defaultAudience, sharedBy),
      policy,
      turned,
    );
  if (data.custom_id === SHARE_ID) return carried(false, interactionUserName(interaction));
  if (turnsPage && isOwner) return carried(isPrivate, undefined, true);
  return carried(isOwner ? (isPrivate && turnsPage ? true : undefined) : true);
}

async function suggest(bot: Bot, { data }: Typed): Promise<InteractionReply> {
  const focused = data.options.find((option) => option.focused);
  const typed = String(focused?.value ?? "").slice(0, 100);
  const found = focused ? await bot.suggest(data.name, focused.name, typed) : [];
  const choices = found.slice(0, DISCORD_COMMAND_LIMITS.suggestions).map(({ label, value }) => ({
    name: clipLabel(label, DISCORD_COMMAND_LIMITS.suggestionLabel),
    value: value.slice(0, DISCORD_COMMAND_LIMITS.suggestionValue),
  }));
  return {
    response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
  };
}

/** Reads the ask of a message command: the message's text as the option of the command that checks messages. */
function onMessage(bot: Bot, data: Typed["data"]): ParsedAsk | undefined {
  const command = bot.commands.find(({ messageAction: message }) => message !== undefined);
  const first = command?.options[0]?.name;
  const content = data.target_id && data.resolved?.messages?.[data.target_id]?.content;
  return command && first && content !== undefined
    ? bot.parseFields(command.name, { [first]: quoteMessage(content) })
    : undefined;
}

/** Discord's type of a message command: https://docs.discord.com/developers/interactions/application-commands */
const MESSAGE_COMMAND = 3;

/** Returns the reply to an interaction. Never throws. */
export type InteractionResponder = (interaction: Interaction) => Promise<InteractionReply>;

/** Creates a responder that replies in the user's language. Failures are answered privately, with the id in the log. */
export function createResponder(botFor: BotFactory, policy: DeliveryPolicy): InteractionResponder {
  /** Replies to commands, by locale, command and options. */
  const replies = createReplyCache<InteractionReply>();

  async function command(bot: Bot, interaction: Typed, locale: Locale): Promise<InteractionReply> {
    const { data } = interaction;
    const key = `${locale} ${data.type} ${data.name} ${JSON.stringify(data.options)}`;
    const kept = data.type === MESSAGE_COMMAND ? undefined : replies.get(key);
    if (kept) return kept;
    const parsed = data.type === MESSAGE_COMMAND ? onMessage(bot, data) : read(bot, data);
    if (!parsed) return say(discordNotice(bot.messages.delivery.unreadable));
    const reply = await answered(bot, parsed, policy, discordConversation(interaction));
    const isKept = data.type !== MESSAGE_COMMAND && isCacheable(bot.commands, data.name);
    if (isKept && reply.logFields && reply.logFields.outcome !== "failure") replies.set(key, reply);
    return reply;
  }

  async function replyTo(bot: Bot, interaction: Interaction, locale: Locale): Promise<InteractionReply> {
    switch (interaction.type) {
      case 1:
        return { response: { type: InteractionResponseType.Pong } };
      case 2:
        return command(bot, interaction, locale);
      case 3:
        return press(bot, interaction, policy);
      case 4:
        return suggest(bot, interaction);
    }
  }

  return async (interaction) => {
    const locale = localeFromTag(interaction.locale);
    const bot = await botFor(locale);
    try {
      return await replyTo(bot, interaction, locale);
    } catch (error) {
      const { text } = bot.reportFailure(error);
      if (interaction.type !== 4) return say(discordNotice(text));
      return {
        response: {
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: [] },
        },
      };
    }
  };
}

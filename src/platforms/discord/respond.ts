/** From one interaction to its one response, whichever way the interaction came in. */
import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { asWords, type Parsed } from "../../ask/ask.ts";
import { conversationOf, type Note } from "../../citation-log/citation-log.ts";
import { type DrawPicture, followingOf, PICTURE_FILE } from "../../delivery/attachments.ts";
import { clip } from "../../delivery/fit.ts";
import { createKept } from "../../delivery/reply-cache.ts";
import { type Carriage, carriageOf, PATIENCE, within } from "../../delivery/visibility.ts";
import type { Answer, Audience, Outcome } from "../../desk/answer.ts";
import type { Bot, Bots } from "../../desk/bot.ts";
import { type Locale, localeOf, type Words } from "../../language/messages.ts";
import { CHOOSE, DISMISS, MORE, NEXT, SHARE } from "./controls.ts";
import { type Interaction, nameOf, userOf } from "./interaction.ts";
import { COMMAND } from "./limits.ts";
import { lineOf } from "./message-ask.ts";
import { type DiscordMessage, notice, renderDiscord } from "./render.ts";

type Typed = Extract<Interaction, { type: 2 | 4 }>;
type Pressed = Extract<Interaction, { type: 3 }>;

/** A message as it is to be from now on, with the files that it shows. */
export interface Edit {
  readonly edit: DiscordMessage;
  readonly files?: readonly { readonly name: string; readonly data: Buffer }[];
}

/** What goes back: the response, and what is to be done with the message once that has arrived. */
export interface Reply {
  readonly response: APIInteractionResponse;
  readonly after?: (() => Promise<Edit>) | "delete";
  /** The sources that everyone in the channel sees cited. */
  readonly cited?: readonly string[];
  /** What a log may say of the answer that it carries: never what was typed for a command that there is not. */
  readonly what?: { readonly command?: string; readonly outcome: Outcome };
}

const whatOf = ({ ask, outcome }: Answer): NonNullable<Reply["what"]> =>
  outcome === "mistake" ? { outcome } : { command: ask.command, outcome };

/** What a deployment decides for all answers. */
export interface Manner {
  /** Whom findings are for unless an ask says otherwise. */
  readonly answers: Audience;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly patience?: number;
  /** Draws what follows an answer as a picture; none does without it. */
  readonly draw?: DrawPicture;
  /** Notes what a channel saw cited; nothing is kept without it. */
  readonly note?: Note;
}

/** Where an interaction comes from, as the ledger names it. */
const placeOf = ({ channel_id }: Interaction): string | undefined =>
  channel_id === undefined ? undefined : conversationOf("discord", channel_id);

/** Notes what a reply has shown to everyone; to be called once it is there. */
export function noteShown({ cited = [] }: Reply, interaction: Interaction, { note }: Manner): void {
  const place = placeOf(interaction);
  if (cited.length > 0 && place !== undefined) note?.(place, cited);
}

const { ChannelMessageWithSource, UpdateMessage, DeferredMessageUpdate, DeferredChannelMessageWithSource } =
  InteractionResponseType;

const say = (data: DiscordMessage): Reply => ({ response: { type: ChannelMessageWithSource, data } });

/** The answer drawn with what follows it, as the edit of the message that carries it. */
async function followed(answer: Answer, words: Words, carriage: Carriage, draw?: DrawPicture): Promise<Edit> {
  const following = followingOf(answer, draw);
  const { message } = renderDiscord(answer, words, following ? { ...carriage, following } : carriage);
  // The only flag that an edit may carry.
  const edit = { ...message, flags: MessageFlags.IsComponentsV2 as number };
  if (following === undefined) return { edit };
  if (following.type === "file")
    return { edit, files: [{ name: following.name, data: Buffer.from(following.text) }] };
  return draw
    ? { edit, files: [{ name: PICTURE_FILE, data: await draw(following, words.locale) }] }
    : { edit };
}

/** The reply that carries an answer, or turns a message to it, and after it what follows the answer. */
function carrying(answer: Answer, words: Words, carriage: Carriage, { draw }: Manner, turns = false): Reply {
  const after = followingOf(answer, draw)
    ? { after: () => followed(answer, words, carriage, draw) }
    : undefined;
  const { message, cited } = renderDiscord(answer, words, carriage);
  // What was shown with another page goes; a picture comes again with the first.
  const response: APIInteractionResponse = turns
    ? { type: UpdateMessage, data: { ...message, attachments: [] } }
    : say(message).response;
  return {
    response,
    what: whatOf(answer),
    ...after,
    ...(carriage.private ? {} : { cited }),
  };
}

/** A slow answer is promised to its asker alone, who can share it: a flag cannot be changed afterwards. */
async function answered(bot: Bot, parsed: Parsed, manner: Manner, place: string | undefined): Promise<Reply> {
  const { patience = PATIENCE, answers, draw } = manner;
  const answer = bot.answerTo(parsed, place);
  const said = "ask" in parsed ? parsed.private : undefined;
  const first = await within(answer, patience);
  if (first !== "late")
    return carrying(first.value, bot.words, carriageOf(first.value, said, answers), manner);
  return {
    response: { type: DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    after: async () => followed(await answer, bot.words, carriageOf(await answer, true, answers), draw),
  };
}

function read(bot: Bot, data: Typed["data"]): Parsed {
  const values = Object.fromEntries(data.options.map(({ name, value }) => [name, String(value ?? "")]));
  return bot.read(data.name, values);
}

/** What a press asks: a choice, a line in its id, or the message's own ask, perhaps from a later item on. */
function pressed(bot: Bot, { data, message }: Pressed): Parsed | undefined {
  const { custom_id, values } = data;
  if (custom_id.startsWith("/")) return bot.parse(custom_id);
  if ([CHOOSE, MORE].includes(custom_id.split(":")[0] ?? "")) return bot.parse(values[0] ?? "");
  const line = lineOf(message.components);
  const parsed = line === undefined ? undefined : bot.parse(line);
  if (!parsed || "problem" in parsed) return undefined;
  const from = Number(custom_id.slice(NEXT.length));
  return custom_id.startsWith(NEXT) && from >= 1 ? { ask: { ...parsed.ask, from } } : parsed;
}

/**
 * A button or a menu. Only the asker, or who shared it, turns or removes a message in the channel; what
 * anyone else presses, and every other question, is a message of its own, for others to themselves.
 */
async function press(bot: Bot, interaction: Pressed, manner: Manner): Promise<Reply> {
  const { data, message } = interaction;
  const { words } = bot;
  const secret = (message.flags & MessageFlags.Ephemeral) !== 0;
  const owner = secret || userOf(interaction) === message.interaction_metadata?.user.id;
  if (data.custom_id === DISMISS)
    return owner
      ? { response: { type: DeferredMessageUpdate }, after: "delete" }
      : say(notice(words.carrier.notYours));
  const parsed = pressed(bot, interaction);
  if (!parsed) return say(notice(words.carrier.unreadable));
  const answer = await bot.answerTo(parsed, placeOf(interaction));
  const isPage = data.custom_id.startsWith(NEXT) || ("ask" in parsed && parsed.ask.from > 1);
  const turns = isPage && answer.outcome === "found";
  const carried = (said: boolean | undefined, sharedBy?: string, turned = false): Reply =>
    carrying(answer, words, carriageOf(answer, said, manner.answers, sharedBy), manner, turned);
  if (data.custom_id === SHARE) return carried(false, nameOf(interaction));
  if (turns && owner) return carried(secret, undefined, true);
  return carried(owner ? (secret && turns ? true : undefined) : true);
}

async function suggest(bot: Bot, { data }: Typed): Promise<Reply> {
  const focused = data.options.find((option) => option.focused);
  const typed = String(focused?.value ?? "").slice(0, 100);
  const found = focused ? await bot.suggest(data.name, focused.name, typed) : [];
  const choices = found.slice(0, COMMAND.suggestions).map(({ label, value }) => ({
    name: clip(label, COMMAND.suggestionLabel),
    value: value.slice(0, COMMAND.suggestionValue),
  }));
  return {
    response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } },
  };
}

/** The message that a message command was used on, as the text of the command that reads messages. */
function onMessage(bot: Bot, data: Typed["data"]): Parsed | undefined {
  const command = bot.commands.find(({ message }) => message !== undefined);
  const first = command?.options[0]?.name;
  const content = data.target_id && data.resolved?.messages?.[data.target_id]?.content;
  return command && first && content !== undefined
    ? bot.read(command.name, { [first]: asWords(content) })
    : undefined;
}

/** The type of a command that is used on somebody's message. */
const MESSAGE_COMMAND = 3;

/** From one interaction to the reply to send. Never throws. */
export type Respond = (interaction: Interaction) => Promise<Reply>;

/** Responds in the language of whoever asks. What fails is answered too, to the asker, with the id that the log has. */
export function responder(bots: Bots, manner: Manner): Respond {
  /** Replies to commands by all that they follow from: the language, and what was typed. */
  const replies = createKept<Reply>();

  async function command(bot: Bot, interaction: Typed, locale: Locale): Promise<Reply> {
    const { data } = interaction;
    const key = `${locale} ${data.type} ${data.name} ${JSON.stringify(data.options)}`;
    const kept = data.type === MESSAGE_COMMAND ? undefined : replies.get(key);
    if (kept) return kept;
    const parsed = data.type === MESSAGE_COMMAND ? onMessage(bot, data) : read(bot, data);
    if (!parsed) return say(notice(bot.words.carrier.unreadable));
    const reply = await answered(bot, parsed, manner, placeOf(interaction));
    const changes = bot.commands.some((one) => one.name === data.name && one.changes);
    if (data.type !== MESSAGE_COMMAND && !changes && reply.what && reply.what.outcome !== "failure")
      replies.set(key, reply);
    return reply;
  }

  async function replyTo(bot: Bot, interaction: Interaction, locale: Locale): Promise<Reply> {
    switch (interaction.type) {
      case 1:
        return { response: { type: InteractionResponseType.Pong } };
      case 2:
        return command(bot, interaction, locale);
      case 3:
        return press(bot, interaction, manner);
      case 4:
        return suggest(bot, interaction);
    }
  }

  return async (interaction) => {
    const locale = localeOf(interaction.locale);
    const bot = await bots(locale);
    try {
      return await replyTo(bot, interaction, locale);
    } catch (error) {
      const { text } = bot.apologize(error);
      if (interaction.type !== 4) return say(notice(text));
      return {
        response: {
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: [] },
        },
      };
    }
  };
}

/** From one interaction to its one response, whichever way the interaction came in. */
import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import type { Bot } from "../bot.ts";
import { type Parsed, parseAsk, parseOptions } from "../desk/ask.ts";
import { clip } from "../render/fit.ts";
import type { Interaction } from "./interaction.ts";
import { COMMAND } from "./limits.ts";
import { CHOOSE, type DiscordMessage, renderDiscord } from "./render.ts";

type Typed = Extract<Interaction, { type: 2 | 4 }>;
type Pressed = Extract<Interaction, { type: 3 }>;

const valuesOf = ({ data }: Typed): Record<string, string> =>
  Object.fromEntries(data.options.map(({ name, value }) => [name, String(value ?? "")]));

function read(bot: Bot, typed: Typed): Parsed {
  const command = bot.commands.find(({ name }) => name === typed.data.name);
  return command
    ? parseOptions(valuesOf(typed), command)
    : { problem: { type: "unknown-command", given: typed.data.name } };
}

const toAsker = (message: DiscordMessage): DiscordMessage => ({
  ...message,
  flags: (message.flags ?? 0) | MessageFlags.Ephemeral,
});

/**
 * A button or a menu. Its asker turns the pages of the message itself; what anyone else presses, and every
 * other question, is a message of its own, for others to themselves.
 */
async function press(bot: Bot, { data, message, member, user }: Pressed): Promise<APIInteractionResponse> {
  const parsed = parseAsk(data.custom_id === CHOOSE ? (data.values[0] ?? "") : data.custom_id, bot.commands);
  const answer = await bot.answerTo(parsed);
  const { message: rendered } = renderDiscord(answer, bot.words);
  const presser = member?.user.id ?? user?.id;
  const asker = message.interaction_metadata?.user.id;
  if (presser !== asker)
    return { type: InteractionResponseType.ChannelMessageWithSource, data: toAsker(rendered) };
  const turns = answer.ask.from > 1 && answer.outcome === "found";
  return turns
    ? { type: InteractionResponseType.UpdateMessage, data: rendered }
    : { type: InteractionResponseType.ChannelMessageWithSource, data: rendered };
}

async function suggest(bot: Bot, typed: Typed): Promise<APIInteractionResponse> {
  const focused = typed.data.options.find((option) => option.focused);
  const found = focused
    ? await bot.suggest(typed.data.name, focused.name, String(focused.value ?? "").slice(0, 100))
    : [];
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: {
      choices: found.slice(0, COMMAND.suggestions).map(({ label, value }) => ({
        name: clip(label, COMMAND.suggestionLabel),
        value: value.slice(0, COMMAND.suggestionValue),
      })),
    },
  };
}

/** The response to send. Never throws: what fails is answered too, to the asker, with the id that the log has. */
export async function respond(bot: Bot, interaction: Interaction): Promise<APIInteractionResponse> {
  try {
    return await responseTo(bot, interaction);
  } catch (error) {
    const { text } = bot.apologize(error);
    if (interaction.type === 4)
      return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
    return {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] }, content: text },
    };
  }
}

async function responseTo(bot: Bot, interaction: Interaction): Promise<APIInteractionResponse> {
  switch (interaction.type) {
    case 1:
      return { type: InteractionResponseType.Pong };
    case 2: {
      const answer = await bot.answerTo(read(bot, interaction));
      const { message } = renderDiscord(answer, bot.words);
      return { type: InteractionResponseType.ChannelMessageWithSource, data: message };
    }
    case 3:
      return press(bot, interaction);
    case 4:
      return suggest(bot, interaction);
  }
}

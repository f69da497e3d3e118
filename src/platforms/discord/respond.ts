/** Answers interactions, for the gateway and for HTTP alike. */
import { InteractionResponseType, MessageFlags } from "discord.js";
import type { ParsedAsk } from "../../ask/ask.ts";
import { createDelivery, type PressedControl } from "../../delivery/deliver.ts";
import { clipLabel } from "../../delivery/fit.ts";
import { askAboutMessage } from "../../delivery/message-action.ts";
import type { DeliveryPolicy } from "../../delivery/policy.ts";
import type { Bot, BotFactory } from "../../desk/bot.ts";
import { localeFromTag } from "../../language/messages.ts";
import type { Log } from "../../support/log.ts";
import { CHOOSE_ID, DISMISS_ID, MORE_ID, NEXT_ID, SHARE_ID } from "./controls.ts";
import { type Interaction, interactionUserId, interactionUserName } from "./interaction.ts";
import { DISCORD_COMMAND_LIMITS } from "./limits.ts";
import { askInMessage } from "./message-ask.ts";
import { drawPacked, packedDiscordSize } from "./packed.ts";
import { discordTransport, type InteractionExchange } from "./transport.ts";

type Typed = Extract<Interaction, { type: 2 | 4 }>;
type Pressed = Extract<Interaction, { type: 3 }>;

/** Discord's type of a message command: https://docs.discord.com/developers/interactions/application-commands */
const MESSAGE_COMMAND = 3;

function readOptions(bot: Bot, { name, options }: Typed["data"]): ParsedAsk {
  const values = Object.fromEntries(options.map((option) => [option.name, String(option.value ?? "")]));
  return bot.parseFields(name, values);
}

/** Reads the ask of a message command, whose message is in the data. */
function readMessage(bot: Bot, { target_id, resolved }: Typed["data"]): ParsedAsk | undefined {
  const content = target_id && resolved?.messages?.[target_id]?.content;
  return content === undefined ? undefined : askAboutMessage(bot, content);
}

/** Reads the ask of a press: a menu choice, a line in the custom id, or the message's own ask from another item on. */
function readPress(bot: Bot, { data, message }: Pressed): ParsedAsk | undefined {
  const { custom_id, values } = data;
  if (custom_id.startsWith("/")) return bot.parse(custom_id);
  if ([CHOOSE_ID, MORE_ID].includes(custom_id.split(":")[0] ?? "")) return bot.parse(values[0] ?? "");
  const [, item, carried] = OWN_ID.exec(custom_id) ?? [];
  const line = carried ?? askInMessage(message.components);
  const parsed = line === undefined ? undefined : bot.parse(line);
  if (!parsed || "problem" in parsed) return undefined;
  const from = Number(item);
  return from >= 1 ? { ask: { ...parsed.ask, from } } : parsed;
}

/** The id of a message's own control: the item that it leads to, and the message's ask where it is short enough. */
const OWN_ID = new RegExp(`^(?:${NEXT_ID}(\\d{1,6})|${SHARE_ID})(?::(/.*))?$`, "s");

function pressKind(customId: string): PressedControl["kind"] {
  if (customId === SHARE_ID || customId.startsWith(`${SHARE_ID}:`)) return "share";
  if (customId === DISMISS_ID) return "dismiss";
  return customId.startsWith(NEXT_ID) ? "next" : "ask";
}

/** Describes a press. An ephemeral message is always its reader's own. */
function describePress(interaction: Pressed): PressedControl {
  const { data, message } = interaction;
  const isPrivate = (message.flags & MessageFlags.Ephemeral) !== 0;
  return {
    kind: pressKind(data.custom_id),
    isOwner: isPrivate || interactionUserId(interaction) === message.interaction_metadata?.user.id,
    isPrivate,
    presser: interactionUserName(interaction),
  };
}

/** Returns the choices for an option that is being typed. */
async function suggestChoices(bot: Bot, { data }: Typed) {
  const focused = data.options.find((option) => option.focused);
  const typed = String(focused?.value ?? "").slice(0, 100);
  const found = focused ? await bot.suggest(data.name, focused.name, typed) : [];
  return found.slice(0, DISCORD_COMMAND_LIMITS.suggestions).map(({ label, value }) => ({
    name: clipLabel(label, DISCORD_COMMAND_LIMITS.suggestionLabel),
    value: value.slice(0, DISCORD_COMMAND_LIMITS.suggestionValue),
  }));
}

/** Answers an interaction. Never rejects: failures are told to the user, with the id in the log. */
export type InteractionResponder = (interaction: Interaction, exchange: InteractionExchange) => Promise<void>;

/** Creates a responder that answers in the user's language. */
export function createResponder(botFor: BotFactory, policy: DeliveryPolicy, log: Log): InteractionResponder {
  const delivery = createDelivery({
    ...{ platform: "discord", policy, draw: drawPacked, log },
    sizeOf: packedDiscordSize,
  });

  async function respondTo(bot: Bot, interaction: Interaction, exchange: InteractionExchange): Promise<void> {
    const { id, type, channel_id: channel } = interaction;
    const asker = interactionUserId(interaction) ?? "";
    const request = { bot, asker, channel, logFields: { id, type } };
    switch (type) {
      case 1:
        return exchange.respond({ type: InteractionResponseType.Pong });
      case 2: {
        const { data } = interaction;
        const transport = discordTransport(exchange);
        if (data.type === MESSAGE_COMMAND)
          return delivery.deliver(
            { ...request, audience: "asker", read: () => readMessage(bot, data) },
            transport,
          );
        const cacheKey = `${bot.shelfVersion} ${bot.messages.locale} ${data.name} ${JSON.stringify(data.options)}`;
        return delivery.deliver({ ...request, cacheKey, read: () => readOptions(bot, data) }, transport);
      }
      case 3:
        return delivery.deliver(
          { ...request, press: describePress(interaction), read: () => readPress(bot, interaction) },
          discordTransport(exchange),
        );
      case 4:
        return exchange.respond({
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: await suggestChoices(bot, interaction) },
        });
    }
  }

  return async (interaction, exchange) => {
    try {
      const bot = await botFor(localeFromTag(interaction.locale));
      await respondTo(bot, interaction, exchange);
    } catch (error) {
      log.error({ id: interaction.id, err: error }, "an interaction could not be answered");
    }
  };
}

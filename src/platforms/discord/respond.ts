/** Answers interactions, for the gateway and for HTTP alike. */
import { InteractionResponseType } from "discord.js";
import { ASK_DETAILS } from "../../ask/ask.ts";

import { createDelivery, type PressedControl } from "../../delivery/deliver.ts";
import { createDrawnReplies } from "../../delivery/drawn-replies.ts";
import { clipLabel } from "../../delivery/fit.ts";
import type { DrawnReply } from "../../delivery/follow-ups.ts";
import { askAboutMessage } from "../../delivery/message-action.ts";
import type { ReplyCache } from "../../delivery/reply-cache.ts";
import type { Bot, BotFactory, ReadInput } from "../../desk/bot.ts";
import { localeFromTag } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import type { Log } from "../../support/log.ts";
import { memoizeByKey } from "../../support/memoize.ts";

import {
  CHOOSE_ID,
  DETAIL_ID,
  DISMISS_ID,
  MORE_ID,
  NEXT_ID,
  OPEN_ID,
  READ_ID,
  SHARE_ID,
} from "./controls.ts";
import { createCurator } from "./curate.ts";
import { ASK_COMMAND, formFor, type OptionValues, readModalForm, readQuestion } from "./forms.ts";

import { type Interaction, interactionUserId, interactionUserName, serverOf } from "./interaction.ts";
import { DISCORD_COMMAND_LIMITS } from "./limits.ts";
import { readableContent } from "./message.ts";
import { askInMessage, ownerInMessage } from "./message-ask.ts";
import { openServer } from "./open-server.ts";
import { drawPacked, type PackedDiscordMessage, packedDiscordSize } from "./packed.ts";
import type { DiscordPolicy, ServerSurroundings } from "./policy.ts";
import { isEphemeral } from "./render.ts";
import { discordTransport, type InteractionExchange } from "./transport.ts";

type Typed = Extract<Interaction, { type: 2 | 4 }>;
type Pressed = Extract<Interaction, { type: 3 }>;

/** Discord's type of a message command: https://docs.discord.com/developers/interactions/application-commands */
const MESSAGE_COMMAND = 3;

/** Returns the values of a slash command's options. */
const valuesOf = ({ options }: Typed["data"]): OptionValues =>
  Object.fromEntries(options.map(({ name, value = "" }) => [name, String(value)]));

const readOptions = (bot: Bot, name: string, values: OptionValues): ReadInput =>
  name === ASK_COMMAND ? readQuestion(bot, values) : bot.parseFields(name, values);

/** Returns the text of the message that a message command is used on; undefined when it is not in the data. */
function targetText({ target_id, resolved }: Typed["data"]): string | undefined {
  const content = target_id && resolved?.messages?.[target_id]?.content;
  return content === undefined ? undefined : readableContent(content);
}

/** Reads what a message asked that is answered by opening: as the button holds it, or as it still stands there. */
async function readOpened(
  bot: Bot,
  customId: string,
  { fetchText }: InteractionExchange,
): Promise<ReadInput | undefined> {
  const asked = customId.startsWith(OPEN_ID)
    ? customId.slice(OPEN_ID.length)
    : await fetchText(customId.slice(READ_ID.length));
  return asked === undefined ? undefined : bot.readMessage(asked);
}

/**
 * Reads the ask of a press: a menu choice, a line in the custom id, or the message's own ask from another item on or in
 * another detail.
 */
function readPress(
  bot: Bot,
  { data, message }: Pressed,
  exchange: InteractionExchange,
): ReadInput | undefined | Promise<ReadInput | undefined> {
  if (pressKind(data.custom_id) === "open") return readOpened(bot, data.custom_id, exchange);
  const isMenu = [CHOOSE_ID, MORE_ID].includes(data.custom_id.split(":")[0] ?? "");
  const id = isMenu ? (data.values[0] ?? "") : data.custom_id;
  const own = OWN_ID.exec(id)?.groups;
  if (!own) return isMenu || id.startsWith("/") ? bot.parse(id) : undefined;
  const line = own.line ?? askInMessage(message.components);
  const parsed = line === undefined ? undefined : bot.parse(line);
  if (!parsed || "problem" in parsed) return undefined;
  const from = Number(own.item);
  const detail = ASK_DETAILS.find((known) => known === own.detail);
  if (detail) return { ask: { ...parsed.ask, from: 1, detail } };
  return from >= 1 ? { ask: { ...parsed.ask, from } } : parsed;
}

/**
 * The id of a message's own control: the item that it leads to, or how much it shows, and the message's ask where it is
 * short enough.
 */
const OWN_ID = new RegExp(
  `^(?:${NEXT_ID}(?<item>\\d{1,6})|${DETAIL_ID}(?<detail>${ASK_DETAILS.join("|")})|${SHARE_ID})(?::(?<line>/.*))?$`,
  "s",
);

function pressKind(customId: string): PressedControl["kind"] {
  if (customId === SHARE_ID || customId.startsWith(`${SHARE_ID}:`)) return "share";
  if (customId.split(":")[0] === DISMISS_ID) return "dismiss";
  if (customId.startsWith(OPEN_ID) || customId.startsWith(READ_ID)) return "open";
  return customId.startsWith(NEXT_ID) ? "next" : "ask";
}

/** Describes a press. An ephemeral message is always its reader's own. */
function describePress(interaction: Pressed, owner: string | undefined): PressedControl {
  const { data, message } = interaction;
  const isPrivate = isEphemeral(message);
  return {
    kind: pressKind(data.custom_id),
    isOwner: isPrivate || interactionUserId(interaction) === owner,
    isPrivate,
    presser: interactionUserName(interaction),
  };
}

/** Returns the form for a message without a text, in which one can be written. */
const messageForm = (bot: Bot) =>
  formFor(bot, bot.commands.find(({ messageAction }) => messageAction !== undefined)?.name ?? "", {});

/** Returns the choices for an option that is being typed. A value that would be cut asks for something else. */
async function suggestChoices(bot: Bot, { data }: Typed) {
  const focused = data.options.find((option) => option.focused);
  const typed = String(focused?.value ?? "").slice(0, 100);
  const found = focused ? await bot.suggest(data.name, focused.name, typed) : [];
  return found
    .filter(({ value }) => value.length <= DISCORD_COMMAND_LIMITS.suggestionValue)
    .slice(0, DISCORD_COMMAND_LIMITS.suggestions)
    .map(({ label, value }) => ({ name: clipLabel(label, DISCORD_COMMAND_LIMITS.suggestionLabel), value }));
}

/** Answers an interaction. Never rejects: failures are told to the user, with the id in the log. */
export type InteractionResponder = (interaction: Interaction, exchange: InteractionExchange) => Promise<void>;

/** Creates a responder that answers in the user's language, in a server as it has it. */
export function createResponder(
  botFor: BotFactory,
  { surroundingsOf, ...policy }: DiscordPolicy,
  log: Log,
): InteractionResponder {
  const all: ServerSurroundings = { botFor, policy };
  const replies = createDrawnReplies(packedDiscordSize);
  const responderIn = memoizeByKey((here: ServerSurroundings) => createServerResponder(here, replies, log));
  return async (interaction, exchange) => {
    const server = serverOf(interaction);
    if (!surroundingsOf || server === undefined) return responderIn(all)(interaction, exchange);
    const here = await openServer(surroundingsOf(server), interaction, exchange, log);
    return here && responderIn(here)(interaction, exchange);
  };
}

/** Creates a responder for the servers that are answered alike. */
function createServerResponder(
  { botFor, policy, workspace }: ServerSurroundings,
  replies: ReplyCache<DrawnReply<PackedDiscordMessage>>,
  log: Log,
): InteractionResponder {
  const delivery = createDelivery({
    platform: "discord",
    policy,
    draw: drawPacked,
    log,
    replies,
    sizeOf: packedDiscordSize,
    ...defined({ workspace }),
  });

  const curate = createCurator(policy, log);

  async function respondTo(bot: Bot, interaction: Interaction, exchange: InteractionExchange): Promise<void> {
    if (await curate(bot, interaction, exchange)) return;
    const { id, type, channel_id: channel } = interaction;
    const asker = interactionUserId(interaction) ?? "";
    const request = { bot, asker, channel, logFields: { id, type } };
    switch (type) {
      case 1:
        return exchange.respond({ type: InteractionResponseType.Pong });
      case 2: {
        const { data } = interaction;
        const isOnMessage = data.type === MESSAGE_COMMAND;
        const text = isOnMessage ? targetText(data) : undefined;
        const values = valuesOf(data);
        const form = isOnMessage ? text === "" && messageForm(bot) : formFor(bot, data.name, values);
        if (form) return exchange.respond(form);
        const transport = discordTransport(exchange);
        if (isOnMessage) {
          const read = () => (text === undefined ? undefined : askAboutMessage(bot, text));
          return delivery.deliver({ audience: "asker", ...request, read }, transport);
        }
        const cacheKey = `${bot.shelfVersion} ${bot.messages.locale} ${data.name} ${JSON.stringify(data.options)}`;
        return delivery.deliver(
          { cacheKey, ...request, read: () => readOptions(bot, data.name, values) },
          transport,
        );
      }
      case 3: {
        const { message } = interaction;
        // Discord says who asked for the response to an interaction, and of a reply to a message its button does.
        const asked = message.interaction_metadata?.user.id;
        const owner = asked === undefined ? ownerInMessage(message.components) : undefined;
        const press = describePress(interaction, asked ?? owner);
        return delivery.deliver(
          { press, ...request, read: () => readPress(bot, interaction, exchange) },
          discordTransport(exchange, owner),
        );
      }
      case 4: {
        const isLimited = (await policy.typeLimit?.(`discord ${asker}`)) !== undefined;
        return exchange.respond({
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: isLimited ? [] : await suggestChoices(bot, interaction) },
        });
      }
      case 5: {
        const { custom_id, components } = interaction.data;
        const text = components[0]?.component.value ?? "";
        return delivery.deliver(
          { read: () => readModalForm(bot, custom_id, text), ...request },
          discordTransport(exchange),
        );
      }
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

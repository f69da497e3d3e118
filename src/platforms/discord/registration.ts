/** Builds Discord's command registration from the list of commands. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import { ASK_DETAILS, DETAIL_OPTION, MAX_VALUE_LENGTH, PRIVATE_OPTION } from "../../ask/ask.ts";
import type { Command } from "../../desk/command.ts";
import { LOCALES, loadMessages, type Messages } from "../../language/messages.ts";
import { DESK_COMMAND } from "./curate.ts";
import { ASK_COMMAND, QUESTION_OPTION } from "./forms.ts";
import { DISCORD_COMMAND_LIMITS, DISCORD_FORM_LIMITS } from "./limits.ts";

/** Discord's locales that have messages of their own; every other one gets English. */
const LOCALIZED = [
  [DiscordLocale.ChineseCN, "zh-Hans"],
  [DiscordLocale.ChineseTW, "zh-Hant"],
] as const;

/** Available in servers, in direct messages, and everywhere to users who installed the app. */
const INSTALL_CONTEXTS = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Returns the name unchanged. @throws {Error} if Discord would refuse it */
function checkedName(name: string): string {
  if (DISCORD_COMMAND_LIMITS.name.test(name) && name === name.toLowerCase()) return name;
  throw new Error(`“${name}”: Discord takes 1 to 32 letters, digits, - and _, in lower case`);
}

/** Returns the text unchanged. @throws {Error} if Discord would refuse it */
function checkedText(text: string): string {
  if (text.length > 0 && text.length <= DISCORD_COMMAND_LIMITS.description) return text;
  throw new Error(
    `“${text}” has ${text.length} characters; Discord takes 1 to ${DISCORD_COMMAND_LIMITS.description}`,
  );
}

/**
 * Returns the body of the PUT request that registers all commands at once.
 * @throws {Error} naming the first name or text that Discord would refuse
 */
export async function commandRegistration(
  commands: readonly Command[],
): Promise<RESTPutAPIApplicationCommandsJSONBody> {
  const catalogues = new Map(
    await Promise.all(LOCALES.map(async (locale) => [locale, await loadMessages(locale)] as const)),
  );
  const english = catalogues.get("en")!;
  const localized = (text: (messages: Messages) => string, check: (text: string) => string) =>
    Object.fromEntries(LOCALIZED.map(([tag, locale]) => [tag, check(text(catalogues.get(locale)!))]));
  const described = (text: (messages: Messages) => string) => ({
    description: checkedText(text(english)),
    description_localizations: localized(text, checkedText),
  });
  const privately = {
    type: ApplicationCommandOptionType.Boolean as const,
    name: PRIVATE_OPTION,
    ...described((messages) => messages.delivery.private),
  };
  const ask = {
    type: ApplicationCommandType.ChatInput as const,
    name: checkedName(ASK_COMMAND),
    name_localizations: localized(({ form }) => form.name, checkedName),
    ...described(({ form }) => form.inWords),
    ...INSTALL_CONTEXTS,
    options: [
      {
        type: ApplicationCommandOptionType.String as const,
        name: checkedName(QUESTION_OPTION),
        ...described(({ form }) => form.question),
        max_length: DISCORD_FORM_LIMITS.text,
      },
      privately,
    ],
  };
  const slash = commands.map((command) => ({
    type: ApplicationCommandType.ChatInput as const,
    name: checkedName(command.name),
    name_localizations: localized(command.localizedName, checkedName),
    ...described(command.summary),
    ...INSTALL_CONTEXTS,
    options: [
      ...command.options.map((option) => ({
        type: ApplicationCommandOptionType.String as const,
        name: checkedName(option.name),
        ...described(option.summary),
        max_length: MAX_VALUE_LENGTH,
        ...(command.autocomplete === false ? {} : { autocomplete: true as const }),
      })),
      {
        type: ApplicationCommandOptionType.String as const,
        name: DETAIL_OPTION,
        ...described((messages) => messages.brief.detail),
        choices: ASK_DETAILS.map((detail) => ({ name: detail, value: detail })),
      },
      privately,
    ],
  }));
  const subcommand = (name: string, summary: (messages: Messages) => string) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    name: checkedName(name),
    ...described(summary),
  });
  const desk = {
    type: ApplicationCommandType.ChatInput as const,
    name: checkedName(DESK_COMMAND),
    ...described(({ curation }) => curation.summary),
    ...INSTALL_CONTEXTS,
    options: [
      subcommand("review", ({ curation }) => curation.reviewSummary),
      subcommand("status", ({ curation }) => curation.statusSummary),
      subcommand("settings", ({ workspaces }) => workspaces.settings.summary),
    ],
  };
  const suggestion = {
    type: ApplicationCommandType.Message as const,
    name: english.curation.suggest,
    name_localizations: localized(
      ({ curation }) => curation.suggest,
      (name) => name,
    ),
    ...INSTALL_CONTEXTS,
  };
  const onMessages = commands.flatMap(({ messageAction: message }) =>
    message
      ? [
          {
            type: ApplicationCommandType.Message as const,
            name: message(english),
            name_localizations: localized(message, (name) => name),
            ...INSTALL_CONTEXTS,
          },
        ]
      : [],
  );
  return [...slash, ask, desk, ...onMessages, suggestion] as RESTPutAPIApplicationCommandsJSONBody;
}

/** Normalizes a registration for comparison: drops absent, null, false and empty values; only options stay ordered. */
function essence(part: unknown, keys: readonly string[]): unknown {
  if (typeof part !== "object" || part === null) return part;
  return keys
    .map((key) => [key, (part as Record<string, unknown>)[key]] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== "")
    .map(([key, value]) => {
      if (key === "options") return [key, (value as unknown[]).map((option) => essence(option, OPTION))];
      if (Array.isArray(value)) return [key, [...value].sort()];
      return [key, typeof value === "object" ? Object.entries(value as object).sort() : value];
    })
    .filter(([, value]) => !Array.isArray(value) || value.length > 0);
}

const TEXTS = ["type", "name", "name_localizations", "description", "description_localizations"];
const OPTION = [...TEXTS, "max_length", "autocomplete"];
const ENTRY = [...TEXTS, "options", "integration_types", "contexts"];

/** Whether two registrations are equivalent, regardless of order and default values. */
export function matchesRegistration(there: readonly object[], ours: readonly object[]): boolean {
  const form = (commands: readonly object[]) =>
    JSON.stringify(commands.map((command) => JSON.stringify(essence({ type: 1, ...command }, ENTRY))).sort());
  return form(there) === form(ours);
}

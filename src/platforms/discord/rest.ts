/** Calls Discord's REST API, for the gateway and the HTTP adapter alike. */
import { type APIApplicationCommand, REST, type RESTGetCurrentApplicationResult, Routes } from "discord.js";
import type { DiscordConfig } from "../../config/config.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Command } from "../../desk/command.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { commandRegistration, matchesRegistration } from "./registration.ts";

type Commands = readonly Command[];

/** Creates a client for version 10 of the API, at `apiUrl` if that is set. */
export const createRest = ({ token, apiUrl }: DiscordConfig): REST =>
  new REST({ version: "10", ...(apiUrl ? { api: apiUrl } : {}) }).setToken(token);

/** Creates the error for a token that Discord refused; the message does not contain the token. */
export function tokenError(error: unknown): Error {
  return new Error(
    `DISCORD_TOKEN: Discord did not take it (${errorMessage(error)}). A new one is made in the developer portal under Bot, Reset Token.`,
  );
}

/** Fetches the application that the token belongs to. */
export const fetchApplication = async (rest: REST): Promise<RESTGetCurrentApplicationResult> =>
  (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;

/** How the commands registered with Discord compare with the bot's. */
export interface CommandRegistration {
  /** The names of the bot's slash commands and message commands. */
  readonly names: readonly string[];
  /** Those of `names` that are not registered. */
  readonly absent: readonly string[];
  /** Whether the registration is up to date. */
  readonly current: boolean;
}

/** Fetches the registered commands and compares them with the bot's. */
export async function fetchRegistration(
  rest: REST,
  applicationId: string,
  commands: Commands,
): Promise<CommandRegistration> {
  const ours = await commandRegistration(commands);
  const query = new URLSearchParams({ with_localizations: "true" });
  const there = (await rest.get(Routes.applicationCommands(applicationId), {
    query,
  })) as APIApplicationCommand[];
  const known = new Set(there.map(({ name }) => name));
  const names = ours.map(({ name }) => name);
  return {
    names,
    absent: names.filter((name) => !known.has(name)),
    current: matchesRegistration(there, ours),
  };
}

/**
 * Registers the commands unless the registration is up to date, because Discord allows only 200 creations a day.
 * @returns the registration as it was before
 */
export async function syncRegistration(
  rest: REST,
  applicationId: string,
  commands: Commands,
): Promise<CommandRegistration> {
  const before = await fetchRegistration(rest, applicationId, commands);
  if (!before.current)
    await rest.put(Routes.applicationCommands(applicationId), { body: await commandRegistration(commands) });
  return before;
}

/** Registers the bot's commands when it starts. */
export async function registerBotCommands(
  rest: REST,
  applicationId: string,
  botFor: BotFactory,
  log: Log,
): Promise<void> {
  const { commands } = await botFor("en");
  const { names, current } = await syncRegistration(rest, applicationId, commands);
  if (!current) log.info({ commands: names }, "registered the commands with Discord");
}

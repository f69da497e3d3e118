/** What the bot asks of Discord's REST API, whichever way interactions come in. */
import { DiscordAPIError, REST } from "@discordjs/rest";
import { type APIApplicationCommand, Routes } from "discord-api-types/v10";
import type { DiscordConfig } from "../../config/config.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Command } from "../../desk/command.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { withRetries } from "../../support/retry.ts";
import type { Interaction } from "./interaction.ts";
import { commandRegistration, matchesRegistration } from "./registration.ts";
import type { InteractionReply } from "./respond.ts";

type Commands = readonly Command[];

export const createRest = ({ token, apiUrl }: DiscordConfig): REST =>
  new REST({ version: "10", ...(apiUrl ? { api: apiUrl } : {}) }).setToken(token);

/** What stops the start where Discord does not take the token; it does not show it. */
export function tokenError(error: unknown): Error {
  return new Error(
    `DISCORD_TOKEN: Discord did not take it (${errorMessage(error)}). A new one is made in the developer portal under Bot, Reset Token.`,
  );
}

/** What Discord has of the list of commands. */
export interface CommandRegistration {
  /** The names of what the bot has, and of those that Discord does not know. */
  readonly names: readonly string[];
  readonly absent: readonly string[];
  /** Whether Discord has all of it as it is. */
  readonly current: boolean;
}

/** Compares what Discord has with the list of commands. */
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
 * Registers the commands if Discord does not have them as they are, and gives what it had before. A day has
 * 200 creations: none is spent in vain.
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

/** Registers the bot's commands at its start. */
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

/** Whether Discord does not know a message: it may not have made it yet. */
const isUnknownMessage = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.status === 404;

/**
 * Edits or deletes a message once the response that posted it has arrived, retried after each of the delays
 * while Discord does not know the message yet.
 */
export async function sendFollowUp(
  after: NonNullable<InteractionReply["after"]>,
  { application_id, token }: Interaction,
  rest: REST,
  delaysMs: readonly number[] = [],
): Promise<void> {
  const route = Routes.webhookMessage(application_id, token, "@original");
  const edited = after === "delete" ? undefined : await after();
  const send = () =>
    edited === undefined
      ? rest.delete(route, { auth: false })
      : rest.patch(route, { body: edited.edit, files: [...(edited.files ?? [])], auth: false });
  await withRetries(send, delaysMs, isUnknownMessage);
}

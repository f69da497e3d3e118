/** Calls Discord's REST API, for the gateway and the HTTP adapter alike. */
import {
  type APIApplicationCommand,
  DiscordAPIError,
  REST,
  type RESTGetCurrentApplicationResult,
  Routes,
} from "discord.js";
import type { DiscordConfig } from "../../config/config.ts";
import type { BotFactory } from "../../desk/bot.ts";
import type { Command } from "../../desk/command.ts";
import { sha256 } from "../../support/disk-cache.ts";
import { errorMessage } from "../../support/error-message.ts";
import type { Log } from "../../support/log.ts";
import { PlatformRefusal } from "../adapter.ts";
import { commandRegistration, matchesRegistration } from "./registration.ts";

type Commands = readonly Command[];

/** Creates a client for version 10 of the API, at `apiUrl` if that is set. */
export const createRest = ({ token, apiUrl }: DiscordConfig): REST =>
  new REST({ version: "10", ...(apiUrl ? { api: apiUrl } : {}) }).setToken(token);

const NEW_TOKEN = "A new one is made in the developer portal under Bot, Reset Token.";

/** Returns the refusal of a token; the message does not contain the token. */
export const tokenRefusal = (why: string): PlatformRefusal =>
  new PlatformRefusal(`DISCORD_TOKEN: Discord did not take it (${why}). ${NEW_TOKEN}`);

/** Returns why a start failed: Discord refused the token, or could not be reached, which says nothing of the token. */
export const startError = (error: unknown): Error =>
  error instanceof DiscordAPIError && error.status === 401
    ? tokenRefusal(errorMessage(error))
    : new Error(`Discord cannot be reached (${errorMessage(error)})`);

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

/** A list of commands that is to be registered. */
export interface CommandList {
  readonly hash: string;
}

/**
 * Registers a list in turn with other processes. Resolves to the version of the program that has registered a newer list,
 * over which this one is not put. @throws what `register` throws
 */
export type RegisterInTurn = (
  application: string,
  list: CommandList,
  register: () => Promise<void>,
) => Promise<{ readonly newer: string | undefined }>;

/** Registers at once, where no other process does. */
const registerAlone: RegisterInTurn = async (_, __, register) => {
  await register();
  return { newer: undefined };
};

/** Pauses before a registration that failed is tried again, in milliseconds. */
const REGISTER_AGAIN = { first: 2_000, longest: 300_000 } as const;

/**
 * Registers the bot's commands when it starts. Where that fails, the bot answers all the same, to the commands that were
 * registered before, and it is tried again with growing pauses.
 * @returns ends the tries
 */
export async function registerBotCommands(
  rest: REST,
  applicationId: string,
  botFor: BotFactory,
  log: Log,
  inTurn: RegisterInTurn = registerAlone,
): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  async function register(pause: number): Promise<void> {
    try {
      const { commands } = await botFor("en");
      const hash = sha256(JSON.stringify(await commandRegistration(commands)));
      const { newer } = await inTurn(applicationId, { hash }, async () => {
        const { names, current } = await syncRegistration(rest, applicationId, commands);
        if (!current) log.info({ commands: names }, "registered the commands with Discord");
      });
      if (newer !== undefined)
        log.warn({ newer }, "a newer version has registered its commands with Discord, which stay");
    } catch (error) {
      if (isOver) return;
      log.warn({ err: error, wait: pause }, "the commands could not be registered with Discord");
      timer = setTimeout(() => void register(Math.min(2 * pause, REGISTER_AGAIN.longest)), pause).unref();
    }
  }
  await register(REGISTER_AGAIN.first);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * Checks tokens with the platforms. Checks return a result instead of throwing, and never show a token. discord.js is
 * loaded with the first check at Discord.
 */

import { webApi } from "@slack/bolt";
import type { REST, Routes } from "discord.js";
import { z } from "zod";
import { ConfigError, readServerConfig, VARIABLE_NAMES } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import type { Command } from "../desk/command.ts";
import { setupMessages } from "../language/en/setup.ts";
import type { CommandRegistration } from "../platforms/discord/rest.ts";
import { defined } from "../support/defined.ts";

const say = setupMessages.refusal;

/** Timeout of a request to a platform, in milliseconds. */
const TIMEOUT = 10_000;

/** What a platform returned, or why the check failed. */
export type CheckResult<T> =
  | ({ readonly accepted: true } & T)
  | { readonly accepted: false; readonly reason: string };

/** A token, and the base URL of the API when it is not the default. */
export interface ApiAccess {
  readonly token: string;
  readonly apiUrl?: string;
}

const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof z.ZodError) return say.unexpectedForm;
  const { cause } = error;
  return cause instanceof Error && cause.message ? `${error.message}: ${cause.message}` : error.message;
};

async function discordSays<T>(
  { token, apiUrl }: ApiAccess,
  ask: (rest: REST, routes: typeof Routes) => Promise<T>,
): Promise<CheckResult<T>> {
  const { DiscordAPIError, RateLimitError, REST, Routes } = await import("discord.js");
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: TIMEOUT,
    // Report a rate limit at once instead of waiting until it resets.
    rejectOnRateLimit: () => true,
    ...(apiUrl ? { api: apiUrl } : {}),
  }).setToken(token);
  const failed = (error: unknown): string => {
    if (error instanceof DiscordAPIError) return say.refused("Discord", error.message);
    const isTooOften = error instanceof RateLimitError;
    const why = isTooOften ? say.tooOften(Math.ceil(error.retryAfter / 1000)) : reason(error);
    return say.unreachable("Discord", why);
  };
  try {
    return { accepted: true, ...(await ask(rest, Routes)) };
  } catch (error) {
    return { accepted: false, reason: failed(error) };
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/** Validate Discord's responses, because DISCORD_API_URL may point to something else. */
const User = z.object({ username: z.string() });
const Application = z.object({
  id: z.string(),
  verify_key: z.string().regex(/^[\da-f]{64}$/i),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});

/** The application and bot that a token belongs to. */
export interface DiscordBot {
  readonly applicationId: string;
  readonly name: string;
  /** The value that DISCORD_PUBLIC_KEY needs for interactions over HTTP. */
  readonly publicKey: string;
  /** Interactions endpoint URL; undefined when commands arrive over the gateway. */
  readonly endpoint?: string;
  /** Whether users can install it for themselves; undefined when Discord does not say. */
  readonly forUsers?: boolean;
}

/** Checks a bot token and returns its application. */
export const checkDiscord = (place: ApiAccess): Promise<CheckResult<DiscordBot>> =>
  discordSays(place, async (rest, routes) => {
    const { username } = User.parse(await rest.get(routes.user()));
    const { id, verify_key, interactions_endpoint_url, integration_types_config } = Application.parse(
      await rest.get(routes.currentApplication()),
    );
    return {
      applicationId: id,
      name: username,
      publicKey: verify_key,
      ...(interactions_endpoint_url ? { endpoint: interactions_endpoint_url } : {}),
      ...(integration_types_config ? { forUsers: "1" in integration_types_config } : {}),
    };
  });

/** Compares the registered commands with the given ones. */
export const checkCommands = (
  place: ApiAccess,
  id: string,
  commands: Commands,
): Promise<CheckResult<CommandRegistration>> =>
  discordSays(place, async (rest) => {
    const { fetchRegistration } = await import("../platforms/discord/rest.ts");
    return fetchRegistration(rest, id, commands);
  });

/** Registers the commands unless they are up to date; the result describes the state before. */
export const registerCommands = (
  place: ApiAccess,
  id: string,
  commands: Commands,
): Promise<CheckResult<CommandRegistration>> =>
  discordSays(place, async (rest) => {
    const { syncRegistration } = await import("../platforms/discord/rest.ts");
    return syncRegistration(rest, id, commands);
  });

type Commands = readonly Command[];

const silent = () => {};
const QUIET = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  setName: silent,
  getLevel: () => webApi.LogLevel.ERROR,
};

async function slackSays<T>(
  { token, apiUrl }: ApiAccess,
  ask: (client: webApi.WebClient) => Promise<T>,
): Promise<CheckResult<T>> {
  const client = new webApi.WebClient(token, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: QUIET,
    timeout: TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  try {
    return { accepted: true, ...(await ask(client)) };
  } catch (error) {
    const code = (error as { data?: { error?: string } }).data?.error;
    return {
      accepted: false,
      reason:
        code && /^\w+$/.test(code) ? say.refused("Slack", code) : say.unreachable("Slack", reason(error)),
    };
  }
}

/** The workspace that a token belongs to, and its granted scopes if Slack returns them. */
export interface SlackBot {
  readonly team: string;
  readonly scopes?: readonly string[];
}

/** Checks a bot token and returns its workspace and scopes. */
export const checkSlackBot = (place: ApiAccess): Promise<CheckResult<SlackBot>> =>
  slackSays(place, async (client) => {
    const { team, response_metadata } = await client.auth.test();
    const scopes = response_metadata?.scopes;
    return { team: team ?? "", ...defined({ scopes }) };
  });

/** Checks an app-level token by requesting a socket URL; no socket is opened. */
export const checkSlackApp = (place: ApiAccess): Promise<CheckResult<object>> =>
  slackSays(place, async (client) => {
    await client.apps.connections.open();
    return {};
  });

/** What Slack says of a code that is none, once it knows the app. */
const NO_CODE = "invalid_code";

/** Checks an app's client id and secret, with a code that nobody was given: Slack looks at the app first. */
export async function checkSlackClient(
  clientId: string,
  { token: clientSecret, apiUrl }: ApiAccess,
): Promise<CheckResult<object>> {
  const code = "checked-by-refdesk-setup";
  return slackSays({ token: "", ...defined({ apiUrl }) }, async (client) => {
    try {
      await client.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code });
    } catch (error) {
      if ((error as { data?: { error?: string } }).data?.error !== NO_CODE) throw error;
    }
    return {};
  });
}

/** Returns the faults of the configuration by variable name. */
export function configFaults(environment: Environment): ReadonlyMap<string, string> {
  try {
    readServerConfig(environment);
    return new Map();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = error.message.matchAll(/^(\w+): (.*?)\.?$/gm);
    return new Map([...lines].map(([, name = "", fault = ""]) => [name, fault]));
  }
}

/** Returns what is wrong with one value regardless of other variables. */
export const valueFault = (name: string, value: string): string | undefined =>
  configFaults({ [name]: value }).get(name);

/** Returns the values that must not be shown. */
export const secretValues = (environment: Environment): string[] =>
  VARIABLE_NAMES.filter((name) => /(TOKEN|SECRET|^MCP_KEYS|^INSTALL_KEYS|^DATABASE_URL)$/.test(name)).flatMap(
    (name) =>
      // A variable may hold several secrets while one replaces another.
      (environment[name] ?? "").split(/, ?/).filter((secret) => secret !== ""),
  );

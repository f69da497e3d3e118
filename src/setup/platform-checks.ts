/** Asks the platforms about their tokens. Each check gives a value, throws nothing, and shows no token. */

import { DiscordAPIError, RateLimitError, REST } from "@discordjs/rest";
import { webApi } from "@slack/bolt";
import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import { ConfigError, readConfig, VARIABLE_NAMES } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import type { Command } from "../desk/command.ts";
import { setupMessages } from "../language/en/setup.ts";
import { type CommandRegistration, fetchRegistration, syncRegistration } from "../platforms/discord/rest.ts";
import { defined } from "../support/defined.ts";

const say = setupMessages.refusal;

/** How long a platform may take, in milliseconds. */
const TIMEOUT = 10_000;

/** What a platform said, or why it did not take the token. */
export type CheckResult<T> =
  | ({ readonly accepted: true } & T)
  | { readonly accepted: false; readonly reason: string };

export interface ApiAccess {
  readonly token: string;
  readonly apiUrl?: string;
}

const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof RateLimitError) return say.tooOften(Math.ceil(error.retryAfter / 1000));
  if (error instanceof z.ZodError) return say.unexpectedForm;
  const { cause } = error;
  return cause instanceof Error && cause.message ? `${error.message}: ${cause.message}` : error.message;
};

const restOf = ({ token, apiUrl }: ApiAccess): REST =>
  new REST({
    version: "10",
    retries: 0,
    timeout: TIMEOUT,
    // Who waits for an answer is told, and not left for as long as the limit lasts.
    rejectOnRateLimit: () => true,
    ...(apiUrl ? { api: apiUrl } : {}),
  }).setToken(token);

async function discordSays<T>(place: ApiAccess, ask: (rest: REST) => Promise<T>): Promise<CheckResult<T>> {
  const rest = restOf(place);
  try {
    return { accepted: true, ...(await ask(rest)) };
  } catch (error) {
    const refused = error instanceof DiscordAPIError;
    return {
      accepted: false,
      reason: refused ? say.refused("Discord", error.message) : say.unreachable("Discord", reason(error)),
    };
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/** What is read of Discord's answers: something else may stand at DISCORD_API_URL. */
const User = z.object({ username: z.string() });
const Application = z.object({
  id: z.string(),
  verify_key: z.string().regex(/^[\da-f]{64}$/i),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});

/** Whose token it is. */
export interface DiscordBot {
  readonly applicationId: string;
  readonly name: string;
  /** What DISCORD_PUBLIC_KEY must be, where the commands come over HTTP. */
  readonly publicKey: string;
  /** Where Discord sends commands over HTTP; nothing where they come over the gateway. */
  readonly endpoint?: string;
  /** Whether people may install it for themselves; unknown where Discord does not say. */
  readonly forUsers?: boolean;
}

export const checkDiscord = (place: ApiAccess): Promise<CheckResult<DiscordBot>> =>
  discordSays(place, async (rest) => {
    const { username } = User.parse(await rest.get(Routes.user()));
    const { id, verify_key, interactions_endpoint_url, integration_types_config } = Application.parse(
      await rest.get(Routes.currentApplication()),
    );
    return {
      applicationId: id,
      name: username,
      publicKey: verify_key,
      ...(interactions_endpoint_url ? { endpoint: interactions_endpoint_url } : {}),
      ...(integration_types_config ? { forUsers: "1" in integration_types_config } : {}),
    };
  });

/** Whether Discord has the commands. */
export const checkCommands = (
  place: ApiAccess,
  id: string,
  commands: Commands,
): Promise<CheckResult<CommandRegistration>> =>
  discordSays(place, (rest) => fetchRegistration(rest, id, commands));

/** Registers the commands unless Discord has them as they are; says what it had before. */
export const registerCommands = (
  place: ApiAccess,
  id: string,
  commands: Commands,
): Promise<CheckResult<CommandRegistration>> =>
  discordSays(place, (rest) => syncRegistration(rest, id, commands));

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

/** Whose token it is, and which scopes the workspace granted it where Slack says so. */
export interface SlackBot {
  readonly team: string;
  readonly scopes?: readonly string[];
}

export const checkSlackBot = (place: ApiAccess): Promise<CheckResult<SlackBot>> =>
  slackSays(place, async (client) => {
    const { team, response_metadata } = await client.auth.test();
    const scopes = response_metadata?.scopes;
    return { team: team ?? "", ...defined({ scopes }) };
  });

/** Whether a socket could be opened with the app's token; none is. */
export const checkSlackApp = (place: ApiAccess): Promise<CheckResult<object>> =>
  slackSays(place, async (client) => {
    await client.apps.connections.open();
    return {};
  });

/** What is wrong with the variables, each by its name. */
export function configFaults(environment: Environment): ReadonlyMap<string, string> {
  try {
    readConfig(environment);
    return new Map();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = error.message.matchAll(/^(\w+): (.*?)\.?$/gm);
    return new Map([...lines].map(([, name = "", fault = ""]) => [name, fault]));
  }
}

/** What is wrong with one value by itself, whatever else is set. */
export const valueFault = (name: string, value: string): string | undefined =>
  configFaults({ [name]: value }).get(name);

/** The values that nobody may see. */
export const secretValues = (environment: Environment): string[] =>
  VARIABLE_NAMES.filter((name) => /(TOKEN|SECRET|^DATABASE_URL)$/.test(name)).flatMap((name) =>
    // Several may stand in one variable while one replaces the other.
    (environment[name] ?? "").split(/, ?/).filter((secret) => secret !== ""),
  );

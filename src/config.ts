/** The platforms' configuration: environment variables, parsed once. */
import { z } from "zod";
import type { Environment } from "./environment.ts";

/** An optional variable; one that is set to nothing is not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const url = (what: string) =>
  optional(z.url({ protocol: /^https?$/, error: `expected an http or https address: ${what}` }));

/** What a token looks like, and where it is got. */
const EXPECTED = {
  DISCORD_TOKEN:
    "expected a bot token of three parts joined by dots; found in Discord's developer portal under Bot, Reset Token",
  SLACK_BOT_TOKEN:
    "expected a token that begins with xoxb-; found in the Slack app's settings under OAuth & Permissions, once the app is installed",
  SLACK_APP_TOKEN:
    "expected a token that begins with xapp-; made in the Slack app's settings under Basic Information, App-Level Tokens, with the scope connections:write",
} as const;

const token = (name: keyof typeof EXPECTED, form: RegExp) =>
  optional(z.string().regex(form, { error: EXPECTED[name] }));

const Variables = z
  .object({
    DISCORD_TOKEN: token("DISCORD_TOKEN", /^[\w-]{16,}\.[\w-]{4,}\.[\w-]{20,}$/),
    SLACK_BOT_TOKEN: token("SLACK_BOT_TOKEN", /^xoxb-[\w-]{10,}$/),
    SLACK_APP_TOKEN: token("SLACK_APP_TOKEN", /^xapp-[\w-]{10,}$/),
    DISCORD_API_URL: url("Discord's API without its version, such as https://discord.com/api"),
    SLACK_API_URL: url("Slack's Web API with a slash at the end, such as https://slack.com/api/"),
    SLACK_COMMAND_PREFIX: optional(
      z.string().regex(/^[a-z0-9][a-z0-9_-]{0,15}$/, {
        error: "expected up to 16 lower-case letters, digits, - and _, such as desk-",
      }),
    ),
    ANSWERS: optional(z.enum(["room", "asker"], { error: "expected room or asker" })),
    LOG_LEVEL: optional(
      z.enum(["debug", "info", "warn", "error"], { error: "expected debug, info, warn or error" }),
    ),
  })
  .check(({ value, issues }) => {
    const pair = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const;
    const [given, missing] = value.SLACK_BOT_TOKEN ? pair : [pair[1], pair[0]];
    if (value[given] && !value[missing])
      issues.push({
        code: "custom",
        input: value,
        path: [missing],
        message: `is missing while ${given} is set; ${EXPECTED[missing]}`,
      });
  });

/** The names of all variables that are read, with those that an ask in the terminal needs. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(Variables.shape),
  "LOCALE",
  "LC_ALL",
  "LANG",
  "SHELF_DIR",
  "CACHE_DIR",
  "XDG_CACHE_HOME",
  "NO_COLOR",
  "TERM",
];

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl?: string;
}

/** The platforms that are configured, and how loudly to log. */
export interface Config {
  readonly logLevel: string;
  /** Whom findings are for unless an ask says otherwise. */
  readonly answers: "room" | "asker";
  /** What stands before each of Slack's command names. */
  readonly prefix: string;
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** Every configured value that no log may show. */
  readonly secrets: readonly string[];
}

/** Variables that are missing or malformed, one line for each: its name, what is expected, where it is got. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** @throws {ConfigError} naming every variable that is wrong, and showing the value of none */
export function readConfig(environment: Environment): Config {
  const parsed = Variables.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join("\n"),
    );
  const {
    DISCORD_TOKEN,
    DISCORD_API_URL,
    SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN,
    SLACK_API_URL,
    SLACK_COMMAND_PREFIX,
    ANSWERS,
    LOG_LEVEL,
  } = parsed.data;
  const at = (apiUrl: string | undefined) => (apiUrl ? { apiUrl } : {});
  return {
    logLevel: LOG_LEVEL ?? "info",
    answers: ANSWERS ?? "room",
    prefix: SLACK_COMMAND_PREFIX ?? "",
    ...(DISCORD_TOKEN ? { discord: { token: DISCORD_TOKEN, ...at(DISCORD_API_URL) } } : {}),
    ...(SLACK_BOT_TOKEN && SLACK_APP_TOKEN
      ? { slack: { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, ...at(SLACK_API_URL) } }
      : {}),
    secrets: [DISCORD_TOKEN, SLACK_BOT_TOKEN, SLACK_APP_TOKEN].filter((value) => value !== undefined),
  };
}

/** The configuration: environment variables, and .env beside them, parsed once. Nothing else reads the environment. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** A variable as .env.example and the README describe it. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const url = (what: string) =>
  optional(z.url({ protocol: /^https?$/, error: `expected an http or https address: ${what}` }));

const Environment = z.object({
  DISCORD_TOKEN: optional(
    z.string().regex(/^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/, {
      error:
        "expected a bot token of three parts joined by dots; found in Discord's developer portal under Bot, Reset Token",
    }),
  ),
  SLACK_BOT_TOKEN: optional(
    z.string().regex(/^xoxb-[\w-]{10,}$/, {
      error:
        "expected a token that begins with xoxb-; found in the Slack app's settings under OAuth & Permissions",
    }),
  ),
  SLACK_APP_TOKEN: optional(
    z.string().regex(/^xapp-[\w-]{10,}$/, {
      error:
        "expected a token that begins with xapp-; made in the Slack app's settings under Basic Information, App-Level Tokens, with the scope connections:write",
    }),
  ),
  DISCORD_API_URL: url("Discord's API without its version, such as https://discord.com/api"),
  SLACK_API_URL: url("Slack's Web API with a slash at the end, such as https://slack.com/api/"),
  SHELF_DIR: optional(
    z
      .string()
      .refine((folder) => existsSync(folder), { error: "expected a folder that holds seeds/ and data/" }),
  ),
  LOG_LEVEL: optional(
    z.enum(["debug", "info", "warn", "error"], { error: "expected debug, info, warn or error" }),
  ),
  NO_COLOR: optional(z.string()),
  FORCE_COLOR: optional(z.string()),
  TERM: optional(z.string()),
});

/** The names of all variables that are read. */
export const VARIABLES = Object.keys(Environment.shape);

export interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl?: string;
}

/** What a start needs to know. `platforms` is left unread for an ask on the command line. */
export interface Config {
  readonly shelf?: string;
  readonly logLevel: string;
  /** Whether the terminal may be given colour and links, as far as the environment says. */
  readonly dumb: boolean;
  readonly noColour: boolean;
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** Every configured value that no log may show. */
  readonly secrets: readonly string[];
}

/** Variables that are missing or malformed, one line for each: its name, what is expected, where it is got. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The environment with what .env adds to it; a variable that is set wins over the file. */
export async function readEnvironment(
  environment: NodeJS.ProcessEnv,
  file = ".env",
): Promise<Record<string, string | undefined>> {
  if (!existsSync(file)) return environment;
  const { parse } = await import("dotenv");
  return { ...parse(readFileSync(file)), ...environment };
}

const TERMINAL = ["SHELF_DIR", "LOG_LEVEL", "NO_COLOR", "FORCE_COLOR", "TERM"] as const;
const SECRETS = ["DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const;

/**
 * Reads the configuration.
 * @param platforms whether the platforms' variables count; an ask in the terminal is answered whatever they are
 * @throws {ConfigError} naming every variable that is wrong
 */
export function readConfig(environment: Record<string, string | undefined>, platforms: boolean): Config {
  const schema = platforms
    ? Environment
    : Environment.pick(
        Object.fromEntries(TERMINAL.map((name) => [name, true])) as Record<(typeof TERMINAL)[number], true>,
      );
  const parsed = schema.safeParse(environment);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`);
  const present = (name: string) => Boolean(environment[name]);
  if (platforms && present("SLACK_BOT_TOKEN") !== present("SLACK_APP_TOKEN")) {
    const missing = present("SLACK_BOT_TOKEN") ? "SLACK_APP_TOKEN" : "SLACK_BOT_TOKEN";
    const given = missing === "SLACK_APP_TOKEN" ? "SLACK_BOT_TOKEN" : "SLACK_APP_TOKEN";
    const start = missing === "SLACK_APP_TOKEN" ? "xapp-" : "xoxb-";
    const where =
      missing === "SLACK_APP_TOKEN"
        ? "Basic Information, App-Level Tokens, with the scope connections:write"
        : "OAuth & Permissions, after installing the app";
    faults.push(
      `${missing}: is missing while ${given} is set; expected a token that begins with ${start}, found in the Slack app's settings under ${where}.`,
    );
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults.join("\n"));
  const values: Partial<z.infer<typeof Environment>> = parsed.data;
  const { DISCORD_TOKEN, DISCORD_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL, SHELF_DIR } =
    values;
  return {
    ...(SHELF_DIR ? { shelf: SHELF_DIR } : {}),
    logLevel: values.LOG_LEVEL ?? "info",
    dumb: values.TERM === "dumb",
    noColour: values.NO_COLOR !== undefined,
    ...(DISCORD_TOKEN
      ? { discord: { token: DISCORD_TOKEN, ...(DISCORD_API_URL ? { apiUrl: DISCORD_API_URL } : {}) } }
      : {}),
    ...(SLACK_BOT_TOKEN && SLACK_APP_TOKEN
      ? {
          slack: {
            botToken: SLACK_BOT_TOKEN,
            appToken: SLACK_APP_TOKEN,
            ...(SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {}),
          },
        }
      : {}),
    secrets: SECRETS.map((name) => environment[name] ?? "").filter((value) => value !== ""),
  };
}

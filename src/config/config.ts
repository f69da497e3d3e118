/** Validates the environment variables of a server: platforms, HTTP, database, log. */
import { z } from "zod";
import { type CheckedVariable, configMessages, EXPECTED_VALUES } from "../language/en/config.ts";
import {
  baseUrl,
  type Environment,
  isConnectionCount,
  REFRESH_VALUES,
  storeLocation,
} from "./environment.ts";
import { type DeprecatedVariable, deprecatedVariables } from "./renamed-variables.ts";
import { type SlackConfig, secretList, slackConfig, slackFaults, slackSecrets } from "./slack-config.ts";
import type { StoreLocation } from "./store-location.ts";

/** Makes a variable optional; an empty value counts as not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const url = (name: CheckedVariable) =>
  optional(z.url({ protocol: /^https?$/, error: EXPECTED_VALUES[name] }));

const token = (name: CheckedVariable, form: RegExp) =>
  optional(z.string().regex(form, { error: EXPECTED_VALUES[name] }));

/** Accepts URLs without credentials, query or fragment, because paths are appended. */
const isPublic = (text: string): boolean => {
  if (!/^https?:\/\/[^\s?#@]+$/i.test(text) || !URL.canParse(text)) return false;
  const { origin, pathname } = new URL(text);
  return /^(?:\/[\w.~-]+)*\/?$/.test(pathname) && origin !== "null";
};

/** A user or a role that may review, as a platform's id. */
const REVIEWER = /^(?:discord:(?:role:)?\d{1,22}|slack:(?:T[A-Z0-9]{2,20}\/)?[UW][A-Z0-9]{2,20})$/;

const reviewersIn = (list: string | undefined): string[] =>
  (list ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Secrets of the deployment's own, joined by commas. */
const SECRET_LIST = /^[\w.~+/=-]{32,}(?:, ?[\w.~+/=-]{32,})*$/;

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

const Variables = z
  .object({
    DISCORD_TOKEN: token("DISCORD_TOKEN", /^[\w-]{16,}\.[\w-]{4,}\.[\w-]{20,}$/),
    SLACK_BOT_TOKEN: token("SLACK_BOT_TOKEN", /^xoxb-[\w-]{10,}$/),
    SLACK_APP_TOKEN: token("SLACK_APP_TOKEN", /^xapp-[\w-]{10,}$/),
    DISCORD_PUBLIC_KEY: token("DISCORD_PUBLIC_KEY", /^[\da-f]{64}$/i),
    DISCORD_MENTIONS: optional(z.enum(["yes", "no"], { error: EXPECTED_VALUES.DISCORD_MENTIONS })),
    SLACK_SIGNING_SECRET: token("SLACK_SIGNING_SECRET", /^[\w-]{20,}(?:, ?[\w-]{20,})*$/),
    SLACK_CLIENT_ID: token("SLACK_CLIENT_ID", /^\d{3,20}\.\d{3,20}$/),
    SLACK_CLIENT_SECRET: token("SLACK_CLIENT_SECRET", /^[\w-]{16,}$/),
    INSTALL_KEYS: token("INSTALL_KEYS", SECRET_LIST),
    SLACK_WORKSPACES: token("SLACK_WORKSPACES", /^[TE][A-Z0-9]{2,20}(?:, ?[TE][A-Z0-9]{2,20}){0,999}$/),
    SERVER_SETTINGS: optional(z.enum(["yes", "no"], { error: EXPECTED_VALUES.SERVER_SETTINGS })),
    HOST: optional(z.string().regex(/^[\w.:-]+$/, { error: EXPECTED_VALUES.HOST })),
    PORT: optional(z.string().refine(isPort, { error: EXPECTED_VALUES.PORT })),
    PUBLIC_URL: optional(z.string().refine(isPublic, { error: EXPECTED_VALUES.PUBLIC_URL })),
    ALLOW_INDEXING: optional(z.enum(["yes", "no"], { error: EXPECTED_VALUES.ALLOW_INDEXING })),
    LINK_SECRET: optional(z.string().min(32, { error: EXPECTED_VALUES.LINK_SECRET })),
    MCP: optional(z.enum(["yes", "no"], { error: EXPECTED_VALUES.MCP })),
    MCP_KEYS: token("MCP_KEYS", SECRET_LIST),
    ADMIN_PORT: optional(z.string().refine(isPort, { error: EXPECTED_VALUES.ADMIN_PORT })),
    ADMIN_HOST: optional(z.string().regex(/^[\w.:-]+$/, { error: EXPECTED_VALUES.ADMIN_HOST })),
    DISCORD_API_URL: url("DISCORD_API_URL"),
    SLACK_API_URL: url("SLACK_API_URL"),
    SLACK_SOCKETS: optional(z.enum(["1", "2"], { error: EXPECTED_VALUES.SLACK_SOCKETS })),
    SLACK_COMMAND_PREFIX: optional(
      z.string().regex(/^[a-z0-9][a-z0-9_-]{0,15}$/, { error: EXPECTED_VALUES.SLACK_COMMAND_PREFIX }),
    ),
    DEFAULT_VISIBILITY: optional(z.enum(["channel", "asker"], { error: EXPECTED_VALUES.DEFAULT_VISIBILITY })),
    ASKS_PER_MINUTE: optional(
      z
        .string()
        .regex(/^\d{1,6}$/, { error: EXPECTED_VALUES.ASKS_PER_MINUTE })
        .transform(Number),
    ),
    ASKS_PER_MINUTE_WORKSPACE: optional(
      z
        .string()
        .regex(/^\d{1,7}$/, { error: EXPECTED_VALUES.ASKS_PER_MINUTE_WORKSPACE })
        .transform(Number),
    ),
    REVIEWERS: optional(z.string().max(4_000, { error: EXPECTED_VALUES.REVIEWERS })),
    ADD_FROM_CHAT: optional(z.enum(["true", "false"], { error: EXPECTED_VALUES.ADD_FROM_CHAT })),
    DATABASE_URL: optional(
      z.url({
        protocol: /^postgres(ql)?$/,
        error: EXPECTED_VALUES.DATABASE_URL,
      }),
    ),
    DATABASE_CONNECTIONS: optional(
      z.string().refine(isConnectionCount, { error: EXPECTED_VALUES.DATABASE_CONNECTIONS }),
    ),
    DATA_DIR: optional(z.string()),
    SHELF: optional(z.enum(["database"], { error: EXPECTED_VALUES.SHELF })),
    REFRESH: optional(z.enum(REFRESH_VALUES, { error: EXPECTED_VALUES.REFRESH })),
    LOG_LEVEL: optional(z.enum(["debug", "info", "warn", "error"], { error: EXPECTED_VALUES.LOG_LEVEL })),
  })
  .check(({ value, issues }) => {
    const wrong = (name: CheckedVariable, message: string) =>
      issues.push({ code: "custom", input: value, path: [name], message });
    const missing = (name: CheckedVariable, given: CheckedVariable) =>
      wrong(name, configMessages.missing(name, given));

    const stranger = reviewersIn(value.REVIEWERS).findIndex((one) => !REVIEWER.test(one));
    if (stranger >= 0) wrong("REVIEWERS", configMessages.notReviewer(stranger + 1));
    if (value.SHELF && !value.DATABASE_URL) missing("DATABASE_URL", "SHELF");
    if (value.SERVER_SETTINGS === "yes" && !value.DISCORD_TOKEN) missing("DISCORD_TOKEN", "SERVER_SETTINGS");
    if (value.DISCORD_PUBLIC_KEY && !value.DISCORD_TOKEN) missing("DISCORD_TOKEN", "DISCORD_PUBLIC_KEY");
    for (const [name, message] of slackFaults(value)) wrong(name, message);
    const [http] = (["DISCORD_PUBLIC_KEY", "SLACK_SIGNING_SECRET"] as const).filter((name) => value[name]);
    if (http && !value.PORT) missing("PORT", http);
    if (value.MCP === "yes" && !value.PORT) missing("PORT", "MCP");
  });

/** Names of all variables that are read, including those that only `readBasicSettings` reads. */
export const VARIABLE_NAMES: readonly string[] = [
  ...Object.keys(Variables.shape),
  "LOCALE",
  "LC_ALL",
  "LC_MESSAGES",
  "LC_CTYPE",
  "LANG",
  "SHELF_DIR",
  "REVIEWER",
  "CACHE_DIR",
  "XDG_CACHE_HOME",
  "NO_COLOR",
  "TERM",
];

/** Where servers listen unless the deployment says otherwise: on this machine alone. */
const LOOPBACK = "127.0.0.1";

/** How to connect to Discord. */
export interface DiscordConfig {
  readonly token: string;
  /** If set, interactions arrive over HTTP, otherwise over the gateway. */
  readonly publicKey?: string;
  /** False to answer no mentions and direct messages, and to have Discord send no messages. */
  readonly mentions?: false;
  /** Whether servers may have something of their own. */
  readonly hasSettings?: true;
  readonly apiUrl?: string;
}

/** The configuration of the server and its platforms. */
export interface ServerConfig {
  readonly logLevel: string;
  /** Who sees answers, unless an ask says otherwise. */
  readonly defaultAudience: "room" | "asker";
  /** How many asks one person in chat has in a minute, when it is not the default; 0 for any number. */
  readonly asksPerMinute?: number;
  /** How many asks a whole workspace or server has in a minute, where they are told apart; without it or 0, any number. */
  readonly asksPerWorkspace?: number;
  /** Who may review in chat: `discord:<user id>`, `discord:role:<role id>`, `slack:<user id>`. */
  readonly reviewers: readonly string[];
  /** Whether reviewers may add sources by their addresses in chat. */
  readonly addFromChat?: true;
  /** Prefix of every Slack command name. */
  readonly commandPrefix: string;
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** Where to listen for HTTP requests. */
  readonly http?: { readonly host: string; readonly port: number };
  /** Where to listen for health checks and metrics. */
  readonly admin?: { readonly host: string; readonly port: number };
  /** Public URL of the HTTP server, without a trailing slash; page links begin with it. */
  readonly publicUrl?: string;
  /** Whether search engines may index the pages. */
  readonly allowIndexing?: true;
  /** Set when assistants may ask over HTTP, with the keys that open what is for the desk. */
  readonly mcp?: { readonly keys: readonly string[] };
  /** Key that signs expiring links; without it, such links do not outlive the process. */
  readonly linkSecret?: string;
  /** Where the citation log is stored. */
  readonly citations: StoreLocation;
  /** Variables that are set by their former names. */
  readonly deprecated: readonly DeprecatedVariable[];
  /** Configured values that no log may show. */
  readonly secrets: readonly string[];
}

/** Returns whether a platform or the HTTP server is configured; otherwise the terminal answers. */
export const isServerConfigured = ({ discord, slack, http }: ServerConfig): boolean =>
  [discord, slack, http].some((part) => part !== undefined);

/** Thrown for missing or malformed variables; has one line for each, with its name and what is expected. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Returns the database URL and its password as secrets. A short password is not one by itself, as redacting it would
 * hit other words.
 */
function secretsIn(databaseUrl: string | undefined): string[] {
  if (databaseUrl === undefined) return [];
  const { password } = new URL(databaseUrl);
  return [databaseUrl, ...new Set([password, decoded(password)])].filter((secret) => secret.length >= 8);
}

/** Percent-decodes a text, or returns it unchanged when it is malformed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Parses the configuration.
 * @throws {ConfigError} naming every wrong variable, without showing any value
 */
export function readServerConfig(environment: Environment): ServerConfig {
  const deprecated = deprecatedVariables(environment);
  const current = Object.fromEntries(deprecated.map(({ name, value }) => [name, value]));
  const parsed = Variables.safeParse({ ...environment, ...current });
  if (!parsed.success) {
    const asSet = (name: string) => deprecated.find((variable) => variable.name === name)?.old ?? name;
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${asSet(path.join("."))}: ${message}.`).join("\n"),
    );
  }
  const {
    DISCORD_TOKEN,
    DISCORD_PUBLIC_KEY,
    DISCORD_MENTIONS,
    SERVER_SETTINGS,
    DISCORD_API_URL,
    HOST,
    PORT,
    PUBLIC_URL,
    ALLOW_INDEXING,
    LINK_SECRET,
    MCP,
    MCP_KEYS,
    ADMIN_PORT,
    ADMIN_HOST,
    SLACK_COMMAND_PREFIX,
    DEFAULT_VISIBILITY,
    ASKS_PER_MINUTE,
    ASKS_PER_MINUTE_WORKSPACE,
    REVIEWERS,
    ADD_FROM_CHAT,
    DATABASE_URL,
    DATA_DIR,
    LOG_LEVEL,
  } = parsed.data;
  const host = HOST ?? LOOPBACK;
  const at = (apiUrl: string | undefined) => (apiUrl ? { apiUrl } : {});
  const key = {
    ...(DISCORD_PUBLIC_KEY ? { publicKey: DISCORD_PUBLIC_KEY } : {}),
    ...(DISCORD_MENTIONS === "no" ? { mentions: false as const } : {}),
    ...(SERVER_SETTINGS === "yes" ? { hasSettings: true as const } : {}),
  };
  const mcpKeys = secretList(MCP_KEYS);
  const publicUrl = PUBLIC_URL && baseUrl(PUBLIC_URL);
  const slack = slackConfig(parsed.data, publicUrl);
  return {
    logLevel: LOG_LEVEL ?? "info",
    defaultAudience: DEFAULT_VISIBILITY === "asker" ? "asker" : "room",
    commandPrefix: SLACK_COMMAND_PREFIX ?? "",
    reviewers: reviewersIn(REVIEWERS),
    ...(ADD_FROM_CHAT === "true" ? { addFromChat: true } : {}),
    ...(ASKS_PER_MINUTE === undefined ? {} : { asksPerMinute: ASKS_PER_MINUTE }),
    ...(ASKS_PER_MINUTE_WORKSPACE === undefined ? {} : { asksPerWorkspace: ASKS_PER_MINUTE_WORKSPACE }),
    ...(DISCORD_TOKEN ? { discord: { token: DISCORD_TOKEN, ...key, ...at(DISCORD_API_URL) } } : {}),
    ...(slack ? { slack } : {}),
    ...(PORT ? { http: { host, port: Number(PORT) } } : {}),
    ...(ADMIN_PORT ? { admin: { host: ADMIN_HOST ?? LOOPBACK, port: Number(ADMIN_PORT) } } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    ...(ALLOW_INDEXING === "yes" ? { allowIndexing: true } : {}),
    ...(LINK_SECRET ? { linkSecret: LINK_SECRET } : {}),
    ...(MCP === "yes" ? { mcp: { keys: mcpKeys } } : {}),
    citations: storeLocation({ DATABASE_URL, DATA_DIR }),
    deprecated,
    secrets: [
      ...[DISCORD_TOKEN, ...slackSecrets(parsed.data), LINK_SECRET, ...mcpKeys],
      ...secretsIn(DATABASE_URL),
    ].filter((value) => value !== undefined),
  };
}

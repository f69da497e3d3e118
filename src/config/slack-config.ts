/** Reads how Slack is connected: with the token of one workspace, or with those of all that install the app. */
import { type CheckedVariable, configMessages } from "../language/en/config.ts";

/** What lets workspaces install the app. */
export interface SlackInstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The keys that seal tokens: the first seals, any opens. */
  readonly keys: readonly [string, ...string[]];
  /** Public URL of the server, under which the app is installed. */
  readonly publicUrl: string;
  /** The workspaces and organizations that may install the app, by their ids; without it, anybody may. */
  readonly workspaces?: readonly string[];
}

/**
 * How to connect to Slack: by a socket that the app opens, or by HTTP requests signed with one of the secrets; over HTTP
 * also for many workspaces, each of which has a token of its own.
 */
export type SlackConfig = { readonly apiUrl?: string } & (
  | {
      readonly botToken: string;
      readonly appToken: string;
      /** How many sockets are kept open, where it is not two. */
      readonly sockets?: number;
    }
  | { readonly botToken: string; readonly signingSecrets: readonly string[] }
  | { readonly install: SlackInstallConfig; readonly signingSecrets: readonly string[] }
);

const NAMES = [
  ...(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL"] as const),
  ...(["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "INSTALL_KEYS", "PUBLIC_URL", "SLACK_SOCKETS"] as const),
  "SLACK_WORKSPACES" as const,
];
/** The variables that say how Slack is connected, as far as they are set. */
export type SlackVariables = { readonly [Name in (typeof NAMES)[number]]?: string | undefined };

/** What many workspaces need; each of the first three says that there are many. */
const MANY = [
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "INSTALL_KEYS",
  "SLACK_SIGNING_SECRET",
  "PUBLIC_URL",
] as const;
const SAYS_MANY = 3;

/** Returns which variable says that there are many workspaces. */
const manySign = (values: SlackVariables) => MANY.slice(0, SAYS_MANY).find((name) => values[name]);

/** Returns what is wrong with the variables together, by the name of one. */
export function slackFaults(values: SlackVariables): [CheckedVariable, string][] {
  const given = manySign(values);
  const missing = (
    name: CheckedVariable,
    because: CheckedVariable,
    instead = "",
  ): [CheckedVariable, string][] => [[name, configMessages.missing(name, because, instead)]];
  if (given)
    return [
      ...MANY.filter((name) => !values[name]).flatMap((name) => missing(name, given)),
      ...(["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const)
        .filter((name) => values[name])
        .map((name): [CheckedVariable, string] => [name, configMessages.oneOrMany(given)]),
    ];
  const [way] = (["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"] as const).filter((name) => values[name]);
  return [
    ...(values.SLACK_APP_TOKEN && values.SLACK_SIGNING_SECRET
      ? [["SLACK_APP_TOKEN", configMessages.twoWaysIn] as [CheckedVariable, string]]
      : []),
    ...(way && !values.SLACK_BOT_TOKEN ? missing("SLACK_BOT_TOKEN", way) : []),
    ...(values.SLACK_BOT_TOKEN && !way
      ? missing("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", configMessages.orSigningSecret)
      : []),
  ];
}

/** Splits secrets that are joined by commas. */
export const secretList = (text: string | undefined): string[] => text?.split(/, ?/) ?? [];

/** Returns how Slack is connected, from variables without faults; undefined where it is not. */
export function slackConfig(values: SlackVariables, publicUrl: string | undefined): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL } = values;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = values;
  const at = SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {};
  const signingSecrets = secretList(values.SLACK_SIGNING_SECRET);
  const [first, ...others] = secretList(values.INSTALL_KEYS);
  if (clientId && clientSecret && first && publicUrl)
    return {
      install: {
        clientId,
        clientSecret,
        keys: [first, ...others],
        publicUrl,
        ...(values.SLACK_WORKSPACES ? { workspaces: secretList(values.SLACK_WORKSPACES) } : {}),
      },
      signingSecrets,
      ...at,
    };
  if (!botToken) return undefined;
  const sockets = values.SLACK_SOCKETS ? { sockets: Number(values.SLACK_SOCKETS) } : {};
  return { botToken, ...(appToken ? { appToken, ...sockets } : { signingSecrets }), ...at };
}

/** Returns the values that no log may show. */
export const slackSecrets = (values: SlackVariables): string[] =>
  [
    values.SLACK_BOT_TOKEN,
    values.SLACK_APP_TOKEN,
    ...secretList(values.SLACK_SIGNING_SECRET),
    values.SLACK_CLIENT_SECRET,
    ...secretList(values.INSTALL_KEYS),
  ].filter((value) => value !== undefined);

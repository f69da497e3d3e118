/** English messages about environment variables: what each must hold, and where to get it. */

const expectedAddress = (what: string): string => `expected an http or https address: ${what}`;

/** The expected values of the variables that are validated. */
export const EXPECTED_VALUES = {
  DISCORD_TOKEN:
    "expected a bot token of three parts joined by dots; found in Discord's developer portal under Bot, Reset Token",
  DISCORD_PUBLIC_KEY:
    "expected the application's public key of 64 hexadecimal digits; found in Discord's developer portal under General Information",
  DISCORD_MENTIONS: "expected yes or no",
  SERVER_SETTINGS: "expected yes or no",
  SLACK_BOT_TOKEN:
    "expected a token that begins with xoxb-; found in the Slack app's settings under OAuth & Permissions, once the app is installed",
  SLACK_APP_TOKEN:
    "expected a token that begins with xapp-; made in the Slack app's settings under Basic Information, App-Level Tokens, with the scope connections:write",
  SLACK_SIGNING_SECRET:
    "expected a signing secret, or several joined by commas while one replaces the other; found in the Slack app's settings under Basic Information, App Credentials",
  SLACK_CLIENT_ID:
    "expected a client id of two numbers joined by a dot; found in the Slack app's settings under Basic Information, App Credentials",
  SLACK_CLIENT_SECRET:
    "expected the client secret; found in the Slack app's settings under Basic Information, App Credentials",
  INSTALL_KEYS:
    "expected keys of at least 32 letters, digits and . _ ~ + / = - that nobody can guess, joined by commas, such as `openssl rand -base64 32` prints; the first seals the tokens of workspaces",
  SLACK_WORKSPACES:
    "expected ids of workspaces or organizations that may install the app, joined by commas, such as T0123ABCD; Slack shows them in a workspace's address",
  HOST: "expected the address to listen on, such as 127.0.0.1",
  PORT: "expected a port from 1 to 65535, or 0 for any that is free; the platforms' requests must reach it, commonly through a proxy that speaks https",
  PUBLIC_URL:
    "expected the http or https address at which everyone reaches this server, without a query, such as https://refdesk.example.org",
  ALLOW_INDEXING: "expected yes or no",
  LINK_SECRET:
    "expected at least 32 characters that nobody can guess, such as `openssl rand -base64 32` prints",
  MCP: "expected yes or no",
  MCP_KEYS:
    "expected keys of at least 32 letters, digits and . _ ~ + / = - that nobody can guess, joined by commas, such as `openssl rand -base64 32` prints",
  ADMIN_PORT: "expected a port from 1 to 65535, or 0 for any that is free",
  ADMIN_HOST: "expected the address for health and metrics to listen on, such as 127.0.0.1",
  DISCORD_API_URL: expectedAddress("Discord's API without its version, such as https://discord.com/api"),
  SLACK_API_URL: expectedAddress("Slack's Web API with a slash at the end, such as https://slack.com/api/"),
  SLACK_SOCKETS: "expected 1 or 2",
  SLACK_COMMAND_PREFIX: "expected up to 16 lower-case letters, digits, - and _, such as desk-",
  DEFAULT_VISIBILITY: "expected channel or asker",
  ASKS_PER_MINUTE: "expected a whole number, such as 60; 0 for no limit",
  ASKS_PER_MINUTE_WORKSPACE: "expected a whole number, such as 600; 0 for no limit",
  REVIEWERS:
    "expected users and roles joined by commas: discord:<user id>, discord:role:<role id>, slack:<user id>, or in one of many workspaces slack:<workspace id>/<user id>, such as discord:80351110224678912, slack:U024BE7LH",
  ADD_FROM_CHAT: "expected true or false",
  DATABASE_URL:
    "expected the address of a database in PostgreSQL, such as postgresql://refdesk@localhost/refdesk",
  DATABASE_CONNECTIONS:
    "expected how many connections to the database one process may have, from 13 to 999, such as 20",
  SHELF: "expected database, or nothing where the shelf is a folder",
  REFRESH: "expected watch, signal or no",
  LOG_LEVEL: "expected debug, info, warn or error",
} as const;

/** The name of a validated variable. */
export type CheckedVariable = keyof typeof EXPECTED_VALUES;

/** Messages about variables that are valid in themselves but missing, renamed or in conflict. */
export const configMessages = {
  renamed: (name: string, value: string): string =>
    `is the old name of ${name}: set ${name}=${value} instead`,
  missing: (name: CheckedVariable, given: CheckedVariable, instead = ""): string =>
    `is missing while ${given} is set; ${EXPECTED_VALUES[name]}${instead}`,
  notReviewer: (number: number): string =>
    `number ${number} is no user or role; ${EXPECTED_VALUES.REVIEWERS}`,
  orSigningSecret: "; or, over HTTP, SLACK_SIGNING_SECRET instead",
  oneOrMany: (given: CheckedVariable): string =>
    `is set, and so is ${given}; keep the first for one workspace, or the second for all that install the app over HTTP`,
  twoWaysIn: "is set, and so is SLACK_SIGNING_SECRET; keep the first for Socket Mode, or the second for HTTP",
};

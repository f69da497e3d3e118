/** English messages of setup: where to get the tokens, what the platforms replied, and what is left to do. */

import { programCommand } from "../../support/program-command.ts";

const list = (names: readonly string[]): string => names.join(", ");

/** What each secret is called where people copy it. */
const SECRETS: Readonly<Record<string, string>> = {
  DISCORD_TOKEN: "Discord's bot token",
  SLACK_BOT_TOKEN: "Slack's Bot User OAuth Token (xoxb-…)",
  SLACK_APP_TOKEN: "Slack's app-level token (xapp-…)",
  SLACK_SIGNING_SECRET: "Slack's signing secret",
  SLACK_CLIENT_SECRET: "Slack's client secret",
};
const secretName = (name: string): string => SECRETS[name] ?? name;

const dialogue = {
  title: "Set up Refdesk",
  where: "Where should Refdesk run?",
  places: { discord: "Discord", slack: "Slack", both: "Discord and Slack" },
  fault: (name: string, fault: string) => `${name} ${fault}.`,
  once: (address: string, host: string, port: string) =>
    `Once the bot is running and your proxy forwards ${address} to ${host}, port ${port}:`,
  allSet: (isMoreLeft: boolean) =>
    `All set. Start it with \`${programCommand("start")}\`, ${isMoreLeft ? "do the steps above, and" : "then"} type /pledge alibaba in a channel.`,
  unfinished: `Not everything works yet. Run \`${programCommand("setup")}\` to continue, or \`${programCommand("setup", ["--check"])}\` to see what is wrong.`,
};

const question = {
  empty: "Nothing was entered.",
  replace: (name: string) => `.env has a different value for ${name}. Replace it?`,
  alsoOutside: (name: string) =>
    `${name} is also set in the environment, which overrides .env. Change it there too.`,
  clear: (name: string, why: string) => `${name} is set and ${why}. Clear it?`,
  clearOutside: (name: string, why: string) =>
    `${name} is set in the environment and ${why}. Remove it from the environment.`,
  malformed: (name: string, fault: string) =>
    `${secretName(name)} (${name}) is set but malformed: ${fault}. Enter a new one.`,
  keep: (name: string) => `${secretName(name)} is already set (${name}). Keep it?`,
  secret: (name: string) => `Paste ${secretName(name)}; it is not displayed`,
  refused: (name: string, reason: string) => `${secretName(name)}: ${reason}`,
  another: "Try another?",
  value: (name: string, what: string) => `${what} (${name})`,
  unwritable: (name: string) => `${name}: this value cannot be written to .env`,
};

const connection = {
  how: (platform: string) => `How should ${platform} connect?`,
  socket: (name: string) => `Over a connection that the bot opens (${name})`,
  http: "Over HTTP, at your public https address",
  httpSteps: `HTTP needs a public https address and a proxy that forwards it to the bot
  The address is used to show what to enter on each platform. It is not saved.
  Port and host are where the bot listens. Use 127.0.0.1 if the proxy runs on this machine.`,
  address: "Public address, for example https://refdesk.example.org",
  port: "Port to listen on",
  host: "Host to listen on",
};

/** Why a platform did not accept a token. */
const refusal = {
  tooOften: (seconds: number) => `too many requests; try again in ${seconds} s`,
  unexpectedForm: "the reply was not in the expected form",
  refused: (platform: string, why: string) => `${platform} rejected it (${why})`,
  unreachable: (platform: string, why: string) => `${platform} could not be reached (${why})`,
};

const discord = {
  steps: `Get the bot's token from Discord's developer portal, https://discord.com/developers/applications
  1. Press New Application and enter a name.
  2. Under Bot, press Reset Token, then Copy. Leave the privileged intents off.`,
  socketName: "the gateway",
  keyIsSet: (key: string) => `${key} is set and matches the application.`,
  keyIsForeign: (key: string) => `${key} is set but belongs to another application.`,
  replaceKey: (key: string) => `Replace it with this application's own ${key}?`,
  keyIsRead: (key: string, value: string) => `${key} was read from the application: ${value}`,
  keyClosesSocket: "while it is, the bot opens no connection",
  postsAlready: (address: string) => `Discord already posts to ${address}.`,
  enterEndpoint: (current: string | undefined) =>
    `Discord: in the developer portal, under General Information, enter this as the Interactions Endpoint URL${current ? `, replacing ${current}` : ""}, and save. Discord tests it at once.`,
  known: (name: string, application: string) =>
    `Connected to Discord as ${name}, application ${application}.`,
  registered: (isCurrent: boolean, names: readonly string[]) =>
    `${isCurrent ? "Commands are already registered" : "Registered commands"}: ${list(names)}.`,
  notRegistered: (reason: string) => `The commands were not registered: ${reason}`,
  toServer:
    "Add it to a server, where it may see channels and reply to mentions; if it is there already, this link gives it that:",
  toUser: "Or install it for yourself, to use in any server and in direct messages:",
};

const slack = {
  /** Says what the link opens before it is shown, since it is too long to read. */
  newApp: (characters: number) => `Create the Slack app
  The link below opens Slack's page for a new app, with Refdesk's name, commands and permissions filled in. Because it holds all of them, it is ${characters.toLocaleString("en")} characters long.
  1. Open it. Choose the workspace, press Next, then Create. The app's settings open.
  2. Under Install App, press Install to Workspace, then Allow. Copy the Bot User OAuth Token, which begins with xoxb-.`,
  creationLink: "Create the Refdesk app on api.slack.com",
  saveToo: (file: string) =>
    `Save the link as a file too (${file})? Some terminals do not open links this long.`,
  saveInstead: (file: string) =>
    `This terminal cannot show links by name. Save the link as a file (${file})? Otherwise it is printed in full.`,
  saved: (path: string) => `Saved. Open this file in a browser, and delete it when you are done: ${path}`,
  appTokenSteps: `The app-level token opens the connection to Slack
  1. In the app's settings, under Basic Information, App-Level Tokens, press Generate Token and Scopes.
  2. Enter any name, add the scope connections:write, and press Generate. Copy the token, which begins with xapp-.`,
  secretSteps: `The signing secret proves that requests come from Slack
  In the app's settings, under Basic Information, App Credentials, press Show beside Signing Secret. Copy it: 32 digits and letters from a to f.
  It cannot be checked from here. Once the bot is running, Slack shows whether it is right.`,
  /** For operators who already have an app and want to change how Slack reaches the bot. */
  existingApp: (address: string | undefined) => `If you already have an app, you do not need a new one
  Open its settings at https://api.slack.com/apps. Under App Manifest, paste what this command prints, and save:
  ${programCommand("manifest", address === undefined ? [] : [address])}`,
  expectedSecret:
    "expected 32 hexadecimal digits, or several such secrets separated by commas while one replaces another; find it in the Slack app's settings under Basic Information, App Credentials, Signing Secret",
  socketName: "Socket Mode",
  wouldOpen: "Slack accepted it for a connection.",
  isForHttp: (other: string) => `is only for HTTP; the bot does not start with it and ${other}`,
  isForSocket: (other: string) => `is only for Socket Mode; the bot does not start with it and ${other}`,
  verify:
    "Slack: in the app's settings, under Event Subscriptions, press Retry beside the Request URL. Slack tried it before the bot was running.",
  known: (team: string) => `Connected to workspace ${team}.`,
  howMany: "How many Slack workspaces should Refdesk serve?",
  serves: { one: "One", many: "Several, each of which installs it with a button" },
  isForMany: "is for many workspaces; the bot would serve these",
  invite: `Commands work in every channel. For mentions and files, invite the bot to the channel first:
  /invite @Refdesk`,
};

/** Slack for all workspaces that install the app. */
const workspaces = {
  newApp: (characters: number) => `Create the Slack app
  The link below opens Slack's page for a new app, with Refdesk's name, commands, permissions and addresses filled in. Because it holds all of them, it is ${characters.toLocaleString("en")} characters long.
  1. Open it. Choose any workspace, press Next, then Create. The app's settings open.
  2. Do not install it there: each workspace does so once the bot is running.`,
  credentials: `The app's credentials are in its settings, under Basic Information, App Credentials
  Copy the Client ID, then the Client Secret and the Signing Secret, for each of which you press Show.
  The signing secret cannot be checked from here. Once the bot is running, Slack shows whether it is right.`,
  clientId: "Client ID, two numbers joined by a dot",
  isApp: "Slack knows this app.",
  keyIsSet: (name: string) => `${name}, which seals the tokens of workspaces, is set.`,
  keyIsMade: (name: string) =>
    `${name} was made: it seals the tokens of workspaces. Keep a copy of it apart from the database: without it, every workspace has to install the app again.`,
  isForOne: (other: string) => `is for one workspace; the bot does not start with it and ${other}`,
  install:
    "Slack: whoever may install apps in a workspace opens this. Slack lets other workspaces than yours do so once you press Manage Distribution in the app's settings; SLACK_WORKSPACES in .env says which may.",
};

/** The lines of `setup --check`. */
const report = {
  works: (platforms: readonly string[]) => `Everything works: ${platforms.join(" and ")}.`,
  problems: (count: number) => (count === 1 ? "1 problem:" : `${count} problems:`),
  nothingSetUp: `Nothing is set up yet. Run \`${programCommand("setup")}\` in a terminal.`,
  more: `To see every setting and check: ${programCommand("setup", ["--check", "--all"])}`,
  variables: "Variables",
  isSet: "set",
  isNotSet: "not set",
  malformed: (fault: string) => `malformed: ${fault}`,
  readableFile: (file: string) => `other users can read it: run chmod 600 ${file}`,
  foreignKey:
    "belongs to another application: copy the right one from the portal, General Information, Public Key",
  overHttp: (endpoint: string) => `commands arrive over HTTP, at ${endpoint}`,
  noEndpoint:
    "the portal has no Interactions Endpoint URL yet: enter it under General Information once the bot is running",
  gateway: "gateway",
  overGateway: "commands arrive over the gateway",
  keyMissing: (endpoint: string) =>
    `not set, but commands go to ${endpoint}: set it, or clear that address in the portal`,
  commands: "commands",
  allRegistered: (count: number) => `all ${count} are registered`,
  registeredOtherwise: (absent: readonly string[]) =>
    `${absent.length > 0 ? `not registered: ${list(absent)}` : "an older version is registered"}; \`${programCommand("start")}\` or \`${programCommand("setup")}\` registers them`,
  installing: "installing",
  notForUsers:
    "people cannot install it for themselves: in the portal, under Installation, allow User Install",
  acceptedBot: (name: string, application: string) => `accepted: ${name}, application ${application}`,
  acceptedWorkspace: (team: string) => `accepted: workspace ${team}`,
  accepted: "accepted",
  scopes: "scopes",
  scopesUnknown: "Slack does not say which were granted",
  scopesGranted: (scopes: readonly string[]) => `all granted: ${list(scopes)}`,
  scopesMissing: (features: readonly string[]) =>
    `not granted, so these are off: ${list(features)}. Add them under OAuth & Permissions, then reinstall the app`,
  installedAt: (address: string) => `workspaces install the app at ${address}`,
  secretUnchecked:
    "cannot be checked from here: once the bot is running, see Event Subscriptions in the app's settings",
};

/** All messages of setup, by topic. */
export const setupMessages = { dialogue, question, connection, refusal, discord, slack, workspaces, report };

/** English messages of setup: how to get the tokens, how the platforms responded, and what is left to do. */

const list = (names: readonly string[]): string => names.join(", ");

const dialogue = {
  title: "Refdesk: setting it up",
  where: "Where shall it answer?",
  fault: (name: string, fault: string) => `${name} ${fault}.`,
  once: (address: string, host: string, port: string) =>
    `Once the bot runs, and your proxy passes ${address} on to ${host}, port ${port}:`,
  allSet: (isMoreLeft: boolean) =>
    `All set. Start it with \`npm start\`, ${isMoreLeft ? "do what stands above, and" : "then"} type /pledge alibaba in a channel.`,
  unfinished:
    "Not all of it works yet. `npm run setup` goes on from here; `npm run setup -- --check` says what is set.",
};

const question = {
  empty: "Nothing was typed.",
  replace: (name: string) => `.env holds another ${name}. Replace it?`,
  alsoOutside: (name: string) =>
    `${name} is also set in the environment, which wins over .env: change it there too.`,
  clear: (name: string, why: string) => `${name} is set, and ${why}. Empty it?`,
  clearOutside: (name: string, why: string) =>
    `${name} is set in the environment, and ${why}: take it out there.`,
  malformed: (name: string, fault: string) =>
    `${name} is set, and malformed: ${fault}. Type what to put in its place.`,
  keep: (name: string) => `${name} is set. Keep it?`,
  secret: (name: string) => `${name} (it is not shown)`,
  refused: (name: string, reason: string) => `${name}: ${reason}`,
  another: "Try another?",
  value: (name: string, what: string) => `${name}: ${what}`,
  unwritable: (name: string) => `${name}: this value cannot be written into .env`,
};

const connection = {
  how: (platform: string) => `How shall ${platform} reach the bot?`,
  socket: (name: string) => `Over a connection that the bot opens (${name})`,
  http: "Over HTTP, at a public https address of yours",
  httpSteps: `Over HTTP, a proxy of yours speaks https at a public address, and passes requests on to the bot
  The address is asked for what is entered with the platforms, and is not kept.
  The port and the host are where the bot listens. 127.0.0.1 is right where the proxy runs on this machine.`,
  address: "The public address, such as https://refdesk.example.org",
  port: "the port to listen on",
  host: "the host to listen on",
};

/** Why a platform did not accept a token. */
const refusal = {
  tooOften: (seconds: number) => `too often asked; again in ${seconds} s`,
  unexpectedForm: "its answer was not of the expected form",
  refused: (platform: string, why: string) => `${platform} refuses it (${why})`,
  unreachable: (platform: string, why: string) => `${platform} could not be asked (${why})`,
};

const discord = {
  steps: `Discord's token is got in the developer portal, https://discord.com/developers/applications
  1. New Application, and a name.
  2. Bot, Reset Token, Copy. Leave the privileged intents off: none is needed.`,
  socketName: "the gateway",
  keyIsSet: (key: string) => `${key} is set, and is the application's.`,
  keyIsForeign: (key: string) => `${key} is set, and is not this application's.`,
  replaceKey: (key: string) => `Put the application's own ${key} in its place?`,
  keyIsRead: (key: string, value: string) => `${key} is read from the application: ${value}`,
  keyClosesSocket: "with it no connection is opened",
  postsAlready: (address: string) => `Discord posts to ${address} already.`,
  enterEndpoint: (current: string | undefined) =>
    `Discord: in the developer portal, General Information, enter this under Interactions Endpoint URL${current ? `, in place of ${current}` : ""}, and save. Discord tries it at once.`,
  known: (name: string, application: string) => `Discord knows the bot: ${name}, application ${application}.`,
  registered: (isCurrent: boolean, names: readonly string[]) =>
    `${isCurrent ? "Registered already" : "Registered"}: ${list(names)}.`,
  notRegistered: (reason: string) => `The commands are not registered: ${reason}`,
  toServer: "To bring it into a server, open",
  toUser: "To bring it along for yourself, into any server and direct messages, open",
};

const slack = {
  steps: `That is the page for a new app, with everything filled in
  1. Choose the workspace, Next, Create. The app's settings open.
  2. Install App, Install to Workspace, Allow. Copy the Bot User OAuth Token, which begins with xoxb-.`,
  appTokenSteps: `The app-level token opens the socket over which Slack reaches the bot
  1. In the app's settings: Basic Information, App-Level Tokens, Generate Token and Scopes.
  2. Any name; Add Scope, connections:write; Generate. Copy the token, which begins with xapp-.`,
  secretSteps: `The signing secret proves that what arrives over HTTP comes from Slack
  In the app's settings: Basic Information, App Credentials, Signing Secret, Show. Copy it: 32 digits and letters from a to f.
  It cannot be checked from here. Once the bot runs, Slack shows whether it is right.`,
  /** For operators who already have an app and want to change how Slack reaches the bot. */
  existingApp: (address: string | undefined) => `An app that you have already needs no new one
  In its settings at https://api.slack.com/apps, under App Manifest, put what this prints, and save:
  npm run --silent manifest${address === undefined ? "" : ` -- ${address}`}`,
  expectedSecret:
    "expected 32 hexadecimal digits, or several such secrets joined by commas while one replaces the other; found in the Slack app's settings under Basic Information, App Credentials, Signing Secret",
  socketName: "Socket Mode",
  wouldOpen: "Slack would open a socket with it.",
  isForHttp: (other: string) => `is for HTTP: beside ${other} it stops the start`,
  isForSocket: (other: string) => `is for a socket: beside ${other} it stops the start`,
  verify:
    "Slack: in the app's settings, Event Subscriptions, the Request URL must be verified. Slack tried it when nobody answered yet: press Retry.",
  newApp: "A new app for Slack is made at",
  known: (team: string) => `Slack knows the bot, in the workspace ${team}.`,
};

/** The lines of `setup --check`. */
const report = {
  variables: "Variables",
  isSet: "set",
  isNotSet: "not set",
  malformed: (fault: string) => `malformed: ${fault}`,
  platforms: "platforms",
  noPlatform: "none is set up: `npm run setup` in a terminal asks for them",
  readableFile: (file: string) => `others can read it: chmod 600 ${file}`,
  foreignKey: "is not this application's: the portal shows it under General Information, Public Key",
  overHttp: (endpoint: string) => `commands come over HTTP, at ${endpoint}`,
  noEndpoint:
    "the portal has no Interactions Endpoint URL yet: once the bot runs, enter it under General Information",
  gateway: "gateway",
  overGateway: "commands come over the gateway",
  keyMissing: (endpoint: string) =>
    `not set, while commands go to ${endpoint}: set it, or clear that address in the portal`,
  commands: "commands",
  allRegistered: (count: number) => `all ${count} are registered`,
  registeredOtherwise: (absent: readonly string[]) =>
    `${absent.length > 0 ? `not registered: ${list(absent)}` : "registered as they were before"}; the next start, or \`npm run setup\`, registers them`,
  installing: "installing",
  notForUsers: "people cannot install it for themselves: the portal, Installation, User Install",
  acceptedBot: (name: string, application: string) => `accepted: ${name}, application ${application}`,
  acceptedWorkspace: (team: string) => `accepted: workspace ${team}`,
  accepted: "accepted",
  scopes: "scopes",
  scopesUnknown: "Slack does not say which were granted",
  scopesGranted: (scopes: readonly string[]) => `all granted: ${list(scopes)}`,
  scopesMissing: (features: readonly string[]) =>
    `not granted, and left off: ${list(features)}. Add them under OAuth & Permissions, then install the app again`,
  secretUnchecked:
    "it comes over HTTP; whether the secret is right shows under Event Subscriptions, once the bot runs",
};

/** All messages of setup, by topic. */
export const setupMessages = { dialogue, question, connection, refusal, discord, slack, report };

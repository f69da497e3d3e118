/** The part of the dialogue that sets Slack up. */

import { SLACK_ROUTE } from "../platforms/slack/receiver.ts";
import { routeUrl } from "../support/public-address.ts";
import { askConnection, type ConnectionType } from "./connection.ts";
import { slackCreation } from "./install-links.ts";
import { type ApiAccess, checkSlackApp, checkSlackBot } from "./platform-checks.ts";
import {
  askToken,
  clearValue,
  type HttpSettings,
  type PlatformResult,
  type SetupSession,
  tellFinding,
} from "./questions.ts";
import { apiAccess, deploymentManifest, scopesLine } from "./report.ts";

const STEPS = `That is the page for a new app, with everything filled in
  1. Choose the workspace, Next, Create. The app's settings open.
  2. Install App, Install to Workspace, Allow. Copy the Bot User OAuth Token, which begins with xoxb-.`;

const APP_TOKEN_STEPS = `The app-level token opens the socket over which Slack reaches the bot
  1. In the app's settings: Basic Information, App-Level Tokens, Generate Token and Scopes.
  2. Any name; Add Scope, connections:write; Generate. Copy the token, which begins with xapp-.`;

const SECRET_STEPS = `The signing secret proves that what arrives over HTTP comes from Slack
  In the app's settings: Basic Information, App Credentials, Signing Secret, Show. Copy it: 32 digits and letters from a to f.
  It cannot be checked from here. Once the bot runs, Slack shows whether it is right.`;

/** For who has an app, and comes to lead it another way. */
const another = (address: string | undefined): string => `An app that you have already needs no new one
  In its settings at https://api.slack.com/apps, under App Manifest, put what this prints, and save:
  npm run --silent manifest${address === undefined ? "" : ` -- ${address}`}`;

const SECRET = "SLACK_SIGNING_SECRET";
const APP_TOKEN = "SLACK_APP_TOKEN";

/** The client's secret looks the same, and other tokens stand beside it on the page. */
const wrongSecret = (text: string): string | undefined =>
  /^[\da-f]{32}(?:, ?[\da-f]{32})*$/i.test(text)
    ? undefined
    : "expected 32 hexadecimal digits, or several such secrets joined by commas while one replaces the other; found in the Slack app's settings under Basic Information, App Credentials, Signing Secret";

/** What a socket needs; the two ways exclude each other. */
async function overSocket(going: SetupSession, place: (token: string) => ApiAccess): Promise<boolean> {
  const { prompter } = going;
  prompter.tell(APP_TOKEN_STEPS);
  const app = await askToken(going, APP_TOKEN, (token) => checkSlackApp(place(token)));
  if (!app) return false;
  prompter.tell("Slack would open a socket with it.", "done");
  await clearValue(going, SECRET, `is for HTTP: beside ${APP_TOKEN} it stops the start`);
  return true;
}

async function overHttp(going: SetupSession, { address }: HttpSettings): Promise<PlatformResult["left"]> {
  going.prompter.tell(SECRET_STEPS);
  await askToken(going, SECRET, async () => ({ accepted: true }), wrongSecret);
  await clearValue(going, APP_TOKEN, `is for a socket: beside ${SECRET} it stops the start`);
  const what =
    "Slack: in the app's settings, Event Subscriptions, the Request URL must be verified. Slack tried it when nobody answered yet: press Retry.";
  return [{ what, address: routeUrl(address, SLACK_ROUTE) }];
}

export async function setUpSlack(going: SetupSession): Promise<PlatformResult> {
  const { prompter, commands, now } = going;
  const place = (token: string): ApiAccess => apiAccess(token, now().SLACK_API_URL);
  const current: ConnectionType = now()[SECRET] && !now()[APP_TOKEN] ? "http" : "socket";
  const way = await askConnection(prompter, "Slack", "Socket Mode", current);
  const http = way === "http" ? await going.http() : undefined;
  if (now().SLACK_BOT_TOKEN) prompter.tell(another(http?.address));
  prompter.tell("A new app for Slack is made at");
  prompter.link(slackCreation(deploymentManifest(now(), commands, http?.address)));
  // After the address, which fills a whole screen.
  prompter.tell(STEPS);
  const bot = await askToken(going, "SLACK_BOT_TOKEN", (token) => checkSlackBot(place(token)));
  if (!bot) return { works: false, left: [] };
  prompter.tell(`Slack knows the bot, in the workspace ${bot.team}.`, "done");
  const scopes = scopesLine(bot, now().PUBLIC_URL);
  tellFinding(prompter, scopes);
  const left = http ? await overHttp(going, http) : [];
  const reached = http !== undefined || (await overSocket(going, place));
  return { works: reached && scopes.mark !== "wrong", left };
}

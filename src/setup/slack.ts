/** Sets up Slack in the dialogue of `refdesk setup`. */

import { setupMessages } from "../language/en/setup.ts";
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
import { showCreation, wrongSecret } from "./slack-app.ts";
import { setUpWorkspaces } from "./slack-workspaces.ts";

const say = setupMessages.slack;

const SECRET = "SLACK_SIGNING_SECRET";
const APP_TOKEN = "SLACK_APP_TOKEN";

/** Asks for the app-level token and clears the signing secret, as only one of them may be set. */
async function overSocket(going: SetupSession, place: (token: string) => ApiAccess): Promise<boolean> {
  const { prompter } = going;
  prompter.tell(say.appTokenSteps);
  const app = await askToken(going, APP_TOKEN, (token) => checkSlackApp(place(token)));
  if (!app) return false;
  prompter.tell(say.wouldOpen, "done");
  await clearValue(going, SECRET, say.isForHttp(APP_TOKEN));
  return true;
}

/** Asks for the signing secret and clears the app-level token. */
async function overHttp(going: SetupSession, { address }: HttpSettings): Promise<PlatformResult["left"]> {
  going.prompter.tell(say.secretSteps);
  await askToken(going, SECRET, async () => ({ accepted: true }), wrongSecret);
  await clearValue(going, APP_TOKEN, say.isForSocket(SECRET));
  return [{ what: say.verify, address: routeUrl(address, SLACK_ROUTE) }];
}

/** Asks whether there are one or many workspaces, and sets it up for these. */
export async function setUpSlack(going: SetupSession): Promise<PlatformResult> {
  const { prompter, now } = going;
  const options = (["one", "many"] as const).map((value) => ({ value, label: say.serves[value] }));
  const serves = await prompter.pick(say.howMany, options, now().SLACK_CLIENT_ID ? "many" : "one");
  if (serves === "many") return setUpWorkspaces(going);
  for (const name of ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "INSTALL_KEYS"])
    await clearValue(going, name, say.isForMany);
  return setUpWorkspace(going);
}

/** Asks for the connection type and the tokens, and shows the link that creates the app. */
async function setUpWorkspace(going: SetupSession): Promise<PlatformResult> {
  const { prompter, commands, now } = going;
  const place = (token: string): ApiAccess => apiAccess(token, now().SLACK_API_URL);
  const current: ConnectionType = now()[SECRET] && !now()[APP_TOKEN] ? "http" : "socket";
  const way = await askConnection(prompter, "Slack", say.socketName, current);
  const http = way === "http" ? await going.http() : undefined;
  if (now().SLACK_BOT_TOKEN) prompter.tell(say.existingApp(http?.address));
  await showCreation(going, slackCreation(deploymentManifest(now(), commands, { address: http?.address })));
  const bot = await askToken(going, "SLACK_BOT_TOKEN", (token) => checkSlackBot(place(token)));
  if (!bot) return { works: false, left: [] };
  prompter.tell(say.known(bot.team), "done");
  const scopes = scopesLine(bot, now().PUBLIC_URL);
  tellFinding(prompter, scopes);
  const left = http ? await overHttp(going, http) : [];
  const reached = http !== undefined || (await overSocket(going, place));
  if (reached) prompter.tell(say.invite);
  return { works: reached && scopes.mark !== "wrong", left };
}

/** Sets up Slack for all workspaces that install the app, in the dialogue of `refdesk setup`. */
import { randomBytes } from "node:crypto";
import { setupMessages } from "../language/en/setup.ts";
import { INSTALL_ROUTE } from "../platforms/slack/install-routes.ts";
import { SLACK_ROUTE } from "../platforms/slack/receiver.ts";
import { routeUrl } from "../support/public-address.ts";
import { slackCreation } from "./install-links.ts";
import { checkSlackClient } from "./platform-checks.ts";
import {
  askToken,
  askValue,
  clearValue,
  type PlatformResult,
  type SetupSession,
  saveValue,
} from "./questions.ts";
import { apiAccess, deploymentManifest } from "./report.ts";
import { showCreation, wrongSecret } from "./slack-app.ts";

const say = setupMessages.workspaces;

const CLIENT_ID = "SLACK_CLIENT_ID";
const CLIENT_SECRET = "SLACK_CLIENT_SECRET";
const SIGNING_SECRET = "SLACK_SIGNING_SECRET";
const KEYS = "INSTALL_KEYS";
const ADDRESS = "PUBLIC_URL";

/** Bytes of a key that seals tokens: those of AES-256. */
const KEY_BYTES = 32;

/** Makes the key that seals the workspaces' tokens, unless there is one: with another, none of them could be read. */
async function makeKey(going: SetupSession): Promise<void> {
  const { prompter, now } = going;
  if (now()[KEYS]) return prompter.tell(say.keyIsSet(KEYS), "done");
  await saveValue(going, KEYS, randomBytes(KEY_BYTES).toString("base64"), "");
  prompter.tell(say.keyIsMade(KEYS), "done");
}

/** Asks for the app's credentials, and shows the link that creates the app. */
export async function setUpWorkspaces(going: SetupSession): Promise<PlatformResult> {
  const { prompter, commands, now } = going;
  const { address } = await going.http(now()[ADDRESS]);
  if (now()[ADDRESS] !== address) await saveValue(going, ADDRESS, address, now()[ADDRESS] ?? "");
  if (now()[CLIENT_ID]) prompter.tell(setupMessages.slack.existingApp(undefined));
  const manifest = deploymentManifest(now(), commands, { address, hasInstalls: true });
  await showCreation(going, slackCreation(manifest), say.newApp);
  prompter.tell(say.credentials);
  const id = await askValue(going, CLIENT_ID, say.clientId, "");
  const secret = await askToken(
    going,
    CLIENT_SECRET,
    (token) => checkSlackClient(id, apiAccess(token, now().SLACK_API_URL)),
    wrongSecret,
  );
  if (!secret) return { works: false, left: [] };
  prompter.tell(say.isApp, "done");
  await askToken(going, SIGNING_SECRET, async () => ({ accepted: true }), wrongSecret);
  await makeKey(going);
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
    await clearValue(going, name, say.isForOne(CLIENT_ID));
  return {
    works: true,
    left: [
      { what: setupMessages.slack.verify, address: routeUrl(address, SLACK_ROUTE) },
      { what: say.install, address: routeUrl(address, INSTALL_ROUTE) },
    ],
  };
}

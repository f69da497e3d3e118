/** The part of the dialogue that sets Discord up. */

import { DISCORD_ROUTE } from "../platforms/discord/http.ts";
import { redactSecrets } from "../support/log.ts";
import { routeUrl } from "../support/public-address.ts";
import { askConnection } from "./connection.ts";
import { serverInvitation, userInvitation } from "./install-links.ts";
import { type ApiAccess, checkDiscord, type DiscordBot, registerCommands } from "./platform-checks.ts";
import {
  askToken,
  clearValue,
  type PlatformResult,
  type SetupSession,
  saveValue,
  tellFinding,
} from "./questions.ts";
import { apiAccess, discordConnection } from "./report.ts";

const STEPS = `Discord's token is got in the developer portal, https://discord.com/developers/applications
  1. New Application, and a name.
  2. Bot, Reset Token, Copy. Leave the privileged intents off: none is needed.`;

const KEY = "DISCORD_PUBLIC_KEY";
const PATH = routeUrl("", DISCORD_ROUTE);

/** The key that Discord signs with: Discord tells it, so nobody need copy it. */
async function takeKey(going: SetupSession, { publicKey }: DiscordBot): Promise<void> {
  const { prompter, now } = going;
  const set = now()[KEY] ?? "";
  if (set.toLowerCase() === publicKey.toLowerCase())
    return prompter.tell(`${KEY} is set, and is the application's.`, "done");
  if (set) prompter.tell(`${KEY} is set, and is not this application's.`, "wrong");
  if (set && !(await prompter.agree(`Put the application's own ${KEY} in its place?`, true))) return;
  await saveValue(going, KEY, publicKey, set);
  prompter.tell(`${KEY} is read from the application: ${publicKey}`, "done");
}

/** Leads Discord to where its owner wants it to send commands; what must be entered in its portal is left. */
async function lead(going: SetupSession, bot: DiscordBot): Promise<PlatformResult["left"]> {
  const { prompter, now } = going;
  const { endpoint } = bot;
  const way = await askConnection(
    prompter,
    "Discord",
    "the gateway",
    now()[KEY] || endpoint ? "http" : "socket",
  );
  if (way === "socket") {
    await clearValue(going, KEY, "with it no connection is opened");
    return [];
  }
  const { address } = await going.http(endpoint?.endsWith(PATH) ? endpoint.slice(0, -PATH.length) : "");
  // Not before the port is set: a key without a port stops the start.
  await takeKey(going, bot);
  const wanted = routeUrl(address, DISCORD_ROUTE);
  if (endpoint === wanted) {
    prompter.tell(`Discord posts to ${wanted} already.`, "done");
    return [];
  }
  const instead = endpoint ? `, in place of ${endpoint}` : "";
  const what = `Discord: in the developer portal, General Information, enter this under Interactions Endpoint URL${instead}, and save. Discord tries it at once.`;
  return [{ what, address: wanted }];
}

export async function setUpDiscord(going: SetupSession): Promise<PlatformResult> {
  const { prompter, commands, now } = going;
  const place = (token: string): ApiAccess => apiAccess(token, now().DISCORD_API_URL);
  prompter.tell(STEPS);
  const bot = await askToken(going, "DISCORD_TOKEN", (token) => checkDiscord(place(token)));
  if (!bot) return { works: false, left: [] };
  prompter.tell(`Discord knows the bot: ${bot.name}, application ${bot.applicationId}.`, "done");
  const left = await lead(going, bot);
  const way = discordConnection(bot, now()[KEY]);
  if (way.mark === "wrong") tellFinding(prompter, way);
  const registered = await registerCommands(place(bot.token), bot.applicationId, commands);
  if (registered.accepted)
    prompter.tell(
      `${registered.current ? "Registered already" : "Registered"}: ${registered.names.join(", ")}.`,
      "done",
    );
  else
    prompter.tell(
      `The commands are not registered: ${redactSecrets(registered.reason, [bot.token])}`,
      "wrong",
    );
  prompter.tell("To bring it into a server, open");
  prompter.link(serverInvitation(bot.applicationId));
  prompter.tell("To bring it along for yourself, into any server and direct messages, open");
  prompter.link(userInvitation(bot.applicationId));
  return { works: registered.accepted && way.mark !== "wrong", left };
}

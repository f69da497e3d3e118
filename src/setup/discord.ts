/** Sets up Discord in the dialogue of `refdesk setup`. */

import { setupMessages } from "../language/en/setup.ts";
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

const say = setupMessages.discord;

const KEY = "DISCORD_PUBLIC_KEY";
const PATH = routeUrl("", DISCORD_ROUTE);

/** Saves the public key, which Discord's API returns, so nobody has to copy it. */
async function takeKey(going: SetupSession, { publicKey }: DiscordBot): Promise<void> {
  const { prompter, now } = going;
  const set = now()[KEY] ?? "";
  if (set.toLowerCase() === publicKey.toLowerCase()) return prompter.tell(say.keyIsSet(KEY), "done");
  if (set) prompter.tell(say.keyIsForeign(KEY), "wrong");
  if (set && !(await prompter.agree(say.replaceKey(KEY), true))) return;
  await saveValue(going, KEY, publicKey, set);
  prompter.tell(say.keyIsRead(KEY, publicKey), "done");
}

/**
 * Asks for the connection type and configures it.
 * @returns what must still be entered in the Discord developer portal
 */
async function lead(going: SetupSession, bot: DiscordBot): Promise<PlatformResult["left"]> {
  const { prompter, now } = going;
  const { endpoint } = bot;
  const way = await askConnection(
    prompter,
    "Discord",
    say.socketName,
    now()[KEY] || endpoint ? "http" : "socket",
  );
  if (way === "socket") {
    await clearValue(going, KEY, say.keyClosesSocket);
    return [];
  }
  const { address } = await going.http(endpoint?.endsWith(PATH) ? endpoint.slice(0, -PATH.length) : "");
  // Ask for the port first: a configuration with a key but no port does not start.
  await takeKey(going, bot);
  const wanted = routeUrl(address, DISCORD_ROUTE);
  if (endpoint === wanted) {
    prompter.tell(say.postsAlready(wanted), "done");
    return [];
  }
  return [{ what: say.enterEndpoint(endpoint), address: wanted }];
}

/** Asks for the token, configures the connection, registers the commands and shows the installation links. */
export async function setUpDiscord(going: SetupSession): Promise<PlatformResult> {
  const { prompter, commands, now } = going;
  const place = (token: string): ApiAccess => apiAccess(token, now().DISCORD_API_URL);
  prompter.tell(say.steps);
  const bot = await askToken(going, "DISCORD_TOKEN", (token) => checkDiscord(place(token)));
  if (!bot) return { works: false, left: [] };
  prompter.tell(say.known(bot.name, bot.applicationId), "done");
  const left = await lead(going, bot);
  const way = discordConnection(bot, now()[KEY]);
  if (way.mark === "wrong") tellFinding(prompter, way);
  const registered = await registerCommands(place(bot.token), bot.applicationId, commands);
  if (registered.accepted) prompter.tell(say.registered(registered.current, registered.names), "done");
  else prompter.tell(say.notRegistered(redactSecrets(registered.reason, [bot.token])), "wrong");
  prompter.tell(say.toServer);
  prompter.link(serverInvitation(bot.applicationId));
  prompter.tell(say.toUser);
  prompter.link(userInvitation(bot.applicationId));
  return { works: registered.accepted && way.mark !== "wrong", left };
}

/** The dialogue of `npm run setup`: asks for each token, checks it with its platform, and keeps what is accepted. */
import type { Command } from "../desk/command.ts";
import type { Environment } from "../environment.ts";
import { hide } from "../log.ts";
import {
  type Checked,
  checkDiscord,
  checkSlackApp,
  checkSlackBot,
  faultOf,
  faultsOf,
  type Place,
  registerCommands,
  secretsOf,
} from "./checks.ts";
import { serverInvitation, slackCreation, userInvitation } from "./links.ts";
import type { Prompter } from "./prompter.ts";
import { type Finding, manifestFor, placeOf, scopesOf, wayOfDiscord } from "./report.ts";

export interface Setup {
  readonly prompter: Prompter;
  readonly commands: readonly Command[];
  /** What is set outside .env, and wins over it. */
  readonly outside: Environment;
  /** What .env held at the start. */
  readonly held: Environment;
  /** Puts one value into .env. */
  readonly keep: (name: string, value: string) => void;
}

/** The same, with what the bot would read. */
interface Going extends Setup {
  readonly environment: Environment;
}

type Platform = "discord" | "slack";

const DISCORD_STEPS = `Discord's token is got in the developer portal, https://discord.com/developers/applications
  1. New Application, and a name.
  2. Bot, Reset Token, Copy. Leave the privileged intents off: none is needed.`;

const SLACK_STEPS = `Slack's app is made from the address below, with everything filled in
  1. Choose the workspace, Next, Create.
  2. Install App, Install to Workspace, Allow. Copy the Bot User OAuth Token, which begins with xoxb-.`;

const APP_TOKEN_STEPS = `The app-level token opens the socket over which Slack reaches the bot
  Basic Information, App-Level Tokens, Generate Token and Scopes; add connections:write, Generate.
  Copy the token, which begins with xapp-.`;

const say = (prompter: Prompter, { mark, says, about }: Finding): void =>
  prompter.tell(`${about}: ${says}`, mark === "ok" ? "done" : mark === "wrong" ? "wrong" : undefined);

/**
 * A token that its platform accepts: the one that is set, where its owner keeps it, or one that is typed.
 * Only one that was accepted is put into .env.
 * @returns what the platform said of it; nothing where the person gave up on it
 */
async function accepted<T>(
  setup: Going,
  name: string,
  check: (token: string) => Promise<Checked<T>>,
): Promise<({ readonly token: string } & T) | undefined> {
  const { prompter, environment, held } = setup;
  const set = environment[name] || held[name] || "";
  const fault = set && faultOf(name, set);
  if (fault)
    prompter.tell(`${name} is set, and malformed: ${fault}. Type what to put in its place.`, "wrong");
  let token = set && !fault && (await prompter.agree(`${name} is set. Keep it?`, true)) ? set : "";
  for (;;) {
    const typed = token === "";
    if (typed) token = await prompter.secret(`${name} (it is not shown)`, (text) => missing(name, text));
    const said = await check(token);
    if (said.accepted) {
      if (typed) await keep(setup, name, token, set);
      return { ...said, token };
    }
    prompter.tell(`${name}: ${hide(said.reason, [token, ...secretsOf(environment)])}`, "wrong");
    token = "";
    if (!(await prompter.agree("Try another?", true))) return undefined;
  }
}

/** Puts an accepted token into .env, over another one only where its owner has been asked. */
async function keep({ prompter, outside, held, keep }: Going, name: string, token: string, asked: string) {
  const other = held[name] && held[name] !== asked && held[name] !== token;
  if (other && !(await prompter.agree(`.env holds another ${name}. Replace it?`, false))) return;
  keep(name, token);
  if (outside[name] !== undefined)
    prompter.tell(
      `${name} is also set in the environment, which wins over .env: change it there too.`,
      "wrong",
    );
}

const missing = (name: string, text: string): string | undefined =>
  text === "" ? "Nothing was typed." : faultOf(name, text);

async function discord(setup: Going): Promise<boolean> {
  const { prompter, environment, commands } = setup;
  const place = (token: string): Place => placeOf(token, environment.DISCORD_API_URL);
  prompter.tell(DISCORD_STEPS);
  const bot = await accepted(setup, "DISCORD_TOKEN", (token) => checkDiscord(place(token)));
  if (!bot) return false;
  prompter.tell(`Discord knows the bot: ${bot.name}, application ${bot.applicationId}.`, "done");
  const way = wayOfDiscord(bot, environment.DISCORD_PUBLIC_KEY);
  if (way.mark !== "ok") say(prompter, way);
  const registered = await registerCommands(place(bot.token), bot.applicationId, commands);
  if (registered.accepted)
    prompter.tell(
      `${registered.current ? "Registered already" : "Registered"}: ${registered.names.join(", ")}.`,
      "done",
    );
  else prompter.tell(`The commands are not registered: ${hide(registered.reason, [bot.token])}`, "wrong");
  prompter.tell("To bring it into a server, open");
  prompter.link(serverInvitation(bot.applicationId));
  prompter.tell("To bring it along for yourself, into any server and direct messages, open");
  prompter.link(userInvitation(bot.applicationId));
  return registered.accepted && way.mark !== "wrong";
}

async function slack(setup: Going): Promise<boolean> {
  const { prompter, environment, commands } = setup;
  const place = (token: string): Place => placeOf(token, environment.SLACK_API_URL);
  prompter.tell(SLACK_STEPS);
  prompter.link(slackCreation(manifestFor(environment, commands)));
  const bot = await accepted(setup, "SLACK_BOT_TOKEN", (token) => checkSlackBot(place(token)));
  if (!bot) return false;
  prompter.tell(`Slack knows the bot, in the workspace ${bot.team}.`, "done");
  const scopes = scopesOf(bot);
  say(prompter, scopes);
  // Over HTTP there is no socket to open.
  if (environment.SLACK_SIGNING_SECRET && !environment.SLACK_APP_TOKEN) return scopes.mark !== "wrong";
  prompter.tell(APP_TOKEN_STEPS);
  const app = await accepted(setup, "SLACK_APP_TOKEN", (token) => checkSlackApp(place(token)));
  if (app) prompter.tell("Slack would open a socket with it.", "done");
  return app !== undefined && scopes.mark !== "wrong";
}

/** What would stop the start with what has been kept: something that only one way in needs, such as a port. */
function tellFaults(prompter: Prompter, environment: Environment): boolean {
  const faults = faultsOf(environment);
  for (const [name, fault] of faults) prompter.tell(`${name} ${fault}.`, "wrong");
  return faults.size > 0;
}

/** @returns whether every platform that was chosen works */
export async function converse(given: Setup): Promise<boolean> {
  const { prompter, held, outside } = given;
  const kept: Record<string, string> = {};
  const setup: Going = {
    ...given,
    environment: { ...held, ...outside },
    keep: (name, value) => {
      given.keep(name, value);
      kept[name] = value;
    },
  };
  const { DISCORD_TOKEN, SLACK_BOT_TOKEN } = setup.environment;
  prompter.start("Refdesk: setting it up");
  const chosen = await prompter.choose<Platform>(
    "Where shall it answer? (space chooses, enter goes on)",
    [
      { value: "discord", label: "Discord" },
      { value: "slack", label: "Slack" },
    ],
    [...(DISCORD_TOKEN ? (["discord"] as const) : []), ...(SLACK_BOT_TOKEN ? (["slack"] as const) : [])],
  );
  const discordWorks = !chosen.includes("discord") || (await discord(setup));
  const slackWorks = !chosen.includes("slack") || (await slack(setup));
  const works = !tellFaults(prompter, { ...held, ...kept, ...outside }) && discordWorks && slackWorks;
  prompter.end(
    works
      ? "All set. Start it with `npm start`, then type /pledge alibaba in a channel."
      : "Not all of it works yet. `npm run setup` goes on from here; `npm run setup -- --check` says what is set.",
  );
  return works;
}

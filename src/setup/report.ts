/** Builds the report of `refdesk setup --check` on variables, tokens, scopes and commands. Changes nothing. */

import { VARIABLE_NAMES } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import { isOpenToOthers } from "../config/environment.ts";
import { deprecatedVariables, deprecationText } from "../config/renamed-variables.ts";
import type { Command } from "../desk/command.ts";
import { englishMessages } from "../language/en/messages.ts";
import { setupMessages } from "../language/en/setup.ts";
import { INSTALL_ROUTE } from "../platforms/slack/install-routes.ts";
import { createManifest } from "../platforms/slack/manifest.ts";
import { grantedFeatures } from "../platforms/slack/scopes.ts";
import { redactSecrets } from "../support/log.ts";
import { publicDomain, routeUrl } from "../support/public-address.ts";
import {
  type ApiAccess,
  checkCommands,
  checkDiscord,
  checkSlackApp,
  checkSlackBot,
  checkSlackClient,
  configFaults,
  type DiscordBot,
  type SlackBot,
  secretValues,
} from "./platform-checks.ts";

const say = setupMessages.report;

/** One line of the report. Only `wrong` affects the exit status. */
export interface ReportLine {
  readonly mark: "ok" | "wrong" | "note" | "-";
  readonly about: string;
  readonly says: string;
}

const ok = (about: string, says: string): ReportLine => ({ mark: "ok", about, says });
const wrong = (about: string, says: string): ReportLine => ({ mark: "wrong", about, says });
const unset = (about: string): ReportLine => ({ mark: "-", about, says: say.isNotSet });
const note = (about: string, says: string): ReportLine => ({ mark: "note", about, says });

/** Combines a token with the URL of the API, if it is set. */
export const apiAccess = (token: string, apiUrl: string | undefined): ApiAccess => ({
  token,
  ...(apiUrl ? { apiUrl } : {}),
});

function variables(environment: Environment, faults: ReadonlyMap<string, string>): ReportLine[] {
  const listed = VARIABLE_NAMES.map((name) => {
    const fault = faults.get(name);
    if (fault) return wrong(name, fault.startsWith("expected") ? say.malformed(fault) : fault);
    return environment[name] ? ok(name, say.isSet) : unset(name);
  });
  const others = [...faults].filter(([name]) => !VARIABLE_NAMES.includes(name));
  const old = deprecatedVariables(environment).filter((variable) => !faults.has(variable.old));
  return [
    ...listed,
    ...old.map((variable) => note(variable.old, deprecationText(variable))),
    ...others.map(([about, says]) => wrong(about, says)),
  ];
}

/**
 * Checks that Discord's interactions endpoint agrees with our public key. Discord sends interactions over HTTP or
 * the gateway, never both.
 */
export function discordConnection({ endpoint, publicKey }: DiscordBot, ours: string | undefined): ReportLine {
  const about = "DISCORD_PUBLIC_KEY";
  if (ours && ours.toLowerCase() !== publicKey.toLowerCase()) return wrong(about, say.foreignKey);
  if (ours) return endpoint ? ok(about, say.overHttp(endpoint)) : note(about, say.noEndpoint);
  if (!endpoint) return ok(say.gateway, say.overGateway);
  return wrong(about, say.keyMissing(endpoint));
}

async function discord(environment: Environment, commands: readonly Command[]): Promise<ReportLine[]> {
  const { DISCORD_TOKEN = "", DISCORD_API_URL, DISCORD_PUBLIC_KEY } = environment;
  const place = apiAccess(DISCORD_TOKEN, DISCORD_API_URL);
  const bot = await checkDiscord(place);
  if (!bot.accepted) return [wrong("DISCORD_TOKEN", bot.reason)];
  const found = await checkCommands(place, bot.applicationId, commands);
  const registered = !found.accepted
    ? wrong(say.commands, found.reason)
    : found.current
      ? ok(say.commands, say.allRegistered(found.names.length))
      : wrong(say.commands, say.registeredOtherwise(found.absent));
  const users = bot.forUsers === false ? [note(say.installing, say.notForUsers)] : [];
  return [
    ok("DISCORD_TOKEN", say.acceptedBot(bot.name, bot.applicationId)),
    discordConnection(bot, DISCORD_PUBLIC_KEY),
    registered,
    ...users,
  ];
}

/**
 * Reports the granted scopes, or the features disabled by missing ones.
 * @param pages public URL of the pages, if set
 */
export function scopesLine({ scopes }: SlackBot, pages = ""): ReportLine {
  if (!scopes) return note(say.scopes, say.scopesUnknown);
  const { off, isAmiss } = grantedFeatures(scopes, publicDomain(pages) !== undefined);
  if (off.length === 0) return ok(say.scopes, say.scopesGranted(scopes));
  return (isAmiss ? wrong : note)(say.scopes, say.scopesMissing(off));
}

/** Checks what lets workspaces install the app, as far as that can be checked from here. */
async function installs(environment: Environment): Promise<ReportLine[]> {
  const { SLACK_CLIENT_ID = "", SLACK_CLIENT_SECRET = "", SLACK_SIGNING_SECRET } = environment;
  const { SLACK_API_URL, PUBLIC_URL } = environment;
  const found: ReportLine[] = [];
  if (SLACK_CLIENT_SECRET) {
    const client = await checkSlackClient(SLACK_CLIENT_ID, apiAccess(SLACK_CLIENT_SECRET, SLACK_API_URL));
    found.push(
      client.accepted ? ok("SLACK_CLIENT_SECRET", say.accepted) : wrong("SLACK_CLIENT_SECRET", client.reason),
    );
  }
  if (SLACK_SIGNING_SECRET) found.push(note("SLACK_SIGNING_SECRET", say.secretUnchecked));
  if (PUBLIC_URL) found.push(note(say.installing, say.installedAt(routeUrl(PUBLIC_URL, INSTALL_ROUTE))));
  return found;
}

async function slack(environment: Environment): Promise<ReportLine[]> {
  if (environment.SLACK_CLIENT_ID) return installs(environment);
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PUBLIC_URL } = environment;
  const [bot, app] = await Promise.all([
    SLACK_BOT_TOKEN ? checkSlackBot(apiAccess(SLACK_BOT_TOKEN, SLACK_API_URL)) : undefined,
    SLACK_APP_TOKEN ? checkSlackApp(apiAccess(SLACK_APP_TOKEN, SLACK_API_URL)) : undefined,
  ]);
  const found: ReportLine[] = [];
  if (bot?.accepted)
    found.push(ok("SLACK_BOT_TOKEN", say.acceptedWorkspace(bot.team)), scopesLine(bot, PUBLIC_URL));
  else if (bot) found.push(wrong("SLACK_BOT_TOKEN", bot.reason));
  if (app)
    found.push(app.accepted ? ok("SLACK_APP_TOKEN", say.accepted) : wrong("SLACK_APP_TOKEN", app.reason));
  else if (SLACK_SIGNING_SECRET) found.push(note("SLACK_SIGNING_SECRET", say.secretUnchecked));
  return found;
}

/** The report and its outcome. */
export interface SetupReport {
  readonly text: string;
  /** True when at least one platform is configured and everything configured works. */
  readonly works: boolean;
}

/**
 * Returns the Slack app manifest for this deployment: for HTTP when `address` is given, otherwise for a socket.
 * Workspaces install the app at the address of the pages.
 */
export const deploymentManifest = (
  environment: Environment,
  commands: readonly Command[],
  {
    address,
    hasInstalls = false,
  }: { readonly address?: string | undefined; readonly hasInstalls?: boolean } = {},
): object =>
  createManifest(commands, englishMessages, {
    prefix: environment.SLACK_COMMAND_PREFIX ?? "",
    address,
    hasInstalls,
    pages: hasInstalls ? address : environment.PUBLIC_URL,
  });

/**
 * Checks everything configured. A malformed variable is reported and not used to call its platform. The text begins
 * with the verdict; without `all`, only what is wrong or worth knowing follows.
 */
export async function createReport(
  environment: Environment,
  commands: readonly Command[],
  file: string,
  all: boolean,
): Promise<SetupReport> {
  const faults = configFaults(environment);
  const sound = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value && faults.has(name) ? "" : value]),
  );
  const reachable = (platform: string) => !environment[`${platform}_API_URL`] || sound[`${platform}_API_URL`];
  const [ofDiscord, ofSlack] = await Promise.all([
    sound.DISCORD_TOKEN && reachable("DISCORD") ? discord(sound, commands) : [],
    reachable("SLACK") ? slack(sound) : [],
  ]);
  const ofFile = isOpenToOthers(file) ? [wrong(file, say.readableFile(file))] : [];
  const parts: [string, readonly ReportLine[]][] = [
    [say.variables, [...variables(environment, faults), ...ofFile]],
    ["Discord", ofDiscord],
    ["Slack", ofSlack],
  ];
  const problems = parts.flatMap(([, findings]) => findings).filter(({ mark }) => mark === "wrong").length;
  const platforms = [
    ...(environment.DISCORD_TOKEN ? ["Discord"] : []),
    ...(environment.SLACK_BOT_TOKEN || environment.SLACK_CLIENT_ID ? ["Slack"] : []),
  ];
  const text = [
    ...verdict(problems, platforms),
    ...parts.flatMap(([title, findings]) => formatPart(title, findings, all)),
    ...(all ? [] : [say.more]),
  ].join("\n\n");
  return {
    text: redactSecrets(text, secretValues(environment)),
    works: problems === 0 && platforms.length > 0,
  };
}

/** Returns the first lines of the report: whether everything works. */
function verdict(problems: number, platforms: readonly string[]): string[] {
  const none = platforms.length === 0 ? [say.nothingSetUp] : [];
  if (problems > 0) return [...none, say.problems(problems)];
  return none.length > 0 ? none : [say.works(platforms)];
}

/** Formats a part of the report under its title; a part without lines to show is left out. */
function formatPart(title: string, findings: readonly ReportLine[], all: boolean): string[] {
  const shown = findings.filter(({ mark }) => all || mark === "wrong" || mark === "note");
  return shown.length > 0 ? [[title, ...shown.map(formatLine)].join("\n")] : [];
}

/** Formats one line. The mark is a word, so the report does not depend on colour. */
const formatLine = ({ mark, about, says }: ReportLine): string =>
  `  ${mark.padEnd(5)}  ${about.padEnd(20)}  ${says}`;

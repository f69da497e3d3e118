/** Refdesk: reads the shelf, makes the bot, and carries it to where it is asked. The only file that knows every part. */

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { logProgress, terminalProgress } from "../app/progress.ts";
import { createMemoryLog } from "../citation-log/memory-log.ts";
import { createRecorder } from "../citation-log/recorder.ts";
import type { ServerConfig } from "../config/config.ts";
import { type BasicSettings, readBasicSettings, readEnvironment } from "../config/environment.ts";
import { memoizePicture } from "../delivery/attachments.ts";
import { type BotFactory, createBotFactory } from "../desk/bot.ts";
import type { CommandContext } from "../desk/command.ts";
import type { LinkPreview } from "../desk/record-summary.ts";
import type { AdminServer } from "../http/admin.ts";
import type { PageHandler, RouteTable } from "../http/server.ts";
import { localeFromTag } from "../language/messages.ts";
import { createLibrary } from "../library/embedded-library.ts";
import type { Library } from "../library/library.ts";
import { runAsk, runLines, runPrompt, type TerminalShell } from "../platforms/terminal/shell.ts";
import { createStyle, MAX_COLUMNS, type TerminalFeatures } from "../platforms/terminal/style.ts";
import { readShelf } from "../shelf/shelf.ts";
import { defined } from "../support/defined.ts";
import type { Log } from "../support/log.ts";
import { publicDomain } from "../support/public-address.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

const USAGE = `Usage: refdesk [--json] [--plain] [ask]
       refdesk [--json] [--plain] --stdin

  ask        one question, such as "/pledge alibaba"; without one, the
             configured platforms are started, or else the terminal asks
  --stdin    read asks from standard input, one a line
  --json     print each answer's document as one line of JSON
  --plain    no colour, no links, nothing drawn or redrawn
  --help     this text

Exit status: 0 something was found, 1 nothing was found, 2 it could not be asked.
`;

const OPTIONS = {
  stdin: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  plain: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** The logger is large and a terminal seldom needs it: it is loaded with its first line. */
function lateLog(level: string, secrets: readonly string[]): Log {
  let log: Promise<Log> | undefined;
  const late = (severity: keyof Log) => (data: object, message: string) => {
    log ??= import("../support/log.ts").then(({ createLog }) => createLog(level, secrets));
    void log.then((ready) => ready[severity](data, message));
  };
  return { info: late("info"), warn: late("warn"), error: late("error") };
}

async function lookOf({ colour, dumb }: BasicSettings, plain: boolean): Promise<TerminalFeatures> {
  const { stdout } = process;
  if (plain || !stdout.isTTY) return { colour: false, hyperlinks: false };
  const { createSupportsHyperlinks } = await import("supports-hyperlinks");
  return { colour, hyperlinks: !dumb && createSupportsHyperlinks(stdout), width: stdout.columns || 80 };
}

/** How a link is made that ends, once the pages are there to make it. */
interface Handing {
  signed?: (path: string, expires: Date) => string;
}

/** How long a link that is handed out opens a page that is not for everyone, in milliseconds. */
const WEEK = 7 * 86_400_000;

/** The address of each source's page, where there is one to give. */
async function pagesAt(base: string | undefined, library: Library, handing: Handing) {
  if (base === undefined) return undefined;
  const { sources } = await library.about();
  const hidden = new Set(sources.filter(({ visibility }) => visibility === "desk").map(({ id }) => id));
  return (source: string): string | undefined =>
    hidden.has(source)
      ? handing.signed?.(`/sources/${source}`, new Date(Date.now() + WEEK))
      : `${base}/sources/${source}`;
}

/** The pages, which are loaded once the server listens: no platform waits for them. */
function latePages(
  config: ServerConfig,
  { locale }: BasicSettings,
  library: Library,
  log: Log,
  admin?: AdminServer,
) {
  const { publicUrl, index = false, linkSecret } = config;
  // A page links to passages in their places by itself; the API says where a source's page is.
  const page = (source: string) => `${publicUrl ?? ""}/sources/${source}`;
  const botsOver = (of: Library) =>
    createBotFactory(of, commands, log, { citationLog: createMemoryLog(), sourcePageUrl: page });
  const made = async () => {
    const { createSite: createPages } = await import("../platforms/web/site.ts");
    const own = {
      ...defined({ publicUrl }),
      ...defined({ linkSecret }),
    };
    return createPages(
      { ...own, index, locale: localeFromTag(locale) },
      { library, botsOver, log, ...(admin ? { served: admin.served } : {}) },
    );
  };
  let making: ReturnType<typeof made> | undefined;
  let site: Awaited<ReturnType<typeof made>> | undefined;
  const load = async () => {
    making ??= made();
    site = await making;
    return site;
  };
  const pages: PageHandler = (request) =>
    site?.pages(request) ?? load().then((ready) => ready.pages(request));
  return { load, pages };
}

/** What a page is about, once somebody pastes a link to it; nothing where no platform can know whose its address is. */
function lateGlance(publicUrl: string | undefined, library: Library): LinkPreview | undefined {
  if (publicUrl === undefined || publicDomain(publicUrl) === undefined) return undefined;
  let made: Promise<LinkPreview> | undefined;
  return async (address, messages) => {
    made ??= import("../desk/link-preview.ts").then(({ createLinkPreview: createGlance }) =>
      createGlance(publicUrl, library),
    );
    return (await made)(address, messages);
  };
}

/** Starts every configured platform and the pages, and ends them all when the process is asked to end. */
async function serve(
  config: ServerConfig,
  settings: BasicSettings,
  library: Library,
  botsWith: (citationLog: CommandContext["citationLog"]) => BotFactory,
  log: Log,
  handing: Handing,
  admin?: AdminServer,
): Promise<void> {
  const { locale } = settings;
  const { discord, slack, http, answers, prefix, citations } = config;
  const open = async () => (await import("../citation-log/open-log.ts")).openCitationLog(citations);
  const citationLog = createRecorder(open, log);
  const { record: note } = citationLog;
  const botFor = botsWith(citationLog);
  const own = locale === undefined ? {} : { locale: localeFromTag(locale) };
  const linkPreview = lateGlance(config.publicUrl, library);
  const publicKey = discord?.publicKey;
  const draw = memoizePicture(async (picture, locale) =>
    (await import("../picture/png.ts")).drawPng(picture, locale),
  );
  const routes: RouteTable = new Map();
  const stops = await Promise.all([
    discord &&
      (publicKey === undefined
        ? import("../platforms/discord/gateway.ts").then((adapter) =>
            adapter.discordGateway(
              discord,
              { defaultAudience: answers, drawPicture: draw, recordCitations: note },
              log,
            )(botFor),
          )
        : import("../platforms/discord/http.ts").then(({ discordHttp }) =>
            discordHttp(
              { ...discord, publicKey },
              { defaultAudience: answers, drawPicture: draw, recordCitations: note },
              log,
              routes,
            )(botFor),
          )),
    slack &&
      import("../platforms/slack/adapter.ts").then((adapter) =>
        adapter.slackAdapter(
          slack,
          {
            defaultAudience: answers,
            commandPrefix: prefix,
            drawPicture: draw,
            recordCitations: note,
            ...own,
            ...defined({ linkPreview }),
          },
          log,
          routes,
        )(botFor),
      ),
  ]);
  if (admin) for (const [route, handler] of routes) routes.set(route, admin.counted(route, handler));
  const web = http && latePages(config, settings, library, log, admin);
  const server = http && (await (await import("../http/server.ts")).serveHttp(http, routes, log, web?.pages));
  // One answer that fails in a way nobody foresaw is no reason to leave all the others unanswered.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a failure that nothing handled"));
  const end = async (signal: string) => {
    log.info({ signal }, "stopping");
    admin?.stopping();
    await server?.stop();
    await Promise.all(stops.map((stop) => stop?.()));
    await citationLog.close();
    await admin?.stop();
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const site = await web?.load();
  if (site) handing.signed = site.signedLink;
  admin?.started(library);
}

/** @returns the exit status, or nothing where platforms were started and the process goes on */
async function main(args: readonly string[]): Promise<number | undefined> {
  const { values: flags, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  if (flags.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const asked = positionals.join(" ");
  const environment = await readEnvironment();
  const settings = readBasicSettings(environment);
  // What is set for the platforms is no business of an ask in the terminal.
  const config =
    asked !== "" || flags.stdin ? undefined : (await import("../config/config.ts")).readConfig(environment);
  const ownLog = lateLog(config?.logLevel ?? "warn", config?.secrets ?? []);
  const isServed = config !== undefined && Boolean(config.discord || config.slack || config.http);
  // First of all: whoever watches sees that the program lives, and that it is not ready.
  const admin =
    isServed && config.admin
      ? await (await import("../http/admin.ts")).serveAdmin(
          config.admin,
          commands.map(({ name }) => name),
          ownLog,
        )
      : undefined;
  const log = admin ? admin.observed(ownLog) : ownLog;
  const root = settings.shelf ?? PROJECT;
  const isPrompt =
    !isServed && asked === "" && !flags.stdin && !flags.json && process.stdin.isTTY && process.stdout.isTTY;
  const saying = isServed ? logProgress(log) : terminalProgress(process.stderr, !flags.plain);
  const shelf = await readShelf(root, settings.cache, saying.report).finally(saying.done);
  const library = createLibrary(shelf, {
    location: { cache: settings.cache, root },
    eager: isServed || isPrompt,
    ...(isServed ? { report: saying.report } : {}),
  });
  const handing: Handing = {};
  const pages = await pagesAt(settings.pages, library, handing);
  const botsWith = (citationLog: CommandContext["citationLog"]) =>
    createBotFactory(library, commands, log, {
      ...defined({ citationLog }),
      ...defined({ sourcePageUrl: pages }),
    });
  if (isServed) {
    await serve(config, settings, library, botsWith, log, handing, admin);
    return undefined;
  }
  // A terminal is a conversation of its own, which ends with it: nothing of it is kept.
  const citationLog = createMemoryLog();
  const bot = await botsWith(citationLog)(localeFromTag(settings.locale ?? settings.system));
  const look = await lookOf(settings, flags.plain);
  const shell: TerminalShell = {
    bot,
    json: flags.json,
    style: await createStyle(look),
    write: (text) => process.stdout.write(text),
    recordCitations: (conversation, cited) => void citationLog.record(conversation, cited, new Date()),
    async drawPicture(picture) {
      const { drawText } = await import("../picture/characters.ts");
      return drawText(picture, Math.min(look.width ?? MAX_COLUMNS, MAX_COLUMNS), bot.messages.locale);
    },
  };
  if (asked !== "") return runAsk(shell, asked);
  if (!isPrompt) return runLines(shell, process.stdin);
  const { sources, counts } = await library.about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return runPrompt(shell, process, bot.messages.help.greeting(sources.length, records), flags.plain);
}

/** Says what stops the start, for the person who must mend it. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "ShelfError")
    return `The shelf does not hold, so nothing was started.\n\n${error.message}`;
  if (error.name === "ConfigError")
    return `The configuration is not right, so nothing was started.\n\n${error.message}`;
  if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
    return `${error.message}\n\n${USAGE}`;
  return error.message;
}

// Who reads no further has what was wanted: `refdesk --stdin | head` is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

try {
  const status = await main(process.argv.slice(2));
  if (status !== undefined) process.exitCode = status;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(2);
}

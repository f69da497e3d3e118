/** Refdesk: reads the shelf, makes the bot, and carries it to where it is asked. The only file that knows every part. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { sayingIn, sayingOn } from "../app/progress.ts";
import { createMemoryLedger } from "../citation-log/memory-log.ts";
import { createRecorder } from "../citation-log/recorder.ts";
import type { Config } from "../config/config.ts";
import { type Basics, basicsOf, readEnvironment } from "../config/environment.ts";
import { onceEach } from "../delivery/attachments.ts";
import { type Bots, createBots } from "../desk/bot.ts";
import type { Desk } from "../desk/command.ts";
import type { Glance } from "../desk/record-summary.ts";
import type { Admin } from "../http/admin.ts";
import type { Pages, Routes } from "../http/server.ts";
import { localeOf } from "../language/messages.ts";
import { createLibrary } from "../library/embedded-library.ts";
import type { Library } from "../library/library.ts";
import { runLines, runOnce, runPrompt, type Shell } from "../platforms/terminal/shell.ts";
import { type Look, MEASURE, styleFor } from "../platforms/terminal/style.ts";
import { readShelf } from "../shelf/shelf.ts";
import type { Log } from "../support/log.ts";
import { domainOf } from "../support/public-address.ts";

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

async function lookOf({ colour, dumb }: Basics, plain: boolean): Promise<Look> {
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
function latePages(config: Config, { locale }: Basics, library: Library, log: Log, admin?: Admin) {
  const { publicUrl, index = false, linkSecret } = config;
  // A page links to passages in their places by itself; the API says where a source's page is.
  const page = (source: string) => `${publicUrl ?? ""}/sources/${source}`;
  const botsOver = (of: Library) =>
    createBots(of, commands, log, { ledger: createMemoryLedger(), pages: page });
  const made = async () => {
    const { createPages } = await import("../platforms/web/site.ts");
    const own = {
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(linkSecret === undefined ? {} : { linkSecret }),
    };
    return createPages(
      { ...own, index, locale: localeOf(locale) },
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
  const pages: Pages = (request) => site?.pages(request) ?? load().then((ready) => ready.pages(request));
  return { load, pages };
}

/** What a page is about, once somebody pastes a link to it; nothing where no platform can know whose its address is. */
function lateGlance(publicUrl: string | undefined, library: Library): Glance | undefined {
  if (publicUrl === undefined || domainOf(publicUrl) === undefined) return undefined;
  let made: Promise<Glance> | undefined;
  return async (address, words) => {
    made ??= import("../desk/link-preview.ts").then(({ createGlance }) => createGlance(publicUrl, library));
    return (await made)(address, words);
  };
}

/** Starts every configured platform and the pages, and ends them all when the process is asked to end. */
async function serve(
  config: Config,
  basics: Basics,
  library: Library,
  botsWith: (ledger: Desk["ledger"]) => Bots,
  log: Log,
  handing: Handing,
  admin?: Admin,
): Promise<void> {
  const { locale } = basics;
  const { discord, slack, http, answers, prefix, citations } = config;
  const open = async () => (await import("../citation-log/open-log.ts")).openLedger(citations);
  const ledger = createRecorder(open, log);
  const { note } = ledger;
  const bots = botsWith(ledger);
  const own = locale === undefined ? {} : { locale: localeOf(locale) };
  const glance = lateGlance(config.publicUrl, library);
  const publicKey = discord?.publicKey;
  const draw = onceEach(async (picture, locale) =>
    (await import("../picture/png.ts")).drawPng(picture, locale),
  );
  const routes: Routes = new Map();
  const stops = await Promise.all([
    discord &&
      (publicKey === undefined
        ? import("../platforms/discord/gateway.ts").then((adapter) =>
            adapter.discord(discord, { answers, draw, note }, log)(bots),
          )
        : import("../platforms/discord/http.ts").then(({ discordHttp }) =>
            discordHttp({ ...discord, publicKey }, { answers, draw, note }, log, routes)(bots),
          )),
    slack &&
      import("../platforms/slack/adapter.ts").then((adapter) =>
        adapter.slack(
          slack,
          { answers, prefix, draw, note, ...own, ...(glance ? { glance } : {}) },
          log,
          routes,
        )(bots),
      ),
  ]);
  if (admin) for (const [route, handler] of routes) routes.set(route, admin.counted(route, handler));
  const web = http && latePages(config, basics, library, log, admin);
  const server = http && (await (await import("../http/server.ts")).serveHttp(http, routes, log, web?.pages));
  // One answer that fails in a way nobody foresaw is no reason to leave all the others unanswered.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a failure that nothing handled"));
  const end = async (signal: string) => {
    log.info({ signal }, "stopping");
    admin?.stopping();
    await server?.stop();
    await Promise.all(stops.map((stop) => stop?.()));
    await ledger.close();
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
  const basics = basicsOf(environment);
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
  const root = basics.shelf ?? PROJECT;
  const isPrompt =
    !isServed && asked === "" && !flags.stdin && !flags.json && process.stdin.isTTY && process.stdout.isTTY;
  const saying = isServed ? sayingIn(log) : sayingOn(process.stderr, !flags.plain);
  const shelf = await readShelf(root, basics.cache, saying.tell).finally(saying.over);
  const library = createLibrary(shelf, {
    keeping: { cache: basics.cache, root },
    ahead: isServed || isPrompt,
    ...(isServed ? { tell: saying.tell } : {}),
  });
  const handing: Handing = {};
  const pages = await pagesAt(basics.pages, library, handing);
  const botsWith = (ledger: Desk["ledger"]) =>
    createBots(library, commands, log, { ...(ledger ? { ledger } : {}), ...(pages ? { pages } : {}) });
  if (isServed) {
    await serve(config, basics, library, botsWith, log, handing, admin);
    return undefined;
  }
  // A terminal is a conversation of its own, which ends with it: nothing of it is kept.
  const ledger = createMemoryLedger();
  const bot = await botsWith(ledger)(localeOf(basics.locale ?? basics.system));
  const look = await lookOf(basics, flags.plain);
  const shell: Shell = {
    bot,
    json: flags.json,
    style: await styleFor(look),
    write: (text) => process.stdout.write(text),
    note: (conversation, cited) => void ledger.record(conversation, cited, new Date()),
    async draw(picture) {
      const { drawText } = await import("../picture/characters.ts");
      return drawText(picture, Math.min(look.width ?? MEASURE, MEASURE), bot.words.locale);
    },
  };
  if (asked !== "") return runOnce(shell, asked);
  if (!isPrompt) return runLines(shell, process.stdin);
  const { sources, counts } = await library.about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return runPrompt(shell, process, bot.words.help.greeting(sources.length, records), flags.plain);
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

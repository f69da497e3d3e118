/** Refdesk: reads the shelf, makes the bot, and carries it to where it is asked. The only file that knows every part. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../commands/index.ts";
import { type Bots, createBots } from "./bot.ts";
import { onceEach } from "./carrier/pictures.ts";
import type { Config } from "./config.ts";
import type { Desk } from "./desk/command.ts";
import { type Basics, basicsOf, readEnvironment } from "./environment.ts";
import type { Routes } from "./http/server.ts";
import { createMemoryLedger } from "./ledger/memory.ts";
import { createRecorder } from "./ledger/recorder.ts";
import { createLibrary } from "./library/memory.ts";
import { readShelf } from "./library/shelf.ts";
import type { Log } from "./log.ts";
import { runLines, runOnce, runPrompt, type Shell } from "./terminal/shell.ts";
import { type Look, MEASURE, styleFor } from "./terminal/style.ts";
import { localeOf } from "./words/words.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

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
    log ??= import("./log.ts").then(({ createLog }) => createLog(level, secrets));
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

/** Starts every configured platform, and ends them all when the process is asked to end. */
async function serve(
  config: Config,
  { locale }: Basics,
  botsWith: (ledger: Desk["ledger"]) => Bots,
  log: Log,
): Promise<void> {
  const { discord, slack, http, answers, prefix, citations } = config;
  const open = async () => (await import("./ledger/open.ts")).openLedger(citations);
  const ledger = createRecorder(open, log);
  const { note } = ledger;
  const bots = botsWith(ledger);
  const own = locale === undefined ? {} : { locale: localeOf(locale) };
  const publicKey = discord?.publicKey;
  const draw = onceEach(async (picture, locale) =>
    (await import("./picture/png.ts")).drawPng(picture, locale),
  );
  const routes: Routes = new Map();
  const stops = await Promise.all([
    discord &&
      (publicKey === undefined
        ? import("./discord/adapter.ts").then((adapter) =>
            adapter.discord(discord, { answers, draw, note }, log)(bots),
          )
        : import("./discord/http.ts").then(({ discordHttp }) =>
            discordHttp({ ...discord, publicKey }, { answers, draw, note }, log, routes)(bots),
          )),
    slack &&
      import("./slack/adapter.ts").then((adapter) =>
        adapter.slack(slack, { answers, prefix, draw, note, ...own }, log, routes)(bots),
      ),
  ]);
  const server =
    http && routes.size > 0
      ? await (await import("./http/server.ts")).serveHttp(http, routes, log)
      : undefined;
  // One answer that fails in a way nobody foresaw is no reason to leave all the others unanswered.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a failure that nothing handled"));
  const end = async (signal: string) => {
    log.info({ signal }, "stopping");
    await server?.stop();
    await Promise.all(stops.map((stop) => stop?.()));
    await ledger.close();
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
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
    asked !== "" || flags.stdin ? undefined : (await import("./config.ts")).readConfig(environment);
  const library = createLibrary(await readShelf(basics.shelf ?? PROJECT, basics.cache));
  const log = lateLog(config?.logLevel ?? "warn", config?.secrets ?? []);
  const botsWith = (ledger: Desk["ledger"]) => createBots(library, commands, log, ledger);
  if (config?.discord || config?.slack) {
    await serve(config, basics, botsWith, log);
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
      const { drawText } = await import("./picture/characters.ts");
      return drawText(picture, Math.min(look.width ?? MEASURE, MEASURE), bot.words.locale);
    },
  };
  if (asked !== "") return runOnce(shell, asked);
  if (flags.stdin || flags.json || !process.stdin.isTTY || !process.stdout.isTTY)
    return runLines(shell, process.stdin);
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

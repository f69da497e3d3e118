/** Refdesk: reads the shelf, makes the bot, and carries it to where it is asked. The only file that knows every part. */

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../commands/index.ts";
import { createBot } from "./bot.ts";
import { type Config, ConfigError, readConfig, readEnvironment } from "./config.ts";
import { en as words } from "./desk/words.ts";
import { createLibrary } from "./library/memory.ts";
import { readShelf, ShelfError } from "./library/shelf.ts";
import type { Log } from "./log.ts";
import { runLines, runOnce, runPrompt, type Shell } from "./terminal/shell.ts";
import { type Look, styleFor } from "./terminal/style.ts";

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
function lateLog({ logLevel, secrets }: Config): Log {
  let log: Promise<Log> | undefined;
  const late = (level: keyof Log) => (data: object, message: string) => {
    log ??= import("./log.ts").then(({ createLog }) => createLog(logLevel, secrets));
    void log.then((ready) => ready[level](data, message));
  };
  return { info: late("info"), warn: late("warn"), error: late("error") };
}

async function lookOf({ dumb, noColour }: Config, plain: boolean): Promise<Look> {
  const { stdout } = process;
  if (plain || !stdout.isTTY) return { colour: false, hyperlinks: false };
  const { createSupportsHyperlinks } = await import("supports-hyperlinks");
  return {
    colour: !noColour && !dumb,
    hyperlinks: !dumb && createSupportsHyperlinks(stdout),
    width: stdout.columns ?? 80,
  };
}

/** Starts every configured platform, and ends them all when the process is asked to end. */
async function serve(config: Config, bot: ReturnType<typeof createBot>, log: Log): Promise<void> {
  const stops = await Promise.all([
    config.discord &&
      import("./discord/adapter.ts").then(({ discord }) => discord(config.discord!, log)(bot)),
    config.slack && import("./slack/adapter.ts").then(({ slack }) => slack(config.slack!, log)(bot)),
  ]);
  const end = async (signal: string) => {
    log.info({ signal }, "stopping");
    await Promise.all(stops.map((stop) => stop?.()));
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

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
  const inTerminal = asked !== "" || flags.stdin;
  const config = readConfig(await readEnvironment(process.env), !inTerminal);
  const shelf = readShelf(config.shelf ?? PROJECT);
  const library = createLibrary(shelf);
  const log = lateLog(config);
  const bot = createBot(library, commands, words, log);
  if (!inTerminal && (config.discord || config.slack)) {
    await serve(config, bot, log);
    return undefined;
  }
  const shell: Shell = {
    bot,
    json: flags.json,
    style: await styleFor(await lookOf(config, flags.plain)),
    write: (text) => process.stdout.write(text),
  };
  if (asked !== "") return runOnce(shell, asked);
  if (flags.stdin || flags.json || !process.stdin.isTTY || !process.stdout.isTTY)
    return runLines(shell, process.stdin);
  const { sources, counts } = await library.about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const greeting = words.help.greeting(sources.length, records);
  return runPrompt(shell, process.stdin, process.stdout, greeting, flags.plain);
}

/** Says what stops the start, for the person who must mend it. */
function explain(error: unknown): string {
  if (error instanceof ShelfError)
    return `The shelf does not hold, so nothing was started.\n\n${error.message}`;
  if (error instanceof ConfigError)
    return `The configuration is not right, so nothing was started.\n\n${error.message}`;
  const code = (error as { code?: string }).code ?? "";
  if (code.startsWith("ERR_PARSE_ARGS")) return `${(error as Error).message}\n\n${USAGE}`;
  return error instanceof Error ? error.message : String(error);
}

try {
  const status = await main(process.argv.slice(2));
  if (status !== undefined) process.exitCode = status;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(2);
}

/** Answers asks in the terminal: one ask, lines from a pipe, or a prompt. */
import { createMemoryLog } from "../citation-log/memory-log.ts";
import type { BasicSettings } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import type { Picture } from "../desk/picture.ts";
import { terminalLocale } from "../language/messages.ts";
import { runAsk, runLines, runPrompt, type TerminalShell } from "../platforms/terminal/shell.ts";
import { createStyle, MAX_COLUMNS, showsLinks, type TerminalFeatures } from "../platforms/terminal/style.ts";
import { asciiText } from "../support/ascii-text.ts";
import type { Log } from "../support/log.ts";
import { assembleDesk } from "./assemble.ts";
import { terminalProgress } from "./progress.ts";

/** The ask from the command line, and the options for reading asks and writing answers. */
export interface TerminalRequest {
  /** One ask; empty to read asks from standard input. */
  readonly asked: string;
  /** Whether to read asks from standard input even when it is a terminal. */
  readonly stdin: boolean;
  readonly json: boolean;
  readonly plain: boolean;
  /** Whether answers are shown whole. */
  readonly full: boolean;
}

async function detectFeatures(
  { colour, dumb, isUtf8 }: BasicSettings,
  plain: boolean,
): Promise<TerminalFeatures> {
  const { stdout } = process;
  if (plain || !stdout.isTTY) return { colour: false, hyperlinks: false };
  const hyperlinks = await showsLinks(stdout, dumb);
  return { colour, hyperlinks, width: stdout.columns || 80, ascii: !isUtf8 };
}

const LOST =
  'Some characters cannot be shown in the encoding of this locale, and stand as "?". Set LANG to one in UTF-8, such as C.UTF-8.\n';

/** Returns a function that writes in ASCII, and says once on standard error that something has no form in it. */
function asciiWriter(write: (text: string) => unknown): (text: string) => void {
  let isTold = false;
  return (text) => {
    let isLost = false;
    write(
      asciiText(text, () => {
        isLost = true;
      }),
    );
    if (isLost && !isTold) process.stderr.write(LOST);
    isTold ||= isLost;
  };
}

/** Writes what must be known of a changed shelf as lines of text. */
const terminalNotices: Log = {
  info() {},
  warn: (_, message) => void process.stderr.write(`\n${message}\n`),
  error: (_, message) => void process.stderr.write(`\n${message}\n`),
};

/**
 * Writes the answers to standard output.
 * @returns the exit status
 * @throws {ShelfError} with every fault, when the shelf is not valid
 */
export async function answerInTerminal(
  { asked, stdin, json, plain, full }: TerminalRequest,
  settings: BasicSettings,
  log: Log,
): Promise<number> {
  const isPrompt = asked === "" && !stdin && !json && process.stdin.isTTY && process.stdout.isTTY;
  const progress = terminalProgress(process.stderr, !plain);
  const { botsWith, refresher, follow } = await assembleDesk(settings, {
    log,
    progress,
    eager: isPrompt,
    refreshLog: terminalNotices,
  });
  // A terminal is one conversation, which ends with the process: its citations are kept in memory only.
  const citationLog = createMemoryLog();
  // Chinese cannot be shown without UTF-8, so it is answered only where it is asked for by name.
  const locale = terminalLocale(settings);
  const write = (text: string): unknown => process.stdout.write(text);
  const botFor = botsWith(citationLog);
  const features = await detectFeatures(settings, plain);
  const shell: TerminalShell = {
    currentBot: () => botFor(locale),
    json,
    isFull: full,
    style: await createStyle(features),
    write: settings.isUtf8 || json ? write : asciiWriter(write),
    recordCitations: (conversation, cited) => void citationLog.record(conversation, cited, new Date()),
    ...(plain
      ? {}
      : {
          async drawPicture(picture: Picture) {
            const { drawText } = await import("../picture/characters.ts");
            return drawText(picture, Math.min(features.width ?? MAX_COLUMNS, MAX_COLUMNS), locale);
          },
        }),
  };
  if (asked !== "") return runAsk(shell, asked);
  if (follow) follow();
  else if (settings.refresh === "watch") {
    const { startRefreshing } = await import("./refresh-triggers.ts");
    const root = settings.shelf ?? PROJECT_FOLDER;
    await startRefreshing({ trigger: "watch", root, refresher, log: terminalNotices, hasSignal: false });
  }
  if (!isPrompt) return runLines(shell, process.stdin);
  const { messages, about, suggest } = await shell.currentBot();
  const { sources, counts } = await about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const [donor] = await suggest("pledge", "subject", "");
  const example = donor ? `/pledge ${donor.value}` : "/source";
  const greeting =
    sources === 0 ? messages.ownShelf.greeting : messages.help.greeting(sources, records, example);
  const from = settings.shelf === undefined ? "" : `\n${messages.ownShelf.readFrom(settings.shelf)}`;
  return runPrompt(shell, process, `${greeting}${from}`, plain);
}

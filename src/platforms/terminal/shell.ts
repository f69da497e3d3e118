/** Runs asks in a terminal: one from the command line, lines from a pipe, or a prompt. */

import type { RecordCitations } from "../../citation-log/citation-log.ts";
import { answerForm } from "../../delivery/brief.ts";
import type { FittedMessage } from "../../delivery/renderer.ts";
import type { TextStyle } from "../../delivery/text.ts";
import type { Answer } from "../../desk/answer.ts";
import type { Bot } from "../../desk/bot.ts";
import type { Picture } from "../../desk/picture.ts";
import { lazy } from "../../support/lazy.ts";
import { exitStatus, type TerminalPage, terminalPage } from "./render.ts";

/** The bots to ask, and how its answers are written. */
export interface TerminalShell {
  /** Returns the bot for the next ask. */
  readonly currentBot: () => Promise<Bot>;
  readonly style: TextStyle;
  readonly json: boolean;
  /** Whether answers are shown whole; without it, in their short form. */
  readonly isFull?: boolean;
  readonly write: (text: string) => void;
  /** Records which sources were cited; without it, nothing is recorded. */
  readonly recordCitations?: RecordCitations;
  /** Draws an answer's picture in characters; without it, pictures are left out. */
  readonly drawPicture?: (picture: Picture) => Promise<string>;
}

/** Key of the one conversation that a process in a terminal has. It is kept in memory, so it needs no hash. */
const TERMINAL_CONVERSATION = "terminal";

/** What an answer at the prompt leaves: how it came out, and what its page offers. */
interface SaidAnswer extends Pick<Answer, "ask" | "outcome">, Pick<TerminalPage, "offered"> {}

const loadJson = lazy(() => import("../../delivery/json.ts"));

/** Returns an answer as one line of JSON. */
async function jsonPage(answer: Answer): Promise<Pick<FittedMessage<TerminalPage>, "message" | "cited">> {
  const { renderJson } = await loadJson();
  return { message: { text: renderJson(answer), offered: [] }, cited: answer.sources.map(({ id }) => id) };
}

/** Answers a line. */
async function say(
  { currentBot, style, json, isFull, write, drawPicture, recordCitations }: TerminalShell,
  line: string,
): Promise<SaidAnswer> {
  const bot = await currentBot();
  const answer = await bot.answerLine(line, TERMINAL_CONVERSATION);
  const shown = isFull || json ? answer : answerForm(answer, bot.messages);
  const { message, cited } = json ? await jsonPage(answer) : terminalPage(shown, bot.messages, style);
  write(`${message.text}\n`);
  recordCitations?.(TERMINAL_CONVERSATION, cited);
  const { ask, picture } = answer;
  if (drawPicture && picture && !json && ask.from === 1) write(`\n${await drawPicture(picture)}\n`);
  return { ask, outcome: answer.outcome, offered: message.offered };
}

/** Answers one ask. @returns the exit status */
export const runAsk = async (shell: TerminalShell, line: string): Promise<number> =>
  exitStatus((await say(shell, line)).outcome);

/** Answers every line of `input` that is not blank. @returns the exit status of the last answer */
export async function runLines(shell: TerminalShell, input: NodeJS.ReadableStream): Promise<number> {
  let status = 0;
  let first = true;
  const { createInterface } = await import("node:readline");
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    if (!first && !shell.json) shell.write("\n");
    first = false;
    status = exitStatus((await say(shell, line)).outcome);
  }
  return status;
}

/** Completes a command's name, or the value of an option. @returns the candidates and the text they replace */
async function complete(bot: Bot, line: string): Promise<[string[], string]> {
  const match = /^\/?(\S+)\s+(?:.*\s)??(?:([a-z]+):)?(\S*)$/.exec(line);
  if (!match) {
    const names = [...bot.commands.map(({ name }) => `/${name} `), "exit"];
    const typed = line.startsWith("/") || !line ? line : `/${line}`;
    const hits = names.filter((name) => name.startsWith(typed) || name.startsWith(line));
    return [hits, line];
  }
  const [, name = "", option, typed = ""] = match;
  const command = bot.commands.find((candidate) => candidate.name === name);
  const first = command?.options[0]?.name;
  if (!command || !first) return [[], line];
  const found = await bot.suggest(command.name, option ?? first, typed);
  return [found.map(({ value }) => value).filter((value) => value.startsWith(typed.toLowerCase())), typed];
}

/**
 * Returns what is asked by a line at the prompt: its own words, or by a number what the last answer offered under it.
 * Undefined for a number under which nothing was offered.
 */
const askedBy = (line: string, last: SaidAnswer | undefined): string | undefined =>
  last && /^\s*\d{1,3}\.?\s*$/.test(line) ? last.offered[Number.parseInt(line, 10) - 1] : line;

/** Tells whether an answer lists all commands. */
const isOverview = (said: SaidAnswer | undefined): boolean =>
  said?.ask.command === "help" && said.outcome === "menu" && said.ask.text === "";

/**
 * Runs a prompt until `exit`, `quit` or the end of the input.
 * @param plain whether to do without line editing, history and completion, which redraw the line
 * @returns the exit status, always 0
 */
export async function runPrompt(
  shell: TerminalShell,
  { stdin: input, stdout: output }: Pick<NodeJS.Process, "stdin" | "stdout">,
  greeting: string,
  plain: boolean,
): Promise<number> {
  const { currentBot, style, write } = shell;
  const numbered = { ...shell, style: { ...shell.style, offer: (place: number) => `${place}. ` } };
  let last: SaidAnswer | undefined;
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({
    input,
    output,
    terminal: !plain,
    prompt: "refdesk> ",
    historySize: 200,
    removeHistoryDuplicates: true,
    // This interface accepts a completer that returns a promise; its types allow only one with a callback.
    completer: (async (line: string) => complete(await currentBot(), line)) as unknown as (
      line: string,
    ) => [string[], string],
  });
  let isOpen = true;
  lines.on("SIGINT", () => lines.close());
  lines.on("close", () => {
    isOpen = false;
  });
  write(`${style.wrap(greeting, "")}\n\n`);
  lines.prompt();
  for await (const line of lines) {
    if (/^(exit|quit)$/i.test(line.trim())) break;
    if (line.trim() !== "") {
      write("\n");
      const asked = askedBy(line, last);
      const { help } = (await currentBot()).messages;
      if (asked === undefined) write(`${help.noOffer(line.trim())}\n`);
      else last = await say(numbered, asked);
      if (asked !== undefined && isOverview(last)) write(`\n${style.wrap(help.atPrompt, "")}\n`);
      write("\n");
    }
    if (isOpen) lines.prompt();
  }
  lines.close();
  write("\n");
  return 0;
}

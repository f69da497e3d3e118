/** `refdesk review`: takes a person through what could become a record. */
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { join, resolve } from "node:path";
import { emitKeypressEvents, type Key } from "node:readline";
import { parseArgs } from "node:util";
import { openShelfStore } from "../app/shelf-store.ts";
import {
  type Environment,
  readBasicSettings,
  readEnvironment,
  storeLocation,
} from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import type { ReviewScreenMessages } from "../language/en/review-screen.ts";
import { type Locale, terminalLocale } from "../language/messages.ts";
import { reviewMessagesIn, reviewScreenIn } from "../language/review-messages.ts";
import { type ReviewScreen, runReviewSession } from "../platforms/terminal/review-session.ts";
import { proposalLine } from "../platforms/terminal/review-view.ts";
import { createStyle } from "../platforms/terminal/style.ts";
import { createReviewDesk } from "../review/create-review-desk.ts";
import type { ProposalFilter, Reviewer } from "../review/review-desk.ts";
import { openReviewStore } from "../review/sql-review-store.ts";
import { createTerminalPrompter, SetupCancelled } from "../setup/prompter.ts";
import { printableText } from "../support/printable.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk review [options] [source]

  Takes you through what was drafted from the sources, suggested and reported,
  one at a time: its passage, what is open, and one key for each decision. What
  you accept becomes a record in data/, once the whole shelf holds with it;
  nothing else is written there. <source> is the id of one source.

  --existing  confirm records that are there and that nobody has reviewed
  --list      print what waits, one a line
  --json      print what waits as JSON, one a line
  --help      this text

The shelf is that which SHELF_DIR names, or else this project's; with
SHELF=database, that in the database. Records say who reviewed them: REVIEWER, or else git's user.name.

Exit status: 0 done, 2 when something waits and there is no terminal to ask in.
`;

/** Returns the reviewer's name: REVIEWER, or git's. @throws {Error} when neither is there */
function reviewerIn({ REVIEWER }: Environment, locale: Locale, say: ReviewScreenMessages): Reviewer {
  let name = REVIEWER?.trim() ?? "";
  if (name === "")
    try {
      name = execFileSync("git", ["config", "user.name"], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      // Without git, or without a name in it, the variable is asked for.
    }
  if (name === "") throw new Error(say.noReviewer);
  return { id: `terminal:${name}`, name, locale };
}

/** Creates a screen on the terminal of this process: raw keys for decisions, prompts for text. */
function createTerminalScreen(
  encode: (text: string) => string,
  isDumb: boolean,
): ReviewScreen & { close(): void } {
  const prompter = createTerminalPrompter(false);
  const { stdin, stdout } = process;
  emitKeypressEvents(stdin);
  const keys: string[] = [];
  let waiting: ((key: string) => void) | undefined;
  const take = (key: string): void => {
    if (waiting) waiting(key);
    else keys.push(key);
    waiting = undefined;
  };
  const onKey = (text: string | undefined, { ctrl, name }: Key): void => {
    if (ctrl && (name === "c" || name === "d")) take("q");
    else if (text !== undefined && text.length === 1 && !/\p{Cc}/u.test(text)) take(text);
  };
  const onEnd = (): void => take("q");
  const listen = (isOn: boolean): void => {
    stdin.setRawMode(isOn);
    stdin[isOn ? "on" : "off"]("keypress", onKey);
    stdin[isOn ? "on" : "off"]("end", onEnd);
    if (isOn) stdin.resume();
    else stdin.pause();
  };
  /** Asks by a prompt, which reads the keys itself. */
  async function prompt<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
    listen(false);
    try {
      return await ask();
    } catch (error) {
      if (error instanceof SetupCancelled) return undefined;
      throw error;
    } finally {
      listen(true);
    }
  }
  listen(true);
  return {
    show(text) {
      // A key that was pressed before this could be read decides nothing on it; only the end may be asked ahead.
      keys.splice(0, keys.length, ...keys.filter((key) => key === "q"));
      stdout.write(`${isDumb ? "\n" : "\u001b[H\u001b[2J"}${encode(text)}\n`);
    },
    key: async () => {
      const next = keys.shift();
      return next ?? new Promise<string>((resolve) => (waiting = resolve));
    },
    pick: (question, options) =>
      prompt(() =>
        prompter.pick(
          question,
          options.map(({ value, label }) => ({ value, label: printableText(label) })),
          options[0]?.value ?? "",
        ),
      ),
    text: (question, given) =>
      prompt(() => prompter.text(question, given.replace(/\s*\n\s*/g, " "), () => undefined)),
    close: () => listen(false),
  };
}

/** Reviews what waits. */
export const reviewProgram: Program = {
  usage: USAGE,
  undone: "nothing was reviewed",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        existing: { type: "boolean", default: false },
        list: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
    const [source, ...more] = positionals;
    if (more.length > 0)
      throw new Error(
        `One source at most is expected, and ${positionals.length} were given.\n\n${USAGE.trimEnd()}`,
      );
    const environment = await readEnvironment();
    const settings = readBasicSettings(environment);
    const root = resolve(settings.shelf ?? PROJECT_FOLDER);
    const locale = terminalLocale(settings);
    const say = reviewScreenIn(locale);
    const encode = await consoleEncoder();
    const print = (text: string): void => void process.stdout.write(`${encode(text)}\n`);
    const files = await openShelfStore(settings);
    await files.recover();
    const shelf = await files.read();
    if (source !== undefined && !shelf.sources.has(source))
      throw new Error(say.noSource(source, [...shelf.sources.keys()]));
    const filter: ProposalFilter = {
      locale,
      ...(source === undefined ? {} : { source }),
      ...(values.existing ? { origins: ["existing"] } : {}),
    };
    const isAsked = !values.list && !values.json;
    const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
    const place = storeLocation(environment);
    // What people send to a shelf that one workspace has of its own is kept apart from what they send to the others.
    const isOwn =
      environment.SLACK_CLIENT_ID &&
      (await (await import("../installations/sql-settings.ts")).isOwnShelf(place, root));
    const store = await openReviewStore(place, isOwn ? root : undefined);
    const desk = createReviewDesk({ files, store });
    try {
      const waiting = await desk.waiting(filter);
      if (values.json) for (const proposal of waiting) process.stdout.write(`${JSON.stringify(proposal)}\n`);
      else if (values.list)
        for (const proposal of waiting)
          print(
            printableText(
              say.listed(proposal.id, say.kinds[proposal.kind], proposalLine(proposal), proposal.isSure),
            ),
          );
      else if (waiting.length === 0) print(say.nothing);
      else if (!isTerminal) print(say.waits(waiting.length));
      if (!isAsked || waiting.length === 0) return 0;
      if (!isTerminal) return 2;
      const by = reviewerIn(environment, locale, say);
      for (const folder of settings.database === undefined ? [root, join(root, "data")] : [])
        try {
          accessSync(folder, constants.W_OK);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOENT")
            throw new Error(reviewMessagesIn(locale).notWritable(root, (error as Error).message));
        }
      const width = process.stdout.columns || 80;
      const style = await createStyle({
        colour: settings.colour,
        hyperlinks: false,
        width,
        ascii: !settings.isUtf8,
      });
      const screen = createTerminalScreen(encode, settings.dumb);
      try {
        const { left, ...tally } = await runReviewSession(desk, by, filter, screen, { ...style, say });
        screen.show(say.ended(tally, left));
      } finally {
        screen.close();
      }
      return 0;
    } finally {
      await store.close();
      await files.close();
    }
  },
};

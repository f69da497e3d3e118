/** The seam between the desk and its commands. */

import type { Ask } from "../ask/ask.ts";
import type { CitationLog } from "../citation-log/citation-log.ts";
import type { Messages } from "../language/messages.ts";
import type { Library, Suggestion } from "../library/library.ts";
import type { Answer } from "./answer.ts";

/** One option of a command. The first takes the bare words; none is ever required. */
export interface CommandOption {
  /** Lower case, as both platforms want it. */
  readonly name: string;
  /** One line for menus, at most 100 characters. */
  readonly summary: (messages: Messages) => string;
  /** What may stand in it, for help: `<donor or occasion>`. */
  readonly hint: (messages: Messages) => string;
  /** Whether it takes a sentence, in which quotation marks and colons are the sentence's own. */
  readonly sentence?: true;
}

/** One slash command: one question in, one whole answer out, no platform in sight. */
export interface Command {
  readonly name: string;
  /** Its name in the asker's language, understood beside the first. */
  readonly localizedName: (messages: Messages) => string;
  /** What else it answers to, in any language. */
  readonly aliases?: readonly string[];
  /** One line for menus and help, at most 100 characters. */
  readonly summary: (messages: Messages) => string;
  readonly options: readonly CommandOption[];
  /** What it is called where it can be used on somebody's message, if it can. */
  readonly messageAction?: (messages: Messages) => string;
  /** Asks that show what it can do. */
  readonly examples: readonly string[];
  /** False where the same question has other answers elsewhere or later: then none is kept for the next who asks. */
  readonly cacheable?: false;
  /** Set where the loaded module suggests nothing: a platform registers options before anything is loaded. */
  readonly autocomplete?: false;
  /** Imports what answers, when it is first asked: no start waits for it. */
  load(): Promise<CommandModule>;
}

/** What answers a command, loaded apart from how it is called. */
export interface CommandModule {
  answer(ask: Ask, context: CommandContext): Promise<Answer>;
  /** What may stand in an option, as far as it is typed. */
  suggest?(option: string, typed: string, context: CommandContext): Promise<readonly Suggestion[]>;
}

/** Whether answers of the command of this name may be kept for the next who asks. */
export const isCacheable = (commands: readonly Command[], name: string | undefined): boolean =>
  commands.find((command) => command.name === name)?.cacheable !== false;

/** What is typed for a command in one place; elsewhere it may go by another name. */
export type CommandNaming = (command: string) => string;

/** What a command may look at: the shelf, the desk's words, the list of commands, and where it is asked. Never who asks. */
export interface CommandContext {
  readonly library: Library;
  readonly messages: Messages;
  readonly commands: readonly Command[];
  /** What is typed for each command where the question comes from. */
  readonly naming: CommandNaming;
  /** Where the question comes from, by a name that says nothing of it; nothing where that is not known. */
  readonly conversation?: string;
  /** What was cited where; nothing where that is not kept. */
  readonly citationLog?: Pick<CitationLog, "citedIn">;
}

/** What may follow a command's name: `<speaker> [about:<topic>]`. */
export const commandUsage = ({ options }: Pick<Command, "options">, messages: Messages): string =>
  options
    .map(({ name, hint }, index) => (index === 0 ? `<${hint(messages)}>` : `[${name}:<${hint(messages)}>]`))
    .join(" ");

/** A command's examples as they are typed where it goes by another name. */
export const commandExamples = ({ name, examples }: Command, named: CommandNaming): string[] =>
  examples.map((line) => line.replace(`/${name}`, () => named(name)));

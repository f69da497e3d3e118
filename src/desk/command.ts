/** Defines the interface of a command. */

import type { Ask } from "../ask/ask.ts";
import type { CitationLog } from "../citation-log/citation-log.ts";
import type { Messages } from "../language/messages.ts";
import type { ToolMessages } from "../language/tools.ts";
import { localExamples } from "../language/zh/examples.ts";
import type { Library, Suggestion } from "../library/library.ts";
import type { Answer } from "./answer.ts";

/** An option of a command. The first option takes the bare words of a line. No option is required. */
export interface CommandOption {
  /** Lower case, as Discord requires of option names. */
  readonly name: string;
  /** One line for menus; at most 100 characters, Discord's limit for descriptions. */
  readonly summary: (messages: Messages) => string;
  /** The placeholder for its value in help: `donor or occasion`. */
  readonly hint: (messages: Messages) => string;
  /** Whether it takes a sentence, in which quotation marks and colons are kept as text. */
  readonly sentence?: true;
  /** Whether a platform may ask for it in a form of one long field, where it was not given. */
  readonly hasForm?: true;
}

/**
 * A slash command. It answers one ask with one answer and knows no platform.
 *
 * @example
 * const sourcesCommand: Command = {
 *   name: "sources",
 *   localizedName: () => "sources",
 *   summary: () => "Lists the stored sources",
 *   usedFor: () => "Use it to see what there is to cite.",
 *   options: [],
 *   examples: ["/sources"],
 *   load: async () => ({
 *     async answer(ask, { library }) {
 *       const { hits } = await library.findSources({ most: 25 });
 *       const choices = hits.map(({ id, title }) => ({ label: title.text, ask: createAsk("source", id) }));
 *       return createAnswer({ ask, title: "Sources", outcome: "menu", items: menuItems(choices) });
 *     },
 *   }),
 * };
 */
export interface Command {
  readonly name: string;
  /** Its name in the asker's language, accepted as well as `name`. */
  readonly localizedName: (messages: Messages) => string;
  /** Other names that are accepted, in any language. */
  readonly aliases?: readonly string[];
  /** One line for menus and help; at most 100 characters, Discord's limit for descriptions. */
  readonly summary: (messages: Messages) => string;
  /** When an assistant should ask it, in a sentence or two. */
  readonly usedFor: (tools: ToolMessages) => string;
  readonly options: readonly CommandOption[];
  /** Its label in the menu of a message; set when the command can be used on a message. */
  readonly messageAction?: (messages: Messages) => string;
  /** Lines that show how the command is used, each with the slash and `name`; for other languages, see `commandExamples`. */
  readonly examples: readonly string[];
  /** False when the answer to the same ask depends on place or time, so that no answer may be reused. */
  readonly cacheable?: false;
  /** False when the module suggests nothing. Platforms register options before the module is loaded. */
  readonly autocomplete?: false;
  /** Imports the module. Called at the first ask, to keep the start of the program fast. */
  load(): Promise<CommandModule>;
}

/** The part of a command that answers, loaded separately from its definition. */
export interface CommandModule {
  answer(ask: Ask, context: CommandContext): Promise<Answer>;
  /** Suggests values for an option from its partial input. */
  suggest?(option: string, typed: string, context: CommandContext): Promise<readonly Suggestion[]>;
}

/** Returns whether the answers of a command may be reused for the same ask; true for an unknown command. */
export const isCacheable = (commands: readonly Command[], name: string | undefined): boolean =>
  commands.find((command) => command.name === name)?.cacheable !== false;

/** Returns the commands whose answers are the same wherever they are asked: a page or a tool has no conversation of its own. */
export const placelessCommands = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ cacheable }) => cacheable !== false);

/** Returns what people type for a command on a platform, such as `/quote`. */
export type CommandNaming = (command: string) => string;

/** What a command has access to. It never learns who asks. */
export interface CommandContext {
  readonly library: Library;
  readonly messages: Messages;
  readonly commands: readonly Command[];
  /** Command names on the platform of the ask. */
  readonly naming: CommandNaming;
  /** The citation log's opaque key of the conversation; undefined when there is none. */
  readonly conversation?: string;
  /** The log of citations; undefined when the deployment keeps none. */
  readonly citationLog?: Pick<CitationLog, "citedIn">;
}

/** Returns the usage of a command after its name: `<speaker> [about:<topic>]`. */
export const commandUsage = ({ options }: Pick<Command, "options">, messages: Messages): string =>
  options
    .map(({ name, hint }, index) => (index === 0 ? `<${hint(messages)}>` : `[${name}:<${hint(messages)}>]`))
    .join(" ");

/** Returns asks that show how a command is used, in the asker's language where it has some in it. */
export const commandExamples = ({ name, examples }: Command, { locale }: Messages): readonly string[] =>
  localExamples(name, locale) ?? examples;

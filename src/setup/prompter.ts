/** Defines how the setup dialogue asks and reports, and implements it for the terminal. */

import { confirm, intro, isCancel, log, outro, password, select, text as textField } from "@clack/prompts";
import { terminalLink } from "../platforms/terminal/style.ts";
import { wrapColumns } from "../platforms/terminal/wrap.ts";

/** An option to choose from. */
export interface PromptOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Asks questions and shows messages. Every question may reject with `SetupCancelled`. */
export interface Prompter {
  /** Asks to choose exactly one option. */
  pick<Value extends string>(
    question: string,
    options: readonly PromptOption<Value>[],
    current: Value,
  ): Promise<Value>;
  /** Asks for text that may be shown; `given` is the initial value. `fault` returns what is wrong with an input. */
  text(question: string, given: string, fault: (value: string) => string | undefined): Promise<string>;
  /** Asks for text that is not shown. `fault` returns what is wrong with an input. */
  secret(question: string, fault: (value: string) => string | undefined): Promise<string>;
  agree(question: string, byDefault: boolean): Promise<boolean>;
  /** Shows a message: neutral, as a success or as an error. */
  tell(text: string, how?: "done" | "wrong"): void;
  /** Shows an address unbroken on its own line, so that it can be copied and clicked. */
  link(address: string): void;
  /** Shows a link by what it opens. Returns false, having shown nothing, where that is not possible. */
  namedLink(name: string, address: string): boolean;
  start(title: string): void;
  end(text: string): void;
}

/** Thrown when the person cancels the dialogue. */
export class SetupCancelled extends Error {
  override readonly name = "Cancelled";
}

function answered<Value>(value: Value): Exclude<Value, symbol> {
  if (isCancel(value)) throw new SetupCancelled("stopped");
  return value as Exclude<Value, symbol>;
}

/** Width of the bar that the prompts draw before each line. */
const BAR = 3;

/** Wraps long lines to the width of the terminal, indented under the text of their list item. */
function fitted(words: string): string {
  const columns = Math.max(40, (process.stdout.columns || 80) - BAR);
  return words
    .split("\n")
    .flatMap((line) => {
      const [head] = /^ *(?:\d\. )?/.exec(line) ?? [""];
      const [first = "", ...rest] = wrapColumns(line.slice(head.length), columns - head.length);
      return [head + first, ...rest.map((more) => " ".repeat(head.length) + more)];
    })
    .join("\n");
}

/**
 * Creates a prompter for the terminal of this process.
 * @param showsLinks whether the terminal shows links by name
 */
export const createTerminalPrompter = (showsLinks: boolean): Prompter => ({
  pick: async (message, options, initialValue) =>
    answered(
      await select<string>({
        message,
        options: options.map(({ value, label }) => ({ value, label })),
        initialValue,
      }),
    ) as never,
  text: async (message, initialValue, fault) =>
    answered(
      await textField({ message, initialValue, validate: (value) => fault((value ?? "").trim()) }),
    ).trim(),
  secret: async (message, fault) =>
    answered(
      await password({ message, clearOnError: true, validate: (value) => fault((value ?? "").trim()) }),
    ).trim(),
  agree: async (message, initialValue) => answered(await confirm({ message, initialValue })),
  tell: (words, how) => {
    const text = fitted(words);
    if (how === "done") log.success(text);
    else if (how === "wrong") log.error(text);
    else log.message(text);
  },
  link: (address) => process.stdout.write(`\n${address}\n`),
  namedLink: (name, address) => {
    if (showsLinks) process.stdout.write(`\n→ ${terminalLink(name, address)}\n`);
    return showsLinks;
  },
  start: intro,
  end: (words) => outro(fitted(words).replaceAll("\n", `\n${" ".repeat(BAR)}`)),
});

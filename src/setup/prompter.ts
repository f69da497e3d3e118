/** How the dialogue asks and tells: a small seam, with a terminal behind it or a test. */

import {
  confirm,
  intro,
  isCancel,
  log,
  multiselect,
  outro,
  password,
  select,
  text as textField,
} from "@clack/prompts";
import { wrapColumns } from "../platforms/terminal/wrap.ts";

/** One of the things to choose from. */
export interface PromptOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Who asks and tells. Every question may end in `Cancelled`. */
export interface Prompter {
  /** Several of a few things; at least one. */
  choose<Value extends string>(
    question: string,
    options: readonly PromptOption<Value>[],
    chosen: readonly Value[],
  ): Promise<readonly Value[]>;
  /** One of a few things. */
  pick<Value extends string>(
    question: string,
    options: readonly PromptOption<Value>[],
    current: Value,
  ): Promise<Value>;
  /** Something that may be seen; `given` stands there to be taken or changed. */
  text(question: string, given: string, fault: (value: string) => string | undefined): Promise<string>;
  /** Something that no screen shows. `fault` says what is wrong with it, if anything is. */
  secret(question: string, fault: (value: string) => string | undefined): Promise<string>;
  agree(question: string, byDefault: boolean): Promise<boolean>;
  /** Says something: as it is, as good news or as bad. */
  tell(text: string, how?: "done" | "wrong"): void;
  /** An address on a line of its own, whole, so that it can be copied and clicked. */
  link(address: string): void;
  start(title: string): void;
  end(text: string): void;
}

/** The person wants to stop. */
export class SetupCancelled extends Error {
  override readonly name = "Cancelled";
}

function answered<Value>(value: Value): Exclude<Value, symbol> {
  if (isCancel(value)) throw new SetupCancelled("stopped");
  return value as Exclude<Value, symbol>;
}

/** What stands before each line that is told. */
const BAR = 3;

/** Lines that are too long for the terminal, broken at words, under the beginning of what they belong to. */
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

/** Asks in this process's terminal. */
export const terminalPrompter: Prompter = {
  choose: async (message, options, chosen) =>
    answered(
      await multiselect<string>({
        message,
        options: options.map(({ value, label }) => ({ value, label })),
        initialValues: [...chosen],
        required: true,
      }),
    ) as never,
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
  start: intro,
  end: (words) => outro(fitted(words).replaceAll("\n", `\n${" ".repeat(BAR)}`)),
};

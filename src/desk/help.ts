/** What can be asked, from the one list of commands. */
import type { Words } from "../words/words.ts";
import { type Answer, makeAnswer } from "./answer.ts";
import { makeAsk } from "./ask.ts";
import { type Command, usageOf } from "./command.ts";

/** Whether a line asks what can be asked. */
export const isHelp = (line: string): boolean => /^\/?(help|\?|帮助|幫助|說明)$/i.test(line.trim());

/** Every command with its usage and examples. `named` gives the name by which a command is reached here. */
export function helpOn(
  commands: readonly Command[],
  words: Words,
  named: (command: string) => string = (command) => `/${command}`,
): Answer {
  return makeAnswer({
    ask: makeAsk("help"),
    title: words.help.title,
    outcome: "menu",
    items: commands.map((command) => [
      { type: "heading", text: `${named(command.name)} ${usageOf(command, words)}` },
      { type: "text", text: command.summary(words) },
      { type: "text", text: words.help.example(examplesOf(command, named)) },
    ]),
  });
}

/** A command's examples as they are typed where it goes by another name. */
export const examplesOf = ({ name, examples }: Command, named: (command: string) => string): string[] =>
  examples.map((line) => line.replace(`/${name}`, () => named(name)));

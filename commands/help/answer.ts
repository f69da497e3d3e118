/** Answers /help: lists all commands, or describes one in full. */

import {
  type Ask,
  createAsk,
  DETAIL_OPTION,
  ITEM_OPTION,
  PRIVATE_OPTION,
  printAsk,
} from "../../src/ask/ask.ts";
import {
  type Answer,
  type AnswerItem,
  type Block,
  createAnswer,
  type DetailRow,
  type MenuChoice,
} from "../../src/desk/answer.ts";
import { menuItems } from "../../src/desk/answer-parts.ts";
import { type Command, type CommandContext, commandUsage } from "../../src/desk/command.ts";
import { firstExample, shelfExamples } from "../../src/desk/shelf-examples.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { editDistance, maxEdits } from "../../src/support/edit-distance.ts";

const unslashed = (name: string): string => name.replace(/^\//, "").toLowerCase();

/** Returns every name by which a command can be called. */
const namesOf = (
  { name, localizedName: label, aliases = [] }: Command,
  { messages, naming: named }: CommandContext,
): string[] => [...new Set([name, label(messages), ...aliases, unslashed(named(name))])];

/** Returns the commands that have a name beginning with, or spelt much like, the typed one. */
function near(typed: string, context: CommandContext): Command[] {
  const alike = (name: string) => {
    const limit = Math.min(maxEdits(typed.length), maxEdits(name.length));
    return name.startsWith(typed) || (limit > 0 && editDistance(typed, name, limit) <= limit);
  };
  return context.commands.filter((command) => namesOf(command, context).some(alike));
}

/** Returns a command's name with its options. */
const usage = (command: Command, { naming: named, messages }: CommandContext): string =>
  `${named(command.name)} ${commandUsage(command, messages)}`.trimEnd();

/** Lists every command with its summary. */
const overview = ({ commands, messages, naming }: CommandContext): Block => ({
  type: "details",
  rows: commands.map(({ name, summary }) => ({
    label: naming(name),
    value: summary(messages),
    stated: false,
  })),
  passages: [],
});

/** Offers an example of each command. */
async function examplesOfAll(context: CommandContext): Promise<AnswerItem[]> {
  const examples = await Promise.all(context.commands.map((command) => firstExample(command, context)));
  const choices = context.commands.flatMap(({ name }, index): MenuChoice[] => {
    const example = examples[index];
    if (!example) return [];
    const line = printAsk(example.ask);
    return [{ ...example, label: line.replace(`/${name}`, () => context.naming(name)) }];
  });
  return menuItems(choices, context.messages.help.examples);
}

/** Lists a command's own options, then the ones that every command has. */
function optionsOf(
  { name, localizedName: label, options }: Command,
  { messages }: CommandContext,
): DetailRow[] {
  const say = messages.help;
  const row = (typed: string, value: string): DetailRow => ({ label: typed, value, stated: false });
  return [
    ...options.map((option) => row(option.name, option.summary(messages))),
    row(ITEM_OPTION, say.item),
    row(DETAIL_OPTION, messages.brief.detail),
    row(PRIVATE_OPTION, say.private),
    ...(label(messages) === name ? [] : [row(say.alias, label(messages))]),
  ];
}

/** Describes one command in full. */
async function one(ask: Ask, command: Command, context: CommandContext): Promise<Answer> {
  const { messages } = context;
  return createAnswer({
    ask,
    title: usage(command, context),
    outcome: "menu",
    opening: [
      { type: "text", text: command.summary(messages) },
      { type: "details", rows: optionsOf(command, context), passages: [] },
    ],
    items: menuItems(await shelfExamples(command, context), messages.help.examples),
  });
}

/** Answers for an unknown command: the similar ones, or all. */
function unknown(ask: Ask, context: CommandContext): Answer {
  const say = context.messages.help;
  const close = near(unslashed(ask.text), context);
  const choices = close.map(
    (command): MenuChoice => ({
      label: context.naming(command.name),
      detail: command.summary(context.messages),
      ask: createAsk("help", command.name),
    }),
  );
  const opening: Block[] =
    close.length > 0
      ? [
          { type: "text", text: say.near },
          { type: "choices", choices },
        ]
      : [{ type: "text", text: say.all }, overview(context)];
  return createAnswer({
    ask,
    title: say.unknown(ask.text),
    outcome: "nothing",
    opening,
  });
}

export async function answer(ask: Ask, context: CommandContext): Promise<Answer> {
  const { messages, commands } = context;
  const typed = unslashed(ask.text);
  const command = commands.find((candidate) => namesOf(candidate, context).includes(typed));
  if (command) return one(ask, command, context);
  if (typed !== "") return unknown(ask, context);
  return createAnswer({
    ask,
    title: messages.help.title,
    outcome: "menu",
    opening: [overview(context)],
    items: await examplesOfAll(context),
  });
}

export async function suggest(
  _option: string,
  typed: string,
  context: CommandContext,
): Promise<readonly Suggestion[]> {
  const { messages, commands } = context;
  const found = typed === "" ? commands : near(unslashed(typed), context);
  return found.map(({ name, summary }) => ({
    label: messages.labelled(name) + summary(messages),
    value: name,
  }));
}

/** What /help answers. */

import { type Ask, ITEM, makeAsk, PRIVATE } from "../../src/ask/ask.ts";
import {
  type Answer,
  type Block,
  type Choice,
  type Item,
  makeAnswer,
  type Row,
} from "../../src/desk/answer.ts";
import { type Command, type Desk, examplesOf, usageOf } from "../../src/desk/command.ts";
import { examplesAmong } from "../../src/desk/related.ts";
import type { Suggestion } from "../../src/library/library.ts";
import { allowance, distance } from "../../src/library/name-index.ts";

const unslashed = (name: string): string => name.replace(/^\//, "").toLowerCase();

/** Everything that may be typed for a command. */
const namesOf = ({ name, label, also = [] }: Command, { words, named }: Desk): string[] => [
  ...new Set([name, label(words), ...also, unslashed(named(name))]),
];

/** The commands whose names begin with what was typed, or are a slip away from it. */
function near(typed: string, desk: Desk): Command[] {
  const alike = (name: string) => {
    const limit = Math.min(allowance(typed.length), allowance(name.length));
    return name.startsWith(typed) || (limit > 0 && distance(typed, name, limit) <= limit);
  };
  return desk.commands.filter((command) => namesOf(command, desk).some(alike));
}

/** What is typed for a command, and what may follow it. */
const usage = (command: Command, { named, words }: Desk): string =>
  `${named(command.name)} ${usageOf(command, words)}`.trimEnd();

/** Every command with its usage and its examples. */
const overview = (desk: Desk): Item[] =>
  desk.commands.map((command) => [
    { type: "heading", text: usage(command, desk) },
    { type: "text", text: command.summary(desk.words) },
    ...(command.examples.length === 0
      ? []
      : [{ type: "text", text: desk.words.help.example(examplesOf(command, desk.named)) } as const]),
  ]);

/** Each option by its name, with what it is; then those that every command has. */
function optionsOf({ name, label, options }: Command, { words }: Desk): Row[] {
  const say = words.help;
  const row = (typed: string, value: string): Row => ({ label: typed, value, stated: false });
  return [
    ...options.map((option) => row(option.name, option.summary(words))),
    row(ITEM, say.item),
    row(PRIVATE, say.private),
    ...(label(words) === name ? [] : [row(say.alias, label(words))]),
  ];
}

/** The whole of one command. */
function one(ask: Ask, command: Command, desk: Desk): Answer {
  const { words } = desk;
  const choices = examplesAmong(command, desk.commands);
  return makeAnswer({
    ask,
    title: usage(command, desk),
    outcome: "menu",
    lead: [
      { type: "text", text: command.summary(words) },
      { type: "facts", rows: optionsOf(command, desk), passages: [] },
    ],
    items:
      choices.length === 0
        ? []
        : [
            [
              { type: "heading", text: words.help.examples },
              { type: "choices", choices },
            ],
          ],
  });
}

/** There is no such command: those that are near, or else all there are. */
function unknown(ask: Ask, desk: Desk): Answer {
  const say = desk.words.help;
  const close = near(unslashed(ask.words), desk);
  const choices = close.map(
    (command): Choice => ({
      label: desk.named(command.name),
      detail: command.summary(desk.words),
      ask: makeAsk("help", command.name),
    }),
  );
  const lead: Block[] =
    close.length > 0
      ? [
          { type: "text", text: say.near },
          { type: "choices", choices },
        ]
      : [{ type: "text", text: say.all }];
  return makeAnswer({
    ask,
    title: say.unknown(ask.words),
    outcome: "nothing",
    lead,
    items: close.length > 0 ? [] : overview(desk),
  });
}

export async function answer(ask: Ask, desk: Desk): Promise<Answer> {
  const { words, commands } = desk;
  const typed = unslashed(ask.words);
  const command = commands.find((candidate) => namesOf(candidate, desk).includes(typed));
  if (command) return one(ask, command, desk);
  if (typed !== "") return unknown(ask, desk);
  return makeAnswer({
    ask,
    title: words.help.title,
    outcome: "menu",
    items: overview(desk),
  });
}

export async function suggest(_option: string, typed: string, desk: Desk): Promise<readonly Suggestion[]> {
  const { words, commands } = desk;
  const found = typed === "" ? commands : near(unslashed(typed), desk);
  return found.map(({ name, summary }) => ({
    label: words.labelled(name) + summary(words),
    value: name,
  }));
}

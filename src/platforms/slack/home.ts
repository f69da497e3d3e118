/** Builds the App Home tab: asks to begin with, the form, the sources, and all that can be asked. */
import type { Button, HomeView, KnownBlock, RichTextElement } from "@slack/types";
import { clipLabel } from "../../delivery/fit.ts";
import type { Bot } from "../../desk/bot.ts";
import { shortCredit, sourceAddresses } from "../../desk/citations.ts";
import { type Command, commandUsage } from "../../desk/command.ts";
import { startingAsks } from "../../desk/starting-asks.ts";
import { defined } from "../../support/defined.ts";
import { printableText } from "../../support/printable.ts";
import { textSection } from "./blocks.ts";
import { typedCommand } from "./command-names.ts";
import { contextBlocks } from "./context-blocks.ts";
import { plainTextObject } from "./controls.ts";
import { formCommands } from "./form.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";
import type { SlackPolicy } from "./policy.ts";
import { escapeMrkdwn } from "./render.ts";
import { richText } from "./rich-text.ts";

/** Action ids of buttons that ask an example, and of buttons that open the form. */
export const EXAMPLE_ACTION = "example:";
export const FORM_ACTION = "form:";

/** The most examples and sources. */
const EXAMPLES = 4;
const SOURCES = 6;

const header = (text: string): KnownBlock => ({
  type: "header",
  text: plainTextObject(text, SLACK_MESSAGE_LIMITS.header),
});

const button = (action_id: string, text: string, value?: string): Button => ({
  type: "button",
  action_id,
  text: plainTextObject(text, SLACK_MESSAGE_LIMITS.buttonText),
  ...defined({ value }),
});

/** Opens the form, with a command chosen where one is given. */
const formButton = ({ messages }: Bot, command?: Command): Button => ({
  ...button(FORM_ACTION + (command?.name ?? ""), messages.form.submit, command?.name),
  ...(command
    ? {
        accessibility_label: clipLabel(
          messages.labelled(messages.form.submit) + command.localizedName(messages),
          SLACK_MESSAGE_LIMITS.buttonText,
        ),
      }
    : {}),
});

/** Lists sources by their titles, which lead to where they were published. */
async function sourceList(bot: Bot): Promise<KnownBlock[]> {
  const { messages } = bot;
  const sources = await bot.firstSources(SOURCES);
  if (sources.length === 0) return [];
  const items = sources.map((source) => {
    const title = printableText(source.title.text);
    const [address] = sourceAddresses(source);
    const name: RichTextElement = address ? { type: "link", url: address.url, text: title } : richText(title);
    return textSection(name, richText(messages.brief.between + shortCredit(source, messages)));
  });
  return [
    header(messages.sources),
    { type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements: items }] },
  ];
}

/** Describes a command, with a button that opens the form for it where the form has it. */
function commandSection(command: Command, bot: Bot, prefix: string): KnownBlock {
  const { messages } = bot;
  const usage = escapeMrkdwn(`${typedCommand(command.name, prefix)} ${commandUsage(command, messages)}`);
  const isInForm = formCommands(bot).some((one) => one.command === command);
  return {
    type: "section",
    text: { type: "mrkdwn", text: `*${usage.trim()}*\n${escapeMrkdwn(command.summary(messages))}` },
    ...(isInForm ? { accessory: formButton(bot, command) } : {}),
  };
}

/** Returns asks to begin with, as they are typed in this workspace. */
export async function homeExamples(bot: Bot, prefix: string) {
  const asks = await startingAsks(bot);
  return asks.slice(0, EXAMPLES).map(({ line }) => {
    const [command = "", ...rest] = line.slice(1).split(" ");
    return { line, typed: [typedCommand(command, prefix), ...rest].join(" ") };
  });
}

/** Builds the home view, which is the same for every user. */
export async function homeView(bot: Bot, { commandPrefix: prefix }: SlackPolicy): Promise<HomeView> {
  const { commands, messages } = bot;
  const { sources, counts, version, lastChange } = await bot.about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const examples = await homeExamples(bot, prefix);
  return {
    type: "home",
    blocks: [
      header(messages.pages.start),
      {
        type: "actions",
        elements: [
          ...examples.map(({ line, typed }, index) => button(`${EXAMPLE_ACTION}${index}`, typed, line)),
          { ...formButton(bot), style: "primary" },
        ],
      },
      ...(await sourceList(bot)),
      ...contextBlocks([
        messages.home.shelf(sources, records),
        lastChange === null ? messages.home.version(version) : messages.home.changed(lastChange, version),
      ]),
      { type: "divider" },
      header(messages.help.title),
      ...commands.map((command) => commandSection(command, bot, prefix)),
      ...contextBlocks([messages.home.ways]),
    ],
  };
}

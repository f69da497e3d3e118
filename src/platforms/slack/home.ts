/** Builds the App Home tab: what can be asked, and where. */
import type { HomeView, RichTextBlock } from "@slack/types";
import type { Bot } from "../../desk/bot.ts";
import { commandExamples, commandUsage } from "../../desk/command.ts";
import { typedCommand } from "./command-names.ts";
import { contextBlocks } from "./context-blocks.ts";
import { plainTextObject } from "./controls.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";
import type { SlackPolicy } from "./policy.ts";

const paragraph = (
  ...lines: readonly { readonly text: string; readonly bold?: boolean }[]
): RichTextBlock => ({
  type: "rich_text",
  elements: lines.map(({ text, bold }) => ({
    type: "rich_text_section",
    elements: [{ type: "text", text, ...(bold ? { style: { bold } } : {}) }],
  })),
});

/** Builds the home view, which is the same for every user. */
export async function homeView(
  { commands, messages, about }: Bot,
  { commandPrefix: prefix }: SlackPolicy,
): Promise<HomeView> {
  const { sources, counts, version, lastChange } = await about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const named = (command: string) => typedCommand(command, prefix);
  return {
    type: "home",
    blocks: [
      { type: "header", text: plainTextObject(messages.help.title, SLACK_MESSAGE_LIMITS.header) },
      ...commands.flatMap((command) => [
        paragraph(
          { text: `${named(command.name)} ${commandUsage(command, messages)}`, bold: true },
          { text: command.summary(messages) },
        ),
        ...(command.examples.length === 0
          ? []
          : contextBlocks([messages.help.example(commandExamples(command, named))])),
      ]),
      { type: "divider" },
      paragraph({ text: messages.home.ways }),
      ...contextBlocks([
        messages.home.shelf(sources.length, records),
        lastChange === null ? messages.home.version(version) : messages.home.changed(lastChange, version),
      ]),
    ],
  };
}

/** The app's home: what can be asked, and what the shelf holds. */
import type { HomeView, RichTextBlock } from "@slack/types";
import type { Bot } from "../../desk/bot.ts";
import { examplesOf, usageOf } from "../../desk/command.ts";
import { nameIn } from "./command-names.ts";
import { small } from "./context-blocks.ts";
import { plainText } from "./controls.ts";
import { MESSAGE } from "./limits.ts";
import type { SlackManner } from "./message.ts";

const paragraph = (
  ...lines: readonly { readonly text: string; readonly bold?: boolean }[]
): RichTextBlock => ({
  type: "rich_text",
  elements: lines.map(({ text, bold }) => ({
    type: "rich_text_section",
    elements: [{ type: "text", text, ...(bold ? { style: { bold } } : {}) }],
  })),
});

/** The home of anyone: it is read from the list of commands and from the shelf, and holds nothing of who reads it. */
export async function homeView({ commands, words, about }: Bot, { prefix }: SlackManner): Promise<HomeView> {
  const { sources, counts, version, lastChange } = await about();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const named = (command: string) => nameIn(command, prefix);
  return {
    type: "home",
    blocks: [
      { type: "header", text: plainText(words.help.title, MESSAGE.header) },
      ...commands.flatMap((command) => [
        paragraph(
          { text: `${named(command.name)} ${usageOf(command, words)}`, bold: true },
          { text: command.summary(words) },
        ),
        ...(command.examples.length === 0 ? [] : small([words.help.example(examplesOf(command, named))])),
      ]),
      { type: "divider" },
      paragraph({ text: words.home.ways }),
      ...small([
        words.home.shelf(sources.length, records),
        lastChange === null ? words.home.version(version) : words.home.changed(lastChange, version),
      ]),
    ],
  };
}

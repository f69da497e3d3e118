/** Measures the text of a message as a reader sees it, without link targets, markup and controls. */
import type { DiscordMessage } from "../../src/platforms/discord/render.ts";
import type { SlackMessage } from "../../src/platforms/slack/render.ts";
import { columnWidth } from "../../src/support/columns.ts";

/** The columns of a phone's line. */
const COLUMNS = 48;

/** The characters of a message, and its lines on a phone. */
export interface ShownSize {
  readonly characters: number;
  readonly lines: number;
}

const sizeOf = (texts: readonly string[]): ShownSize => {
  const lines = texts.flatMap((text) => text.split("\n"));
  return {
    characters: texts.join("\n").length,
    lines: lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnWidth(line) / COLUMNS)), 0),
  };
};

/** Returns Markdown as it is drawn. */
const drawn = (markdown: string): string =>
  markdown
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)+?\]?)\]\(https?:[^)]*\)/g, "$1")
    .replace(/^(?:-# |#{1,3} |> )/gm, "")
    .replace(/(?<!\\)\*\*/g, "")
    .replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

function discordTexts(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(discordTexts);
  if (typeof part !== "object" || part === null) return [];
  if ("content" in part && typeof part.content === "string") return [drawn(part.content)];
  return "components" in part ? discordTexts(part.components) : [];
}

/** Returns the size of a Discord message. */
export const discordSize = (message: DiscordMessage): ShownSize => sizeOf(discordTexts(message.components));

function slackTexts(part: unknown): string {
  if (Array.isArray(part)) return part.map(slackTexts).join("");
  if (typeof part !== "object" || part === null) return "";
  if ("type" in part && part.type === "actions") return "";
  if ("text" in part) return typeof part.text === "string" ? part.text : slackTexts(part.text);
  if ("elements" in part) {
    const isLined = "type" in part && /^(?:rich_text|rich_text_list|context)$/.test(String(part.type));
    const elements = part.elements as readonly unknown[];
    return elements.map(slackTexts).join(isLined ? "\n" : "");
  }
  return "rows" in part ? (part.rows as readonly unknown[]).map(slackTexts).join("\n") : "";
}

/** Returns the size of a Slack message. */
export const slackSize = ({ blocks }: SlackMessage): ShownSize =>
  sizeOf(blocks.filter(({ type }) => type !== "actions" && type !== "divider").map(slackTexts));

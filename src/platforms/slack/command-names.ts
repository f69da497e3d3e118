/** Names the slash commands in a workspace, where names can collide with other apps' or with Slack's own. */
import type { BotFactory } from "../../desk/bot.ts";

/**
 * Slack's built-in commands, whose names no app can use.
 * https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
export const RESERVED_NAMES: readonly string[] = [
  ...["active", "apps", "archive", "away", "call", "collapse", "dm", "dnd", "expand", "feed", "feedback"],
  ...["help", "invite", "join", "kb", "keys", "kick", "leave", "me", "msg", "mute", "open", "part"],
  ...["prefs", "remind", "remove", "rename", "search", "shortcuts", "shrug", "star", "status", "topic"],
  ...["unarchive", "who"],
];

/** The command that can call every other: `/refdesk pledge alibaba`. */
export const UMBRELLA_NAME = "refdesk";

/** Returns a command's slash name, or undefined when Slack reserves it and only the umbrella command reaches it. */
export const slackCommandName = (command: string, prefix: string): string | undefined =>
  RESERVED_NAMES.includes(prefix + command) ? undefined : `/${prefix}${command}`;

/** Returns what to type for a command: its own slash name, or the umbrella command followed by its name. */
export const typedCommand = (command: string, prefix: string): string =>
  slackCommandName(command, prefix) ?? `/${UMBRELLA_NAME} ${command}`;

/** Returns a factory for bots that call each command by its name in this workspace. */
export function withSlackNaming(botFor: BotFactory, prefix: string): BotFactory {
  const named = (command: string) => typedCommand(command, prefix);
  return (locale) => botFor(locale, named);
}

/** Converts a slash command and its text to the line of an ask. */
export function slashCommandLine(command: string, text: string, prefix: string): string {
  const name = command.replace(/^\//, "");
  if (name === UMBRELLA_NAME) return text.trim() === "" ? "/help" : text;
  return `/${name.startsWith(prefix) ? name.slice(prefix.length) : name} ${text}`;
}

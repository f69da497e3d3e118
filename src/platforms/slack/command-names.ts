/** What the slash commands are called in a workspace, where a name can collide with another app's or with Slack's own. */
import type { BotFactory } from "../../desk/bot.ts";

/**
 * Slack's own commands, which no app can have.
 * https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
export const RESERVED_NAMES: readonly string[] = [
  ...["active", "apps", "archive", "away", "call", "collapse", "dm", "dnd", "expand", "feed", "feedback"],
  ...["help", "invite", "join", "kb", "keys", "kick", "leave", "me", "msg", "mute", "open", "part"],
  ...["prefs", "remind", "remove", "rename", "search", "shortcuts", "shrug", "star", "status", "topic"],
  ...["unarchive", "who"],
];

/** The one command that carries all the others: `/refdesk pledge alibaba`. */
export const UMBRELLA_NAME = "refdesk";

/** A command's name in this workspace; nothing where that name is Slack's own, and only the umbrella reaches it. */
export const slackCommandName = (command: string, prefix: string): string | undefined =>
  RESERVED_NAMES.includes(prefix + command) ? undefined : `/${prefix}${command}`;

/** What is typed for a command in this workspace: its own name, or the umbrella's and its name. */
export const typedCommand = (command: string, prefix: string): string =>
  slackCommandName(command, prefix) ?? `/${UMBRELLA_NAME} ${command}`;

/** The bots that call each command by its name in this workspace. */
export function withSlackNaming(botFor: BotFactory, prefix: string): BotFactory {
  const named = (command: string) => typedCommand(command, prefix);
  return (locale) => botFor(locale, named);
}

/** The line that a slash command and its text stand for. */
export function slashCommandLine(command: string, text: string, prefix: string): string {
  const name = command.replace(/^\//, "");
  if (name === UMBRELLA_NAME) return text.trim() === "" ? "/help" : text;
  return `/${name.startsWith(prefix) ? name.slice(prefix.length) : name} ${text}`;
}

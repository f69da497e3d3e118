/** What the slash commands are called in a workspace, where a name can collide with another app's or with Slack's own. */
import type { Bots } from "../../desk/bot.ts";

/**
 * Slack's own commands, which no app can have.
 * https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
export const RESERVED: readonly string[] = [
  ...["active", "apps", "archive", "away", "call", "collapse", "dm", "dnd", "expand", "feed", "feedback"],
  ...["help", "invite", "join", "kb", "keys", "kick", "leave", "me", "msg", "mute", "open", "part"],
  ...["prefs", "remind", "remove", "rename", "search", "shortcuts", "shrug", "star", "status", "topic"],
  ...["unarchive", "who"],
];

/** The one command that carries all the others: `/refdesk pledge alibaba`. */
export const UMBRELLA = "refdesk";

/** A command's name in this workspace; nothing where that name is Slack's own, and only the umbrella reaches it. */
export const slackName = (command: string, prefix: string): string | undefined =>
  RESERVED.includes(prefix + command) ? undefined : `/${prefix}${command}`;

/** What is typed for a command in this workspace: its own name, or the umbrella's and its name. */
export const nameIn = (command: string, prefix: string): string =>
  slackName(command, prefix) ?? `/${UMBRELLA} ${command}`;

/** The bots that call each command by its name in this workspace. */
export function namedIn(bots: Bots, prefix: string): Bots {
  const named = (command: string) => nameIn(command, prefix);
  return (locale) => bots(locale, named);
}

/** The line that a slash command and its text stand for. */
export function lineFrom(command: string, text: string, prefix: string): string {
  const name = command.replace(/^\//, "");
  if (name === UMBRELLA) return text.trim() === "" ? "/help" : text;
  return `/${name.startsWith(prefix) ? name.slice(prefix.length) : name} ${text}`;
}

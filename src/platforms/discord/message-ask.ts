/** Reads from one of the bot's own messages what was asked, and by whom. */
import { DISMISS_ID } from "./controls.ts";

/** The head of a message: its title, if it has one, then the ask in small print. */
const HEAD_PATTERN = /^(?:## [^\n]*\n)?-# (\/[^\n]+)/;

/** The id of the button that removes a message, with its owner's. */
const OWNED_PATTERN = new RegExp(`^${DISMISS_ID}:(\\d{1,22})$`);

/** Undoes `escapeMarkdown`. */
const unescaped = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

/** Yields the components of a message in reading order, however deep they are. */
function* everyComponent(components: unknown): Generator<object> {
  const waiting = [components];
  while (waiting.length > 0) {
    const part = waiting.pop();
    if (Array.isArray(part)) for (const inner of part.toReversed()) waiting.push(inner);
    else if (typeof part === "object" && part !== null) {
      yield part;
      if ("components" in part) waiting.push(part.components);
    }
  }
}

/** Returns the line of a message's ask, or undefined when no component has a head as the bot writes it. */
export function askInMessage(components: unknown): string | undefined {
  for (const part of everyComponent(components)) {
    if (!("content" in part) || typeof part.content !== "string") continue;
    const line = HEAD_PATTERN.exec(part.content)?.[1];
    if (line !== undefined) return unescaped(line);
  }
  return undefined;
}

/** Returns the id of a message's owner as its buttons say it, or undefined when none does. */
export function ownerInMessage(components: unknown): string | undefined {
  for (const part of everyComponent(components)) {
    if (!("custom_id" in part) || typeof part.custom_id !== "string") continue;
    const owner = OWNED_PATTERN.exec(part.custom_id)?.[1];
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** Recovers the ask of one of the bot's own messages from the head of the message. */

/** The head of a message: its title, if it has one, then the ask in small print. */
const HEAD_PATTERN = /^(?:## [^\n]*\n)?-# (\/[^\n]+)/;

/** Undoes `escapeMarkdown`. */
const unescaped = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

/** Returns the line of a message's ask, or undefined when no component has a head as the bot writes it. */
export function askInMessage(components: unknown): string | undefined {
  if (Array.isArray(components)) {
    for (const part of components) {
      const line = askInMessage(part);
      if (line !== undefined) return line;
    }
    return undefined;
  }
  if (typeof components !== "object" || components === null) return undefined;
  if ("content" in components && typeof components.content === "string") {
    const line = HEAD_PATTERN.exec(components.content)?.[1];
    return line === undefined ? undefined : unescaped(line);
  }
  return "components" in components ? askInMessage(components.components) : undefined;
}

/** Reads back what a message of ours says it was asked: its head prints the ask whole. */

/** How a message's head begins, after its title: the ask, in small print. */
const HEAD_PATTERN = /^## [^\n]*\n-# (\/[^\n]+)/;

/** Markdown that our renderer escaped, as it was. */
const unescaped = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, "$1");

/** The line that a message prints as its ask; nothing for a message that is not ours, or has lost its head. */
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

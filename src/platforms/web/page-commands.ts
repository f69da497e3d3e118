/** Says which commands the pages have. */
import type { Command } from "../../desk/command.ts";

/** Returns the commands whose answers are the same wherever they are asked: a page has no conversation of its own. */
export const pageCommands = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ cacheable }) => cacheable !== false);

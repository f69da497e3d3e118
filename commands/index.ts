/** Lists the commands; help, menus, registration, the manifest and the docs are derived from it. */
import type { Command } from "../src/desk/command.ts";
import { bibliographyCommand } from "./bibliography/command.ts";
import { checkCommand } from "./check/command.ts";
import { citeCommand } from "./cite/command.ts";
import { compareCommand } from "./compare/command.ts";
import { defineCommand } from "./define/command.ts";
import { helpCommand } from "./help/command.ts";
import { pledgeCommand } from "./pledge/command.ts";
import { quoteCommand } from "./quote/command.ts";
import { searchCommand } from "./search/command.ts";
import { sourceCommand } from "./source/command.ts";
import { timelineCommand } from "./timeline/command.ts";
import { whoCommand } from "./who/command.ts";

/** All commands, in the order in which help shows them. */
export const commands: readonly Command[] = [
  pledgeCommand,
  quoteCommand,
  defineCommand,
  searchCommand,
  whoCommand,
  compareCommand,
  timelineCommand,
  sourceCommand,
  checkCommand,
  citeCommand,
  bibliographyCommand,
  helpCommand,
];

/** Everything that can be asked, in the order of help. Menus, registration, manifest and docs are read from here. */
import type { Command } from "../src/desk/command.ts";
import { check } from "./check.ts";
import { define } from "./define.ts";
import { pledge } from "./pledge.ts";
import { quote } from "./quote.ts";

export const commands: readonly Command[] = [pledge, quote, define, check];

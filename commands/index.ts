/** Everything that can be asked, in the order of help. Menus, registration, manifest and docs are read from here. */
import type { Command } from "../src/desk/command.ts";
import { bibliography } from "./bibliography.ts";
import { check } from "./check.ts";
import { cite } from "./cite.ts";
import { compare } from "./compare.ts";
import { define } from "./define.ts";
import { help } from "./help.ts";
import { pledge } from "./pledge.ts";
import { quote } from "./quote.ts";
import { search } from "./search.ts";
import { source } from "./source.ts";
import { timeline } from "./timeline.ts";
import { who } from "./who.ts";

export const commands: readonly Command[] = [
  pledge,
  quote,
  define,
  search,
  who,
  compare,
  timeline,
  source,
  check,
  cite,
  bibliography,
  help,
];

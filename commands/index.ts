/** Everything that can be asked, in the order of help. Menus, registration, manifest and docs are read from here. */
import type { Command } from "../src/desk/command.ts";
import { bibliography } from "./bibliography/command.ts";
import { check } from "./check/command.ts";
import { cite } from "./cite/command.ts";
import { compare } from "./compare/command.ts";
import { define } from "./define/command.ts";
import { help } from "./help/command.ts";
import { pledge } from "./pledge/command.ts";
import { quote } from "./quote/command.ts";
import { search } from "./search/command.ts";
import { source } from "./source/command.ts";
import { timeline } from "./timeline/command.ts";
import { who } from "./who/command.ts";

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

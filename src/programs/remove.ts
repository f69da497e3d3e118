/** `refdesk remove`: takes a source away, and shows before what goes with it. */
import { parseArgs } from "node:util";
import { openShelfStore } from "../app/shelf-store.ts";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { isPossible, planRemoval } from "../intake/remove-source.ts";
import type { IntakeMessages } from "../language/en/intake.ts";
import { intakeMessagesIn } from "../language/intake-messages.ts";
import { terminalLocale } from "../language/messages.ts";
import type { ShelfStore } from "../shelf/shelf-store.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const USAGE = `Usage: refdesk remove [--yes] <source>

  Shows which records cite a source, and removes it and them. Records that
  cite other sources too are never touched: change them first.

  --yes      without asking; needed where there is no terminal
  --help     this text

The shelf is that which SHELF_DIR names, or else this project's; with
SHELF=database, that in the database.

Exit status: 0 removed, 1 left as it is, 2 it could not be.
`;

async function remove(
  id: string,
  isAgreed: boolean,
  { store, say }: { readonly store: ShelfStore; readonly say: IntakeMessages["removal"] },
): Promise<number> {
  const plan = planRemoval(await store.read(), id);
  if (!plan) throw new Error(say.noSource(id));
  const encode = await consoleEncoder();
  const print = (text: string): void => void process.stdout.write(encode(`${text}\n`));
  const { removed, shared, referring } = plan;
  print(removed.length > 0 ? say.records(removed) : say.nothing);
  if (shared.length > 0) print(say.shared(shared));
  if (referring.length > 0) print(say.referring(referring));
  print(say.rather);
  if (!isPossible(plan)) {
    print(say.blocked);
    return 2;
  }
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (!isAgreed && !isTerminal) {
    print(say.sayYes(id));
    return 1;
  }
  if (!isAgreed) {
    const prompter = (await import("../setup/prompter.ts")).createTerminalPrompter(false);
    if (!(await prompter.agree(say.agree(id), false))) return 1;
  }
  await store.removeSource(id, removed);
  print(say.done(id, removed.length));
  return 0;
}

/** Shows which records cite a source, asks, and removes both. */
export const removeProgram: Program = {
  usage: USAGE,
  undone: "nothing was removed",
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { yes: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0)
      throw new Error(`One source is expected, and ${positionals.length} were given.\n\n${USAGE.trimEnd()}`);
    const settings = readBasicSettings(await readEnvironment());
    const { removal: say } = intakeMessagesIn(terminalLocale(settings));
    const store = await openShelfStore(settings);
    try {
      return await remove(id, values.yes, { store, say });
    } finally {
      await store.close();
    }
  },
};

/** `refdesk setup`: asks for the platforms' settings and writes .env; without a terminal or with --check, reports. */
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { readBasicSettings, readEnvironment } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { showsLinks } from "../platforms/terminal/style.ts";
import { runDialogue } from "../setup/dialogue.ts";
import { parseEnv, readEnvFile, setEnvValue, writeEnvFile } from "../setup/env-file.ts";
import { createTerminalPrompter, SetupCancelled } from "../setup/prompter.ts";
import { createReport } from "../setup/report.ts";
import { consoleEncoder } from "./console-text.ts";
import type { Program } from "./program.ts";

const EXAMPLE = join(PROJECT_FOLDER, ".env.example");
const FILE = ".env";

const USAGE = `Usage: refdesk setup [--check [--all]]

  Asks for the tokens of Discord and Slack, checks them, registers the
  commands, and writes .env.

  --check    ask nothing and change nothing: say whether everything works, and
             what does not; without a terminal, this happens by itself
  --all      with --check: also list every setting, and what works
  --help     this text

Exit status: 0 everything that is set up works, 2 something does not, or
nothing is set up.
`;

const OPTIONS = {
  check: { type: "boolean", default: false },
  all: { type: "boolean", default: false },
} as const;

/** Prints whether everything works, and what does not. @returns whether all work */
async function printReport(all: boolean): Promise<boolean> {
  const { text, works } = await createReport(await readEnvironment(FILE), commands, FILE, all);
  process.stdout.write(`${(await consoleEncoder())(text)}\n`);
  return works;
}

/** Asks for missing settings, and saves each once it is accepted. @returns whether all work */
async function askForSettings(): Promise<boolean> {
  const outside = await readEnvironment("");
  return runDialogue({
    prompter: createTerminalPrompter(await showsLinks(process.stdout, readBasicSettings(outside).dumb)),
    commands,
    outside,
    held: parseEnv(readEnvFile(FILE, EXAMPLE)),
    // Read the file again each time: it may have been changed in an editor meanwhile.
    save: (name, value) => writeEnvFile(FILE, setEnvValue(readEnvFile(FILE, EXAMPLE), name, value)),
    saveFile: (name, text) => {
      writeFileSync(name, text);
      return resolve(name);
    },
  });
}

/** Runs the set-up dialogue in a terminal; prints a report when there is none or with `--check`. */
export const setupProgram: Program = {
  usage: USAGE,
  async run(args) {
    const { values: flags } = parseArgs({ args: [...args], options: OPTIONS });
    const isReport = flags.check || flags.all || !process.stdin.isTTY || !process.stdout.isTTY;
    try {
      return (await (isReport ? printReport(flags.all) : askForSettings())) ? 0 : 2;
    } catch (error) {
      if (!(error instanceof SetupCancelled)) throw error;
      const saved = existsSync(FILE) ? `What was accepted is saved in ${FILE}.` : "Nothing was saved.";
      process.stderr.write(`Stopped. ${saved}\n`);
      return 2;
    }
  },
};

/** `refdesk setup`: asks for the platforms' settings and writes .env; without a terminal or with --check, reports. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { readEnvironment } from "../config/environment.ts";
import { runDialogue } from "../setup/dialogue.ts";
import { parseEnv, readEnvFile, setEnvValue, writeEnvFile } from "../setup/env-file.ts";
import { SetupCancelled, terminalPrompter } from "../setup/prompter.ts";
import { createReport } from "../setup/report.ts";
import type { Program } from "./program.ts";

const EXAMPLE = fileURLToPath(new URL("../../.env.example", import.meta.url));
const FILE = ".env";

const USAGE = `Usage: refdesk setup [--check]

  Asks for what Discord and Slack need, checks it with them, registers the
  commands, and writes .env.

  --check    ask nothing and change nothing: say what is set and what works;
             this is also what happens where there is no terminal
  --help     this text

Exit status: 0 everything that is configured works, 2 something does not,
or nothing is configured.
`;

/** Prints which settings are set and which work. @returns whether all work */
async function printReport(): Promise<boolean> {
  const { text, works } = await createReport(await readEnvironment(FILE), commands, FILE);
  process.stdout.write(`${text}\n`);
  return works;
}

/** Asks for missing settings, and saves each once it is accepted. @returns whether all work */
const askForSettings = async (): Promise<boolean> =>
  runDialogue({
    prompter: terminalPrompter,
    commands,
    outside: await readEnvironment(""),
    held: parseEnv(readEnvFile(FILE, EXAMPLE)),
    // Read the file again each time: it may have been changed in an editor meanwhile.
    save: (name, value) => writeEnvFile(FILE, setEnvValue(readEnvFile(FILE, EXAMPLE), name, value)),
  });

/** Runs the set-up dialogue in a terminal; prints a report when there is none or with `--check`. */
export const setupProgram: Program = {
  usage: USAGE,
  async run(args) {
    const { values: flags } = parseArgs({ args: [...args], options: { check: { type: "boolean" } } });
    const isReport = flags.check || !process.stdin.isTTY || !process.stdout.isTTY;
    try {
      return (await (isReport ? printReport() : askForSettings())) ? 0 : 2;
    } catch (error) {
      if (!(error instanceof SetupCancelled)) throw error;
      process.stderr.write("Stopped. What was accepted before is in .env.\n");
      return 2;
    }
  },
};

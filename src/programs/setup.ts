/** `npm run setup`: asks for what the platforms need and writes .env; without a terminal, or with --check, only reports. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { readEnvironment } from "../config/environment.ts";
import { runDialogue } from "../setup/dialogue.ts";
import { parseEnv, readEnvFile, setEnvValue, writeEnvFile } from "../setup/env-file.ts";
import { SetupCancelled, terminalPrompter } from "../setup/prompter.ts";
import { createReport } from "../setup/report.ts";

const EXAMPLE = fileURLToPath(new URL("../../.env.example", import.meta.url));
const FILE = ".env";

const USAGE = `Usage: npm run setup [-- --check]

  Asks for what Discord and Slack need, checks it with them, registers the
  commands, and writes .env.

  --check    ask nothing and change nothing: say what is set and what works;
             this is also what happens where there is no terminal
  --help     this text

Exit status: 0 everything that is configured works, 2 something does not,
or nothing is configured.
`;

async function main(args: readonly string[]): Promise<number> {
  const options = { check: { type: "boolean" }, help: { type: "boolean" } } as const;
  const { values: flags } = parseArgs({ args: [...args], options });
  if (flags.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const environment = await readEnvironment(FILE);
  if (flags.check || !process.stdin.isTTY || !process.stdout.isTTY) {
    const { text, works } = await createReport(environment, commands, FILE);
    process.stdout.write(`${text}\n`);
    return works ? 0 : 2;
  }
  const works = await runDialogue({
    prompter: terminalPrompter,
    commands,
    outside: await readEnvironment(""),
    held: parseEnv(readEnvFile(FILE, EXAMPLE)),
    // Read again each time: an editor may have it open beside this.
    save: (name, value) => writeEnvFile(FILE, setEnvValue(readEnvFile(FILE, EXAMPLE), name, value)),
  });
  return works ? 0 : 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const stopped = error instanceof SetupCancelled;
  const said = error instanceof Error ? error.message : String(error);
  process.stderr.write(stopped ? "Stopped. What was accepted before is in .env.\n" : `${said}\n`);
  process.exitCode = 2;
}
